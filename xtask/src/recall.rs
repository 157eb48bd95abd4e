//! Await erasure: of the awaited calls that are statements, how many would loopmend know to be awaitable, had the
//! `await` been forgotten?

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::corpus::{self, Corpus};
use crate::loopmend::Loopmend;
use crate::markdown::{self, Align};
use crate::tools::Tools;
use crate::{Outcome, workspace};

/// The arguments of `cargo xtask recall`.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The corpora; all of them without a name
    names: Vec<String>,
    /// Write the table to docs/recall.md
    #[arg(long)]
    update: bool,
}

/// What `loopmend debug-recall PATH --python ENVIRONMENT` prints: one JSON object.
///
/// ```json
/// {"awaited_statements": 1200, "known": 1010, "certain": 980, "unknown": {"dependency not installed": 120}}
/// ```
///
/// `awaited_statements` counts the expression statements `await f(...)`. `known` counts those whose call the
/// inference takes for an awaitable when the `await` is erased; `certain` those of them that would be reported at
/// `certain`. `unknown` counts the others by the reason the inference states; it may be left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Count {
    awaited_statements: usize,
    known: usize,
    certain: usize,
    #[serde(default)]
    unknown: BTreeMap<String, usize>,
}

/// Runs `cargo xtask recall`.
///
/// # Errors
/// When a corpus is unknown, cannot be fetched, or loopmend fails on it.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let corpora = corpus::select(&arguments.names)?;
    let tools = Tools::ready()?;
    let loopmend = Loopmend::build()?;
    let mut counts = Vec::new();
    for corpus in corpora {
        corpus::fetch(&corpus, &tools)?;
        let count = count(&corpus, &loopmend)?;
        counts.push((corpus.pin(), count));
    }
    let table = table(&counts);
    println!("{table}");
    if arguments.update {
        markdown::write_section(&workspace::root().join("docs/recall.md"), "Recall", "recall", &table)?;
    }
    Ok(Outcome::Passed)
}

fn count(corpus: &Corpus, loopmend: &Loopmend) -> Result<Count> {
    let mut command = loopmend.command(&corpus.source());
    command.args(["debug-recall", ".", "--python"]).arg(corpus.environment());
    let output = workspace::run_captured(&mut command, &[0])?;
    serde_json::from_slice(&output)
        .with_context(|| format!("`{}` wrote an unknown form", workspace::shown(&command)))
}

fn table(counts: &[(String, Count)]) -> String {
    let columns = [
        ("release", Align::Left),
        ("awaited statements", Align::Right),
        ("known", Align::Right),
        ("known, %", Align::Right),
        ("certain, %", Align::Right),
        ("most frequent reasons of the others", Align::Left),
    ];
    let rows: Vec<_> = counts.iter().map(|(release, count)| row(release, count)).collect();
    markdown::table(&columns, &rows)
}

fn row(release: &str, count: &Count) -> Vec<String> {
    let mut reasons: Vec<_> = count.unknown.iter().collect();
    reasons.sort_by_key(|(_, number)| std::cmp::Reverse(**number));
    let reasons: Vec<_> =
        reasons.iter().take(3).map(|(reason, number)| format!("{reason} ({number})")).collect();
    vec![
        release.to_owned(),
        count.awaited_statements.to_string(),
        count.known.to_string(),
        percent(count.known, count.awaited_statements),
        percent(count.certain, count.awaited_statements),
        reasons.join(", "),
    ]
}

fn percent(part: usize, whole: usize) -> String {
    if whole == 0 { "–".to_owned() } else { format!("{:.1}", 100.0 * part as f64 / whole as f64) }
}

#[cfg(test)]
mod tests {
    use super::{Count, row};

    #[test]
    fn a_count_becomes_a_row_with_the_largest_reasons() {
        let count: Count = serde_json::from_str(
            r#"{"awaited_statements": 8, "known": 6, "certain": 4, "unknown": {"a": 1, "b": 3}}"#,
        )
        .unwrap();
        assert_eq!(row("x==1", &count), ["x==1", "8", "6", "75.0", "50.0", "b (3), a (1)"]);
    }

    #[test]
    fn nothing_awaited_has_no_percentage() {
        assert_eq!(row("x==1", &Count::default())[3], "–");
    }
}
