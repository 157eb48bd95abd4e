//! Real projects: fetched at pinned versions, checked, and compared with the findings that were read.

mod oracle;

use clap::Subcommand;

use crate::harness::*;

/// The arguments of `cargo lab corpus`.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    /// Fetch releases and what they need to target/corpora
    Fetch {
        /// The corpora; all of them without a name
        names: Vec<String>,
    },
    /// Choose the newest versions of what the corpora need and write lab/corpora/NAME.txt
    Lock {
        /// The corpora; all of them without a name
        names: Vec<String>,
    },
    /// Check the corpora and show what is new or gone since docs/lab/corpora/NAME.json
    Run {
        /// The corpora; all of them without a name
        names: Vec<String>,
        /// Write the findings to docs/lab/corpora and the table to docs/lab/precision.md; verdicts are kept
        #[arg(long)]
        update: bool,
        /// Show all findings, not only those that are new or gone
        #[arg(long)]
        show: bool,
    },
    /// Check one small corpus; fail when a finding is new or gone
    Sample,
    /// List what ty, and on some corpora mypy, say about awaitables that are dropped and loopmend does not; fail when
    /// docs/lab/oracle.json does not explain all of it
    #[command(after_help = oracle::HELP)]
    Oracle {
        /// The corpora; all of them without a name
        names: Vec<String>,
        /// Write what they say to docs/lab/oracle.json; explanations are kept
        #[arg(long)]
        update: bool,
    },
}

/// Runs `cargo lab corpus`. Fails if a corpus is unknown, cannot be fetched, or loopmend fails on it.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    match &arguments.action {
        Action::Fetch { names } => fetch_all(&select_everywhere(names)?).map(|()| Outcome::Passed),
        Action::Lock { names } => lock_all(&select_everywhere(names)?).map(|()| Outcome::Passed),
        Action::Run { names, update, show } => check_all(&ready(names)?, *update, *show),
        Action::Sample => check_sample(),
        Action::Oracle { names, update } => oracle::run(&ready(names)?, *update),
    }
}

fn check_all(corpora: &[Corpus], update: bool, show: bool) -> Result<Outcome> {
    let loopmend = Loopmend::build()?;
    let mut present = Vec::new();
    for corpus in corpora {
        let difference = difference(corpus, &loopmend)?;
        print_difference(corpus, &difference, show);
        let baseline = Baseline {
            release: corpus.pin(),
            size: Size::measure(&corpus.source(), &loopmend)?,
            findings: difference.entries(),
        };
        if update {
            write_json(&corpus.baseline(), &baseline)?;
        }
        present.push(baseline);
    }
    println!("{}", table(present));
    if update {
        write_page()?;
    }
    Ok(Outcome::Passed)
}

fn difference(corpus: &Corpus, loopmend: &Loopmend) -> Result<Difference> {
    let found = check(&corpus.source(), &corpus.environment(), loopmend)?;
    Ok(compare(&read_record(&corpus.baseline())?, found))
}

fn check_sample() -> Result<Outcome> {
    let corpus = sample()?.remove(0);
    let difference = difference(&corpus, &Loopmend::build_for_tests()?)?;
    print_difference(&corpus, &difference, false);
    if !difference.is_empty() {
        println!(
            "read what is new, then run `cargo lab corpus run {} --update` and write the verdicts to {}",
            corpus.name,
            corpus.baseline().display()
        );
    }
    Ok(Outcome::passed_if(difference.is_empty()))
}

/// Prints what is new and what is gone, or all that was found.
fn print_difference(corpus: &Corpus, difference: &Difference, all: bool) {
    println!(
        "{}: {} findings, {} new, {} gone",
        corpus.name,
        difference.present.len(),
        difference.new.len(),
        difference.gone.len()
    );
    for entry in if all { &difference.present } else { &difference.new } {
        println!("{}", sentence(if difference.new.contains(entry) { '+' } else { ' ' }, entry));
    }
    for entry in &difference.gone {
        println!("- {}: {} [{}]\n      {}", entry.path, entry.message, entry.rule, entry.text);
    }
}

fn sentence(sign: char, entry: &Entry) -> String {
    let Entry { path, line, message, rule, confidence, text, .. } = entry;
    format!("{sign} {path}:{line}: {message} [{rule}, {confidence}]\n      {text}")
}

/// The table of some corpora, with their sum.
fn table(baselines: Vec<Baseline>) -> String {
    let count = |baseline: &Baseline| Verdicts::of_entries(&baseline.findings, |_| true);
    with_size(&Baseline::with_sum(baselines))
        .number("findings", |baseline| baseline.findings.len())
        .number("true", |baseline| count(baseline).is_true)
        .number("noise", |baseline| count(baseline).noise)
        .number("false", |baseline| count(baseline).is_false)
        .number("not yet read", |baseline| count(baseline).unread)
        .to_string()
}

/// Writes the table of all corpora that have a record to `docs/lab/precision.md`, and below it what was found.
fn write_page() -> Result<()> {
    let paths: Vec<PathBuf> = select::<&str>(&[])?.iter().map(Corpus::baseline).collect();
    let baselines = paths.iter().filter(|path| path.exists()).map(|path| read_json(path));
    let baselines: Vec<Baseline> = baselines.collect::<Result<_>>()?;
    let readings = readings(&baselines);
    write_section("precision.md", "corpus", &format!("{}\n{readings}", table(baselines)))
}

fn readings(baselines: &[Baseline]) -> String {
    let with_findings = baselines.iter().filter(|baseline| !baseline.findings.is_empty());
    let section = |baseline: &Baseline| {
        let place = |entry: &Entry| match entry.symbol.as_str() {
            "" => format!("`{}`", entry.path),
            symbol => format!("`{}`, `{symbol}`", entry.path),
        };
        let table = Table::of(&baseline.findings)
            .words("place", place)
            .words("code", |entry| format!("`` {} ``", entry.text))
            .words("rule", |entry| &entry.rule)
            .words("confidence", |entry| &entry.confidence)
            .words("verdict", |entry| entry.verdict.map_or("not yet read", Verdict::name))
            .words("reason", |entry| entry.reason.as_deref().unwrap_or_default());
        format!("### {}\n\n{table}\n", baseline.release)
    };
    with_findings.map(section).collect()
}

#[cfg(test)]
mod tests {
    use super::{readings, table};
    use crate::harness::*;

    fn baseline(verdict: Option<Verdict>) -> Baseline {
        let findings = vec![Entry::example("a.py", "f() | g()", verdict)];
        Baseline { release: "some==1.0".into(), size: Size { files: 2, lines: 30, awaits: 4 }, findings }
    }

    #[test]
    fn the_table_counts_verdicts_and_sums_up() {
        let text = table(vec![baseline(Some(Verdict::True)), baseline(None)]);
        let rows: Vec<_> = text.lines().skip(2).collect();
        assert_eq!(rows[0], "| some==1.0 | 2 | 30 | 4 | 1 | 1 | 0 | 0 | 0 |");
        assert_eq!(rows[2], "| all | 4 | 60 | 8 | 2 | 1 | 0 | 0 | 1 |");
    }

    #[test]
    fn each_finding_is_listed_with_its_verdict() {
        let text = readings(&[baseline(Some(Verdict::Noise))]);
        let row = "| `a.py`, `main` | `` f() \\| g() `` | some-rule | certain | noise |  |";
        assert!(text.contains(row), "{text}");
    }
}
