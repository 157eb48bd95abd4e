//! pytest and what its tests started, which end together where the run is ended.

use std::io::{self, IsTerminal};
use std::process::{Child, Command, ExitStatus};

/// pytest, and all processes of its group.
pub(crate) struct Processes {
    pytest: Child,
    /// Whether the group is its own: then signals reach no other process, and the terminal's reach none of it.
    has_group: bool,
}

impl Processes {
    /// Starts pytest. It gets a group of its own unless `may_ask` and there is a terminal: only the group in the foreground of
    /// one may read from it, as debuggers do.
    ///
    /// # Errors
    /// When the program cannot be started.
    pub(crate) fn start(command: &mut Command, may_ask: bool) -> io::Result<Self> {
        let has_group = cfg!(unix) && !(may_ask && io::stdin().is_terminal());
        #[cfg(unix)]
        if has_group {
            std::os::unix::process::CommandExt::process_group(command, 0);
        }
        Ok(Self { pytest: command.spawn()?, has_group })
    }

    /// How pytest ended, if it did.
    pub(crate) fn status(&mut self) -> Option<ExitStatus> {
        self.pytest.try_wait().ok().flatten()
    }

    /// Ends all of them at once.
    pub(crate) fn end(&mut self) {
        // Also those that left the group.
        let started = system::descendants(self.pytest.id());
        self.end_group();
        // One that has ended meanwhile is no error.
        let _ = self.pytest.kill();
        system::kill(&started);
        let _ = self.pytest.wait();
    }

    /// Ends what pytest left in its group.
    pub(crate) fn end_group(&self) {
        if self.has_group {
            system::signal_group(&self.pytest, system::END);
        }
    }

    /// Interrupts them, unless the terminal does: Ctrl-C there reaches all processes in its foreground.
    pub(crate) fn interrupt(&self) {
        if self.has_group {
            system::signal_group(&self.pytest, system::INTERRUPT);
        } else if !system::is_in_foreground() {
            system::interrupt(&self.pytest);
        }
    }
}

#[cfg(unix)]
mod system {
    use std::fs;
    use std::process::Child;

    use rustix::process::{Pid, Signal, getpgrp, kill_process, kill_process_group};

    pub(super) const END: Signal = Signal::KILL;
    pub(super) const INTERRUPT: Signal = Signal::INT;

    // In all of these, one that has ended meanwhile needs no signal.

    pub(super) fn signal_group(leader: &Child, signal: Signal) {
        let _ = kill_process_group(Pid::from_child(leader), signal);
    }

    pub(super) fn interrupt(child: &Child) {
        let _ = kill_process(Pid::from_child(child), INTERRUPT);
    }

    pub(super) fn kill(processes: &[u32]) {
        for pid in processes.iter().filter_map(|id| Pid::from_raw(i32::try_from(*id).ok()?)) {
            let _ = kill_process(pid, END);
        }
    }

    pub(super) fn is_in_foreground() -> bool {
        let terminal = fs::File::options().read(true).open("/dev/tty").ok();
        terminal.and_then(|terminal| rustix::termios::tcgetpgrp(terminal).ok()) == Some(getpgrp())
    }

    /// The processes that one started, and that those did, as far as the system says.
    pub(super) fn descendants(process: u32) -> Vec<u32> {
        let mut found = children(process);
        let mut at = 0;
        while let Some(next) = found.get(at) {
            found.extend(children(*next));
            at += 1;
        }
        found
    }

    fn children(process: u32) -> Vec<u32> {
        let threads = fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten();
        let lists =
            threads.filter_map(|thread| loopmend_files::read_text(&thread.path().join("children")).ok());
        lists
            .flat_map(|list| list.split_whitespace().filter_map(|id| id.parse().ok()).collect::<Vec<_>>())
            .collect()
    }
}

/// The console tells all its processes of an interrupt.
#[cfg(not(unix))]
mod system {
    use std::process::Child;

    pub(super) const END: () = ();
    pub(super) const INTERRUPT: () = ();

    pub(super) fn signal_group(_leader: &Child, _signal: ()) {}

    pub(super) fn interrupt(_child: &Child) {}

    pub(super) fn kill(_processes: &[u32]) {}

    pub(super) fn is_in_foreground() -> bool {
        true
    }

    pub(super) fn descendants(_process: u32) -> Vec<u32> {
        Vec::new()
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::path::Path;
    use std::process::{Command, Stdio};

    use super::{Processes, system};

    /// A shell that starts a process, says which, and waits for it.
    fn shell() -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", "sleep 300 & echo $!; wait"]).stdin(Stdio::null()).stdout(Stdio::piped());
        command
    }

    fn started(processes: &mut Processes) -> u32 {
        use std::io::{BufRead, BufReader};
        let mut line = String::new();
        BufReader::new(processes.pytest.stdout.take().unwrap()).read_line(&mut line).unwrap();
        line.trim().parse().unwrap()
    }

    /// Whether a process is there and no zombie.
    fn lives(process: u32) -> bool {
        let status =
            loopmend_files::read_text(Path::new(&format!("/proc/{process}/stat"))).unwrap_or_default();
        status.rsplit_once(") ").is_some_and(|(_, rest)| !rest.starts_with(['Z', 'X']))
    }

    fn wait_for_end(process: u32) {
        while lives(process) {
            std::thread::yield_now();
        }
    }

    #[test]
    fn what_pytest_started_ends_with_it() {
        for has_group in [true, false] {
            let mut processes = Processes::start(&mut shell(), false).unwrap();
            let sleep = started(&mut processes);
            if !has_group {
                assert_eq!(system::descendants(processes.pytest.id()), [sleep]);
                processes.has_group = false;
            }
            processes.end();
            wait_for_end(sleep);
        }
    }
}
