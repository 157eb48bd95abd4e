//! What the probe costs: runs of a suite with and without it, in the order without, with, with, without.

use super::outcomes::is_newer;
use super::suite::{Suite, Way};
use crate::bench::RAN;
use crate::harness::*;

/// Two runs, one after the other: CPU time in seconds, of the processes that were started too.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Pair {
    /// Without the probe.
    pub(super) plain: f64,
    /// With it.
    pub(super) watched: f64,
}

/// Runs a suite in pairs. One run each way, unmeasured, goes before. Fails if the suite cannot be run.
pub(super) fn measure_pairs(suite: &Suite, loopmend: &Loopmend, pairs: usize) -> Result<Vec<Pair>> {
    let measured = |way| -> Result<f64> {
        let Probed { files, measured, .. } = &suite.probed;
        let files = if measured.is_empty() { files } else { measured };
        let files: Vec<&str> = files.iter().map(String::as_str).collect();
        let mut command = suite.command(way, loopmend, &[], &files, &[])?;
        // Otherwise the order of sets differs from run to run, and with it what is measured.
        command.env("PYTHONHASHSEED", "0");
        Ok((measure(&mut command, &RAN)?.cpu * 1e3).round() / 1e3)
    };
    let file = suite.file("pairs.json");
    let mut done = earlier(&file, loopmend)?;
    if done.len() < pairs {
        measured(Way::Plain)?;
        measured(Way::Watched)?;
    }
    while done.len() < pairs {
        eprintln!("{}: pair {} of {pairs}", suite.name, done.len() + 1);
        done.push(if done.len() % 2 == 0 {
            let plain = measured(Way::Plain)?;
            Pair { plain, watched: measured(Way::Watched)? }
        } else {
            let watched = measured(Way::Watched)?;
            Pair { plain: measured(Way::Plain)?, watched }
        });
        workspace::write(&file, &serde_json::to_string(&done)?)?;
    }
    Ok(done)
}

/// The pairs that were measured with the same loopmend before, so that a measurement that was cut off goes on.
fn earlier(file: &Path, loopmend: &Loopmend) -> Result<Vec<Pair>> {
    if is_newer(file, loopmend.binary()) { read_json(file) } else { Ok(Vec::new()) }
}

/// How much more runs with the probe take; `None` of fewer than two pairs.
pub(super) fn ratio(pairs: &[Pair]) -> Option<Ratio> {
    let pairs: Vec<_> = pairs.iter().map(|pair| (pair.watched, pair.plain)).collect();
    paired_ratio(&pairs)
}
