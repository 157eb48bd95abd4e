use std::fmt;
use std::str::FromStr;

use serde::Serialize;

/// How much a diagnostic weighs: whether it makes the exit status 1.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, bitcode::Encode, bitcode::Decode,
)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// The rule is off.
    Ignore,
    /// Shown; the exit status stays 0.
    Warn,
    /// Shown; the exit status is 1.
    Error,
}

impl Level {
    /// The word people write in a configuration file.
    pub fn as_str(self) -> &'static str {
        match self {
            Level::Ignore => "ignore",
            Level::Warn => "warn",
            Level::Error => "error",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The text is none of `ignore`, `warn`, `error`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseLevelError;

impl fmt::Display for ParseLevelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a level is `ignore`, `warn` or `error`")
    }
}

impl std::error::Error for ParseLevelError {}

impl FromStr for Level {
    type Err = ParseLevelError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "ignore" => Ok(Level::Ignore),
            "warn" => Ok(Level::Warn),
            "error" => Ok(Level::Error),
            _ => Err(ParseLevelError),
        }
    }
}
