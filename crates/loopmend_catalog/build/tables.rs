//! The Rust text of the tables.

use std::fmt::Write as _;

use super::data::{Catalogue, LoopCall};
use super::facts::{ChangeFact, Facts, TakenFact};
use super::hash::{hash, tag};

/// Returns the text of `tables.rs`.
pub(crate) fn write(catalogue: &Catalogue) -> String {
    let role_words = catalogue.roles.len().div_ceil(64);
    let mut text = format!("const ROLE_WORDS: usize = {role_words};\n");
    push(&mut text, &format!("const ROLE_COUNT: usize = {};", catalogue.roles.len()));
    let by_last = catalogue.roles_by_last_part();
    let roles = || catalogue.roles.iter().map(|(name, about)| (name.as_str(), about.as_str()));
    write_enum(&mut text, "Role", "What an API does, and what it is to loopmend.", roles());
    let names_of = |role: &str| {
        by_last.iter().filter(|(_, roles)| roles.contains(role)).map(|(name, _)| *name).collect()
    };
    let names_of_roles: Vec<&str> = roles().map(|(role, _)| role).collect();
    write_static(&mut text, "ROLES", "&str", names_of_roles.iter().map(|role| format!("{role:?}")));
    write_lists(&mut text, "NAMES_OF_ROLES", roles().map(|(role, _)| names_of(role)));
    let words = || catalogue.words.iter().map(|(name, group)| (name.as_str(), group.about.as_str()));
    write_enum(&mut text, "Words", "A group of words that are parts of names.", words());
    write_lists(&mut text, "WORDS", catalogue.words.values().map(|group| list(&group.words)));

    let names = by_last.iter().map(|(name, roles)| (*name, roles_of(catalogue, roles.iter().copied())));
    write_map(&mut text, "NAMES", "NAME_INDEX", "Roles", &names.collect::<Vec<_>>());
    let paths = catalogue.entries.iter().enumerate().flat_map(|(place, (name, entry))| {
        std::iter::once(name).chain(&entry.definitions).map(move |path| (path.as_str(), place.to_string()))
    });
    write_map(&mut text, "PATHS", "PATH_INDEX", "u16", &paths.collect::<Vec<_>>());
    let entries = catalogue.entries.iter().map(|(name, entry)| entry_text(catalogue, name, entry));
    write_static(&mut text, "ENTRIES", "Entry", entries);
    write_static(&mut text, "LOOP_CALLS", "LoopCall", catalogue.loop_calls.iter().map(loop_call_text));
    text
}

fn write_enum<'n>(
    text: &mut String,
    name: &str,
    about: &str,
    members: impl Iterator<Item = (&'n str, &'n str)>,
) {
    let members: Vec<String> =
        members.map(|(member, about)| format!("    /// {about}\n    {},\n", camel_case(member))).collect();
    let members = members.concat();
    push(
        text,
        &format!(
            "/// {about}\n#[derive(Clone, Copy, Debug, PartialEq, Eq)]\npub enum {name} {{\n{members}}}"
        ),
    );
}

fn write_lists<'n>(text: &mut String, name: &str, lists: impl Iterator<Item = Vec<&'n str>>) {
    write_static(text, name, "&[&str]", lists.map(|list| format!("&{list:?}")));
}

fn write_static(text: &mut String, name: &str, kind: &str, values: impl Iterator<Item = String>) {
    let values: Vec<String> = values.collect();
    push(text, &format!("static {name}: [{kind}; {}] = [\n{},\n];", values.len(), values.join(",\n")));
}

/// Writes a table and the index through which it is asked.
fn write_map(text: &mut String, table: &str, index: &str, kind: &str, values: &[(&str, String)]) {
    let size = (values.len() * 3).next_power_of_two();
    let mut slots = vec![(0, u16::MAX); size];
    for (place, (name, _)) in values.iter().enumerate() {
        let mut slot = hash(name) % size;
        while slots[slot].1 != u16::MAX {
            slot = (slot + 1) % size;
        }
        let place = u16::try_from(place).expect("the catalogue has fewer entries");
        slots[slot] = (tag(hash(name)), place);
    }
    let pairs = values.iter().map(|(name, value)| format!("({name:?}, {value})"));
    write_static(text, table, &format!("(&str, {kind})"), pairs);
    push(text, &format!("static {index}: [(u16, u16); {size}] = {slots:?};"));
}

fn entry_text(catalogue: &Catalogue, name: &str, entry: &Facts) -> String {
    let blocks = match (&entry.blocks, &entry.instead) {
        (Some(group), Some(instead)) => {
            format!("Some(Blocking {{ group: {}, instead: {} }})", borrowed(group), borrowed(instead))
        }
        _ => "None".to_owned(),
    };
    format!(
        "Entry {{ name: {}, definitions: &{:?}, roles: {}, blocks: {blocks}, blocking_methods: &{:?}, instead: {:?}, since: {:?}, makes: {:?}, closed_by: &{:?}, \
         unless_distribution: &{:?}, unless_keyword: &{:?}, unless_text: &{:?}, takes: {}, removed: {}, deprecated: {}, holds: {:?}, loop_action: {}, runs_in: {:?}, source: {} }}",
        borrowed(name),
        entry.definitions,
        roles_of(catalogue, entry.roles.iter().map(String::as_str)),
        entry.blocking_methods,
        entry.instead,
        entry.since,
        entry.makes,
        entry.closed_by,
        entry.unless_distribution,
        entry.unless_keyword,
        entry.unless_text,
        entry.takes.as_ref().map_or("None".to_owned(), taken_text),
        entry.removed.as_ref().map_or("None".to_owned(), change_text),
        entry.deprecated.as_ref().map_or("None".to_owned(), change_text),
        entry.holds,
        entry
            .loop_action
            .as_ref()
            .map_or("None".to_owned(), |action| format!("Some(LoopAction::{})", camel_case(action))),
        entry.runs_in,
        borrowed(&entry.source),
    )
}

fn taken_text(TakenFact { parameter, place, kind }: &TakenFact) -> String {
    let kind = camel_case(kind);
    format!("Some(Taken {{ parameter: {parameter:?}, place: {place}, how: HowTaken::{kind} }})")
}

fn change_text(ChangeFact { python, version, of, keyword, instead }: &ChangeFact) -> String {
    format!(
        "Some(Change {{ python: {python:?}, version: {version:?}, of: {of:?}, keyword: {keyword:?}, instead: {instead:?} }})"
    )
}

fn loop_call_text(call: &LoopCall) -> String {
    format!(
        "LoopCall {{ name: {}, package: {:?}, owners: &{:?}, called: {:?}, action: LoopAction::{}, \
         definitions: &{:?}, any_receiver: {}, is_plain: {} }}",
        borrowed(&call.name),
        call.package,
        call.owners,
        call.called,
        camel_case(&call.kind),
        call.definitions,
        call.any_receiver,
        call.is_plain,
    )
}

fn borrowed(text: &str) -> String {
    format!("Cow::Borrowed({text:?})")
}

/// Returns the text of a set of roles.
fn roles_of<'r>(catalogue: &Catalogue, roles: impl Iterator<Item = &'r str>) -> String {
    let mut bits = vec![0_u64; catalogue.roles.len().div_ceil(64)];
    for role in roles {
        let place = catalogue.roles.keys().position(|known| known == role).expect("the roles are checked");
        bits[place / 64] |= 1 << (place % 64);
    }
    format!("Roles({bits:?})")
}

fn list(words: &[String]) -> Vec<&str> {
    words.iter().map(String::as_str).collect()
}

/// Returns `starts-task` as `StartsTask`.
fn camel_case(name: &str) -> String {
    let with_capital = |word: &str| word[..1].to_ascii_uppercase() + &word[1..];
    name.split('-').map(with_capital).collect()
}

fn push(text: &mut String, item: &str) {
    writeln!(text, "{item}").expect("writing to a string");
}
