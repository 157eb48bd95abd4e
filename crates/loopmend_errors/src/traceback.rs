//! Which tracebacks a program printed, and which of them ended it.

use crate::reading::{End, Place};
use crate::surroundings::{Marks, marks_of_line};

/// At most so many tracebacks of a block are known.
const MOST_CHAINS: usize = 1000;

/// What became of an exception.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It ended the program, or a thread.
    Ended,
    /// Python could not raise it, as in a finalizer.
    Ignored,
    /// It was logged.
    Logged,
}

/// A traceback with those that are chained to it.
#[derive(Clone, Debug)]
pub(crate) struct Chain {
    /// The line of its heading.
    pub(crate) start: u32,
    /// The line after it, as far as it is known.
    end: Option<u32>,
    pub(crate) fate: Fate,
    /// The last place of the project in it.
    pub(crate) place: Option<Place>,
    pub(crate) marks: Marks,
    /// What the last exception of it says.
    message: Option<String>,
}

impl Chain {
    /// As the end of a program.
    pub(crate) fn as_end(&self) -> End {
        End { lines: (self.start, self.end.unwrap_or(u32::MAX)), message: self.message.clone() }
    }

    /// Whether a line is part of it.
    pub(crate) fn has(&self, line: u32) -> bool {
        self.start <= line && self.end.is_none_or(|end| line < end)
    }
}

/// The tracebacks of a block.
#[derive(Default)]
pub(crate) struct Tracebacks {
    chains: Vec<Chain>,
    announced: Option<Announced>,
}

/// What a line says of a traceback below it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Announced {
    /// It goes on with the one above.
    Chained,
    /// A new one begins.
    New(Fate),
}

impl Tracebacks {
    /// Takes the next line.
    pub(crate) fn take(&mut self, line: &str, number: u32, place: Option<&Place>) {
        if line.trim().is_empty() {
            return;
        }
        let announced = announced(line);
        if is_heading(line) {
            self.begin(number);
        } else if matches!(announced, Some(Announced::New(_))) {
            self.close(number);
        }
        self.announced = announced;
        let Some(chain) = self.chains.last_mut().filter(|chain| chain.end.is_none()) else { return };
        chain.marks = chain.marks.with(marks_of_line(line));
        if let Some(place) = place.filter(|place| place.is_of_project()) {
            chain.place = Some(place.clone());
        }
    }

    /// The traceback that a line is part of.
    pub(crate) fn at(&self, line: u32) -> Option<&Chain> {
        self.chains.iter().rev().find(|chain| chain.has(line))
    }

    /// The first line after the tracebacks above a line.
    pub(crate) fn end_above(&self, line: u32) -> u32 {
        self.chains.iter().rev().filter_map(|chain| chain.end).find(|end| *end <= line).unwrap_or_default()
    }

    /// The last traceback that ended the program.
    pub(crate) fn last_ended(&self) -> Option<&Chain> {
        self.chains.iter().rev().find(|chain| chain.fate == Fate::Ended)
    }

    /// Takes what an exception of the last traceback says.
    pub(crate) fn end_with(&mut self, message: &str) {
        if let Some(chain) = self.chains.last_mut().filter(|chain| chain.end.is_none()) {
            chain.message = Some(message.to_owned());
        }
    }

    fn begin(&mut self, number: u32) {
        let fate = match self.announced {
            Some(Announced::Chained) if !self.chains.is_empty() => return,
            Some(Announced::New(fate)) => fate,
            _ => Fate::Ended,
        };
        self.close(number);
        if self.chains.len() == MOST_CHAINS {
            self.chains.remove(0);
        }
        let chain =
            Chain { start: number, end: None, fate, place: None, marks: Marks::default(), message: None };
        self.chains.push(chain);
    }

    fn close(&mut self, number: u32) {
        if let Some(chain) = self.chains.last_mut() {
            chain.end.get_or_insert(number);
        }
    }
}

/// Whether a line begins a traceback that is no part of another text.
fn is_heading(line: &str) -> bool {
    let line = line.strip_prefix("  + Exception Group ").unwrap_or(line);
    line.starts_with("Traceback (most recent call last)")
}

fn announced(line: &str) -> Option<Announced> {
    const CHAINED: [&str; 2] = [
        "During handling of the above exception, another exception occurred",
        "The above exception was the direct cause of the following exception",
    ];
    const LOGGED: [&str; 8] = [
        "Task exception was never retrieved",
        "Future exception was never retrieved",
        "Task was destroyed but it is pending",
        "task: <",
        "future: <",
        "handle: <",
        "Exception in callback",
        "Unhandled exception in event loop",
    ];
    let begins = |words: &[&str]| words.iter().any(|word| line.starts_with(word));
    if begins(&CHAINED) {
        Some(Announced::Chained)
    } else if begins(&["Exception ignored "]) {
        Some(Announced::New(Fate::Ignored))
    } else if begins(&LOGGED) || is_record(line) {
        Some(Announced::New(Fate::Logged))
    } else {
        None
    }
}

/// Whether a line is a record of a log that names its level.
fn is_record(line: &str) -> bool {
    let head = line.get(..60).unwrap_or(line);
    !line.starts_with(' ') && ["ERROR", "CRITICAL", "FATAL"].iter().any(|level| head.contains(level))
}

#[cfg(test)]
mod tests {
    use super::{Fate, Tracebacks};

    fn read(text: &str) -> Tracebacks {
        let mut found = Tracebacks::default();
        for (at, line) in text.lines().enumerate() {
            found.take(line, at as u32 + 1, None);
        }
        found
    }

    #[test]
    fn the_last_one_that_nothing_announces_ended_the_program() {
        let text = "ERROR app: it failed\nTraceback (most recent call last):\nKeyError: 1\n\
                    Traceback (most recent call last):\nValueError: x\n\n\
                    During handling of the above exception, another exception occurred:\n\n\
                    Traceback (most recent call last):\nRuntimeError: y\n\
                    Exception ignored in: <function Client.__del__ at 0x7f>\nTraceback (most recent call last):\nRuntimeError: z\n";
        let found = read(text);
        let fates: Vec<Fate> = found.chains.iter().map(|chain| chain.fate).collect();
        assert_eq!(fates, [Fate::Logged, Fate::Ended, Fate::Ignored]);
        let ended = found.last_ended().unwrap();
        assert!(ended.start == 4 && ended.has(10) && !ended.has(11));
        assert_eq!(found.at(13).map(|chain| chain.fate), Some(Fate::Ignored));
    }

    #[test]
    fn a_thread_ends_too() {
        let found =
            read("Exception in thread worker:\nTraceback (most recent call last):\nRuntimeError: x\n");
        assert!(found.last_ended().is_some());
    }
}
