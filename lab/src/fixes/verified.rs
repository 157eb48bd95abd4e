//! The closed loop with tests: awaits are taken out of real projects, a few at a time, and `fix --verify` has to put them back.

use std::fs::File;

use super::erasures::{plain, share};
use crate::erase::{Kind, Site, read};
use crate::harness::*;

/// So many awaits are missing at once, each in a file of its own.
const TOGETHER: usize = 8;
const SEED: u64 = 11;
/// So many batches run at once: a suite that hangs needs no processor.
const AT_ONCE: usize = 4;
/// In seconds: tests of these suites are quick.
const SILENCE: &str = "10";
/// A finding may stand so many lines from the await: at the start of its statement.
const NEAR: u32 = 4;

/// The report of `fix --verify`, as far as it is needed.
#[derive(Debug, Deserialize)]
struct Report {
    fixes: Vec<Fix>,
    tests: Vec<Test>,
    before: Side,
    selection: Selection,
}

#[derive(Debug, Deserialize)]
struct Selection {
    tests: usize,
    of: usize,
}

#[derive(Debug, Deserialize)]
struct Fix {
    path: String,
    line: u32,
    verdict: String,
    why: String,
    is_written: bool,
}

#[derive(Debug, Deserialize)]
struct Test {
    test: String,
}

#[derive(Debug, Deserialize)]
struct Side {
    by_file: BTreeMap<String, serde_json::Value>,
}

/// What became of the erasures.
#[derive(Debug, Default)]
struct Count {
    erased: usize,
    flagged: usize,
    restored: usize,
    verdicts: BTreeMap<String, usize>,
    /// `verified`, and the file is not what it was.
    wrong: Vec<String>,
    /// Changed by the fixes, and not among the tests that were selected.
    outside: Vec<String>,
    /// How many were erased where the whole suite ran, and where that is more than what was selected.
    with_all_tests: (usize, usize),
}

impl Count {
    fn add(&mut self, other: Self) {
        self.erased += other.erased;
        self.flagged += other.flagged;
        self.restored += other.restored;
        for (verdict, count) in other.verdicts {
            *self.verdicts.entry(verdict).or_default() += count;
        }
        self.wrong.extend(other.wrong);
        self.outside.extend(other.outside);
        self.with_all_tests.0 += other.with_all_tests.0;
        self.with_all_tests.1 += other.with_all_tests.1;
    }
}

/// Runs the task: so many erasures in the library code of each corpus.
/// Fails if a corpus cannot be read or copied, or loopmend fails on it.
pub(super) fn run(count: usize, names: &[String], loopmend: &Loopmend, update: bool) -> Result<Outcome> {
    // What is built meanwhile is not run.
    let loopmend = loopmend.copied_to(&workspace::outside("verified"))?;
    let corpora = select_with_small(names)?;
    fetch_all(&corpora)?;
    let mut rows: Vec<(String, Count)> = Vec::new();
    for corpus in &corpora {
        let count = measure(corpus, count, &loopmend)?;
        for words in count.wrong.iter().chain(&count.outside) {
            println!("{}: {words}", corpus.name);
        }
        rows.push((corpus.name.clone(), count));
    }
    publish("fixes.md", "verified", &table(&rows), update)?;
    let is_good = |(_, count): &(String, Count)| count.wrong.is_empty() && count.outside.is_empty();
    Ok(Outcome::passed_if(rows.iter().all(is_good)))
}

fn measure(corpus: &Corpus, count: usize, loopmend: &Loopmend) -> Result<Count> {
    let mut sites = read(corpus, loopmend)?;
    sites.retain(|site| site.kind != Kind::Other && !site.path.contains("test"));
    let available = sites.len();
    let batches: Vec<(usize, Vec<Site>)> =
        batches(drawn(sites, available, SEED), count).into_iter().enumerate().collect();
    let counts = in_parallel(&[(); AT_ONCE], &batches, |(), (number, batch)| {
        try_batch(corpus, loopmend, batch, *number)
            .with_context(|| format!("in batch {number} of {}", corpus.name))
    })?;
    let mut result = Count::default();
    counts.into_iter().for_each(|count| result.add(count));
    let Count { erased, flagged, restored, .. } = result;
    println!("{}: {erased} of {count} erased, {flagged} flagged, {restored} restored", corpus.name);
    Ok(result)
}

/// The sites in groups of which no two are in one file.
fn batches(sites: Vec<Site>, count: usize) -> Vec<Vec<Site>> {
    let mut left = sites;
    let mut batches: Vec<Vec<Site>> = Vec::new();
    let mut taken = 0;
    while taken < count && !left.is_empty() {
        let mut files = BTreeSet::new();
        let (mut batch, mut others) = (Vec::new(), Vec::new());
        for site in left {
            let is_in =
                batch.len() < TOGETHER && taken + batch.len() < count && files.insert(site.path.clone());
            if is_in { batch.push(site) } else { others.push(site) }
        }
        taken += batch.len();
        batches.push(batch);
        left = others;
    }
    batches
}

fn try_batch(corpus: &Corpus, loopmend: &Loopmend, batch: &[Site], number: usize) -> Result<Count> {
    let mut result = Count::default();
    let erased = erase(corpus, batch)?;
    let name = format!("{}-{number}", corpus.name);
    let of_selection = verify(corpus, loopmend, &erased, &name, &[])?;
    let Selection { tests, of } = of_selection.0.selection;
    // Where all tests are selected, there is no other one to change.
    if tests == of {
        result.with_all_tests.0 += batch.len();
    } else if number.is_multiple_of(2) {
        let (of_all, _) = verify(corpus, loopmend, &erased, &format!("{name}-all"), &["--all-tests"])?;
        result.with_all_tests.0 += batch.len();
        result.with_all_tests.1 += batch.len();
        let selected = &of_selection.0.before.by_file;
        let outside = of_all
            .tests
            .iter()
            .filter(|test| test.test.split("::").next().is_some_and(|file| !selected.contains_key(file)));
        result.outside.extend(outside.map(|test| format!("changed outside of the selection: {}", test.test)));
    }
    let (report, tree) = of_selection;
    for (site, erasure) in batch.iter().zip(&erased) {
        result.erased += 1;
        let is_it = |fix: &&Fix| fix.path == site.path && fix.line.abs_diff(erasure.line) <= NEAR;
        let Some(fix) = report.fixes.iter().find(is_it) else { continue };
        result.flagged += 1;
        *result.verdicts.entry(fix.verdict.clone()).or_default() += 1;
        let original = workspace::read(&corpus.source().join(&site.path))?;
        let is_restored = plain(&tree[&site.path]) == plain(&original);
        ensure!(plain(&erasure.text) != plain(&original), "nothing was erased in {}", site.path);
        if is_restored && fix.is_written && matches!(fix.verdict.as_str(), "verified" | "untested") {
            result.restored += 1;
        } else {
            println!("not restored: {}:{}: {}: {}", site.path, fix.line, fix.verdict, fix.why);
        }
        if fix.verdict == "verified" && !is_restored {
            result.wrong.push(format!("verified, and not restored: {}:{}", site.path, fix.line));
        }
    }
    Ok(result)
}

/// A file without one of its awaits.
struct Erasure {
    path: String,
    text: String,
    /// Where the await was.
    line: u32,
}

fn erase(corpus: &Corpus, batch: &[Site]) -> Result<Vec<Erasure>> {
    let one = |site: &Site| {
        let text = workspace::read(&corpus.source().join(&site.path))?;
        let cut = Cut::of_await(&text, site.await_start).context("there is no await")?;
        let line = 1 + text[..site.await_start].matches('\n').count() as u32;
        Ok(Erasure { path: site.path.clone(), text: Cuts::new(vec![cut]).apply(&text), line })
    };
    batch.iter().map(one).collect()
}

/// Runs `fix --verify` on a copy with the erased texts. Gives its report, and these files as they are then.
fn verify(
    corpus: &Corpus,
    loopmend: &Loopmend,
    erased: &[Erasure],
    name: &str,
    options: &[&str],
) -> Result<(Report, BTreeMap<String, String>)> {
    let directory = workspace::outside("verified");
    let tree = directory.join(name);
    copy_afresh(&corpus.source(), &tree)?;
    for erasure in erased {
        workspace::write(&tree.join(&erasure.path), &erasure.text)?;
    }
    let report = directory.join(format!("{name}.json"));
    let mut command = loopmend.command(&tree);
    command.args(["fix", "--verify", "--unsafe", "--allow-dirty", "--no-cache", "--select", "1xx"]);
    command.args(["--timeout", SILENCE]).args(options).arg("--report").arg(&report);
    command.arg("--python").arg(corpus.environment());
    if let Some(below) = corpus.suite.as_ref().and_then(|suite| suite.python_path.as_deref()) {
        command.env("PYTHONPATH", tree.join(below));
    }
    command.arg("--").args(&corpus.probed.clone().unwrap_or_default().arguments);
    let log = File::create(directory.join(format!("{name}.log")))?;
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log);
    let status = command.status()?;
    ensure!(matches!(status.code(), Some(0 | 1 | 3)), "`fix --verify` ends with {status}");
    let report = read_json(&report)?;
    let now = |erasure: &Erasure| Ok((erasure.path.clone(), workspace::read(&tree.join(&erasure.path))?));
    Ok((report, erased.iter().map(now).collect::<Result<_>>()?))
}

fn table(rows: &[(String, Count)]) -> String {
    let verdicts = |count: &Count| {
        let shown = count.verdicts.iter().map(|(verdict, count)| format!("{count} {verdict}"));
        shown.collect::<Vec<_>>().join(", ")
    };
    Table::of(rows)
        .words("corpus", |(name, _)| name)
        .number("erased", |(_, count)| count.erased)
        .number("flagged with a fix", |(_, count)| count.flagged)
        .number("restored and written", |(_, count)| count.restored)
        .number("of those flagged", |(_, count)| share(count.restored, count.flagged))
        .words("verdicts", |(_, count)| verdicts(count))
        .number("verified and wrong", |(_, count)| count.wrong.len())
        .number("erased with the whole suite run", |(_, count)| count.with_all_tests.0)
        .number("where it is more than the selection", |(_, count)| count.with_all_tests.1)
        .number("changes outside of the selection", |(_, count)| count.outside.len())
        .to_string()
}
