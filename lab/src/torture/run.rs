//! One check of one directory, watched.

use std::fs::{self, File};
use std::process::{Child, ExitStatus};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use wait4::Wait4;

use super::directory;
use crate::harness::*;

/// The longest that a directory may take: ten seconds for its slowest file, and a minute for the rest.
const PATIENCE: Duration = Duration::from_secs(70);
/// The most memory that a run may take, in bytes.
const MEMORY: u64 = 2_000_000_000;

/// What one or several runs gave.
#[derive(Clone, Debug, Default)]
pub(super) struct Checked {
    /// The files that were read.
    pub(super) files: usize,
    /// The findings, syntax errors left out.
    pub(super) findings: usize,
    /// The syntax errors.
    pub(super) syntax_errors: usize,
    /// The time by the clock of the longest run, in seconds.
    pub(super) longest: f64,
    /// The largest resident set, in bytes.
    pub(super) peak: u64,
    /// What must not be, in words.
    pub(super) failures: Vec<String>,
}

impl Checked {
    /// Takes in what another run gave.
    pub(super) fn add(&mut self, other: Self) {
        self.files += other.files;
        self.findings += other.findings;
        self.syntax_errors += other.syntax_errors;
        self.longest = self.longest.max(other.longest);
        self.peak = self.peak.max(other.peak);
        self.failures.extend(other.failures);
    }
}

/// Checks a directory, with a cache at this place or without one; also what it wrote to standard output.
/// Fails if the program cannot be started.
pub(super) fn check(loopmend: &Loopmend, place: &Path, cache: Option<&Path>) -> Result<(Checked, Vec<u8>)> {
    let mut command = loopmend.command(place);
    command.args(["check", "--strict"]);
    match cache {
        Some(cache) => command.arg("--cache-dir").arg(cache),
        None => command.arg("--no-cache"),
    };
    let (mut checked, stdout) = answer(&mut command, &place.display().to_string())?;
    checked.files = loopmend.files(place)?.len();
    Ok((checked, stdout))
}

/// Runs a command on a directory, or on these files in it. Fails if the program cannot be started.
pub(super) fn ask(
    loopmend: &Loopmend,
    place: &Path,
    arguments: &[&str],
    files: &[PathBuf],
) -> Result<Checked> {
    let mut command = loopmend.command(place);
    command.args(arguments).args(files);
    Ok(answer(&mut command, &format!("{}: {}", place.display(), arguments.join(" ")))?.0)
}

/// Runs a command that writes JSON, and returns what it wrote. `what` is what a failure names.
fn answer(command: &mut Command, what: &str) -> Result<(Checked, Vec<u8>)> {
    command.args(["--quiet", "--isolated", "--output-format", "json"]);
    let outputs = [directory().join("stdout"), directory().join("stderr")];
    let run = watch(command, &outputs)?;
    let [stdout, stderr] = outputs.map(|path| fs::read(path).unwrap_or_default());
    let mut checked = Checked { longest: run.seconds, peak: run.peak, ..Checked::default() };
    let mut fail = |words: String| checked.failures.push(format!("{what}: {words}"));
    match run.status.and_then(|status| status.code()) {
        Some(0 | 1) => {}
        Some(code) => fail(format!("exit status {code}: {}", first_line(&stderr))),
        None if run.status.is_some() => fail(format!("killed: {}", first_line(&stderr))),
        None => fail(format!("hangs longer than {} s", PATIENCE.as_secs())),
    }
    if run.peak > MEMORY {
        fail(format!("{} MB", run.peak / 1_000_000));
    }
    // Only `check` writes a list of findings.
    let findings: Vec<Finding> = serde_json::from_slice(&stdout).unwrap_or_default();
    for finding in findings.iter().filter(|finding| is_failure(finding)) {
        fail(format!("{}: {}", finding.path, finding.message));
    }
    checked.syntax_errors = findings.iter().filter(|finding| finding.rule == "syntax-error").count();
    checked.findings = findings.len() - checked.syntax_errors;
    Ok((checked, stdout))
}

/// Returns whether a finding means that a rule failed, or that a file was given up for another reason than its bytes.
fn is_failure(finding: &Finding) -> bool {
    let is_of_bytes = |message: &str| {
        message.starts_with("file cannot be decoded") || message.starts_with("notebook cannot be read")
    };
    match finding.rule.as_str() {
        "internal-error" => true,
        "unreadable-file" => !is_of_bytes(&finding.message),
        _ => false,
    }
}

fn first_line(text: &[u8]) -> String {
    String::from_utf8_lossy(text).lines().find(|line| !line.trim().is_empty()).unwrap_or_default().to_owned()
}

struct Run {
    /// `None` when it was ended because it hung.
    status: Option<ExitStatus>,
    seconds: f64,
    peak: u64,
}

fn watch(command: &mut Command, outputs: &[std::path::PathBuf; 2]) -> Result<Run> {
    workspace::write(&outputs[0], "")?;
    let [stdout, stderr] = outputs
        .each_ref()
        .map(|path| File::create(path).with_context(|| format!("cannot write {}", path.display())));
    command.stdin(Stdio::null()).stdout(stdout?).stderr(stderr?);
    let start = Instant::now();
    let child = command.spawn().with_context(|| format!("cannot start `{}`", workspace::shown(command)))?;
    let id = child.id();
    let (sender, receiver) = mpsc::channel();
    let waiting = std::thread::spawn(move || wait(child, &sender));
    let is_in_time = receiver.recv_timeout(PATIENCE).is_ok();
    if !is_in_time {
        end(id)?;
    }
    let Ok(used) = waiting.join() else { bail!("the wait for `{}` failed", workspace::shown(command)) };
    let used = used.with_context(|| format!("cannot wait for `{}`", workspace::shown(command)))?;
    Ok(Run {
        status: is_in_time.then_some(used.status),
        seconds: start.elapsed().as_secs_f64(),
        peak: used.rusage.maxrss,
    })
}

fn wait(child: Child, sender: &mpsc::Sender<()>) -> std::io::Result<wait4::ResUse> {
    let used = child.wait4();
    // Nobody listens any more when the run was too long.
    let _ = sender.send(());
    used
}

fn end(id: u32) -> Result<()> {
    workspace::run_captured(Command::new("kill").args(["-KILL", &id.to_string()]), &[0]).map(drop)
}

#[cfg(test)]
mod tests {
    use super::is_failure;
    use crate::harness::Finding;

    #[test]
    fn a_file_is_given_up_for_its_bytes_alone() {
        let is_failure = |rule: &str, message: &str| {
            let finding = Finding::example("a.py", rule, (1, 1));
            is_failure(&Finding { message: message.to_owned(), ..finding })
        };
        assert!(is_failure("internal-error", "rule `x` failed"));
        assert!(is_failure("unreadable-file", "file cannot be read: permission denied"));
        assert!(!is_failure("unreadable-file", "file cannot be decoded: line 7: the byte 0xe9"));
        assert!(!is_failure("discarded-task", "task is discarded"));
    }
}
