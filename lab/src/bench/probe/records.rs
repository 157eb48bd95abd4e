//! What the probe sees in a suite, beside what was read and judged: `docs/lab/probed/NAME.json`.

use super::cost::Pair;
use super::outcomes::Outcomes;
use crate::harness::*;

/// What is known of a suite.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Record {
    /// The release, `name==1.2.3`.
    pub(super) release: String,
    /// How its tests end.
    pub(super) outcomes: Outcomes,
    /// What it costs.
    pub(super) costs: Vec<Pair>,
    /// What the probe saw, sorted by place.
    pub(super) places: Vec<Place>,
}

/// A line where something was made that a rule speaks of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Place {
    /// The file, relative to the root of the release.
    pub(super) path: String,
    /// From 1.
    pub(super) line: usize,
    /// The text of the line, without the space around it.
    pub(super) text: String,
    /// The rule's name.
    pub(super) rule: String,
    /// The sentence.
    pub(super) message: String,
    /// What a reader said; `null` until someone has read it.
    pub(super) verdict: Option<Verdict>,
    /// Why the verdict is what it is.
    pub(super) reason: Option<String>,
    /// The tests with their phases, and in how many runs it was seen there.
    pub(super) tests: BTreeMap<String, usize>,
}

impl Place {
    fn key(&self) -> (&str, usize, &str, &str) {
        (&self.path, self.line, &self.rule, &self.message)
    }
}

/// A finding of `loopmend test`, with the text of its line.
#[derive(Clone, Debug)]
pub(super) struct Sighting {
    finding: TestFinding,
    text: String,
}

impl Sighting {
    /// `tests/test_a.py::test_b (setup of fixture c)`.
    fn test(&self) -> String {
        let born = &self.finding.born;
        format!("{} ({})", born.test, born.phase_in_words())
    }
}

/// The findings of a report, with the texts of their lines. Fails if the report cannot be read.
pub(super) fn read_report(path: &Path, source: &Path) -> Result<Vec<Sighting>> {
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    let with_text = |finding: TestFinding| {
        let text = texts
            .entry(finding.path.clone())
            .or_insert_with(|| workspace::read(&source.join(&finding.path)).unwrap_or_default());
        Sighting { text: line_of(text, finding.line), finding }
    };
    Ok(findings(&workspace::read(path)?)?.into_iter().map(with_text).collect())
}

/// What was seen in some runs, by place, with the verdicts of `old`.
pub(super) fn merge(runs: &[Vec<Sighting>], old: &[Place]) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    for sighting in runs.iter().flatten() {
        let TestFinding { path, line, rule, message, .. } = &sighting.finding;
        let seen = Place {
            path: path.clone(),
            line: *line,
            text: sighting.text.clone(),
            rule: rule.clone(),
            message: message.clone(),
            ..Place::default()
        };
        let index = places.iter().position(|place| place.key() == seen.key()).unwrap_or_else(|| {
            places.push(seen);
            places.len() - 1
        });
        *places[index].tests.entry(sighting.test()).or_default() += 1;
    }
    for place in &mut places {
        if let Some(known) = old.iter().find(|known| known.key() == place.key()) {
            place.verdict = known.verdict;
            place.reason.clone_from(&known.reason);
        }
    }
    places.sort_by(|a, b| a.key().cmp(&b.key()));
    places
}

/// The places of `these` that are not among `others`.
pub(super) fn beyond<'p>(these: &'p [Place], others: &[Place]) -> Vec<&'p Place> {
    these.iter().filter(|place| others.iter().all(|other| other.key() != place.key())).collect()
}

/// Where the record of a suite is.
pub(super) fn path(name: &str) -> PathBuf {
    root("docs/lab/probed").join(format!("{name}.json"))
}

#[cfg(test)]
pub(super) mod tests {
    use super::{Place, Sighting, beyond, merge};
    use crate::harness::{Born, TestFinding, Verdict};

    fn sighting(line: usize, test: &str) -> Sighting {
        let born = Born { test: test.into(), phase: "setup".into(), fixture: "f".into() };
        let (path, rule, message) = ("a.py".into(), "task-leak".into(), "words".into());
        Sighting { finding: TestFinding { path, line, rule, message, born }, text: "f()".into() }
    }

    #[test]
    fn what_was_seen_at_a_line_is_one_place_and_keeps_its_verdict() {
        let runs = [vec![sighting(2, "t"), sighting(1, "t")], vec![sighting(2, "t"), sighting(2, "u")]];
        let first = merge(&runs, &[]);
        assert_eq!(first.iter().map(|place| place.line).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(first[1].tests["t (setup of fixture f)"], 2);
        assert_eq!(first[1].tests["u (setup of fixture f)"], 1);
        let mut read: Vec<Place> = first.clone();
        read[1].verdict = Some(Verdict::True);
        assert_eq!(merge(&runs, &read), read);
        assert_eq!(beyond(&first, &read[..1]), [&first[1]]);
    }
}
