//! Counts the instructions of a check with cachegrind: of each rule alone and of all, on small pinned trees. Instructions do not depend on what
//! else a machine does, so a rule that became dearer is noticed.

mod count;

use std::fmt::Write as _;

use crate::harness::*;

use count::Valgrind;

/// The trees: releases of which nothing that they need is installed. The guard counts the first, which continuous integration fetches anyway.
const TREES: [&str; 3] = ["anyio", "starlette", "aiogram"];

/// The committed counts.
const RECORD: &str = "docs/lab/cost.json";

/// The page with the table.
const PAGE: &str = "cost.md";

/// Above this share of the committed count, the guard fails.
const MAX_GROWTH: f64 = 1.03;

#[derive(clap::Args)]
#[command(after_help = "\
The build is that of tests, not incremental: its counts depend less on what the compiler inlines. One thread, no cache, no environment. \
valgrind must be installed.

How to use it:
  cargo lab cost --sample            all rules on the first tree, against docs/lab/cost.json
  cargo lab cost --rule CODE         what one rule adds to a run on the first tree
  cargo lab cost --update            count all rules together on each tree, each alone on the first, and write docs/lab/cost.json and the table
  cargo lab cost --update --totals   count all rules together again, and keep what the rules cost alone
If a change is worth what it costs, commit the new counts with it.")]
pub(crate) struct Arguments {
    /// Count all rules on the first tree, and fail if they cost more than was committed
    #[arg(long, conflicts_with_all = ["update", "rule", "totals"])]
    sample: bool,
    /// Count only this rule, by its code
    #[arg(long, value_name = "CODE")]
    rule: Vec<String>,
    /// Leave out single rules
    #[arg(long, conflicts_with = "rule")]
    totals: bool,
    /// Write the counts to docs/lab/cost.json, and the table to docs/lab/cost.md
    #[arg(long)]
    update: bool,
    /// The binary, instead of one that is built
    #[arg(long, value_name = "PATH")]
    binary: Option<PathBuf>,
}

/// The counts of all trees.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Record {
    /// The compiler of the counted build: version, commit and machine.
    rustc: String,
    /// By name of the tree.
    trees: BTreeMap<String, Counts>,
    /// On the first tree with one rule alone, by its code.
    rules: BTreeMap<String, u64>,
}

impl Arguments {
    /// Writes the counts if that is asked for. An interrupted run keeps what it counted.
    fn keep(&self, record: &Record) -> Result<()> {
        if self.update { write_json(&root(RECORD), record) } else { Ok(()) }
    }
}

/// Instructions of runs on one tree.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Counts {
    /// With the first rule alone, which needs nothing but the syntax: reading and parsing.
    cheapest: u64,
    /// With all rules.
    all: u64,
}

/// A new count, compared with the committed one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Judgement {
    /// Nothing comparable is committed: another compiler made the counted build.
    Incomparable,
    Grown,
    /// So much less that the committed count would no longer notice growth.
    Shrunk,
    Unchanged,
}

/// Runs `cargo lab cost`. Fails if valgrind is missing, a tree cannot be fetched or loopmend fails on it; with `--sample` also if the counts have
/// grown.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let valgrind = Valgrind::find()?;
    let loopmend = Loopmend::at_or_built(arguments.binary.as_deref(), Loopmend::build_whole_for_tests)?;
    let committed: Record = read_record(&root(RECORD))?;
    let rustc = count::compiler()?;
    if arguments.sample {
        return guard(&valgrind, &loopmend, &committed, &rustc);
    }
    let all = codes(&loopmend)?;
    let (cheapest, others) = all.split_first().context("loopmend has no rule")?;
    let chosen = match (&arguments.rule[..], arguments.totals) {
        ([], true) => &[],
        ([], false) => others,
        (named, _) => named,
    };
    let is_comparable = committed.rustc == rustc;
    let counts_all = !arguments.totals && arguments.rule.is_empty();
    ensure!(
        is_comparable || committed.trees.is_empty() || !arguments.update || counts_all,
        "{RECORD} has counts of another compiler: count everything with `--update`"
    );
    let mut record = if is_comparable { committed } else { Record { rustc, ..Record::default() } };
    for (place, corpus) in ready(&TREES)?.iter().enumerate() {
        let is_first = place == 0;
        if !is_first && !arguments.rule.is_empty() {
            break;
        }
        let count = |select: &str| valgrind.instructions(&loopmend, &corpus.source(), select);
        let cheapest = count(cheapest)?;
        let all = if arguments.rule.is_empty() { Some(count("ALL")?) } else { None };
        let counts = record.trees.entry(corpus.name.clone()).or_default();
        (counts.cheapest, counts.all) = (cheapest, all.unwrap_or(counts.all));
        arguments.keep(&record)?;
        // Each rule on each tree would take hours.
        for code in chosen.iter().filter(|_| is_first) {
            let alone = count(code)?;
            println!("{}: {code} adds {:+.1} % to a run", corpus.name, added(alone, cheapest));
            record.rules.insert(code.clone(), alone);
            arguments.keep(&record)?;
        }
    }
    if arguments.rule.is_empty() || arguments.update {
        publish(PAGE, "cost", &table(&record), arguments.update)?;
    }
    Ok(Outcome::Passed)
}

/// The codes of all rules, in their order.
fn codes(loopmend: &Loopmend) -> Result<Vec<String>> {
    #[derive(Deserialize)]
    struct Rule {
        code: String,
    }
    let mut command = loopmend.command(workspace::root());
    command.args(["rules", "--output-format", "json"]);
    let rules: Vec<Rule> = serde_json::from_slice(&workspace::run_captured(&mut command, &[0])?)
        .context("`loopmend rules` writes another form")?;
    Ok(rules.into_iter().map(|rule| rule.code).collect())
}

/// Counts all rules on the first tree, and compares with what is committed.
fn guard(valgrind: &Valgrind, loopmend: &Loopmend, committed: &Record, rustc: &str) -> Result<Outcome> {
    let [first, ..] = TREES;
    let [corpus] = &ready(&[first])?[..] else { bail!("{first} is no corpus") };
    let counted = valgrind.instructions(loopmend, &corpus.source(), "ALL")?;
    let before = committed.trees.get(first).filter(|_| committed.rustc == rustc).map(|counts| counts.all);
    let judgement = judge(counted, before);
    println!("{first}: {counted} instructions with all rules, {}", said(judgement, counted, before));
    Ok(Outcome::passed_if(judgement != Judgement::Grown))
}

fn judge(counted: u64, before: Option<u64>) -> Judgement {
    let Some(before) = before else { return Judgement::Incomparable };
    let ratio = counted as f64 / before as f64;
    if ratio > MAX_GROWTH {
        Judgement::Grown
    } else if ratio < 1.0 / MAX_GROWTH {
        Judgement::Shrunk
    } else {
        Judgement::Unchanged
    }
}

fn said(judgement: Judgement, counted: u64, before: Option<u64>) -> String {
    let ratio = before.map_or(f64::NAN, |before| counted as f64 / before as f64);
    match judgement {
        Judgement::Incomparable => {
            format!("not compared: {RECORD} has no count of a build by this compiler")
        }
        Judgement::Grown => format!(
            "{ratio:.3} of the committed count, which is above {MAX_GROWTH}: \
             find the rule with `cargo lab cost --rule CODE`, or commit `cargo lab cost --update --totals`"
        ),
        Judgement::Shrunk => format!(
            "{ratio:.3} of the committed count: commit `cargo lab cost --update --totals`, so that growth is noticed"
        ),
        Judgement::Unchanged => format!("{ratio:.3} of the committed count"),
    }
}

/// By how many percent of the cheapest run a run takes longer.
fn added(alone: u64, cheapest: u64) -> f64 {
    (alone as f64 / cheapest as f64 - 1.0) * 100.0
}

/// The totals, and behind them what each rule adds to the cheapest run, the dearest first.
fn table(record: &Record) -> String {
    let mut text = format!("Counted in a build by {}.\n\n", record.rustc);
    let trees: Vec<(&str, &Counts)> =
        TREES.iter().filter_map(|name| Some((*name, record.trees.get(*name)?))).collect();
    let totals = Table::of(&trees)
        .words("tree", |tree| tree.0)
        .number("cheapest rule, million instructions", |tree| tree.1.cheapest / 1_000_000)
        .number("all rules, million instructions", |tree| tree.1.all / 1_000_000);
    let _ = writeln!(text, "{totals}");
    let Some((first, counts)) = trees.first().filter(|_| !record.rules.is_empty()) else { return text };
    let mut rules: Vec<(&String, f64)> =
        record.rules.iter().map(|(code, alone)| (code, added(*alone, counts.cheapest))).collect();
    rules.sort_by(|one, other| other.1.total_cmp(&one.1));
    let alone = Table::of(&rules)
        .words("rule alone adds", |rule| rule.0)
        .number(format!("{first}, %"), |rule| format!("{:.1}", rule.1));
    text + &alone.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn growth_above_the_bound_is_noticed() {
        assert_eq!(judge(1_031, Some(1_000)), Judgement::Grown);
        assert_eq!(judge(1_030, Some(1_000)), Judgement::Unchanged);
        assert_eq!(judge(970, Some(1_000)), Judgement::Shrunk);
        assert_eq!(judge(10, None), Judgement::Incomparable);
    }

    #[test]
    fn the_dearest_rule_is_first() {
        let rules = [("A1", 150), ("A2", 300)].map(|(code, count)| (code.to_owned(), count));
        let counts = Counts { cheapest: 100, all: 4_000_000 };
        let trees = [("anyio".to_owned(), counts)].into();
        let record = Record { rustc: "rustc 1".to_owned(), trees, rules: rules.into() };
        let table = table(&record);
        assert!(table.contains("| anyio | 0 | 4 |"), "{table}");
        assert!(table.ends_with("| A2 | 200.0 |\n| A1 | 50.0 |\n"), "{table}");
    }
}
