//! What requirement files ask for of a distribution, and the edits that let them take another version.
//!
//! ```text
//! pyproject.toml, setup.cfg, requirements.txt ─► places   where a requirement stands (toml.rs, lines.rs)
//! a requirement, in the words of pip or poetry ─► specifiers.rs ─► another text, or why a person has to look at it
//! ```
//!
//! An edit touches nothing but the number of a version: comments, markers, extras, order and white space stay.

#![cfg_attr(not(test), warn(clippy::disallowed_methods))]

mod lines;
mod place;
mod specifiers;
mod toml;

use loopmend_core::Edit;
use pep440_rs::{Version, VersionSpecifiers};

use place::Place;

/// A distribution, with the version that is to be allowed.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// Its name, normalised (PEP 503).
    pub name: String,
    /// What an exact requirement is to ask for.
    pub version: Version,
    /// The versions that would do: a requirement that allows one of them stays as it is.
    pub enough: VersionSpecifiers,
}

/// A requirement of a wanted distribution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pin {
    /// The distribution, as [`Wanted::name`].
    pub name: String,
    /// The line, from 1.
    pub line: usize,
    /// What stands there, on one line.
    pub before: String,
    /// The only version that it allows.
    pub exact: Option<Version>,
    /// What is to be done.
    pub action: Action,
}

/// What a requirement needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// It allows a version that will do.
    Keep,
    /// These edits, in bytes of the text, which make `after` of it.
    Edit {
        /// The edits, sorted.
        edits: Vec<Edit>,
        /// What stands there then.
        after: String,
    },
    /// A person, for this reason.
    ByHand(String),
}

/// The requirements of wanted distributions in a file, in the order of the text. The name of the file says how it is read:
/// `pyproject.toml`, `setup.cfg`, and everything else as a requirement file of pip.
///
/// # Errors
/// What is wrong with the file, in the words of the parser.
pub fn pins(file: &str, text: &str, wanted: &[Wanted]) -> Result<Vec<Pin>, String> {
    let places = match file {
        "pyproject.toml" => toml::places(text)?,
        "setup.cfg" => lines::places_in_ini(text),
        _ => lines::places(text),
    };
    let line_ends: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
    let line = |at: usize| 1 + line_ends.partition_point(|end| *end < at);
    let pin = |place: &Place| pin(text, place, line(place.whole.start), wanted);
    let mut pins: Vec<Pin> = places.iter().filter_map(pin).collect();
    pins.sort_by_key(|pin| pin.line);
    Ok(pins)
}

fn pin(text: &str, place: &Place, line: usize, wanted: &[Wanted]) -> Option<Pin> {
    let name = place.name()?;
    let wanted = wanted.iter().find(|wanted| wanted.name == name)?;
    let before = text[place.whole.clone()].split_whitespace().collect::<Vec<_>>().join(" ");
    let by_hand = |why: &str| Action::ByHand(why.to_owned());
    let (exact, action) = match place.stated() {
        Err(why) => (None, by_hand(&why)),
        Ok(None) => (None, Action::Keep),
        Ok(Some(specifiers)) => {
            let exact = specifiers.exact();
            match (place.obstacle, specifiers.allowing(wanted)) {
                (_, Ok(edits)) if edits.is_empty() => (exact, Action::Keep),
                (Some(why), _) => (exact, by_hand(why)),
                (None, Ok(edits)) => (exact, edit(text, place, edits)),
                (None, Err(why)) => (exact, Action::ByHand(why)),
            }
        }
    };
    Some(Pin { name, line, before, exact, action })
}

fn edit(text: &str, place: &Place, edits: Vec<Edit>) -> Action {
    let mut after = text[place.whole.clone()].to_owned();
    for edit in edits.iter().rev() {
        let range = edit.span.as_range();
        let within = range.start - place.whole.start..range.end - place.whole.start;
        after.replace_range(within, &edit.replacement);
    }
    Action::Edit { edits, after }
}

#[cfg(test)]
mod tests;
