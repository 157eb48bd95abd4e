//! Keeps paths outside of the project out of a report, which others read.

use std::path::{Path, PathBuf};

use loopmend_project::Project;
use loopmend_verify::{FailureCause, FixReport, PlaceLeft, VerifiedRun};

/// The directories that a report does not name, each with what stands for it.
pub(super) struct Outside {
    /// The longest paths first.
    directories: Vec<(String, &'static str)>,
    /// The working directory.
    cwd: PathBuf,
}

impl Outside {
    /// The directories of a project, of the copy in which its tests ran, and of this machine.
    pub(super) fn new(project: &Project, copy: &Path) -> Self {
        let cwd = std::env::current_dir().unwrap_or_default();
        let mut named: Vec<(PathBuf, &'static str)> = vec![
            (project.root_dir().to_owned(), ""),
            (copy.to_owned(), ""),
            (std::env::temp_dir(), "<temporary directory>"),
        ];
        if let Some(environment) = project.environment() {
            named.extend(environment.site_packages.iter().map(|path| (path.clone(), "<site-packages>")));
            named.push((environment.prefix.clone(), "<environment>"));
        }
        named.extend(std::env::home_dir().map(|home| (home, "~")));
        let real =
            |(path, stands): &(PathBuf, &'static str)| Some((std::fs::canonicalize(path).ok()?, *stands));
        let more: Vec<_> = named.iter().filter_map(real).collect();
        named.extend(more);
        Self::of(named, cwd)
    }

    fn of(named: Vec<(PathBuf, &'static str)>, cwd: PathBuf) -> Self {
        let is_deep = |path: &Path| path.components().count() > 1;
        let named = named.into_iter().filter(|(path, _)| is_deep(path));
        let mut directories: Vec<(String, &'static str)> =
            named.filter_map(|(path, stands)| Some((path.to_str()?.to_owned(), stands))).collect();
        directories.sort_by(|one, other| other.0.len().cmp(&one.0.len()).then_with(|| one.cmp(other)));
        directories.dedup();
        Self { directories, cwd }
    }

    /// Rewrites the words of a report. Its diffs are parts of the project, and stay.
    pub(super) fn hide(&self, run: &mut VerifiedRun) {
        run.command = run.command.iter().map(|word| self.word(word)).collect();
        run.pytest_arguments = run.pytest_arguments.iter().map(|word| self.word(word)).collect();
        let causes = run.failing_before.iter_mut().chain(&mut run.remaining);
        let of_causes = causes.map(|FailureCause { cause, .. }| cause);
        let left = run.findings_left.iter_mut().chain(&mut run.still_seen);
        let of_places = left.flat_map(|PlaceLeft { message, why, .. }| std::iter::once(message).chain(why));
        let of_fixes =
            run.fixes.iter_mut().flat_map(|FixReport { why, message, notes, evidence, .. }| {
                [why, message]
                    .into_iter()
                    .chain(notes)
                    .chain(evidence.iter_mut().map(|evidence| &mut evidence.words))
            });
        let sides = [&mut run.configuration.before, &mut run.configuration.after];
        let of_settings =
            sides.into_iter().flatten().flat_map(|setting| [&mut setting.value, &mut setting.place]);
        let endings = run.before.ending.iter_mut().chain(&mut run.after.ending);
        let all = of_causes
            .chain(of_places)
            .chain(of_fixes)
            .chain(of_settings)
            .chain(endings)
            .chain(&mut run.risks);
        all.for_each(|words| *words = self.words(words));
    }

    /// A word of a command line.
    fn word(&self, word: &str) -> String {
        let (option, path) = match word.split_once('=') {
            Some((option, path)) if option.starts_with('-') => (format!("{option}="), path),
            _ => (String::new(), word),
        };
        if let Some(below) = Path::new(path).strip_prefix(&self.cwd).ok().and_then(Path::to_str) {
            let below = if below.is_empty() { "." } else { below };
            return format!("{option}{below}");
        }
        let shown = self.words(path);
        let name = Path::new(&shown).file_name().and_then(|name| name.to_str());
        match name.filter(|_| Path::new(&shown).is_absolute()) {
            Some(name) => format!("{option}<path>/{name}"),
            None => format!("{option}{shown}"),
        }
    }

    /// Words in which paths may stand.
    pub(super) fn words(&self, words: &str) -> String {
        let known = self.directories.iter().fold(words.to_owned(), |words, (directory, stands)| {
            without_directory(&words, directory, stands)
        });
        without_installations(&known)
    }
}

/// Replaces a directory where a path begins with it.
fn without_directory(words: &str, directory: &str, stands: &str) -> String {
    let (mut out, mut rest) = (String::new(), words);
    while let Some(start) = rest.find(directory) {
        let (before, after) = (&rest[..start], &rest[start + directory.len()..]);
        out.push_str(before);
        let is_whole = !after.starts_with(|letter: char| letter.is_alphanumeric() || "_-.".contains(letter));
        let begins = !before.ends_with(|letter: char| letter.is_alphanumeric() || "/\\_-.".contains(letter));
        rest = after;
        match (is_whole && begins, stands) {
            (false, _) => out.push_str(directory),
            (true, "") => match after.strip_prefix(['/', '\\']) {
                Some(below) => rest = below,
                None => out.push('.'),
            },
            (true, stands) => out.push_str(stands),
        }
    }
    out + rest
}

/// Replaces the directories of other installations of Python.
fn without_installations(words: &str) -> String {
    let shortened = |word: &str| {
        let start =
            word.find('/').filter(|start| *start == 0 || word[..*start].ends_with(['\'', '"', '(', '`']))?;
        let (path, parts) = (
            &word[start..],
            [("/site-packages/", "<site-packages>/"), ("/dist-packages/", "<site-packages>/")],
        );
        let of_packages =
            parts.into_iter().find_map(|(part, stands)| Some((path.rsplit_once(part)?.1, stands)));
        let of_library = || {
            let (_, below) = path.split_once("/lib/python")?;
            Some((below.split_once('/')?.1, "<python>/"))
        };
        let (below, stands) = of_packages.or_else(of_library)?;
        Some(format!("{}{stands}{below}", &word[..start]))
    };
    let words = words.split(' ').map(|word| shortened(word).unwrap_or_else(|| word.to_owned()));
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::Outside;

    fn outside() -> Outside {
        let named = [
            ("/home/me/shop", ""),
            ("/tmp/loopmend-1/shop", ""),
            ("/home/me/.venv", "<environment>"),
            ("/home/me/.venv/lib/python3.12/site-packages", "<site-packages>"),
            ("/tmp", "<temporary directory>"),
            ("/home/me", "~"),
        ];
        Outside::of(named.map(|(path, stands)| (path.into(), stands)).into(), "/home/me/shop".into())
    }

    #[test]
    fn words_name_no_directory_outside_of_the_project() {
        for (words, expected) in [
            ("no file '/home/me/shop/data/a.db'", "no file 'data/a.db'"),
            ("in /tmp/loopmend-1/shop/tests/test_a.py", "in tests/test_a.py"),
            ("rootdir: /tmp/loopmend-1/shop", "rootdir: ."),
            ("/home/me/.venv/lib/python3.12/site-packages/anyio/x.py", "<site-packages>/anyio/x.py"),
            ("'/home/me/notes.txt' and /tmp/x", "'~/notes.txt' and <temporary directory>/x"),
            ("/usr/lib/python3.11/asyncio/runners.py:190", "<python>/asyncio/runners.py:190"),
            ("('/opt/py/lib/python3.11/site-packages/a.py')", "('<site-packages>/a.py')"),
            ("/home/me/shopping and /home/metal", "~/shopping and /home/metal"),
            ("GET /api/v1/users", "GET /api/v1/users"),
        ] {
            assert_eq!(outside().words(words), expected);
        }
    }

    #[test]
    #[cfg(unix)]
    fn a_command_names_no_directory_outside_of_the_project() {
        for (word, expected) in [
            ("--report=/home/me/shop/report.md", "--report=report.md"),
            ("/home/me/shop", "."),
            ("/home/me/.venv/bin/python", "<environment>/bin/python"),
            ("/mnt/secret/reports/report.md", "<path>/report.md"),
            ("--unsafe", "--unsafe"),
            ("tests/test_a.py::test_b", "tests/test_a.py::test_b"),
        ] {
            assert_eq!(outside().word(word), expected);
        }
    }
}
