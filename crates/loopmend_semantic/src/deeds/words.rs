//! Side effects estimated by the name of the callee, where nothing else is known of it.

/// Methods that change what they are called on, besides those of containers.
const CHANGING: [&str; 17] = [
    "__setattr__",
    "cancel",
    "clear",
    "close",
    "commit",
    "feed",
    "put",
    "put_nowait",
    "register",
    "send",
    "set",
    "set_exception",
    "set_result",
    "start",
    "stop",
    "write",
    "writelines",
];

/// Methods that change nothing, and give something new (docs.python.org/3/library/stdtypes.html, datetime.html, re.html,
/// logging.html; docs.pydantic.dev/latest/concepts/models/).
const GIVING_NEW: [&str; 74] = [
    "capitalize",
    "casefold",
    "copy",
    "count",
    "critical",
    "date",
    "debug",
    "decode",
    "deepcopy",
    "dict",
    "digest",
    "dumps",
    "encode",
    "endswith",
    "error",
    "exception",
    "expandtabs",
    "find",
    "findall",
    "finditer",
    "format",
    "format_map",
    "fullmatch",
    "group",
    "groupdict",
    "groups",
    "hex",
    "hexdigest",
    "index",
    "info",
    "isalnum",
    "isalpha",
    "isdecimal",
    "isdigit",
    "isidentifier",
    "isinstance",
    "islower",
    "isnumeric",
    "isoformat",
    "isspace",
    "issubset",
    "issuperset",
    "isupper",
    "join",
    "keys",
    "ljust",
    "loads",
    "log",
    "lower",
    "lstrip",
    "match",
    "model_dump",
    "model_dump_json",
    "now",
    "partition",
    "removeprefix",
    "removesuffix",
    "replace",
    "rfind",
    "rindex",
    "rpartition",
    "rsplit",
    "rstrip",
    "search",
    "split",
    "splitlines",
    "startswith",
    "strftime",
    "strip",
    "timestamp",
    "title",
    "total_seconds",
    "upper",
    "warning",
];

/// Methods that change nothing, and give what is there.
const READING: [&str; 6] = ["get", "items", "values", "__getitem__", "__contains__", "most_common"];

/// Built-in functions that give on what they are given (docs.python.org/3/library/functions.html, typing.html, copy.html).
const GIVING_ON: [&str; 8] = ["cast", "getattr", "iter", "max", "min", "next", "vars", "first"];

/// Classes of the standard library whose objects never change, or are for all threads.
const UNCHANGING: [&str; 19] = [
    "Decimal",
    "Fraction",
    "Logger",
    "LoggerAdapter",
    "Match",
    "Path",
    "Pattern",
    "PurePath",
    "UUID",
    "bool",
    "bytes",
    "date",
    "datetime",
    "float",
    "frozenset",
    "int",
    "str",
    "timedelta",
    "tuple",
];

/// What a method does that is known by its name alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    /// It changes what it is called on.
    Changes,
    /// It changes nothing, and gives something new.
    GivesNew,
    /// It changes nothing.
    Reads,
    /// Nobody knows.
    Unknown,
}

pub(super) fn method(name: &str) -> Method {
    let bare = name.trim_start_matches('_');
    match name {
        _ if CHANGING.contains(&name) || crate::shared_state::CHANGING.contains(&name) => Method::Changes,
        _ if GIVING_NEW.contains(&name) => Method::GivesNew,
        _ if READING.contains(&name) => Method::Reads,
        _ if ["is_", "has_"].iter().any(|word| bare.starts_with(word)) => Method::GivesNew,
        _ if bare.starts_with("get_") => Method::Reads,
        _ => Method::Unknown,
    }
}

/// Whether a function changes its first argument.
pub(super) fn changes_first(name: &str) -> bool {
    matches!(name, "setattr" | "delattr") || crate::shared_state::CHANGING_FIRST.contains(&name)
}

/// Whether a function gives on what it is given.
pub(super) fn gives_on(name: &str) -> bool {
    GIVING_ON.contains(&name)
}

/// Whether the objects of a class never change.
pub(super) fn is_unchanging(class: &str) -> bool {
    UNCHANGING.contains(&class)
}
