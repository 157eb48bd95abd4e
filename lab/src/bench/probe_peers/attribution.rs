//! What each contestant says of the reproductions, and the rule by which that is judged.

use super::contestants::{Contestant, Field, directory};
use crate::harness::*;

/// A mistake in a suite, as `tests/observed/expected.json` has it.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Reproduction {
    rule: String,
    test: String,
    place: String,
    #[serde(default)]
    sometimes: bool,
}

/// What a contestant told.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Message {
    /// The test that it is told of; empty where none is named.
    test: String,
    text: String,
}

/// How well reproductions were told of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Score {
    /// How many there are.
    pub(super) all: usize,
    /// A message of the right test names the right line.
    pub(super) right: usize,
    /// A message of the right test speaks of the symptom, and no message names the line.
    pub(super) test_only: usize,
    /// A message of another test, or of none, names the right line.
    pub(super) line_only: usize,
    /// None of these.
    pub(super) missed: usize,
    /// Messages that speak of a symptom in a test that does not have it.
    pub(super) innocent: usize,
}

/// The suites with their reproductions. Fails if the list cannot be read.
pub(super) fn reproductions() -> Result<BTreeMap<String, Vec<Reproduction>>> {
    read_json(&root("tests/observed/expected.json"))
}

/// Runs a contestant on a copy of each suite, and judges what it tells. Fails if a suite cannot be run.
pub(super) fn judge_all(
    field: &Field,
    contestant: &Contestant,
    suites: &BTreeMap<String, Vec<Reproduction>>,
    symptoms: &Symptoms,
) -> Result<Score> {
    let mut sum = Score::default();
    for (suite, reproductions) in suites {
        let copy = directory().join("suites").join(suite);
        copy_afresh(&root("tests").join(suite), &copy)?;
        let messages = messages(field, contestant, &copy)?;
        let score = judge(reproductions, &messages, symptoms);
        sum = Score {
            all: sum.all + score.all,
            right: sum.right + score.right,
            test_only: sum.test_only + score.test_only,
            line_only: sum.line_only + score.line_only,
            missed: sum.missed + score.missed,
            innocent: sum.innocent + score.innocent,
        };
    }
    Ok(sum)
}

/// What a contestant tells of a suite: its findings, or pytest's warnings and failures, and what Python says in the end.
fn messages(field: &Field, contestant: &Contestant, suite: &Path) -> Result<Vec<Message>> {
    let (told, report) = (directory().join("messages.jsonl"), directory().join("report.json"));
    workspace::write(&told, "")?;
    let options = ["--output-format", "json", "--output-file", &report.to_string_lossy()];
    let mut command = field.command(contestant, suite, &options, &["-p", "_messages"]);
    let output = command.env("MESSAGES", &told).output().context("cannot start a contestant")?;
    if contestant.is_loopmend {
        return findings_as_messages(&workspace::read(&report)?);
    }
    let told = workspace::read(&told)?;
    let mut messages: Vec<Message> =
        told.lines().map(serde_json::from_str).collect::<Result<_, _>>().context("an unknown message")?;
    messages
        .push(Message { test: String::new(), text: String::from_utf8_lossy(&output.stderr).into_owned() });
    Ok(messages)
}

fn findings_as_messages(report: &str) -> Result<Vec<Message>> {
    let message = |TestFinding { path, line, rule, born, .. }| Message {
        test: born.test,
        text: format!("{path}:{line}: {rule}"),
    };
    Ok(findings(report)?.into_iter().map(message).collect())
}

/// By rule, the words that speak of what it is about.
type Symptoms = BTreeMap<String, Vec<String>>;

impl Message {
    fn speaks_of(&self, rule: &str, symptoms: &Symptoms) -> bool {
        symptoms.get(rule).into_iter().flatten().any(|words| self.text.contains(words))
    }

    /// Whether `file:line` is named, in pytest's form or in that of a traceback.
    fn names(&self, place: &str) -> bool {
        let (file, line) = place.rsplit_once(':').unwrap_or((place, ""));
        [format!("{file}:{line}"), format!("{file}\", line {line}")].iter().any(|form| {
            self.text.match_indices(form.as_str()).any(|(start, _)| {
                let before = self.text[..start].chars().next_back();
                let after = self.text[start + form.len()..].chars().next();
                !before.is_some_and(|it| it.is_alphanumeric() || it == '_')
                    && !after.is_some_and(|it| it.is_ascii_digit())
            })
        })
    }
}

fn judge(reproductions: &[Reproduction], messages: &[Message], symptoms: &Symptoms) -> Score {
    let mut score = Score::default();
    for one in reproductions.iter().filter(|one| !one.sometimes) {
        let speaking = || messages.iter().filter(|message| message.speaks_of(&one.rule, symptoms));
        score.all += 1;
        if speaking().any(|message| message.test == one.test && message.names(&one.place)) {
            score.right += 1;
        } else if speaking().any(|message| message.names(&one.place)) {
            score.line_only += 1;
        } else if speaking().any(|message| message.test == one.test) {
            score.test_only += 1;
        } else {
            score.missed += 1;
        }
    }
    score.innocent = messages.iter().filter(|message| is_unjust(message, reproductions, symptoms)).count();
    score
}

/// Whether a message blames a test for what it does not do.
fn is_unjust(message: &Message, reproductions: &[Reproduction], symptoms: &Symptoms) -> bool {
    let rules: BTreeSet<&str> = reproductions.iter().map(|one| one.rule.as_str()).collect();
    let mut spoken = rules.into_iter().filter(|rule| message.speaks_of(rule, symptoms)).peekable();
    let has_it = |rule: &str| {
        reproductions
            .iter()
            .any(|one| one.test == message.test && symptoms.get(&one.rule) == symptoms.get(rule))
    };
    !message.test.is_empty() && spoken.peek().is_some() && !spoken.any(has_it)
}

#[cfg(test)]
mod tests {
    use super::super::contestants::Manifest;
    use super::{Message, Reproduction, Score, judge, reproductions};

    fn message(test: &str, text: &str) -> Message {
        Message { test: test.into(), text: text.into() }
    }

    fn reproduction(test: &str, place: &str) -> Reproduction {
        Reproduction { rule: "task-leak".into(), test: test.into(), place: place.into(), sometimes: false }
    }

    #[test]
    fn the_test_and_the_line_both_count() {
        let all = [
            reproduction("t.py::a", "t.py:1"),
            reproduction("t.py::b", "t.py:2"),
            reproduction("t.py::c", "t.py:3"),
            reproduction("t.py::d", "t.py:4"),
        ];
        let words = "Detected 1 leaked asyncio tasks";
        let told = [
            message("t.py::a", &format!("{words}\n  File \"/x/t.py\", line 1, in a")),
            message("t.py::b", &format!("{words} t.py:20 st.py:2")),
            message("t.py::innocent", &format!("{words} t.py:3")),
            message("t.py::d", "t.py:4: something else"),
            message("", words),
        ];
        let expected = Score { all: 4, right: 1, test_only: 1, line_only: 1, missed: 1, innocent: 1 };
        assert_eq!(judge(&all, &told, &Manifest::read().unwrap().symptoms), expected);
    }

    #[test]
    fn every_rule_of_the_reproductions_has_words() {
        let all = reproductions().unwrap();
        let symptoms = Manifest::read().unwrap().symptoms;
        assert!(all.values().flatten().all(|one| symptoms.contains_key(&one.rule)));
    }
}
