use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

/// The code of a rule, `LM` and three digits. The first digit is its group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, bitcode::Encode, bitcode::Decode)]
pub struct RuleCode(u16);

impl RuleCode {
    /// What all codes begin with.
    pub const LETTERS: &str = "LM";

    /// The code with this number, which must be below 1000.
    pub const fn new(number: u16) -> Self {
        assert!(number < 1000, "a rule code has three digits");
        Self(number)
    }

    /// The three digits as a number.
    pub const fn number(self) -> u16 {
        self.0
    }

    /// The first digit: 1 coroutines and tasks, 2 loops, 3 pytest, 4 drift, 5 concurrency, 0 loopmend's own.
    pub const fn group(self) -> u8 {
        (self.0 / 100) as u8
    }
}

impl fmt::Display for RuleCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{:03}", Self::LETTERS, self.0)
    }
}

impl Serialize for RuleCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The text is not `LM` and three digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseRuleCodeError;

impl fmt::Display for ParseRuleCodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a rule code is `LM` and three digits")
    }
}

impl std::error::Error for ParseRuleCodeError {}

impl FromStr for RuleCode {
    type Err = ParseRuleCodeError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digits = text.strip_prefix(Self::LETTERS).ok_or(ParseRuleCodeError)?;
        if digits.len() != 3 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(ParseRuleCodeError);
        }
        digits.parse().map(Self).map_err(|_| ParseRuleCodeError)
    }
}

#[cfg(test)]
mod tests {
    use super::RuleCode;

    #[test]
    fn a_code_is_read_as_it_is_written() {
        assert_eq!("LM007".parse(), Ok(RuleCode::new(7)));
        assert_eq!(RuleCode::new(7).to_string(), "LM007");
        assert_eq!(RuleCode::new(312).group(), 3);
        for wrong in ["", "LM", "LM1", "LM1000", "lm101", "LM+01", "XX101"] {
            assert!(wrong.parse::<RuleCode>().is_err(), "{wrong}");
        }
    }
}
