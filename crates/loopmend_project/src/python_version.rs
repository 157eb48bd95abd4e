use std::fmt;
use std::str::FromStr;

use pep440_rs::{Version, VersionSpecifiers};

/// A Python version, major and minor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, bitcode::Encode, bitcode::Decode)]
pub struct PythonVersion {
    /// 3.
    pub major: u8,
    /// 9 and above.
    pub minor: u8,
}

/// No minor version is newer.
const NEWEST_MINOR: u8 = 50;
/// No patch version is newer.
const NEWEST_PATCH: u64 = 40;

impl PythonVersion {
    /// The oldest version whose code is understood as such; older ones count as this one.
    pub const OLDEST: Self = Self { major: 3, minor: 9 };
    /// What is assumed when nothing says the version.
    pub const DEFAULT: Self = Self { major: 3, minor: 12 };

    /// The version of an interpreter; one that is older than [`Self::OLDEST`] counts as that.
    pub fn at_least_oldest(major: u8, minor: u8) -> Self {
        Self { major, minor }.max(Self::OLDEST)
    }

    /// The lowest version that a `requires-python` allows (PEP 440), at least [`Self::OLDEST`]; `None` when
    /// it cannot be read, says nothing about the lower end, or allows no version.
    pub fn lowest_allowed(requires_python: &str) -> Option<Self> {
        let specifiers = VersionSpecifiers::from_str(requires_python).ok()?;
        if !specifiers.iter().any(pep440_rs::VersionSpecifier::has_lower_bound) {
            return None;
        }
        let minor = (0..=NEWEST_MINOR).find(|minor| allows(&specifiers, *minor))?;
        Some(Self::at_least_oldest(3, minor))
    }

    /// The highest version that a `requires-python` allows (PEP 440); `None` when it cannot be read, or has no upper end.
    pub fn highest_allowed(requires_python: &str) -> Option<Self> {
        let specifiers = VersionSpecifiers::from_str(requires_python).ok()?;
        let highest = (0..=NEWEST_MINOR).rev().find(|minor| allows(&specifiers, *minor));
        let minor = highest.filter(|minor| *minor < NEWEST_MINOR)?;
        Some(Self::at_least_oldest(3, minor))
    }

    /// The highest version of a poetry constraint; `None` where an alternative has no upper end.
    pub fn highest_of_poetry_constraint(constraint: &str) -> Option<Self> {
        let alternatives = constraint.split("||").map(|one| Self::highest_allowed(&pep_440_of_poetry(one)));
        alternatives.collect::<Option<Vec<_>>>()?.into_iter().max()
    }

    /// The lowest version of a poetry constraint: PEP 440, `^3.9`, `~3.9`, `3.9.*` or `3.9`, alternatives by `||`.
    pub fn lowest_of_poetry_constraint(constraint: &str) -> Option<Self> {
        constraint.split("||").filter_map(|one| Self::lowest_allowed(&pep_440_of_poetry(one))).min()
    }
}

/// Whether at least one patch version of Python 3.`minor` satisfies the specifiers.
fn allows(specifiers: &VersionSpecifiers, minor: u8) -> bool {
    (0..=NEWEST_PATCH).any(|patch| specifiers.contains(&Version::new([3, u64::from(minor), patch])))
}

/// One alternative of a poetry constraint as PEP 440 writes it; `^` and `~` say their lower end only.
fn pep_440_of_poetry(alternative: &str) -> String {
    let translated: Vec<String> = split_specifiers(alternative)
        .iter()
        .map(|part| {
            match part
                .strip_prefix('^')
                .or_else(|| part.strip_prefix("~").filter(|rest| !rest.starts_with('=')))
            {
                Some(version) => format!(">={version}"),
                None if part.starts_with(|c: char| c.is_ascii_digit()) => format!("=={part}"),
                None => part.clone(),
            }
        })
        .collect();
    translated.join(",")
}

/// Returns the specifiers of an alternative, without the space after an operator: `> 3.8, < 3.10`.
fn split_specifiers(alternative: &str) -> Vec<String> {
    let mut specifiers: Vec<String> = Vec::new();
    for part in alternative.split([',', ' ']).filter(|part| !part.is_empty()) {
        match specifiers.last_mut().filter(|last| !last.contains(|c: char| c.is_ascii_digit())) {
            Some(operator) => operator.push_str(part),
            None => specifiers.push(part.to_owned()),
        }
    }
    specifiers
}

impl fmt::Display for PythonVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)
    }
}

/// The text is no Python version from 3.9.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParsePythonVersionError {
    text: String,
}

impl fmt::Display for ParsePythonVersionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is no Python version from {}, such as `3.12`", self.text, PythonVersion::OLDEST)
    }
}

impl std::error::Error for ParsePythonVersionError {}

impl FromStr for PythonVersion {
    type Err = ParsePythonVersionError;

    /// Reads `3.9`; a third part, as in `3.9.1`, is checked and dropped.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let error = || ParsePythonVersionError { text: text.to_owned() };
        let numbers: Vec<u8> = text.split('.').map(number).collect::<Option<_>>().ok_or_else(error)?;
        match numbers[..] {
            [major @ 3, minor] | [major @ 3, minor, _] if minor >= Self::OLDEST.minor => {
                Ok(Self { major, minor })
            }
            _ => Err(error()),
        }
    }
}

/// A decimal number without a sign.
fn number(text: &str) -> Option<u8> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::PythonVersion;

    fn version(minor: u8) -> PythonVersion {
        PythonVersion { major: 3, minor }
    }

    #[test]
    fn a_version_is_read_as_it_is_written() {
        assert_eq!("3.9".parse(), Ok(version(9)));
        assert_eq!("3.13.2".parse(), Ok(version(13)));
        assert_eq!(version(10).to_string(), "3.10");
        for wrong in ["", "3", "3.8", "2.7", "4.0", "3.x", "3.+9", "3.9.1.1", "3.300", " 3.9"] {
            let error = wrong.parse::<PythonVersion>().unwrap_err().to_string();
            assert_eq!(error, format!("`{wrong}` is no Python version from 3.9, such as `3.12`"));
        }
    }

    #[test]
    fn the_highest_allowed_version_needs_an_upper_end() {
        let highest = PythonVersion::highest_allowed;
        assert_eq!(highest(">=3.10,<3.14"), Some(version(13)));
        assert_eq!(highest("==3.12.*"), Some(version(12)));
        assert_eq!(highest(">=3.10"), None);
        assert_eq!(highest(">=3.10,<4"), None);
        let poetry = PythonVersion::highest_of_poetry_constraint;
        assert_eq!(poetry("^3.12,<3.14"), Some(version(13)));
        assert_eq!(poetry(">3.8.1, < 3.10"), Some(version(9)));
        assert_eq!(poetry(">= 3.11 , <= 3.12"), Some(version(12)));
        assert_eq!(poetry("^3.12"), None);
        assert_eq!(poetry("3.11.* || 3.12.*"), Some(version(12)));
    }

    #[test]
    fn the_lowest_allowed_version_follows_pep_440() {
        let cases = [
            (">=3.9", Some(9)),
            (">=3.10,<4", Some(10)),
            (">= 3.11.4", Some(11)),
            ("~=3.12", Some(12)),
            ("==3.13.*", Some(13)),
            (">3.9, !=3.9.*", Some(10)),
            (">=2.7, !=3.0.*, !=3.1.*", Some(9)),
            (">=3.6", Some(9)),
            ("<4", None),
            (">=4", None),
            ("nonsense", None),
        ];
        for (requires, minor) in cases {
            assert_eq!(PythonVersion::lowest_allowed(requires), minor.map(version), "{requires}");
        }
    }

    #[test]
    fn poetry_constraints_are_understood() {
        let cases = [
            ("^3.10", Some(10)),
            ("~3.11", Some(11)),
            (">=3.10,<3.13", Some(10)),
            ("3.12.*", Some(12)),
            ("^3.11 || ^3.10", Some(10)),
            ("*", None),
        ];
        for (constraint, minor) in cases {
            assert_eq!(
                PythonVersion::lowest_of_poetry_constraint(constraint),
                minor.map(version),
                "{constraint}"
            );
        }
    }
}
