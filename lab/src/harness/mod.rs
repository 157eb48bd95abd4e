//! The harness of all experiments: corpora, copies with mutations, programs that check the copies, scores, records with verdicts, and tables.
//!
//! An experiment takes all of it in by `use crate::harness::*`.

mod corpora;
mod costs;
mod cuts;
mod fetch;
mod mutations;
mod neutral;
mod peers;
mod records;
mod table;
mod test_report;
mod workbench;

pub(crate) use std::collections::{BTreeMap, BTreeSet};
pub(crate) use std::path::{Path, PathBuf};
pub(crate) use std::process::{Command, Stdio};

pub(crate) use anyhow::{Context, Result, bail, ensure};
pub(crate) use serde::{Deserialize, Serialize};
pub(crate) use tooling::Outcome;
pub(crate) use tooling::edits::new_lines;
pub(crate) use tooling::loopmend::{Finding, FixOutput, Loopmend};
pub(crate) use tooling::markdown::percent;
pub(crate) use tooling::tools::Tools;
pub(crate) use tooling::workspace;

pub(crate) use corpora::{
    Corpus, Kind, Probed, Suite, manifest, ready, sample, select, select_everywhere, select_measured,
    select_with_small,
};
pub(crate) use costs::{Cost, Ratio, measure, median, paired_ratio};
pub(crate) use cuts::{Cut, Cuts, LineCut};
pub(crate) use fetch::{fetch_all, fetch_locked, fetch_release, lock_all};
pub(crate) use mutations::{
    AWAITABLES, Draws, Mutation, Tally, apply, best_confidence, print_sample, run_python, score_all,
};
pub(crate) use neutral::neutral_copy;
pub(crate) use peers::{Checker, PEERS, PeerFinding, Peers, Place, install};
pub(crate) use records::{
    Baseline, Difference, Entry, Size, Verdict, Verdicts, check, compare, count_word, excerpt, flagged_text,
    line_of, matched, read_json, read_lossily, read_record, with_size, write_json,
};
pub(crate) use table::{Table, publish, write_section};
#[cfg(test)]
pub(crate) use test_report::Born;
pub(crate) use test_report::{TestFinding, findings};
pub(crate) use workbench::{Workbench, copy_afresh, in_parallel};

/// The options that most experiments have.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Options {
    /// The seed of the draw
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
    #[command(flatten)]
    pub(crate) common: Common,
}

/// The option of experiments that change copies of a corpus.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Copies {
    /// How many copies of a corpus are worked on beside each other
    #[arg(long, default_value_t = 1)]
    pub(crate) jobs: usize,
}

/// The options that nearly all experiments have.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Common {
    /// The binary, instead of one that is built
    #[arg(long, value_name = "PATH")]
    binary: Option<PathBuf>,
    /// Write the tables, and the records with their verdicts, to docs/lab
    #[arg(long)]
    pub(crate) update: bool,
}

impl Common {
    /// The binary that was named, or one that `build` makes. Fails if it is not there, or does not compile.
    pub(crate) fn loopmend(&self, build: fn() -> Result<Loopmend>) -> Result<Loopmend> {
        Loopmend::at_or_built(self.binary.as_deref(), build)
    }
}

impl Options {
    /// The binary that was named, or one that is built for release. Fails if it is not there, or does not compile.
    pub(crate) fn loopmend(&self) -> Result<Loopmend> {
        self.common.loopmend(Loopmend::build)
    }

    /// Returns a number of items in an order that the seed determines. A smaller sample is the start of a larger one.
    pub(crate) fn draw<T>(&self, items: Vec<T>, count: usize) -> Vec<T> {
        drawn(items, count, self.seed)
    }
}

/// Returns a number of items in an order that a seed determines. A smaller sample is the start of a larger one.
pub(crate) fn drawn<T>(mut items: Vec<T>, count: usize, seed: u64) -> Vec<T> {
    fastrand::Rng::with_seed(seed).shuffle(&mut items);
    items.truncate(count);
    items
}

/// The lines of a list that are not empty without what follows `#`.
pub(crate) fn without_comments(text: &str) -> impl Iterator<Item = &str> {
    let bare = text.lines().map(|line| line.split('#').next().unwrap_or_default().trim());
    bare.filter(|line| !line.is_empty())
}

/// A file or directory below the directory of build results.
pub(crate) fn target(path: impl AsRef<Path>) -> PathBuf {
    workspace::target().join(path)
}

/// The releases of corpora, as a list.
pub(crate) fn releases_of(corpora: &[Corpus]) -> String {
    corpora.iter().map(Corpus::pin).collect::<Vec<_>>().join(", ")
}

/// A path from the root of the repository.
pub(crate) fn root(path: impl AsRef<Path>) -> PathBuf {
    workspace::root().join(path)
}

#[cfg(test)]
mod tests {
    use super::drawn;

    #[test]
    fn fewer_are_the_first_of_more() {
        let all: Vec<usize> = (0..50).collect();
        let twenty = drawn(all.clone(), 20, 3);
        assert_eq!(twenty[..5], drawn(all.clone(), 5, 3));
        assert_ne!(twenty, drawn(all.clone(), 20, 4));
        assert_eq!(drawn(all, 100, 3).len(), 50);
    }
}
