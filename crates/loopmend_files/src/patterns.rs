//! How much the glob patterns of a stranger may take: compiled they need many times their size, and braces in
//! braces are compiled by recursion.

use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The bytes of one pattern.
const MAX_LENGTH: usize = 4096;
/// The opening braces of one pattern. Templates of project generators have some: `{{cookiecutter.name}}`.
const MAX_BRACES: usize = 16;
/// The weight of the patterns that are compiled together.
const MAX_SET: usize = 1024 * 1024;
/// The weight of all patterns of a project.
const MAX_ALL: usize = 8 * MAX_SET;
/// What a set weighs in bytes, whatever is in it.
const SET: usize = 512;
/// What a pattern weighs besides its bytes.
const PATTERN: usize = 32;
/// What a regular expression weighs, which is compiled alone.
const EXPRESSION: usize = 8 * 1024;
/// What a wild card, a class or an alternative weighs besides.
const WILD_CARD: usize = 32;

/// The bytes that a regular expression is compiled to.
pub const MAX_EXPRESSION: usize = 64 * 1024;

/// Why patterns are not used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PatternLimit {
    /// One is too long.
    Length,
    /// One has too many braces.
    Braces,
    /// Those of one file or list are too many.
    Set,
    /// Those of the project are too many.
    All,
}

impl fmt::Display for PatternLimit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length => write!(f, "a pattern is longer than {MAX_LENGTH} bytes"),
            Self::Braces => write!(f, "a pattern has more than {MAX_BRACES} braces"),
            Self::Set => write!(
                f,
                "the patterns are larger than {} (wild cards count {WILD_CARD} bytes)",
                mebibytes(MAX_SET)
            ),
            Self::All => write!(
                f,
                "the patterns of the project are together larger than {} (wild cards count {WILD_CARD} bytes)",
                mebibytes(MAX_ALL)
            ),
        }
    }
}

fn mebibytes(bytes: usize) -> String {
    format!("{} MiB", bytes >> 20)
}

impl std::error::Error for PatternLimit {}

/// Counts the patterns of one kind in a project. All patterns that a stranger wrote are counted before they are compiled.
#[derive(Debug, Default)]
pub struct PatternBudget {
    taken: AtomicUsize,
}

impl PatternBudget {
    /// Counts patterns that are compiled together.
    ///
    /// # Errors
    /// When they may not be compiled.
    pub fn take<'p>(&self, patterns: impl IntoIterator<Item = &'p str>) -> Result<(), PatternLimit> {
        let mut weight = SET;
        for pattern in patterns {
            weight += weigh(pattern)?;
            if weight > MAX_SET {
                return Err(PatternLimit::Set);
            }
        }
        self.add(weight)
    }

    /// Counts the lines of a file as git reads them: comments are no patterns.
    ///
    /// # Errors
    /// As for [`Self::take`].
    pub fn take_lines(&self, text: &str) -> Result<(), PatternLimit> {
        self.take(text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()))
    }
}

impl PatternBudget {
    /// Counts a regular expression. It may be compiled to [`MAX_EXPRESSION`] bytes.
    ///
    /// # Errors
    /// When the project has too many.
    pub fn take_expression(&self) -> Result<(), PatternLimit> {
        self.add(EXPRESSION)
    }

    fn add(&self, weight: usize) -> Result<(), PatternLimit> {
        let before = self.taken.fetch_add(weight, Ordering::Relaxed);
        if before.saturating_add(weight) > MAX_ALL { Err(PatternLimit::All) } else { Ok(()) }
    }
}

fn weigh(pattern: &str) -> Result<usize, PatternLimit> {
    let count = |wanted: &[u8]| pattern.bytes().filter(|byte| wanted.contains(byte)).count();
    if pattern.len() > MAX_LENGTH {
        return Err(PatternLimit::Length);
    }
    if count(b"{") > MAX_BRACES {
        return Err(PatternLimit::Braces);
    }
    Ok(PATTERN + pattern.len() + WILD_CARD * count(b"*?[{,"))
}

#[cfg(test)]
mod tests {
    use super::{PatternBudget, PatternLimit};

    #[test]
    fn usual_patterns_are_taken() {
        let budget = PatternBudget::default();
        let lines = "# a comment\n\n*.py[cod]\n/{{cookiecutter.name}}/**/{a,b}.txt\n!keep\n";
        assert_eq!(budget.take_lines(lines), Ok(()));
        let template = "__pycache__/\n*.py[cod]\n.venv\n".repeat(1000);
        assert_eq!(budget.take_lines(&template), Ok(()));
    }

    #[test]
    fn a_pattern_has_few_braces_and_some_length() {
        let take = |pattern: String| PatternBudget::default().take([pattern.as_str()]);
        assert_eq!(take(format!("{}a{}", "{".repeat(16), "}".repeat(16))), Ok(()));
        assert_eq!(take(format!("{}a{}", "{".repeat(17), "}".repeat(17))), Err(PatternLimit::Braces));
        assert_eq!(take("a".repeat(4096)), Ok(()));
        assert_eq!(take("a".repeat(4097)), Err(PatternLimit::Length));
    }

    #[test]
    fn sets_and_all_of_them_have_a_limit() {
        let set = |size: usize| "*a*b*c*d\n".repeat(size);
        assert_eq!(PatternBudget::default().take_lines(&set(10_000)), Err(PatternLimit::Set));
        let budget = PatternBudget::default();
        let taken = (0..100).take_while(|_| budget.take_lines(&set(5_000)).is_ok()).count();
        assert!((8..=16).contains(&taken), "{taken}");
        assert_eq!(budget.take(["a"]), Err(PatternLimit::All));
        let budget = PatternBudget::default();
        assert_eq!((0..10_000).take_while(|_| budget.take_expression().is_ok()).count(), 1024);
        assert_eq!(PatternLimit::Braces.to_string(), "a pattern has more than 16 braces");
    }
}
