//! One file cannot keep a run from its end, nor take all memory: what takes more than anybody expects is given up, with its name.

use std::collections::BTreeMap;
use std::path::Path;
use std::thread;
use std::time::Duration;

use loopmend_core::at_work::{AtWork, Reason, files_at_work, give_up};

use crate::arguments::GlobalOptions;
use crate::exit_code;
use crate::interrupt;
use crate::output::Output;

/// How often the files are looked at.
const PERIOD: Duration = Duration::from_secs(1);

/// In so many periods one file may be met. The slowest that was met takes three seconds, in a build for debugging on a busy machine
/// thirty.
const MOST_PERIODS: u32 = 120;

/// In so many further periods the inspection of a file that was given up has to end.
const PERIODS_TO_END: u32 = 60;

/// So many bytes are never too many.
const MODEST: u64 = 4 << 30;

/// Gives up a file that has been inspected for too long, and the oldest file when the memory runs low: the run goes on without them. Ends
/// the run with an error when such a file goes on all the same, or the memory runs lower still.
pub(crate) fn watch() {
    let watcher = thread::Builder::new().spawn(|| {
        let mut memory = memory_there_is().map(MemoryLimits::of);
        let mut ages = Ages::default();
        loop {
            thread::sleep(PERIOD);
            let Some((AtWork { number, path }, age)) = ages.after_a_period(files_at_work()) else { continue };
            let pressure = memory.as_mut().and_then(|limits| Some(limits.pressure(memory_taken()?)));
            let message = match pressure {
                _ if age > MOST_PERIODS + PERIODS_TO_END => too_long(&path),
                Some(Pressure::TooHigh { most }) => too_large(&path, most),
                Some(Pressure::High) => {
                    give_up(number, Reason::Memory);
                    continue;
                }
                _ => {
                    if age > MOST_PERIODS {
                        give_up(number, Reason::Time);
                    }
                    continue;
                }
            };
            if !interrupt::is_writing() {
                Output::new(&GlobalOptions::default()).error(&message);
                std::process::exit(i32::from(exit_code::USAGE));
            }
        }
    });
    drop(watcher); // without a thread, nobody watches, and the run goes on
}

/// How much memory the process may take.
struct MemoryLimits {
    /// Above this, the oldest file is given up.
    high: u64,
    /// Above this, the run ends.
    too_high: u64,
}

#[derive(Debug, PartialEq, Eq)]
enum Pressure {
    Low,
    High,
    TooHigh { most: u64 },
}

impl MemoryLimits {
    fn of(all: u64) -> Self {
        let high = MODEST.max(all / 2);
        Self { high, too_high: high + high / 2 }
    }

    /// Judges the memory that is taken. An allocator keeps what a file that was given up no longer needs, so that the next file is only
    /// given up if the memory grows by an eighth.
    fn pressure(&mut self, taken: u64) -> Pressure {
        if taken > self.too_high {
            return Pressure::TooHigh { most: self.too_high };
        }
        if taken <= self.high {
            return Pressure::Low;
        }
        self.high = taken + taken / 8;
        Pressure::High
    }
}

/// By inspection, in how many periods it was met. A process that is stopped meets none, however long that lasts.
#[derive(Default)]
struct Ages(BTreeMap<u64, u32>);

impl Ages {
    /// Adds a period to the age of each file; gives the oldest one with its age.
    fn after_a_period(&mut self, files: Vec<AtWork>) -> Option<(AtWork, u32)> {
        let before = std::mem::take(&mut self.0);
        for file in &files {
            let age = before.get(&file.number).copied().unwrap_or_default();
            self.0.insert(file.number, age.saturating_add(1));
        }
        let aged = files.into_iter().map(|file| (self.0[&file.number], file));
        aged.max_by_key(|(age, _)| *age).map(|(age, file)| (file, age))
    }
}

fn too_long(path: &Path) -> String {
    let (path, seconds) = (path.display(), u64::from(MOST_PERIODS + PERIODS_TO_END) * PERIOD.as_secs());
    format!("gave up on `{path}` after {seconds} s; list it in `exclude`, and please report it")
}

fn too_large(path: &Path, most: u64) -> String {
    let (path, most) = (path.display(), most >> 30);
    format!("the run needs more than {most} GiB of memory while it checks `{path}`; please report it")
}

/// The bytes that this process may have: those of the machine, or of the control group where that has less; known on Linux.
fn memory_there_is() -> Option<u64> {
    let of_machine = kilobytes(&text_of("/proc/meminfo")?, "MemTotal:")?;
    let of_group = text_of("/sys/fs/cgroup/memory.max").and_then(|text| text.trim().parse().ok());
    Some(of_machine.min(of_group.unwrap_or(u64::MAX)))
}

/// The bytes that this process has; known on Linux.
fn memory_taken() -> Option<u64> {
    kilobytes(&text_of("/proc/self/status")?, "VmRSS:")
}

#[expect(clippy::disallowed_methods, reason = "the kernel writes these files")]
fn text_of(path: &str) -> Option<String> {
    loopmend_files::read_text(Path::new(path)).ok()
}

/// The number behind a name in a table of the kernel, in bytes.
fn kilobytes(table: &str, name: &str) -> Option<u64> {
    let value = table.lines().find_map(|line| line.strip_prefix(name))?;
    value.trim().strip_suffix("kB")?.trim().parse::<u64>().ok()?.checked_mul(1024)
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use loopmend_core::at_work::AtWork;

    use super::{Ages, MemoryLimits, Pressure, kilobytes, too_large, too_long};

    #[test]
    fn a_file_is_as_old_as_the_periods_that_met_it() {
        let file = |number: u64, name: &str| AtWork { number, path: PathBuf::from(name) };
        let mut ages = Ages::default();
        let mut after_a_period = |files| ages.after_a_period(files).map(|(file, age)| (file.path, age));
        assert_eq!(after_a_period(Vec::new()), None);
        for age in 1..=121 {
            let files = vec![file(u64::from(age) + 10, "other.py"), file(3, "slow.py")];
            assert_eq!(after_a_period(files), Some((PathBuf::from("slow.py"), age)));
        }
        assert_eq!(after_a_period(vec![file(200, "slow.py")]), Some((PathBuf::from("slow.py"), 1)));
        assert!(too_long(Path::new("a.py")).starts_with("gave up on `a.py` after 180 s; list it"));
        assert!(too_large(Path::new("a.py"), 4 << 30).starts_with("the run needs more than 4 GiB of memory"));
    }

    #[test]
    fn the_oldest_file_is_given_up_before_the_run_ends() {
        let mut limits = MemoryLimits::of(16 << 30);
        let mut pressure = |taken: u64| limits.pressure(taken << 30);
        assert_eq!(pressure(8), Pressure::Low);
        assert_eq!(pressure(9), Pressure::High);
        assert_eq!([pressure(9), pressure(10)], [Pressure::Low, Pressure::Low]);
        assert_eq!(pressure(11), Pressure::High);
        assert_eq!(pressure(13), Pressure::TooHigh { most: 12 << 30 });
        assert_eq!(MemoryLimits::of(1 << 30).pressure(4 << 30), Pressure::Low);
    }

    #[test]
    fn memory_is_read_from_the_tables_of_the_kernel() {
        assert_eq!(kilobytes("Name: x\nVmRSS:\t   12 kB\n", "VmRSS:"), Some(12 * 1024));
        assert_eq!(kilobytes("VmRSS: x kB\n", "VmRSS:"), None);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn this_process_has_less_than_there_is() {
        assert!(super::memory_taken().unwrap() < super::memory_there_is().unwrap());
    }
}
