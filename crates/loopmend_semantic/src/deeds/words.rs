//! Side effects estimated by the name of the callee, where nothing else is known of it.

/// Methods that change their receiver, in addition to those of containers.
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

/// Methods that change nothing and return a new object (docs.python.org/3/library/stdtypes.html,
/// datetime.html, re.html, logging.html; docs.pydantic.dev/latest/concepts/models/).
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

/// Methods that change nothing and return existing objects.
const READING: [&str; 6] = ["get", "items", "values", "__getitem__", "__contains__", "most_common"];

/// Built-in functions that return their arguments or parts of them
/// (docs.python.org/3/library/functions.html, typing.html, copy.html).
const GIVING_ON: [&str; 8] = ["cast", "getattr", "iter", "max", "min", "next", "vars", "first"];

/// Classes of the standard library whose objects are immutable or thread-safe.
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

/// The side effects of a method that is known by name alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    /// The method changes its receiver.
    Changes,
    /// The method changes nothing, and returns a new object.
    GivesNew,
    /// The method changes nothing.
    Reads,
    /// The side effects are unknown.
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

/// Returns whether a function changes its first argument.
pub(super) fn changes_first(name: &str) -> bool {
    matches!(name, "setattr" | "delattr") || crate::shared_state::CHANGING_FIRST.contains(&name)
}

/// Returns whether a function returns its arguments or parts of them.
pub(super) fn gives_on(name: &str) -> bool {
    GIVING_ON.contains(&name)
}

/// Returns whether the objects of a class never change.
pub(super) fn is_unchanging(class: &str) -> bool {
    UNCHANGING.contains(&class)
}
