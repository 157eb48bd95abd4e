//! What the runs say of one fix.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a fix is worth by the runs before and after.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// What was wrong at its place was seen before and not after, its lines ran, and nothing got worse.
    Verified,
    /// Its lines ran, and nothing changed.
    Neutral,
    /// No test ran its lines.
    Untested,
    /// It made tests worse, and was taken back.
    Reverted,
    /// The runs cannot say.
    Inconclusive,
}

impl Verdict {
    /// All of them, the best first.
    pub const ALL: [Self; 5] =
        [Self::Verified, Self::Neutral, Self::Untested, Self::Reverted, Self::Inconclusive];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::Neutral => "neutral",
            Self::Untested => "untested",
            Self::Reverted => "reverted",
            Self::Inconclusive => "inconclusive",
        }
    }

    /// Returns whether the fix is written.
    pub fn is_written(self, terms: WriteTerms) -> bool {
        self != Self::Reverted && self.missing_options(terms).is_empty()
    }

    /// Returns the options without which a fix that was not reverted is not written.
    pub fn missing_options(self, terms: WriteTerms) -> Vec<&'static str> {
        let needs_unsafe = match self {
            Self::Untested => !terms.is_safe,
            Self::Inconclusive => true,
            Self::Verified | Self::Neutral | Self::Reverted => false,
        };
        let needs_likely = self != Self::Verified && terms.is_likely;
        let unsafe_option = (needs_unsafe && !terms.with_unsafe).then_some("--unsafe");
        let likely_option = (needs_likely && !terms.with_likely).then_some("--likely");
        unsafe_option.into_iter().chain(likely_option).collect()
    }
}

/// The kind of a fix, and the kinds that the user asks for.
#[derive(Clone, Copy, Debug, Default)]
pub struct WriteTerms {
    /// Whether the fix is safe.
    pub is_safe: bool,
    /// Whether the finding is only likely.
    pub is_likely: bool,
    /// Whether the user asks for unsafe fixes.
    pub with_unsafe: bool,
    /// Whether the user asks for fixes of likely findings.
    pub with_likely: bool,
}

/// Whether the lines of a fix ran after the change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ran {
    /// A test ran them, or they ran when their file was imported and do nothing later.
    Yes,
    /// None did.
    No,
    /// Nobody could see it.
    Unknown,
}

/// What is known of a fix.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'f> {
    /// Whether it was found to make tests worse.
    pub is_guilty: bool,
    /// Why nothing can be said of it.
    pub obstacle: Option<&'f str>,
    /// Whether its lines ran.
    pub ran: Ran,
    /// Whether something wrong was seen at its place before.
    pub was_seen: bool,
    /// Whether it is still seen.
    pub is_seen: bool,
}

/// The verdict, and why, as a sentence without its full stop.
pub fn verdict(facts: &Facts<'_>) -> (Verdict, String) {
    let Facts { is_guilty, obstacle, ran, was_seen, is_seen } = *facts;
    let why = |verdict, words: &str| (verdict, words.to_owned());
    match (obstacle, ran) {
        _ if is_guilty => why(Verdict::Reverted, "with it, tests got worse"),
        (Some(obstacle), _) => why(Verdict::Inconclusive, obstacle),
        (None, Ran::No) => why(Verdict::Untested, "no test that ran executes the changed lines"),
        (None, Ran::Unknown) => {
            why(Verdict::Inconclusive, "another tool traces the tests, so nobody saw which lines ran")
        }
        (None, Ran::Yes) if was_seen && !is_seen => {
            why(Verdict::Verified, "the defect was seen at this place before, and is gone")
        }
        (None, Ran::Yes) if was_seen => why(
            Verdict::Neutral,
            "the changed lines ran, but what was seen at this place before is still seen",
        ),
        (None, Ran::Yes) => {
            why(Verdict::Neutral, "the changed lines ran, and the runs show no effect of this fix")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Facts, Ran, Verdict, WriteTerms, verdict};

    const SEEN: Facts<'static> =
        Facts { is_guilty: false, obstacle: None, ran: Ran::Yes, was_seen: true, is_seen: false };

    #[test]
    fn only_what_was_seen_and_is_gone_is_verified() {
        let of = |facts: Facts<'_>| verdict(&facts).0;
        assert_eq!(of(SEEN), Verdict::Verified);
        assert_eq!(of(Facts { is_seen: true, ..SEEN }), Verdict::Neutral);
        assert_eq!(of(Facts { was_seen: false, ..SEEN }), Verdict::Neutral);
        assert_eq!(of(Facts { ran: Ran::No, ..SEEN }), Verdict::Untested);
        assert_eq!(of(Facts { ran: Ran::Unknown, ..SEEN }), Verdict::Inconclusive);
        assert_eq!(of(Facts { obstacle: Some("x"), ..SEEN }), Verdict::Inconclusive);
        assert_eq!(of(Facts { is_guilty: true, obstacle: Some("x"), ..SEEN }), Verdict::Reverted);
    }

    #[test]
    fn what_is_written() {
        let written = |terms| Verdict::ALL.map(|verdict| verdict.is_written(terms));
        let unsafe_ = WriteTerms::default();
        assert_eq!(written(unsafe_), [true, true, false, false, false]);
        assert_eq!(written(WriteTerms { is_safe: true, ..unsafe_ }), [true, true, true, false, false]);
        assert_eq!(written(WriteTerms { with_unsafe: true, ..unsafe_ }), [true, true, true, false, true]);
    }

    #[test]
    fn of_a_likely_finding_only_a_verified_fix_is_written() {
        let written = |terms| Verdict::ALL.map(|verdict| verdict.is_written(terms));
        let likely = WriteTerms { is_likely: true, with_unsafe: true, ..WriteTerms::default() };
        assert_eq!(written(likely), [true, false, false, false, false]);
        assert_eq!(written(WriteTerms { is_safe: true, ..likely }), [true, false, false, false, false]);
        assert_eq!(written(WriteTerms { with_likely: true, ..likely }), [true, true, true, false, true]);
        let neither = WriteTerms { is_likely: true, ..WriteTerms::default() };
        assert_eq!(Verdict::Untested.missing_options(neither), ["--unsafe", "--likely"]);
        assert_eq!(Verdict::Neutral.missing_options(neither), ["--likely"]);
    }
}
