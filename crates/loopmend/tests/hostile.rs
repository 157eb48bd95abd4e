//! Hostile repositories: each script of `tests/hostile` makes one, and no command that reads it may execute, write, delete or
//! print what the attacker wants. `tests/hostile/README.md` is the contract.

#[path = "it/support/program.rs"]
#[cfg(unix)]
mod program;

#[cfg(unix)]
fn main() -> std::process::ExitCode {
    attack::main()
}

#[cfg(not(unix))]
fn main() {}

#[cfg(unix)]
mod attack {
    use std::collections::{BTreeMap, BTreeSet};
    use std::fs::{self, File};
    use std::os::unix::fs::MetadataExt;
    use std::os::unix::process::{CommandExt, ExitStatusExt};
    use std::path::{Path, PathBuf};
    use std::process::{Command, ExitCode, ExitStatus, Stdio};
    use std::sync::mpsc;
    use std::thread;
    use std::time::{Duration, Instant};

    use libtest_mimic::{Arguments, Completion, Trial};
    use loopmend_mdtest::drawn;

    use super::program::loopmend;

    /// Long enough for a busy machine: what hangs does so for ever.
    const TIME_LIMIT: Duration = Duration::from_secs(60);
    const SECRET: &str = "hunter2-correct-horse";
    /// Files above this size are compared by their metadata.
    const MAX_BYTES: u64 = 16 << 20;
    const PANICKED: i32 = 70;
    /// For all processes of a command together.
    const MAX_MEMORY: u64 = 2 << 30;
    /// For the temporary files of a command.
    const MAX_TEMPORARY: u64 = 512 << 20;
    /// How often memory and temporary files are measured.
    const MEASURED_EVERY: Duration = Duration::from_millis(50);

    pub(crate) fn main() -> ExitCode {
        let arguments = Arguments::from_args();
        let has_git = Command::new("git").arg("--version").output().is_ok();
        let mut scripts = scripts();
        if arguments.filter.is_none() {
            scripts = drawn("hostile", scripts);
        }
        // The longest sessions come first, so that no thread is left with one in the end.
        let numbers = 0..attacks().len();
        let trials =
            numbers.flat_map(|number| scripts.iter().map(move |script| trial(script, number, has_git)));
        let trials = trials.collect();
        libtest_mimic::run(&arguments, trials).exit_code()
    }

    fn scripts() -> Vec<PathBuf> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/hostile");
        let entries = fs::read_dir(&folder).expect("the folder of scripts");
        let mut scripts: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
        scripts.retain(|path| path.extension().is_some_and(|extension| extension == "sh"));
        scripts.sort();
        scripts
    }

    /// One of the attacks by a script, in a repository of its own.
    fn trial(script: &Path, number: usize, has_git: bool) -> Trial {
        let name = script.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let script = script.to_owned();
        Trial::ignorable_test(format!("{name}::{number}"), move || {
            if !has_git && fs::read_to_string(&script)?.contains("git ") {
                return Ok(Completion::ignored_with("needs `git` on PATH"));
            }
            Ok(attack(&script, &attacks()[number]).map(|()| Completion::Completed)?)
        })
    }

    /// What runs in one repository.
    enum Commands {
        /// These command lines.
        Session(Vec<Line>),
        /// Command lines about what is in the repository.
        About(fn(&Path) -> Vec<Line>),
    }

    fn attacks() -> Vec<Commands> {
        let of_repository: [fn(&Path) -> Vec<Line>; 5] = [
            input_commands,
            commands_about_links,
            commands_about_a_part,
            commands_in_a_part,
            commands_from_above,
        ];
        let sessions = sessions().into_iter().map(Commands::Session);
        sessions.chain(of_repository.into_iter().map(Commands::About)).collect()
    }

    fn attack(script: &Path, commands: &Commands) -> Result<(), String> {
        let ground = Ground::new(script)?;
        match commands {
            Commands::Session(lines) => lines.iter().try_for_each(|line| ground.run(line)),
            Commands::About(lines) => lines(&ground.repository).iter().try_for_each(|line| ground.run(line)),
        }
    }

    /// A command line of loopmend, split at spaces, and the file that is its standard input.
    struct Line {
        words: Vec<String>,
        input: Option<PathBuf>,
        /// Where it runs, as seen from the repository.
        directory: &'static str,
    }

    impl Line {
        fn new(line: &str) -> Self {
            Self::in_directory("", line)
        }

        fn in_directory(directory: &'static str, line: &str) -> Self {
            Self { words: line.split(' ').map(str::to_owned).collect(), input: None, directory }
        }

        fn has(&self, word: &str) -> bool {
            self.words.iter().any(|other| other == word)
        }

        /// Whether the standard output is read by a program.
        fn is_for_programs(&self) -> bool {
            ["json", "sarif", "--diff"].iter().any(|word| self.has(word))
        }
    }

    /// Command lines, of which those of one list run in one repository, one after the other.
    fn sessions() -> Vec<Vec<Line>> {
        const READING: &[&str] = &[
            "check",
            "check -v",
            "check --since HEAD",
            "check --output-format concise",
            "check --output-format json",
            "check --output-format github",
            "check --output-format sarif",
            "check --statistics",
            "check --select ALL --no-cache",
            "check --show-files",
            "check --show-settings",
            "fix --diff --unsafe --allow-dirty",
            "fix --output-format json",
            "loops",
            "loops --output-format json",
            "loops --output-format html",
            "inventory",
            "inventory --output-format markdown",
            "inventory --output-format json",
            "inventory --shared-state",
            "inventory --shared-state --output-format markdown",
            "categories",
            "categories --output-format markdown",
            "categories --diff",
            "doctor",
            "doctor --output-format markdown",
            "doctor --migrate",
            "doctor --migrate --diff",
            "explain unawaited-coroutine",
            "check",
        ];
        const WRITING: &[&[&str]] = &[
            &["fix", "fix --undo"],
            &["fix --undo", "fix --unsafe --allow-dirty", "fix --undo"],
            &["check --fix --unsafe --allow-dirty", "check"],
            &["fix --add-ignore --allow-dirty", "fix --undo"],
            &["categories --write --allow-dirty", "fix --undo"],
            &["doctor --migrate --write --allow-dirty", "fix --undo"],
            &[
                "check --output-file out.txt",
                "inventory --output-file out.txt",
                "categories --output-file out.txt",
                "doctor --output-file out.txt",
                "check --write-baseline out.txt",
            ],
            &["check", "clean", "check"],
        ];
        let sessions = std::iter::once(READING).chain(WRITING.iter().copied());
        sessions.map(|session| session.iter().map(|line| Line::new(line)).collect()).collect()
    }

    /// Command lines about files that are in the repository.
    fn input_commands(repository: &Path) -> Vec<Line> {
        const NAMED: &[(&str, &str)] = &[
            ("baseline.json", "check --baseline baseline.json"),
            ("run.json", "check --observed run.json"),
            ("report.xml", "doctor --junit report.xml"),
            ("report.xml", "doctor --output-format markdown --junit report.xml"),
            ("plan.json", "fix --allow-dirty --apply plan.json"),
        ];
        const MAX_REVEALED: usize = 3;
        let exists = |name: &str| repository.join(name).symlink_metadata().is_ok();
        let named = NAMED.iter().filter(|(name, _)| exists(name)).map(|(_, line)| Line::new(line));
        let revealed = python_files(repository).into_iter().take(MAX_REVEALED).map(|name| {
            let mut line = Line::new("reveal");
            line.words.push(format!("{name}:1"));
            line
        });
        let printed = exists("run.txt").then(|| {
            let mut line = Line::new("doctor -");
            line.input = Some(repository.join("run.txt"));
            line
        });
        revealed.chain(printed).chain(named).collect()
    }

    /// The names of the Python files in a directory, and of the links to some.
    fn python_files(directory: &Path) -> Vec<String> {
        let entries = fs::read_dir(directory).expect("a directory").flatten();
        let mut names: Vec<_> = entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
        names.retain(|name| name.ends_with(".py"));
        names.sort();
        names
    }

    /// A part of the repository that commands name, or run in, if it is there.
    const PART: &str = "deep";

    /// Command lines that name a directory in the repository, and a file in it.
    fn commands_about_a_part(repository: &Path) -> Vec<Line> {
        let part = repository.join(PART);
        let names = if part.is_dir() { python_files(&part) } else { Vec::new() };
        let of_files =
            names.iter().flat_map(|name| [format!("check {PART}/{name}"), format!("reveal {PART}/{name}:1")]);
        let of_part = ["check", "fix --diff", "doctor", "categories"].map(|words| format!("{words} {PART}"));
        let all = part.is_dir().then_some(of_part).into_iter().flatten().chain(of_files);
        all.map(|line| Line::new(&line)).collect()
    }

    /// Command lines that name links, as a pattern of the shell does.
    fn commands_about_links(repository: &Path) -> Vec<Line> {
        const LINES: &[&str] = &[
            "check",
            "check --fix --unsafe --allow-dirty",
            "fix --unsafe --allow-dirty",
            "fix --add-ignore --allow-dirty",
            "categories --write --allow-dirty",
            "doctor",
            "fix --undo",
        ];
        const MAX_LINKS: usize = 3;
        let entries = fs::read_dir(repository).expect("a directory").flatten();
        let links = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_symlink()));
        let mut names: Vec<_> = links.filter_map(|entry| entry.file_name().into_string().ok()).collect();
        names.sort();
        names.truncate(MAX_LINKS);
        let line = |name: &String, words: &&str| {
            let mut line = Line::new(words);
            line.words.push(name.clone());
            line
        };
        names.iter().flat_map(|name| LINES.iter().map(move |words| line(name, words))).collect()
    }

    /// Command lines that run in a directory of the repository.
    fn commands_in_a_part(repository: &Path) -> Vec<Line> {
        const LINES: &[&str] = &[
            "check",
            "check -v",
            "fix --diff --unsafe --allow-dirty",
            "inventory",
            "categories --diff",
            "doctor",
            "doctor --migrate",
            "check --output-file ../out.txt",
            "check --write-baseline ../out.txt",
            "fix --unsafe --allow-dirty",
            "fix --undo",
        ];
        if !repository.join(PART).is_dir() {
            return Vec::new();
        }
        let absolute = [repository.to_owned(), repository.with_file_name(LINK)];
        let absolute =
            absolute.map(|directory| format!("check --output-file {}", directory.join("out.txt").display()));
        let lines = LINES.iter().map(|line| (*line).to_owned()).chain(absolute);
        lines.map(|line| Line::in_directory(PART, &line)).collect()
    }

    /// Command lines that name the file of a report from the directory above the repository.
    fn commands_from_above(repository: &Path) -> Vec<Line> {
        let is_there = repository.join("out.txt").symlink_metadata().is_ok();
        let name = repository.file_name().unwrap_or_default().display();
        let line = |option: &str| Line::in_directory("..", &format!("check {name} {option} {name}/out.txt"));
        if is_there { ["--output-file", "--write-baseline"].map(line).into() } else { Vec::new() }
    }

    /// A link to the repository, beside it.
    const LINK: &str = "link";

    /// A repository and what lies around it.
    struct Ground {
        /// Holds the directories; removed at the end.
        directory: tempfile::TempDir,
        repository: PathBuf,
        home: PathBuf,
        canary: PathBuf,
        /// What must not change.
        around: Snapshot,
    }

    impl Ground {
        fn new(script: &Path) -> Result<Self, String> {
            let directory = tempfile::tempdir().expect("a temporary directory");
            let root = directory.path().canonicalize().expect("a real path");
            let (repository, home) = (root.join("repository"), root.join("home"));
            let (canary, secret, outside) =
                (root.join("canary"), root.join("secret.txt"), root.join("outside"));
            for made in [&repository, &home.join(TEMPORARY), &outside.join("package")] {
                fs::create_dir_all(made).expect("a directory");
            }
            let forgotten = format!("import asyncio\n\n\nasync def f():  # {SECRET}\n    asyncio.sleep(1)\n");
            for (path, text) in [
                (secret.clone(), format!("password {SECRET}\n")),
                (home.join(".bashrc"), "# untouched\n".to_owned()),
                (outside.join("keep.txt"), "keep\n".to_owned()),
                (outside.join("package/module.py"), forgotten),
                (outside.join("package/test_module.py"), "def test_one():\n    assert True\n".to_owned()),
            ] {
                fs::write(path, text).expect("a file");
            }
            std::os::unix::fs::symlink(&repository, root.join(LINK)).expect("a link");
            let status = Command::new("sh")
                .arg(script)
                .current_dir(&repository)
                .env("CANARY", &canary)
                .env("SECRET", &secret)
                .env("OUTSIDE", &outside)
                .envs(surroundings(&home))
                .envs([("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_NOSYSTEM", "1")])
                // Else a process in the background would wait for the pipes of the script when all is over.
                .envs([("GIT_CONFIG_COUNT", "1"), ("GIT_CONFIG_KEY_0", "maintenance.auto")])
                .env("GIT_CONFIG_VALUE_0", "false")
                .envs([("GIT_AUTHOR_NAME", "a"), ("GIT_AUTHOR_EMAIL", "a@b")])
                .envs([("GIT_COMMITTER_NAME", "a"), ("GIT_COMMITTER_EMAIL", "a@b")])
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .status()
                .map_err(|error| format!("the script did not start: {error}"))?;
            if !status.success() || canary.exists() {
                return Err(format!("the script is at fault: {status}, canary there: {}", canary.exists()));
            }
            let around = Snapshot::around(&root, &repository, &home);
            Ok(Self { directory, repository, home, canary, around })
        }

        fn run(&self, line: &Line) -> Result<(), String> {
            let before = Snapshot::of_git(&self.repository);
            let output = self.output(line);
            let mut faults = output.faults(line);
            if self.canary.symlink_metadata().is_ok() {
                faults.push("code of the repository was executed".to_owned());
            }
            let root = self.repository.parent().expect("the root");
            faults.extend(self.around.differences(&Snapshot::around(root, &self.repository, &self.home)));
            faults.extend(before.differences(&Snapshot::of_git(&self.repository)));
            faults.extend(self.copies_of_the_secret());
            if faults.is_empty() {
                return Ok(());
            }
            Err(format!(
                "{}loopmend {}\n  {}\n--- stdout\n{}\n--- stderr\n{}\n(in {})",
                if line.directory.is_empty() { String::new() } else { format!("cd {}; ", line.directory) },
                line.words.join(" "),
                faults.join("\n  "),
                output.stdout.escape_debug().to_string().replace("\\n", "\n"),
                output.stderr.escape_debug().to_string().replace("\\n", "\n"),
                self.directory.path().display(),
            ))
        }

        fn output(&self, line: &Line) -> Output {
            let files = tempfile::tempdir().expect("a temporary directory");
            let (stdout, stderr) = (files.path().join("stdout"), files.path().join("stderr"));
            let mut command = loopmend();
            for (variable, _) in std::env::vars_os() {
                if variable.to_string_lossy().starts_with("GIT_") {
                    command.env_remove(variable);
                }
            }
            let mut child = command
                .args(&line.words)
                .current_dir(self.repository.join(line.directory))
                .envs(surroundings(&self.home))
                .env("TMPDIR", self.home.join(TEMPORARY))
                .env("TOKEN", SECRET)
                .process_group(0)
                .stdin(
                    line.input
                        .as_ref()
                        .map_or_else(Stdio::null, |path| File::open(path).expect("the input").into()),
                )
                .stdout(File::create(&stdout).expect("a file"))
                .stderr(File::create(&stderr).expect("a file"))
                .spawn()
                .expect("loopmend starts");
            let group = child.id();
            let (sender, receiver) = mpsc::channel();
            thread::spawn(move || sender.send(child.wait().expect("an exit status")));
            let end = self.wait(&receiver, group);
            if end.is_err() {
                let killed = Command::new("kill").args(["-KILL", "--", &format!("-{group}")]).status();
                assert!(killed.is_ok_and(|status| status.success()), "the process group {group} lives on");
            }
            let text = |path| String::from_utf8_lossy(&fs::read(path).expect("the output")).into_owned();
            Output { end, stdout: text(&stdout), stderr: text(&stderr) }
        }

        /// The exit status, or what the process group takes too much of.
        fn wait(&self, receiver: &mpsc::Receiver<ExitStatus>, group: u32) -> Result<ExitStatus, String> {
            let start = Instant::now();
            let temporary = self.home.join(TEMPORARY);
            loop {
                if let Ok(status) = receiver.recv_timeout(MEASURED_EVERY) {
                    return Ok(status);
                }
                if start.elapsed() > TIME_LIMIT {
                    return Err(format!("it still runs after {TIME_LIMIT:?}"));
                }
                let mebibytes = |bytes: u64| format!("{} MiB", bytes >> 20);
                let memory = memory_of(group);
                if memory > MAX_MEMORY {
                    return Err(format!("it takes {} of memory", mebibytes(memory)));
                }
                let disk = size_of_files(&temporary);
                if disk > MAX_TEMPORARY {
                    return Err(format!("its temporary files take {}", mebibytes(disk)));
                }
            }
        }

        /// Files below the repository and the home that have the secret; links are not followed.
        fn copies_of_the_secret(&self) -> Vec<String> {
            let mut found = Vec::new();
            // One file can have many names.
            let mut read = BTreeSet::new();
            for root in [&self.repository, &self.home] {
                walk(root, &mut |path, metadata| {
                    if metadata.is_file()
                        && metadata.len() <= MAX_BYTES
                        && read.insert((metadata.dev(), metadata.ino()))
                        && fs::read(path).is_ok_and(|bytes| String::from_utf8_lossy(&bytes).contains(SECRET))
                    {
                        found.push(format!("`{}` has the secret", path.display()));
                    }
                    true
                });
            }
            found
        }
    }

    fn surroundings(home: &Path) -> [(&'static str, PathBuf); 5] {
        [
            ("HOME", home.to_owned()),
            ("XDG_CACHE_HOME", home.join(".cache")),
            ("XDG_CONFIG_HOME", home.join(".config")),
            ("XDG_DATA_HOME", home.join(".local/share")),
            ("XDG_STATE_HOME", home.join(".local/state")),
        ]
    }

    /// Where temporary files are, in the home.
    const TEMPORARY: &str = ".local/tmp";

    /// The memory that the processes of a group do not share with files; nothing where the system does not show it.
    fn memory_of(group: u32) -> u64 {
        let processes = fs::read_dir("/proc").into_iter().flatten().flatten();
        let statuses = processes.filter_map(|entry| fs::read_to_string(entry.path().join("status")).ok());
        let field = |status: &str, name: &str| -> Option<u64> {
            status.lines().find_map(|line| line.strip_prefix(name)?.split_whitespace().next()?.parse().ok())
        };
        let of_group = statuses.filter(|status| field(status, "NSpgid:") == Some(u64::from(group)));
        of_group.filter_map(|status| field(&status, "RssAnon:")).map(|kibibytes| kibibytes << 10).sum()
    }

    /// What the files below a directory take of the disk.
    fn size_of_files(directory: &Path) -> u64 {
        const BLOCK: u64 = 512;
        let mut size = 0;
        walk(directory, &mut |_, metadata| {
            size += metadata.blocks() * BLOCK;
            true
        });
        size
    }

    struct Output {
        /// The exit status, or why the command was ended.
        end: Result<ExitStatus, String>,
        stdout: String,
        stderr: String,
    }

    impl Output {
        fn faults(&self, line: &Line) -> Vec<String> {
            let mut faults = Vec::new();
            match &self.end {
                Err(why) => faults.push(why.clone()),
                Ok(status) if status.signal().is_some() => faults.push(format!("it died: {status}")),
                Ok(status) if status.code() == Some(PANICKED) => faults.push("it panicked".to_owned()),
                Ok(_) => {}
            }
            for (name, text) in [("stdout", &self.stdout), ("stderr", &self.stderr)] {
                if text.contains(SECRET) {
                    faults.push(format!("{name} has the secret"));
                }
                if let Some(forged) = text.lines().find(|text| !line.has("html") && is_forged(text)) {
                    faults.push(format!("{name} has the line {forged:?}"));
                }
                let for_people = name == "stderr" || !line.is_for_programs();
                if let Some(raw) = text.chars().find(|&letter| for_people && is_control(letter)) {
                    faults.push(format!("{name} has a raw {raw:?}"));
                }
            }
            let has_element = (line.has("html") && self.stdout.contains("<forged"))
                || (line.has("markdown") && self.stdout.lines().any(has_element));
            if has_element {
                faults.push("stdout has an element of the attacker".to_owned());
            }
            faults
        }
    }

    /// Whether a line of Markdown has the element outside of code, which ends with as many backticks as it begins with.
    fn has_element(line: &str) -> bool {
        let mut rest = line;
        while let Some(at) = rest.find(['`', '\\', '<']) {
            rest = &rest[at..];
            if rest.starts_with("<forged") {
                return true;
            }
            let ticks = rest.len() - rest.trim_start_matches('`').len();
            let escaped = rest.strip_prefix('\\').and_then(|rest| rest.chars().next());
            let length = match ticks {
                0 => 1 + escaped.map_or(0, char::len_utf8),
                _ => ticks + end_of_code(&rest[ticks..], ticks).unwrap_or(0),
            };
            rest = &rest[length..];
        }
        false
    }

    /// Where the next run of exactly so many backticks ends.
    fn end_of_code(text: &str, ticks: usize) -> Option<usize> {
        let mut from = 0;
        loop {
            let start = from + text[from..].find('`')?;
            let run = text[start..].len() - text[start..].trim_start_matches('`').len();
            from = start + run;
            if run == ticks {
                return Some(from);
            }
        }
    }

    fn is_forged(line: &str) -> bool {
        line.strip_prefix("::").unwrap_or(line).starts_with("FORGED")
    }

    /// Control characters but the line feed and the tab, those that change the direction of text, end a line for some, or are not seen.
    fn is_control(letter: char) -> bool {
        let turns = matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        let is_unseen = matches!(letter, '\u{2028}' | '\u{2029}' | '\u{200b}' | '\u{e0000}'..='\u{e007f}');
        turns || is_unseen || (letter.is_control() && !matches!(letter, '\n' | '\t'))
    }

    /// Files, directories and links, with their bytes, modes and times.
    #[derive(Default)]
    struct Snapshot(BTreeMap<PathBuf, Entry>);

    #[derive(PartialEq)]
    struct Entry {
        mode: u32,
        changed: (i64, i64),
        bytes: Vec<u8>,
    }

    impl Snapshot {
        /// What lies beside the repository. Of the home, what was there before loopmend ran.
        fn around(root: &Path, repository: &Path, home: &Path) -> Self {
            let mut snapshot = Self::default();
            walk(root, &mut |path, metadata| {
                let may_change = path == repository || home.ancestors().any(|above| above == path);
                let is_own = path.starts_with(home)
                    && [".cache", ".local", ".config"].iter().any(|name| path.ends_with(name));
                if !may_change && !is_own {
                    snapshot.add(path, metadata);
                }
                path != repository && !is_own
            });
            snapshot
        }

        fn of_git(repository: &Path) -> Self {
            let mut snapshot = Self::default();
            walk(repository, &mut |path, metadata| {
                let below = path.strip_prefix(repository).expect("a path below");
                if below.components().any(|part| part.as_os_str().as_encoded_bytes().ends_with(b".git")) {
                    snapshot.add(path, metadata);
                }
                true
            });
            snapshot
        }

        fn add(&mut self, path: &Path, metadata: &fs::Metadata) {
            let bytes = if metadata.is_symlink() {
                fs::read_link(path).map(|to| to.as_os_str().as_encoded_bytes().to_vec())
            } else if metadata.is_file() && metadata.len() <= MAX_BYTES {
                fs::read(path)
            } else {
                Ok(Vec::new())
            };
            let entry = Entry {
                mode: metadata.mode(),
                changed: (metadata.mtime(), metadata.mtime_nsec()),
                bytes: bytes.unwrap_or_default(),
            };
            self.0.insert(path.to_owned(), entry);
        }

        fn differences(&self, after: &Self) -> Vec<String> {
            let gone_or_changed = self.0.iter().filter_map(|(path, entry)| match after.0.get(path) {
                None => Some(format!("`{}` is gone", path.display())),
                Some(other) if other != entry => Some(format!("`{}` changed", path.display())),
                Some(_) => None,
            });
            let new = after.0.keys().filter(|path| !self.0.contains_key(*path));
            gone_or_changed.chain(new.map(|path| format!("`{}` is new", path.display()))).collect()
        }
    }

    /// Calls `visit` for all below `root`, and `root`; below a directory only where it returns `true`.
    fn walk(root: &Path, visit: &mut dyn FnMut(&Path, &fs::Metadata) -> bool) {
        let Ok(metadata) = root.symlink_metadata() else { return };
        if !visit(root, &metadata) || !metadata.is_dir() {
            return;
        }
        for entry in fs::read_dir(root).into_iter().flatten().flatten() {
            walk(&entry.path(), visit);
        }
    }
}
