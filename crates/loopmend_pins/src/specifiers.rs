//! The versions that a requirement allows, clause by clause, and the clauses that allow another one.

use std::ops::Range;
use std::str::FromStr;

use loopmend_core::{Edit, Span};
use pep440_rs::{Operator, Version, VersionSpecifier, VersionSpecifiers, release_specifiers_to_ranges};

use crate::Wanted;

/// The oldest Python of the versions that are migrated to: a requirement for older ones only stays.
pub(crate) const OLDEST_PYTHON: &str = "3.9";

/// The clauses of a requirement: all of them hold.
#[derive(Clone, Debug)]
pub(crate) struct Specifiers(Vec<Clause>);

/// `>=1.2`, `^1.2`.
#[derive(Clone, Debug)]
struct Clause {
    /// What bounds it.
    kind: Kind,
    /// The version as it is written.
    written: String,
    /// The bytes of that.
    range: Range<usize>,
    /// What it allows.
    allowed: VersionSpecifiers,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// An operator of PEP 440.
    Operator(Operator),
    /// `^1.2`: up to the next version that may be incompatible
    /// (python-poetry.org/docs/dependency-specification/#caret-requirements).
    Caret,
    /// `~1.2`: up to the next minor version (python-poetry.org/docs/dependency-specification/#tilde-requirements).
    Tilde,
}

impl Specifiers {
    /// Clauses of PEP 440, which stand at the byte `offset`.
    ///
    /// # Errors
    /// The clause that is none.
    pub(crate) fn of_pip(text: &str, offset: usize) -> Result<Self, String> {
        Self::of(text, offset, pip_clause)
    }

    /// Clauses as poetry has them.
    ///
    /// # Errors
    /// The clause that is none.
    pub(crate) fn of_poetry(text: &str, offset: usize) -> Result<Self, String> {
        if matches!(text.trim(), "*" | "") {
            return Ok(Self(Vec::new()));
        }
        Self::of(text, offset, poetry_clause)
    }

    fn of(text: &str, offset: usize, read: fn(&str) -> Option<(Kind, usize)>) -> Result<Self, String> {
        let mut clauses = Vec::new();
        let mut start = 0;
        for part in text.split(',') {
            let at = start + part.len() - part.trim_start().len();
            start += part.len() + 1;
            let part = part.trim();
            if part.is_empty() {
                continue;
            }
            let clause = read(part).and_then(|(kind, version)| Clause::new(kind, part, version, offset + at));
            clauses.push(clause.ok_or_else(|| format!("`{part}` is not understood"))?);
        }
        Ok(Self(clauses))
    }

    /// The only version that is allowed.
    pub(crate) fn exact(&self) -> Option<Version> {
        let exact = |clause: &Clause| match clause.kind {
            Kind::Operator(Operator::Equal | Operator::ExactEqual) => Version::from_str(&clause.written).ok(),
            _ => None,
        };
        self.0.iter().find_map(exact)
    }

    /// The edits after which the wanted version is allowed; none where a version that will do is already.
    ///
    /// # Errors
    /// Why a person has to look at it.
    pub(crate) fn allowing(&self, wanted: &Wanted) -> Result<Vec<Edit>, String> {
        let all: VersionSpecifiers =
            self.0.iter().flat_map(|clause| clause.allowed.iter().cloned()).collect();
        if have_one_in_common(&all, &wanted.enough) {
            return Ok(Vec::new());
        }
        let shut = self.0.iter().filter(|clause| !clause.allowed.contains(&wanted.version));
        let edits: Vec<Edit> = shut.map(|clause| clause.opened(&wanted.version)).collect::<Result<_, _>>()?;
        Ok(edits)
    }
}

/// Whether a constraint of poetry for Python allows one that is migrated to; one that is not understood may.
pub(crate) fn allows_recent_python(constraint: &str) -> bool {
    let Ok(specifiers) = Specifiers::of_poetry(constraint, 0) else { return true };
    let all: VersionSpecifiers =
        specifiers.0.into_iter().flat_map(|clause| clause.allowed.to_vec()).collect();
    let recent =
        VersionSpecifiers::from_str(&format!(">={OLDEST_PYTHON}")).expect("it is a range of versions");
    have_one_in_common(&all, &recent)
}

fn have_one_in_common(one: &VersionSpecifiers, other: &VersionSpecifiers) -> bool {
    let ranges = |specifiers: &VersionSpecifiers| release_specifiers_to_ranges(specifiers.clone());
    !ranges(one).intersection(&ranges(other)).is_empty()
}

/// The operator, and where the version begins.
fn pip_clause(text: &str) -> Option<(Kind, usize)> {
    let specifier = VersionSpecifier::from_str(text).ok()?;
    let version = text.find(|letter: char| !"<>=!~ \t".contains(letter))?;
    Some((Kind::Operator(*specifier.operator()), version))
}

fn poetry_clause(text: &str) -> Option<(Kind, usize)> {
    let version = text.find(|letter: char| !"<>=!~^ \t".contains(letter))?;
    match text[..version].trim() {
        "^" => Some((Kind::Caret, version)),
        "~" => Some((Kind::Tilde, version)),
        "" if text.ends_with(".*") => Some((Kind::Operator(Operator::EqualStar), version)),
        "" => Some((Kind::Operator(Operator::Equal), version)),
        _ => pip_clause(text),
    }
}

impl Clause {
    fn new(kind: Kind, text: &str, version: usize, offset: usize) -> Option<Self> {
        let written = &text[version..];
        let allowed = match kind {
            Kind::Caret => until(written, after_caret)?,
            Kind::Tilde => until(written, after_tilde)?,
            Kind::Operator(Operator::Equal | Operator::EqualStar) if version == 0 => {
                VersionSpecifiers::from_str(&format!("=={written}")).ok()?
            }
            Kind::Operator(_) => VersionSpecifiers::from_str(text).ok()?,
        };
        let range = offset + version..offset + text.len();
        Some(Self { kind, written: written.to_owned(), range, allowed })
    }

    /// The edit of the clause that allows a version which it does not.
    fn opened(&self, version: &Version) -> Result<Edit, String> {
        let whole = version.to_string();
        let parts = self.written.trim_end_matches(".*").split('.').count();
        let cut = version.release().iter().take(parts).map(u64::to_string).collect::<Vec<_>>().join(".");
        let written = match self.kind {
            Kind::Operator(Operator::Equal | Operator::ExactEqual | Operator::LessThanEqual)
            | Kind::Caret => whole,
            Kind::Operator(Operator::EqualStar) => format!("{cut}.*"),
            Kind::Operator(Operator::TildeEqual) | Kind::Tilde => cut,
            Kind::Operator(Operator::LessThan) => next_major(version),
            Kind::Operator(_) => {
                return Err(format!("it leaves out {whole} itself (`{}`)", self.written));
            }
        };
        let span = Span::new(self.range.start as u32, self.range.end as u32);
        Ok(Edit::replacement(span, written))
    }
}

fn next_major(version: &Version) -> String {
    version.release().first().map_or(0, |major| major + 1).to_string()
}

/// From a version up to what follows it.
fn until(written: &str, next: fn(&[u64]) -> Vec<u64>) -> Option<VersionSpecifiers> {
    let version = Version::from_str(written).ok()?;
    let end = Version::new(next(version.release()));
    VersionSpecifiers::from_str(&format!(">={version},<{end}")).ok()
}

/// The first part that is not zero grows.
fn after_caret(release: &[u64]) -> Vec<u64> {
    let place = release.iter().position(|part| *part > 0).unwrap_or(release.len().saturating_sub(1));
    grown(release, place)
}

/// The second part grows, if there is one.
fn after_tilde(release: &[u64]) -> Vec<u64> {
    grown(release, release.len().min(2).saturating_sub(1))
}

fn grown(release: &[u64], place: usize) -> Vec<u64> {
    let mut next: Vec<u64> = release.iter().take(place + 1).copied().collect();
    if let Some(last) = next.last_mut() {
        *last += 1;
    }
    next
}
