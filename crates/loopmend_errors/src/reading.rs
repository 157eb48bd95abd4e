//! What was read from the output of a run, or from a report.

use crate::matcher::Match;

/// A line of a file, as the output names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The path.
    pub path: String,
    /// The line, from 1 on.
    pub line: u32,
}

impl Place {
    /// Whether it is outside of what is installed, as far as the path says.
    pub(crate) fn is_of_project(&self) -> bool {
        let path = self.path.replace('\\', "/");
        let elsewhere = ["site-packages/", "dist-packages/", "/lib/python", "../", "/Lib/"];
        !path.starts_with('<') && !elsewhere.iter().any(|part| path.contains(part))
    }
}

/// What is known of why a test failed.
#[derive(Clone, Debug)]
pub enum Verdict {
    /// A text of the table.
    Known(Match),
    /// None of them; what was said, if anything.
    Unknown(Option<String>),
}

/// A test that failed, or could not be collected, set up or torn down.
#[derive(Clone, Debug)]
pub struct Failure {
    /// Its node identifier, or what is known of it.
    pub test: String,
    /// Where in the project, innermost.
    pub place: Option<Place>,
    /// Why.
    pub verdict: Verdict,
    /// The line of source that raised an exception without words, where it is shown and nothing of the project led to it.
    pub raised_at: Option<String>,
}

impl Failure {
    /// The known error that it follows from, of one that was met before it.
    fn follows(&self, met: &[Match]) -> Option<Match> {
        let Verdict::Unknown(Some(message)) = &self.verdict else { return None };
        let line = self.raised_at.as_deref()?;
        let is_of = |met: &&Match| met.error().then.as_ref().is_some_and(|then| then.is_it(message, line));
        met.iter().find(is_of).copied()
    }
}

/// A known text that was said outside of failures: by a warning, a log, a traceback.
#[derive(Clone, Debug)]
pub struct Seen {
    /// What.
    pub found: Match,
    /// How often.
    pub count: usize,
    /// Where in the project, the first time.
    pub place: Option<Place>,
}

/// How much was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// So many lines of output.
    Lines(usize),
    /// So many tests of a report.
    Tests(usize),
}

impl Default for Extent {
    fn default() -> Self {
        Self::Lines(0)
    }
}

/// All that was read.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// In the order of the run.
    pub failures: Vec<Failure>,
    /// In the order of the first time.
    pub seen: Vec<Seen>,
    /// What tracebacks outside of tests ended with and is not known, at most ten.
    pub unknown: Vec<String>,
    /// How much there was.
    pub extent: Extent,
    /// Whether it is text at all.
    pub is_binary: bool,
}

impl Reading {
    /// Gives each failure that says nothing by itself the error that it follows from.
    pub(crate) fn follow(&mut self) {
        let mut met: Vec<Match> = Vec::new();
        for failure in &mut self.failures {
            if let Some(found) = failure.follows(&met) {
                failure.verdict = Verdict::Known(found);
            } else if let Verdict::Known(found) = &failure.verdict
                && met.iter().all(|known| known.index() != found.index())
            {
                met.push(*found);
            }
        }
    }

    /// Notes a known text outside of failures.
    pub(crate) fn see(&mut self, found: Match, place: Option<Place>) {
        match self.seen.iter_mut().find(|seen| seen.found.index() == found.index()) {
            Some(seen) => {
                seen.count += 1;
                seen.place = seen.place.take().or(place);
            }
            None => self.seen.push(Seen { found, count: 1, place }),
        }
    }
}
