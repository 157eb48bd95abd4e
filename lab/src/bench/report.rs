//! The tables of `docs/lab/performance.md`.

use crate::harness::*;

/// What was measured on one corpus.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Results {
    /// The release, `name==1.2.3`.
    pub(super) release: String,
    /// The contestants in the order of the table.
    pub(super) contestants: Vec<String>,
    /// By contestant and round, from 1.
    pub(super) costs: BTreeMap<String, BTreeMap<usize, Cost>>,
    /// Why a contestant could not be measured.
    pub(super) failures: BTreeMap<String, String>,
}

/// By the part of the costs, the numerators and denominators of the ratios that are shown.
type Ratios = BTreeMap<String, Vec<[String; 2]>>;

impl Results {
    /// Records one run.
    pub(super) fn add(&mut self, contestant: &str, round: usize, cost: Cost) {
        self.costs.entry(contestant.to_owned()).or_default().insert(round, cost);
    }

    fn ratio(&self, part: &str, numerator: &str, denominator: &str) -> Option<Ratio> {
        let (above, below) = (self.costs.get(numerator)?, self.costs.get(denominator)?);
        let of = |cost: &Cost| if part == "CPU" { cost.cpu } else { cost.peak };
        let pair = |(round, cost): (&usize, &Cost)| Some((of(cost), of(below.get(round)?)));
        paired_ratio(&above.iter().filter_map(pair).collect::<Vec<_>>())
    }

    /// The medians and the ratios, as Markdown.
    pub(super) fn markdown(&self, ratios: &Ratios) -> String {
        format!("### {}\n\n{}\n{}\n", self.release, self.medians(), self.ratios(ratios))
    }

    fn medians(&self) -> String {
        let costs = |contestant: &str| self.costs.get(contestant).into_iter().flat_map(BTreeMap::values);
        let middle = |contestant: &str, part: fn(&Cost) -> f64, digits: usize| {
            let values: Vec<_> = costs(contestant).map(part).collect();
            median(&values).map_or_else(|| "–".to_owned(), |value| format!("{value:.digits$}"))
        };
        let name = |contestant: &str| match self.failures.get(contestant) {
            Some(reason) => format!("{contestant} ({reason})"),
            None => contestant.to_owned(),
        };
        Table::of(&self.contestants)
            .words("", |one| name(one))
            .number("CPU, s", |one| middle(one, |cost| cost.cpu, 3))
            .number("wall, s", |one| middle(one, |cost| cost.wall, 3))
            .number("peak memory, MB", |one| middle(one, |cost| cost.peak / 1e6, 0))
            .number("runs", |one| costs(one).count())
            .to_string()
    }

    fn ratios(&self, ratios: &Ratios) -> String {
        let mut rows: Vec<(String, &str, Ratio)> = Vec::new();
        for (part, pairs) in ratios {
            let known = |[above, below]: &[String; 2]| {
                Some((format!("{above} / {below}"), part.as_str(), self.ratio(part, above, below)?))
            };
            rows.extend(pairs.iter().filter_map(known));
        }
        Table::of(&rows)
            .words("ratio", |(name, ..)| name)
            .words("of", |(_, part, _)| part)
            .number("mean", |(.., ratio)| format!("{:.3}", ratio.mean))
            .number("95 % interval", |(.., ratio)| format!("{:.3} – {:.3}", ratio.low, ratio.high))
            .number("pairs", |(.., ratio)| ratio.pairs)
            .to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::super::contestants::Manifest;
    use super::{Cost, Results};
    use crate::harness::manifest;

    const COLD: &str = "loopmend, no cache";

    fn results() -> Results {
        let contestants = [COLD, "ruff", "mypy"].map(str::to_owned).to_vec();
        let mut results = Results { release: "x==1".into(), contestants, ..Results::default() };
        for round in 1..=3 {
            results.add(COLD, round, Cost { cpu: 0.1, wall: 0.05, peak: 50e6 });
            results.add("ruff", round, Cost { cpu: 0.2, wall: 0.1, peak: 25e6 });
        }
        results.add("mypy", 2, Cost { cpu: 2.0, wall: 2.0, peak: 100e6 });
        results
    }

    #[test]
    fn only_runs_of_one_round_are_a_pair() {
        let results = results();
        let ratio = results.ratio("CPU", COLD, "ruff").unwrap();
        assert_eq!((ratio.pairs, (ratio.mean * 1000.0).round()), (3, 500.0));
        assert_eq!(results.ratio("CPU", COLD, "mypy"), None);
        assert_eq!(results.ratio("CPU", COLD, "ty"), None);
    }

    #[test]
    fn the_page_has_medians_and_ratios() {
        let mut results = results();
        results.failures.insert("mypy".into(), "ended with 2".into());
        let manifest: Manifest = manifest("bench.toml").unwrap();
        let text = results.markdown(&manifest.ratios);
        assert!(text.contains("| loopmend, no cache | 0.100 | 0.050 | 50 | 3 |"), "{text}");
        assert!(text.contains("| mypy (ended with 2) | 2.000 | 2.000 | 100 | 1 |"), "{text}");
        assert!(text.contains("| loopmend, no cache / ruff | CPU | 0.500 | 0.500 – 0.500 | 3 |"), "{text}");
        assert!(text.contains("| loopmend, no cache / ruff | peak memory | 2.000 |"), "{text}");
    }

    #[test]
    fn each_ratio_is_of_contestants() {
        let manifest: Manifest = manifest("bench.toml").unwrap();
        let is_known = |name: &String| manifest.contestant.iter().any(|one| one.name == *name);
        assert!(manifest.ratios.values().flatten().flatten().all(is_known));
    }
}
