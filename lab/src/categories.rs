//! Compares what `loopmend categories` says of tests with what was judged by reading.

use crate::harness::*;

/// The least share of tests, in percent, of which both say the same.
const BOUND: usize = 90;

/// The arguments of `cargo lab categories`.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    common: Common,
}

/// A test that was judged.
#[derive(Debug, Deserialize)]
struct Judged {
    corpus: String,
    id: String,
    category: String,
    reason: String,
}

#[derive(Debug, Deserialize)]
struct Said {
    id: String,
    category: String,
}

#[derive(Debug, Deserialize)]
struct Suite {
    tests: Vec<Said>,
    totals: BTreeMap<String, usize>,
}

/// Runs the task. Fails if a corpus cannot be fetched, or loopmend fails on it.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let judged: Vec<Judged> = read_json(&root("docs/lab/categories.json"))?;
    let mut names: Vec<&str> = judged.iter().map(|judged| judged.corpus.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let loopmend = arguments.common.loopmend(Loopmend::build_for_tests)?;
    let mut rows = Vec::new();
    for corpus in ready(&names)? {
        let (source, environment) = (corpus.source(), corpus.environment());
        let suite: Suite = loopmend.json(&source, &["categories", "."], Some(&environment))?;
        let own = judged.iter().filter(|judged| judged.corpus == corpus.name);
        let (judged, right) = (own.clone().count(), own.filter(|judged| is_right(judged, &suite)).count());
        rows.push(Row { release: corpus.pin(), suite, judged, right });
    }
    publish("categories.md", "categories", &table(&rows), arguments.common.update)?;
    let right: usize = rows.iter().map(|row| row.right).sum();
    Ok(Outcome::passed_if(right * 100 >= judged.len() * BOUND))
}

/// A suite, and how many of its tests were judged and are said as judged.
struct Row {
    release: String,
    suite: Suite,
    judged: usize,
    right: usize,
}

fn is_right(judged: &Judged, suite: &Suite) -> bool {
    let said = suite.tests.iter().find(|said| said.id == judged.id).map(|said| said.category.as_str());
    let is_right = said == Some(&judged.category);
    if !is_right {
        let said = said.unwrap_or("nothing");
        println!(
            "{}: {}: said {said}, judged {}: {}",
            judged.corpus, judged.id, judged.category, judged.reason
        );
    }
    is_right
}

fn table(rows: &[Row]) -> String {
    let table =
        Table::of(rows).words("suite", |row| &row.release).number("tests", |row| row.suite.tests.len());
    let table = ["unit", "integration", "end-to-end"].into_iter().fold(table, |table, name| {
        table.number(name, move |row| row.suite.totals.get(name).copied().unwrap_or_default())
    });
    table.number("judged", |row| row.judged).number("right", |row| row.right).to_string()
}
