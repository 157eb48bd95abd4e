//! Compares the model of pytest suites with pytest itself: what it collects from real projects, and with which fixtures.

use crate::harness::*;

/// The share of tests, in percent, that may differ.
const BOUND: f64 = 1.0;

/// The arguments of `cargo lab suites`.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Compare the suites of these corpora only
    names: Vec<String>,
    /// Write the table to docs/lab/pytest.md
    #[arg(long)]
    update: bool,
}

/// What loopmend says of a test, as far as it is compared.
#[derive(Debug, Deserialize)]
struct ModelTest {
    id: String,
    fixtures: BTreeSet<String>,
    parameters: BTreeSet<String>,
}

#[derive(Debug, Deserialize)]
struct ModelFile {
    tests: Vec<ModelTest>,
}

#[derive(Debug, Deserialize)]
struct Model {
    files: Vec<ModelFile>,
}

/// The fixtures of tests, by their identifiers without brackets; names that begin with an underscore are left out, which
/// plugins have for themselves.
type Closures = BTreeMap<String, BTreeSet<String>>;

/// How the two agree on one suite.
struct Comparison {
    name: String,
    of_pytest: usize,
    of_model: usize,
    only_pytest: Vec<String>,
    only_model: Vec<String>,
    planned: usize,
    other_fixtures: Vec<String>,
}

impl Comparison {
    fn is_within_bound(&self) -> bool {
        let differing = self.only_pytest.len() + self.only_model.len();
        let is_few = |part: usize, whole: usize| part as f64 * 100.0 <= whole as f64 * BOUND;
        is_few(differing, self.of_pytest) && is_few(self.other_fixtures.len(), self.planned)
    }

    fn print_differences(&self) {
        let kinds = [
            ("only pytest has", &self.only_pytest),
            ("only loopmend has", &self.only_model),
            ("other fixtures:", &self.other_fixtures),
        ];
        for (kind, tests) in kinds {
            for test in tests {
                println!("{}: {kind} {test}", self.name);
            }
        }
    }
}

/// Runs the task. Fails if a corpus cannot be fetched, or pytest or loopmend fails on it.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let mut corpora = select(&arguments.names)?;
    corpora.retain(|corpus| corpus.suite.is_some());
    ensure!(!corpora.is_empty(), "none of these corpora has a `suite` in lab/corpora.toml");
    fetch_all(&corpora)?;
    let loopmend = Loopmend::build()?;
    let mut comparisons = Vec::new();
    for corpus in &corpora {
        let suite = corpus.suite.as_ref().expect("others were left out");
        let comparison = compare(&loopmend, corpus, suite).with_context(|| format!("in {}", corpus.name))?;
        comparison.print_differences();
        comparisons.push(comparison);
    }
    publish("pytest.md", "suites", &table(&comparisons), arguments.update)?;
    Ok(Outcome::passed_if(comparisons.iter().all(Comparison::is_within_bound)))
}

fn compare(loopmend: &Loopmend, corpus: &Corpus, suite: &Suite) -> Result<Comparison> {
    let (source, environment) = (corpus.source(), corpus.environment());
    let model = model(loopmend, &source, &environment)?;
    let collected = collected(&source, &environment, suite)?;
    let planned = planned(&source, &environment, suite)?;
    let only =
        |these: &BTreeSet<String>, others: &BTreeSet<String>| these.difference(others).cloned().collect();
    let modelled: BTreeSet<String> = model.keys().cloned().collect();
    let known = planned.iter().filter(|(id, _)| model.contains_key(*id));
    let other_fixtures = known.clone().filter(|(id, fixtures)| model[*id] != **fixtures);
    Ok(Comparison {
        name: corpus.name.clone(),
        of_pytest: collected.len(),
        of_model: modelled.len(),
        only_pytest: only(&collected, &modelled),
        only_model: only(&modelled, &collected),
        planned: known.count(),
        other_fixtures: other_fixtures.map(|(id, fixtures)| difference(id, fixtures, &model[id])).collect(),
    })
}

fn difference(id: &str, of_pytest: &BTreeSet<String>, of_model: &BTreeSet<String>) -> String {
    let listed =
        |these: &BTreeSet<String>, others| these.difference(others).cloned().collect::<Vec<_>>().join(", ");
    format!("{id}: missing [{}], further [{}]", listed(of_pytest, of_model), listed(of_model, of_pytest))
}

fn model(loopmend: &Loopmend, source: &Path, environment: &Path) -> Result<Closures> {
    let model: Model = loopmend.json(source, &["loops", "."], Some(environment))?;
    let names = |test: ModelTest| {
        let names = test.fixtures.into_iter().chain(test.parameters);
        (test.id, names.filter(|name| is_compared(name)).collect())
    };
    Ok(model.files.into_iter().flat_map(|file| file.tests).map(names).collect())
}

fn is_compared(name: &str) -> bool {
    !name.starts_with('_')
}

fn table(comparisons: &[Comparison]) -> String {
    Table::of(comparisons)
        .words("suite", |one| &one.name)
        .number("tests of pytest", |one| one.of_pytest)
        .number("tests of loopmend", |one| one.of_model)
        .number("only pytest has", |one| one.only_pytest.len())
        .number("only loopmend has", |one| one.only_model.len())
        .number("tests with other fixtures", |one| format!("{} of {}", one.other_fixtures.len(), one.planned))
        .to_string()
}

/// The identifiers of the tests that pytest collects, without brackets.
/// Fails if pytest cannot be started or collects nothing.
fn collected(source: &Path, environment: &Path, suite: &Suite) -> Result<BTreeSet<String>> {
    let text = run_pytest(source, environment, suite, &["--collect-only", "-q"])?;
    let ids: BTreeSet<String> = text.lines().filter_map(id_of_line).collect();
    if ids.is_empty() {
        bail!("pytest collected nothing:\n{text}");
    }
    Ok(ids)
}

/// The fixtures of the tests as pytest would set them up. Fails if pytest cannot be started.
fn planned(source: &Path, environment: &Path, suite: &Suite) -> Result<Closures> {
    let arguments = ["--setup-plan", "-q", "--continue-on-collection-errors", "-p", "no:xdist"];
    let text = run_pytest(source, environment, suite, &arguments)?;
    let mut closures = Closures::new();
    for (id, fixtures) in text.lines().filter_map(planned_test) {
        closures.entry(id).or_insert(fixtures);
    }
    Ok(closures)
}

fn run_pytest(source: &Path, environment: &Path, suite: &Suite, arguments: &[&str]) -> Result<String> {
    let mut command = Command::new(environment.join("bin/python"));
    command
        .args(["-m", "pytest", "-p", "no:cacheprovider"])
        .args(arguments)
        .args(&suite.arguments)
        .current_dir(source)
        .stdin(Stdio::null());
    if let Some(path) = &suite.python_path {
        command.env("PYTHONPATH", path);
    }
    let output = command.output().context("cannot start pytest in the environment of the corpus")?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// `tests/test_a.py::test_b[c]`.
fn id_of_line(line: &str) -> Option<String> {
    let is_id = line.contains("::") && !line.starts_with([' ', '=', '<']) && !is_report(line);
    is_id.then(|| without_brackets(line.trim()))
}

fn is_report(line: &str) -> bool {
    ["ERROR", "FAILED", "WARNING", "E "].iter().any(|word| line.starts_with(word))
}

/// `        tests/test_a.py::test_b[c] (fixtures used: d, e)`.
fn planned_test(line: &str) -> Option<(String, BTreeSet<String>)> {
    let test = line.strip_prefix("        ")?.trim_start();
    if !test.contains("::") || test.starts_with("SETUP") || test.starts_with("TEARDOWN") {
        return None;
    }
    let (id, fixtures) = match test.split_once(" (fixtures used: ") {
        Some((id, fixtures)) => (id, fixtures.trim_end().strip_suffix(')')?),
        None => (test, ""),
    };
    let names = fixtures.split(", ").filter(|name| !name.is_empty()).map(str::to_owned);
    Some((without_brackets(id.trim_end()), names.filter(|name| is_compared(name)).collect()))
}

fn without_brackets(id: &str) -> String {
    id.split('[').next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{id_of_line, planned_test};

    #[test]
    fn identifiers_lose_their_brackets() {
        assert_eq!(
            id_of_line("tests/test_a.py::T::test_b[x-1]").as_deref(),
            Some("tests/test_a.py::T::test_b")
        );
        assert_eq!(id_of_line("ERROR tests/test_a.py::test_b - boom"), None);
        assert_eq!(id_of_line("12 tests collected"), None);
    }

    #[test]
    fn a_planned_test_has_its_fixtures() {
        let line = "        tests/test_a.py::test_b[1] (fixtures used: _own, client, request)";
        let (id, fixtures) = planned_test(line).unwrap();
        assert_eq!(id, "tests/test_a.py::test_b");
        assert_eq!(fixtures.into_iter().collect::<Vec<_>>(), ["client", "request"]);
        assert!(planned_test("        SETUP    F client").is_none());
    }
}
