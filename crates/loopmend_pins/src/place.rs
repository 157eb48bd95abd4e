//! Where a requirement stands, and how it is written.

use std::ops::Range;
use std::str::FromStr;

use pep508_rs::{MarkerTree, Requirement, VerbatimUrl, VersionOrUrl};

use crate::specifiers::{OLDEST_PYTHON, Specifiers};

/// The longest requirement that is read, in bytes: the parser calls itself for each parenthesis of a marker.
const LONGEST_REQUIREMENT: usize = 2048;

/// The grammar of a requirement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    /// `name[extra]>=1; marker` (PEP 508).
    Pip(String),
    /// The value of a key of poetry: `^1.2`.
    Poetry {
        /// The key.
        name: String,
        /// The versions.
        versions: String,
    },
    /// A table of poetry's, or a list of them, that states no plain version.
    Other {
        /// The key.
        name: String,
    },
}

/// A requirement in a file.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    /// The bytes of it, without quotes, options and comments.
    pub(crate) whole: Range<usize>,
    /// What it says.
    pub(crate) written: Written,
    /// Why its text is not edited.
    pub(crate) obstacle: Option<&'static str>,
}

impl Place {
    /// The name of the distribution, normalised (PEP 503); nothing where there is none.
    pub(crate) fn name(&self) -> Option<String> {
        let name = match &self.written {
            Written::Pip(text) => text.get(..end_of_name(text)).filter(|name| !name.is_empty())?,
            Written::Poetry { name, .. } | Written::Other { name } => name,
        };
        Some(normalised(name))
    }

    /// The versions that are asked for; nothing where all are, or none that this is about.
    ///
    /// # Errors
    /// Why that cannot be told.
    pub(crate) fn stated(&self) -> Result<Option<Specifiers>, String> {
        match &self.written {
            Written::Pip(text) => self.of_pip(text),
            Written::Poetry { versions, .. } => Specifiers::of_poetry(versions, self.whole.start).map(Some),
            Written::Other { .. } => Err("it is no plain version".to_owned()),
        }
    }

    fn of_pip(&self, text: &str) -> Result<Option<Specifiers>, String> {
        if text.len() > LONGEST_REQUIREMENT {
            return Err("it is too long to be read".to_owned());
        }
        let requirement = Requirement::<VerbatimUrl>::from_str(text)
            .map_err(|error| format!("it cannot be read: {}", error.message))?;
        if let Ok(recent) = MarkerTree::from_str(&format!("python_full_version >= '{OLDEST_PYTHON}'"))
            && requirement.marker.is_disjoint(&recent)
        {
            return Ok(None);
        }
        match requirement.version_or_url {
            None => Ok(None),
            Some(VersionOrUrl::Url(_)) => Err("it names an address".to_owned()),
            Some(VersionOrUrl::VersionSpecifier(_)) => {
                let range = specifiers_of(text);
                Specifiers::of_pip(&text[range.clone()], self.whole.start + range.start).map(Some)
            }
        }
    }
}

/// As PEP 503 has names.
fn normalised(name: &str) -> String {
    let parts = name.split(['-', '_', '.']).filter(|part| !part.is_empty());
    parts.map(str::to_ascii_lowercase).collect::<Vec<_>>().join("-")
}

fn end_of_name(text: &str) -> usize {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.');
    text.find(|letter| !is_part(letter)).unwrap_or(text.len())
}

/// Between the name, with its extras, and the marker; without parentheses.
fn specifiers_of(text: &str) -> Range<usize> {
    let end = text.find(';').unwrap_or(text.len());
    let name = end_of_name(text);
    let extras = text[name..end].find(']').filter(|_| text[name..].trim_start().starts_with('['));
    let start = extras.map_or(name, |at| name + at + 1);
    let outer = &text[start..end];
    let lead = outer.len() - outer.trim_start_matches([' ', '\t', '(']).len();
    let inner = outer[lead..].trim_end_matches([' ', '\t', ')']);
    start + lead..start + lead + inner.len()
}
