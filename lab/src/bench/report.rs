//! The tables of `docs/lab/performance.md`.

use std::collections::BTreeMap;

use serde::Serialize;

use super::contestants::name;
use super::measure::Cost;
use super::statistics::{Ratio, median, paired_ratio};
use crate::markdown::{self, Align};

/// What was measured on one corpus.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Results {
    /// The release, `name==1.2.3`.
    pub(super) release: String,
    /// The contestants in the order of the table.
    pub(super) contestants: Vec<&'static str>,
    /// By contestant and round, from 1.
    pub(super) costs: BTreeMap<&'static str, BTreeMap<usize, Cost>>,
    /// Why a contestant could not be measured.
    pub(super) failures: BTreeMap<&'static str, String>,
}

/// Which part of a cost a ratio is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Cpu,
    Peak,
}

/// The ratios that are shown: the part, the numerator and the denominator.
const RATIOS: [(Part, &str, &str); 18] = [
    (Part::Cpu, name::COLD, name::RUFF),
    (Part::Cpu, name::FILLING, name::RUFF),
    (Part::Cpu, name::LIBRARIES, name::RUFF),
    (Part::Cpu, name::TWO_RULES_COLD, name::RUFF),
    (Part::Cpu, name::TWO_RULES_LIBRARIES, name::RUFF),
    (Part::Cpu, name::COLD, name::TWO_RULES_COLD),
    (Part::Cpu, name::COLD, name::TY),
    (Part::Cpu, name::TWO_RULES_COLD, name::TY),
    (Part::Cpu, name::COLD, name::ZUBAN),
    (Part::Cpu, name::COLD, name::MYPY),
    (Part::Cpu, name::COLD, name::PYRIGHT),
    (Part::Cpu, name::UNCHANGED, name::COLD),
    (Part::Cpu, name::COMMENT, name::COLD),
    (Part::Cpu, name::BODY, name::COLD),
    (Part::Cpu, name::INTERFACE, name::COLD),
    (Part::Cpu, name::BODY, name::UNCHANGED),
    (Part::Peak, name::COLD, name::TY),
    (Part::Peak, name::COLD, name::RUFF),
];

impl Results {
    /// Records one run.
    pub(super) fn add(&mut self, contestant: &'static str, round: usize, cost: Cost) {
        self.costs.entry(contestant).or_default().insert(round, cost);
    }

    fn ratio(&self, part: Part, numerator: &str, denominator: &str) -> Option<Ratio> {
        let (above, below) = (self.costs.get(numerator)?, self.costs.get(denominator)?);
        let pairs: Vec<_> = above
            .iter()
            .filter_map(|(round, cost)| Some((part.of(cost), part.of(below.get(round)?))))
            .collect();
        paired_ratio(&pairs)
    }

    /// The medians and the ratios, as Markdown.
    pub(super) fn markdown(&self) -> String {
        format!("### {}\n\n{}\n{}\n", self.release, self.medians(), self.ratios())
    }

    fn medians(&self) -> String {
        let columns = [
            ("", Align::Left),
            ("CPU, s", Align::Right),
            ("wall, s", Align::Right),
            ("peak memory, MB", Align::Right),
            ("runs", Align::Right),
        ];
        let rows: Vec<_> = self.contestants.iter().map(|contestant| self.medians_row(contestant)).collect();
        markdown::table(&columns, &rows)
    }

    fn medians_row(&self, contestant: &str) -> Vec<String> {
        let costs: Vec<Cost> =
            self.costs.get(contestant).into_iter().flat_map(BTreeMap::values).copied().collect();
        let shown = |part: fn(&Cost) -> f64, digits: usize| {
            let values: Vec<_> = costs.iter().map(part).collect();
            median(&values).map_or_else(|| "–".to_owned(), |value| format!("{value:.digits$}"))
        };
        let name = match self.failures.get(contestant) {
            Some(reason) => format!("{contestant} ({reason})"),
            None => contestant.to_owned(),
        };
        vec![
            name,
            shown(|cost| cost.cpu, 3),
            shown(|cost| cost.wall, 3),
            shown(|cost| cost.peak / 1e6, 0),
            costs.len().to_string(),
        ]
    }

    fn ratios(&self) -> String {
        let columns = [
            ("ratio", Align::Left),
            ("of", Align::Left),
            ("mean", Align::Right),
            ("95 % interval", Align::Right),
            ("pairs", Align::Right),
        ];
        let rows: Vec<_> = RATIOS
            .iter()
            .filter_map(|(part, above, below)| {
                let ratio = self.ratio(*part, above, below)?;
                Some(vec![
                    format!("{above} / {below}"),
                    part.as_str().to_owned(),
                    format!("{:.3}", ratio.mean),
                    format!("{:.3} – {:.3}", ratio.low, ratio.high),
                    ratio.pairs.to_string(),
                ])
            })
            .collect();
        markdown::table(&columns, &rows)
    }
}

impl Part {
    fn of(self, cost: &Cost) -> f64 {
        match self {
            Part::Cpu => cost.cpu,
            Part::Peak => cost.peak,
        }
    }

    fn as_str(self) -> &'static str {
        match self {
            Part::Cpu => "CPU",
            Part::Peak => "peak memory",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Cost, Part, Results, name};

    fn results() -> Results {
        let mut results = Results {
            release: "x==1".into(),
            contestants: vec![name::COLD, name::RUFF, name::MYPY],
            ..Results::default()
        };
        for round in 1..=3 {
            results.add(name::COLD, round, Cost { cpu: 0.1, wall: 0.05, peak: 50e6 });
            results.add(name::RUFF, round, Cost { cpu: 0.2, wall: 0.1, peak: 25e6 });
        }
        results.add(name::MYPY, 2, Cost { cpu: 2.0, wall: 2.0, peak: 100e6 });
        results
    }

    #[test]
    fn only_runs_of_one_round_are_a_pair() {
        let results = results();
        let ratio = results.ratio(Part::Cpu, name::COLD, name::RUFF).unwrap();
        assert_eq!((ratio.pairs, (ratio.mean * 1000.0).round()), (3, 500.0));
        assert_eq!(results.ratio(Part::Cpu, name::COLD, name::MYPY), None);
        assert_eq!(results.ratio(Part::Cpu, name::COLD, name::TY), None);
    }

    #[test]
    fn the_page_has_medians_and_ratios() {
        let mut results = results();
        results.failures.insert(name::MYPY, "ended with 2".into());
        let text = results.markdown();
        assert!(text.contains("| loopmend, no cache | 0.100 | 0.050 | 50 | 3 |"), "{text}");
        assert!(text.contains("| mypy (ended with 2) | 2.000 | 2.000 | 100 | 1 |"), "{text}");
        assert!(text.contains("| loopmend, no cache / ruff | CPU | 0.500 | 0.500 – 0.500 | 3 |"), "{text}");
    }
}
