//! Processes of a run whose parent ended before them. On Linux they become children of loopmend, which can end them.

#[cfg(target_os = "linux")]
pub(crate) use linux::Orphans;

#[cfg(target_os = "linux")]
mod linux {
    use std::path::Path;
    use std::process::Command;
    use std::sync::atomic::{AtomicU32, Ordering};
    use std::time::Duration;

    use nix::unistd::getsid;
    use rustix::process::{Pid, Signal, WaitOptions, getpid, kill_process, set_child_subreaper, waitpid};

    use crate::processes::system::{children, descendants, kill, pid};

    /// The environment variable that marks the processes of a run.
    const MARK: &str = "LOOPMEND_RUN";
    /// A process can start others until it is ended, so that they are looked for so many times at most.
    const MAX_ROUNDS: u32 = 100;
    /// The time between two looks at a process.
    const PAUSE: Duration = Duration::from_millis(1);

    /// The orphans of one run.
    pub(crate) struct Orphans {
        /// The variable with its value, as it stands in the environment of the processes.
        mark: String,
        /// The children of this process before the run.
        before: Vec<u32>,
    }

    impl Orphans {
        /// Makes this process the parent of the processes that a command leaves behind.
        pub(crate) fn of(command: &mut Command) -> Self {
            static NEXT: AtomicU32 = AtomicU32::new(0);
            let value = format!("{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
            command.env(MARK, &value);
            let _unknown_to_the_kernel = set_child_subreaper(Some(getpid()));
            Self { mark: format!("{MARK}={value}"), before: children(std::process::id()) }
        }

        /// Ends the orphans and all that they started. `leader` is the process of the command.
        pub(crate) fn end(&self, leader: u32) {
            for _ in 0..MAX_ROUNDS {
                let found = self.find(leader);
                if found.is_empty() {
                    return;
                }
                for orphan in found {
                    let started = descendants(orphan.as_raw_pid().cast_unsigned());
                    let is_ended = kill_process(orphan, Signal::KILL).is_ok();
                    kill(&started);
                    if is_ended {
                        let _ = waitpid(Some(orphan), WaitOptions::empty());
                    }
                }
            }
        }

        fn find(&self, leader: u32) -> Vec<Pid> {
            let new = children(std::process::id()).into_iter();
            let new = new.filter(|child| *child != leader && !self.before.contains(child));
            new.filter(|child| self.is_of_run(*child)).filter_map(pid).collect()
        }

        /// Whether a child has the mark of the run, or left the session, as nothing does that loopmend itself starts.
        ///
        /// What the kernel shows of a process that becomes another program is empty or cut off. Therefore only two equal looks
        /// say that the mark is missing.
        fn is_of_run(&self, child: u32) -> bool {
            let mut last = Vec::new();
            for _ in 0..MAX_ROUNDS {
                if has_left_the_session(child) {
                    return true;
                }
                let Ok(environment) = loopmend_files::read(Path::new(&format!("/proc/{child}/environ")))
                else {
                    return false;
                };
                if environment.split(|byte| *byte == 0).any(|variable| variable == self.mark.as_bytes()) {
                    return true;
                }
                if !environment.is_empty() && environment == last {
                    return false;
                }
                last = environment;
                std::thread::sleep(PAUSE);
            }
            false
        }
    }

    fn has_left_the_session(child: u32) -> bool {
        let child = i32::try_from(child).map(nix::unistd::Pid::from_raw);
        child.is_ok_and(|child| getsid(Some(child)).ok() != getsid(None).ok())
    }
}

#[cfg(not(target_os = "linux"))]
pub(crate) use elsewhere::Orphans;

/// On Windows, the job of the run has all of its processes. Other systems have no way to keep them.
#[cfg(not(target_os = "linux"))]
mod elsewhere {
    use std::process::Command;

    /// The orphans of one run.
    pub(crate) struct Orphans;

    impl Orphans {
        pub(crate) fn of(_command: &mut Command) -> Self {
            Self
        }

        pub(crate) fn end(&self, _leader: u32) {}
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::io::{BufRead, BufReader};
    use std::process::{Command, Stdio};

    use super::Orphans;
    use crate::processes::system::{children, descendants, pid};

    /// Starts a shell that leaves a process behind and waits. Returns the shell, and the process once this process is its parent.
    fn shell_and_orphan(script: &str) -> (std::process::Child, u32, Orphans) {
        let mut command = Command::new("sh");
        command.args(["-c", script]).stdin(Stdio::null()).stdout(Stdio::piped());
        let orphans = Orphans::of(&mut command);
        let mut shell = command.spawn().unwrap();
        let mut line = String::new();
        BufReader::new(shell.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let orphan = line.trim().parse().unwrap();
        while !children(std::process::id()).contains(&orphan) {
            std::thread::yield_now();
        }
        assert!(!descendants(shell.id()).contains(&orphan));
        (shell, orphan, orphans)
    }

    #[needs::program("setsid")]
    #[test]
    fn a_process_that_left_its_session_and_lost_its_parent_is_ended() {
        let scripts = [
            "(setsid sleep 300 & echo $!); exec sleep 300",
            "(sleep 300 & echo $!); exec sleep 300",
            "(setsid env -i sleep 300 & echo $!); exec sleep 300",
        ];
        for script in scripts {
            let (mut shell, orphan, orphans) = shell_and_orphan(script);
            orphans.end(shell.id());
            assert!(!children(std::process::id()).contains(&orphan), "{script}");
            assert!(rustix::process::test_kill_process(pid(orphan).unwrap()).is_err(), "{script}");
            assert_eq!(shell.try_wait().unwrap(), None, "{script}");
            shell.kill().unwrap();
            shell.wait().unwrap();
        }
    }
}
