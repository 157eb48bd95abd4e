//! pytest or an installer, and what it started, which end together where the run is ended.

use std::io::{self, IsTerminal};
use std::process::{Command, ExitStatus};
use std::sync::mpsc::{self, Receiver};
use std::time::Instant;

use process_wrap::std::{ChildWrapper, CommandWrap};

use crate::interrupt::Interrupt;
use crate::orphans::Orphans;

/// A process, and all processes of its group on Unix, or of its job on Windows.
pub(crate) struct Processes {
    leader: Box<dyn ChildWrapper>,
    /// Whether the group is its own: then signals reach no other process, and the terminal's reach none of it.
    has_group: bool,
    orphans: Orphans,
    /// Says that the process may have ended, or that the run is to end.
    wakes: Receiver<()>,
}

impl Processes {
    /// Starts a process. It gets a group of its own unless `may_ask` and there is a terminal: only the group in the foreground of
    /// one may read from it, as debuggers do.
    ///
    /// # Errors
    /// When the program cannot be started.
    pub(crate) fn start(command: Command, may_ask: bool, interrupt: Interrupt<'_>) -> io::Result<Self> {
        let has_group = cfg!(windows) || !(may_ask && io::stdin().is_terminal());
        Self::start_with(command, has_group, interrupt)
    }

    fn start_with(mut command: Command, has_group: bool, interrupt: Interrupt<'_>) -> io::Result<Self> {
        let orphans = Orphans::of(&mut command);
        let mut command = CommandWrap::from(command);
        if has_group {
            system::give_group(&mut command);
        }
        let leader = command.spawn()?;
        let (sender, wakes) = mpsc::channel();
        system::tell_of_end(leader.id(), sender.clone());
        (interrupt.notify)(Box::new(move || {
            let _nobody_waits_any_more = sender.send(());
        }));
        Ok(Self { leader, has_group, orphans, wakes })
    }

    /// Waits until the process ends, the run is to end, or the deadline passes. Returns how the process ended, if it did.
    pub(crate) fn wait_until(&mut self, deadline: Option<Instant>) -> Option<ExitStatus> {
        let limit = [deadline, system::next_look()].into_iter().flatten().min();
        let _woken = match limit {
            Some(limit) => self.wakes.recv_timeout(limit.saturating_duration_since(Instant::now())).is_ok(),
            None => self.wakes.recv().is_ok(),
        };
        // Asking the group would take the status of others that are children of this process too.
        self.leader.inner_mut().try_wait().ok().flatten()
    }

    /// Ends all of them at once.
    pub(crate) fn end(&mut self) {
        // Also those that left the group.
        let started = system::descendants(self.leader.id());
        // One that has ended meanwhile is no error.
        let _ = self.leader.start_kill();
        system::kill(&started);
        let _ = self.leader.inner_mut().wait();
        self.orphans.end(self.leader.id());
    }

    /// Ends what the process, which has ended, left running.
    pub(crate) fn end_rest(&mut self) {
        self.end_group();
        self.orphans.end(self.leader.id());
    }

    /// Ends what the process left in its group.
    pub(crate) fn end_group(&mut self) {
        if self.has_group {
            let _nothing_was_left = self.leader.start_kill();
        }
    }

    /// Interrupts them, unless the terminal does: Ctrl-C there reaches all processes in its foreground.
    pub(crate) fn interrupt(&self) {
        if self.has_group || !system::is_in_foreground() {
            system::interrupt(self.leader.as_ref());
        }
    }
}

#[cfg(unix)]
pub(crate) mod system {
    use std::fs;
    use std::sync::mpsc::Sender;
    use std::thread;
    use std::time::Instant;

    use process_wrap::std::{ChildWrapper, CommandWrap, ProcessGroup};
    use rustix::io::Errno;
    use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process, waitid};

    pub(super) fn give_group(command: &mut CommandWrap) {
        command.wrap(ProcessGroup::leader());
    }

    /// Tells when a child has ended, and leaves it to be waited for.
    pub(super) fn tell_of_end(child: u32, sender: Sender<()>) {
        let Some(pid) = pid(child) else { return };
        let options = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT;
        thread::spawn(move || {
            while matches!(waitid(WaitId::Pid(pid), options), Err(Errno::INTR)) {}
            sender.send(())
        });
    }

    /// Nobody has to look: the child tells of its end.
    pub(super) fn next_look() -> Option<Instant> {
        None
    }

    // In all of these, one that has ended meanwhile needs no signal.

    pub(super) fn interrupt(leader: &dyn ChildWrapper) {
        let _ = leader.signal(Signal::INT.as_raw());
    }

    pub(crate) fn kill(processes: &[u32]) {
        for pid in processes.iter().filter_map(|id| pid(*id)) {
            let _ = kill_process(pid, Signal::KILL);
        }
    }

    pub(crate) fn pid(process: u32) -> Option<Pid> {
        Pid::from_raw(i32::try_from(process).ok()?)
    }

    pub(super) fn is_in_foreground() -> bool {
        let terminal = fs::File::options().read(true).open("/dev/tty").ok();
        let group = terminal.and_then(|terminal| rustix::termios::tcgetpgrp(terminal).ok());
        group.map(Pid::as_raw_pid) == Some(nix::unistd::getpgrp().as_raw())
    }

    /// The processes that one started, and that those did, as far as the system says.
    pub(crate) fn descendants(process: u32) -> Vec<u32> {
        let mut found = children(process);
        let mut at = 0;
        while let Some(next) = found.get(at) {
            found.extend(children(*next));
            at += 1;
        }
        found
    }

    /// The processes whose parent this one is, as far as the system says.
    pub(crate) fn children(process: u32) -> Vec<u32> {
        let threads = fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten();
        let lists =
            threads.filter_map(|thread| loopmend_files::read_text(&thread.path().join("children")).ok());
        lists
            .flat_map(|list| list.split_whitespace().filter_map(|id| id.parse().ok()).collect::<Vec<_>>())
            .collect()
    }
}

/// The console tells all its processes of an interrupt, and a job has all that its processes start.
#[cfg(windows)]
mod system {
    use std::sync::mpsc::Sender;
    use std::time::{Duration, Instant};

    use process_wrap::std::{ChildWrapper, CommandWrap, JobObject};

    pub(super) fn give_group(command: &mut CommandWrap) {
        command.wrap(JobObject);
    }

    pub(super) fn tell_of_end(_child: u32, _sender: Sender<()>) {}

    /// Nothing tells of the end of a child.
    pub(super) fn next_look() -> Option<Instant> {
        Instant::now().checked_add(Duration::from_millis(15))
    }

    pub(super) fn interrupt(_leader: &dyn ChildWrapper) {}

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
    use std::sync::mpsc;
    use std::time::Instant;

    use super::{Processes, system};
    use crate::interrupt::Interrupt;

    /// A shell that starts a process, says which, and waits for it.
    fn shell() -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", "sleep 300 & echo $!; wait"]).stdin(Stdio::null()).stdout(Stdio::piped());
        command
    }

    fn started(processes: &mut Processes) -> u32 {
        use std::io::{BufRead, BufReader};
        let mut line = String::new();
        BufReader::new(processes.leader.stdout().take().unwrap()).read_line(&mut line).unwrap();
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
            let mut processes = Processes::start_with(shell(), has_group, Interrupt::never()).unwrap();
            let sleep = started(&mut processes);
            assert_eq!(system::descendants(processes.leader.id()), [sleep]);
            processes.end();
            wait_for_end(sleep);
        }
    }

    #[test]
    fn the_end_of_a_process_ends_the_wait() {
        let mut command = Command::new("sh");
        command.args(["-c", "exit 3"]);
        let mut processes = Processes::start_with(command, true, Interrupt::never()).unwrap();
        assert_eq!(processes.wait_until(None).unwrap().code(), Some(3));
    }

    #[test]
    fn an_interrupt_and_a_deadline_end_the_wait_of_a_process_that_goes_on() {
        let (sender, wakes) = mpsc::channel();
        let notify = |wake| sender.send(wake).unwrap();
        let mut processes =
            Processes::start_with(shell(), true, Interrupt { notify: &notify, ..Interrupt::never() })
                .unwrap();
        wakes.recv().unwrap()();
        assert_eq!(processes.wait_until(None), None);
        assert_eq!(processes.wait_until(Some(Instant::now())), None);
        processes.end();
    }
}
