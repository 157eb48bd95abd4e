//! What was read from the output of a run, or from a report.

use crate::matcher::Match;
use crate::surroundings::{Marks, mark};

/// So many names of coroutines are kept of one error.
const MOST_COROUTINES: usize = 10;

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
        !path.starts_with('<') && !elsewhere.iter().any(|part| path.contains(part)) && is_python(&path)
    }
}

/// Whether a file may be written in Python: an extension of a package is none, nor is the script that starts one.
fn is_python(path: &str) -> bool {
    let (directory, name) = path.rsplit_once('/').unwrap_or_default();
    match name.rsplit_once('.') {
        Some((_, extension)) => matches!(extension, "py" | "pyw" | "ipynb"),
        None => !directory.ends_with("/bin") && !directory.ends_with("/Scripts"),
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
    /// The contexts and objects that its lines show.
    pub marks: Marks,
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
    /// The contexts and objects that its lines show.
    pub marks: Marks,
    /// What it has to do with the end of the run.
    pub standing: Standing,
    /// The names of the coroutines that it is about, without their classes; at most ten.
    pub coroutines: Vec<String>,
    /// The lines of the first and the last time.
    pub(crate) lines: (u32, u32),
    /// Whether it was said beside the code that failed, each time.
    is_aside: bool,
}

/// What an error that was seen has to do with the end of the run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It ended the run.
    Ended,
    /// Nothing is known of that.
    #[default]
    Other,
    /// It follows from the error that ended the run.
    After,
}

/// Where a known text was seen.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sight {
    pub(crate) line: u32,
    pub(crate) place: Option<Place>,
    pub(crate) marks: Marks,
    pub(crate) coroutine: Option<String>,
    /// Whether an exception says so that Python could not raise, or a warning that names a line of a package.
    pub(crate) is_aside: bool,
}

impl Seen {
    /// A text of which nothing else is known.
    pub fn of(found: Match, text: &str) -> Self {
        Self::at(found, Sight { coroutine: coroutine_in(text), ..Sight::default() })
    }

    fn at(found: Match, sight: Sight) -> Self {
        let Sight { line, place, marks, coroutine, is_aside } = sight;
        Self {
            found,
            count: 1,
            place,
            marks,
            standing: Standing::default(),
            coroutines: coroutine.into_iter().collect(),
            lines: (line, line),
            is_aside,
        }
    }

    /// Takes another sight of it.
    fn add(&mut self, sight: Sight) {
        self.count += 1;
        self.place = self.place.take().or(sight.place);
        self.marks = self.marks.with(sight.marks);
        self.lines.1 = sight.line;
        let is_new = |name: &String| !self.coroutines.contains(name);
        self.coroutines.extend(sight.coroutine.filter(is_new));
        self.coroutines.truncate(MOST_COROUTINES);
    }

    /// Whether it says what an exception says whose traceback has these lines.
    fn is_said_in(&self, (start, end): (u32, u32)) -> bool {
        !self.found.error().after && (start..end).contains(&self.lines.1)
    }

    /// Whether it follows from an exception whose traceback begins at a line.
    fn is_after(&self, start: u32) -> bool {
        self.is_aside || self.found.error().after && self.lines.0 > start
    }
}

/// The function in `coroutine 'Class.function' was never awaited`, without its class.
pub(crate) fn coroutine_in(text: &str) -> Option<String> {
    let (_, rest) = text.split_once("coroutine '")?;
    let (name, _) = rest.split_once('\'')?;
    name.rsplit('.').next().filter(|name| !name.is_empty()).map(str::to_owned)
}

/// The traceback that ended a program.
#[derive(Clone, Debug)]
pub(crate) struct End {
    /// The lines of it, from the first to the one after it.
    pub(crate) lines: (u32, u32),
    /// What the exception says.
    pub(crate) message: Option<String>,
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
    /// What ended the program, if it is not known.
    pub ended_by: Option<String>,
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
    pub(crate) fn see(&mut self, found: Match, sight: Sight) {
        let is_it = |seen: &&mut Seen| seen.found.index() == found.index() && seen.is_aside == sight.is_aside;
        match self.seen.iter_mut().find(is_it) {
            Some(seen) => seen.add(sight),
            None => self.seen.push(Seen::at(found, sight)),
        }
    }

    /// Puts what was seen in order: the first error of the traceback that ended the program, others, and what follows from it.
    pub(crate) fn rank(&mut self, end: Option<End>) {
        if let Some(End { lines, message }) = end {
            let said = self.seen.iter().filter(|seen| seen.is_said_in(lines));
            let index = said.min_by_key(|seen| seen.lines.1).map(|seen| seen.found.index());
            for seen in &mut self.seen {
                if seen.is_said_in(lines) && Some(seen.found.index()) == index {
                    seen.standing = Standing::Ended;
                } else if seen.is_said_in(lines) && seen.lines.0 >= lines.0 || seen.is_after(lines.0) {
                    seen.standing = Standing::After;
                }
            }
            self.ended_by = message.filter(|_| index.is_none());
        }
        self.seen.sort_by_key(|seen| (seen.standing, seen.found.error().is_deprecation()));
    }

    /// Marks all of it as the output of a runner of tests, or of a program.
    pub(crate) fn mark(&mut self, runner: &str) {
        let runner = mark(runner);
        self.failures.iter_mut().for_each(|failure| failure.marks = failure.marks.with(runner));
        self.seen.iter_mut().for_each(|seen| seen.marks = seen.marks.with(runner));
    }
}
