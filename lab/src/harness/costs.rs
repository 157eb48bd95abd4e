//! One run of one program.

use std::time::Instant;

use wait4::Wait4;

use super::*;

/// What a run cost, the processes it started and waited for among it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub(crate) struct Cost {
    /// User and system time of all processors, in seconds.
    pub(crate) cpu: f64,
    /// Time by the clock, in seconds.
    pub(crate) wall: f64,
    /// The largest resident set of any one of the processes, in bytes.
    pub(crate) peak: f64,
}

/// Runs a program without its output. Fails if it cannot be started or its status is none of `accepted`.
pub(crate) fn measure(command: &mut Command, accepted: &[i32]) -> Result<Cost> {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let start = Instant::now();
    let child = command.spawn().with_context(|| format!("cannot start `{}`", workspace::shown(command)))?;
    let used = child.wait4().with_context(|| format!("cannot wait for `{}`", workspace::shown(command)))?;
    let wall = start.elapsed().as_secs_f64();
    if !used.status.code().is_some_and(|code| accepted.contains(&code)) {
        bail!("`{}` ended with {}", workspace::shown(command), used.status);
    }
    let cpu = (used.rusage.utime + used.rusage.stime).as_secs_f64();
    Ok(Cost { cpu, wall, peak: used.rusage.maxrss as f64 })
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::measure;

    #[test]
    fn a_run_costs_time_and_memory() {
        let cargo = std::env::var_os("CARGO").unwrap();
        let cost = measure(Command::new(cargo).arg("--version"), &[0]).unwrap();
        assert!(cost.wall > 0.0 && cost.peak > 100_000.0, "{cost:?}");
    }

    #[test]
    fn an_unexpected_status_is_an_error() {
        let cargo = std::env::var_os("CARGO").unwrap();
        assert!(measure(Command::new(cargo).arg("no-such-task"), &[0]).is_err());
    }
}
