//! What the project asks for, and the edits that let it take the version that is migrated to.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use loopmend_core::edited;
use loopmend_fix::Change;
use loopmend_pins::{Action, Pin, Wanted, pins};
use loopmend_project::{Project, Version};
use regex::Regex;

use super::PLUGIN;
use super::target::Target;
use crate::fixing::untouchable;
use crate::render::{MigrationStep, StepKind, StepPlace};

/// Files that fix the versions of everything, and what brings them up to date.
const LOCKS: [(&str, &str); 5] = [
    ("uv.lock", "uv lock --upgrade-package pytest-asyncio --upgrade-package pytest"),
    ("poetry.lock", "poetry update pytest-asyncio pytest"),
    ("pdm.lock", "pdm update pytest-asyncio pytest"),
    ("Pipfile.lock", "pipenv update pytest-asyncio pytest"),
    ("pixi.lock", "pixi update pytest-asyncio pytest"),
];

/// Files that can ask for versions too, in ways that are not edited.
const OTHERS: [&str; 11] = [
    "Pipfile",
    "environment.yaml",
    "environment.yml",
    "hatch.toml",
    "noxfile.py",
    "pixi.toml",
    "pytest.ini",
    "setup.cfg",
    "setup.py",
    "tox.ini",
    "tox.toml",
];

/// A distribution with the versions that are asked for, as in files of pip or in a table: `pytest<8`, `pytest = "^7"`.
static BOUND: LazyLock<Regex> = LazyLock::new(|| {
    let name = r"(?i)(?:^|[^\w.-])(?<name>pytest(?:[-_.]asyncio)?)";
    let in_table = r#"["']?\s*=\s*["'](?<table>[^"']*)"#;
    let of_pip = r"(?:\[[\w, -]*\])?\s*(?<pip>(?:[<>=!~]+\s*[\w.*+!-]+\s*,?\s*)+)";
    Regex::new(&format!("{name}(?:{in_table}|{of_pip})")).expect("the pattern is constant")
});

/// The requirements of a project.
pub(super) struct Requirements {
    files: Vec<RequirementFile>,
    /// Files that could not be read, with why.
    unreadable: Vec<(PathBuf, String)>,
    wanted: Vec<Wanted>,
    directories: Vec<PathBuf>,
}

struct RequirementFile {
    path: PathBuf,
    /// Why nothing is written to it.
    untouchable: Option<String>,
    pins: Vec<Pin>,
}

impl Requirements {
    /// Reads the files as they are on disk.
    pub(super) fn read(project: &Project, target: &Target) -> Self {
        let wanted = vec![
            wanted(PLUGIN, &target.version, &format!("=={}", target.version)),
            wanted("pytest", &target.newest_pytest, &target.pytest.to_string()),
        ];
        let mut found = Self {
            files: Vec::new(),
            unreadable: Vec::new(),
            wanted,
            directories: project.requirement_directories(),
        };
        for path in project.requirement_files() {
            match read(project, &path, &found.wanted) {
                Ok(file) => found.files.push(file),
                Err(why) => found.unreadable.push((path, why)),
            }
        }
        found
    }

    /// The version of pytest-asyncio, or of pytest, that a requirement alone allows.
    pub(super) fn pinned(&self, name: &str) -> Option<Version> {
        let mut pins = self.files.iter().flat_map(|file| &file.pins);
        pins.find_map(|pin| pin.exact.clone().filter(|_| pin.name == name))
    }

    /// `true` if a file asks for pytest-asyncio, or could not be read and may.
    pub(super) fn ask_for_plugin(&self) -> bool {
        let mut pins = self.files.iter().flat_map(|file| &file.pins);
        !self.unreadable.is_empty() || pins.any(|pin| pin.name == PLUGIN)
    }

    /// The changes of the files, as the project has them now.
    pub(super) fn changes(&self, project: &Project) -> Vec<Change> {
        let editable = self.files.iter().filter(|file| file.untouchable.is_none());
        editable.filter_map(|file| self.change(project, &file.path)).collect()
    }

    fn change(&self, project: &Project, path: &Path) -> Option<Change> {
        let before = project.read_bytes(path).ok()?;
        let text = String::from_utf8(before.clone()).ok()?;
        let pins = pins(file_name(path), &text, &self.wanted).ok()?;
        let edits = pins.into_iter().filter_map(|pin| match pin.action {
            Action::Edit { edits, .. } => Some(edits),
            Action::Keep | Action::ByHand(_) => None,
        });
        let mut edits: Vec<_> = edits.flatten().collect();
        edits.sort_by_key(|edit| edit.span);
        let after = edited(&text, &edits)?.into_bytes();
        (after != before).then(|| Change { path: path.to_owned(), before, after })
    }

    /// The title of the step that makes the edits.
    pub(super) fn title(&self) -> String {
        let targets: Vec<String> =
            self.wanted.iter().map(|wanted| format!("{} {}", wanted.name, wanted.version)).collect();
        format!("Let the requirements allow {}", targets.join(" and "))
    }

    /// The steps: requirements that are edited, those that are left to a person, and lock files.
    pub(super) fn steps(&self, project: &Project) -> Vec<MigrationStep> {
        let mut edits = Vec::new();
        let mut by_hand = Vec::new();
        for (path, why) in &self.unreadable {
            by_hand.push(StepPlace { path: project.display(path), line: 1, detail: why.clone() });
        }
        for file in &self.files {
            for pin in &file.pins {
                let place =
                    |detail: String| StepPlace { path: project.display(&file.path), line: pin.line, detail };
                match (&pin.action, &file.untouchable) {
                    (Action::Keep, _) => {}
                    (Action::Edit { .. }, Some(why)) | (Action::ByHand(why), _) => {
                        by_hand.push(place(format!("{}: {why}", words(pin))));
                    }
                    (Action::Edit { after, .. }, None) => {
                        edits.push(place(format!("{} becomes `{after}`", words(pin))));
                    }
                }
            }
        }
        by_hand.extend(self.others(project));
        let title = self.title();
        let steps = [
            MigrationStep {
                title: title.clone(),
                kind: StepKind::Edit,
                code: None,
                meaning:
                    "Exact versions are replaced and upper bounds raised; requirements that already allow the versions stay."
                        .to_owned(),
                places: edits,
            },
            MigrationStep {
                title,
                kind: StepKind::ByHand,
                code: None,
                meaning: "loopmend cannot edit requirements written this way.".to_owned(),
                places: by_hand,
            },
            MigrationStep {
                title: "Update the lock files".to_owned(),
                kind: StepKind::ByHand,
                code: None,
                meaning: "Run the tools that create these files: they find versions that work together."
                    .to_owned(),
                places: self.locks(project),
            },
        ];
        steps.into_iter().filter(|step| !step.places.is_empty()).collect()
    }

    fn locks(&self, project: &Project) -> Vec<StepPlace> {
        let of = |directory: &PathBuf| LOCKS.map(|(name, renew)| (directory.join(name), renew));
        let present = self.directories.iter().flat_map(of).filter(|(path, _)| project.has_file(path));
        let place = |(path, renew): (PathBuf, &str)| StepPlace {
            path: project.display(&path),
            line: 1,
            detail: format!("`{renew}`"),
        };
        present.map(place).collect()
    }

    /// The lines of other files that bound the version of the plugin or of pytest so that none that would do is allowed.
    fn others(&self, project: &Project) -> Vec<StepPlace> {
        let mut places = Vec::new();
        for path in self.directories.iter().flat_map(|directory| OTHERS.map(|name| directory.join(name))) {
            let text = if project.has_file(&path) { project.read_bytes(&path) } else { continue };
            let read = self.files.iter().find(|file| file.path == path);
            let is_read = |line: usize| read.is_some_and(|file| file.pins.iter().any(|pin| pin.line == line));
            let text = text.map(|bytes| String::from_utf8(bytes).unwrap_or_default());
            for (index, line) in text.unwrap_or_default().lines().enumerate() {
                if let Some(instead) = allowing(line, &self.wanted)
                    && !is_read(index + 1)
                {
                    let what = format!("`{}`: loopmend does not edit this line", line.trim());
                    let detail = match instead.as_slice() {
                        [] => what,
                        _ => format!("{what}; write {}", instead.join(" and ")),
                    };
                    places.push(StepPlace { path: project.display(&path), line: index + 1, detail });
                }
            }
        }
        places
    }
}

fn wanted(name: &str, version: &Version, enough: &str) -> Wanted {
    let enough = enough.parse().expect("a version and the data are specifiers");
    Wanted { name: name.to_owned(), version: version.clone(), enough }
}

fn file_name(path: &Path) -> &str {
    path.file_name().and_then(|name| name.to_str()).unwrap_or_default()
}

fn read(project: &Project, path: &Path, wanted: &[Wanted]) -> Result<RequirementFile, String> {
    let bytes = project.read_bytes(path).map_err(|error| format!("it cannot be read: {error}"))?;
    let text =
        String::from_utf8(bytes).map_err(|_| "it is not UTF-8, so loopmend does not edit it".to_owned())?;
    let pins = pins(file_name(path), &text, wanted).map_err(|why| format!("it cannot be read: {why}"))?;
    let untouchable = untouchable(project, path, &text).map(|why| why.to_string());
    Ok(RequirementFile { path: path.to_owned(), untouchable, pins })
}

/// What stands there, with the name of the distribution where that does not.
fn words(pin: &Pin) -> String {
    match pin.before.starts_with(|first: char| first.is_ascii_alphabetic()) {
        true => format!("`{}`", pin.before),
        false => format!("{} `{}`", pin.name, pin.before),
    }
}

/// What is to be written where a line asks for versions of a distribution among which there is none that would do, as far as that is
/// known; `None` of one that allows them.
fn allowing(line: &str, wanted: &[Wanted]) -> Option<Vec<String>> {
    let code = line.split('#').next().unwrap_or_default();
    let forbidding = BOUND.captures_iter(code).filter_map(|found| {
        let name = &found["name"];
        let read = match (found.name("table"), found.name("pip")) {
            (Some(versions), _) => {
                let text = format!("[tool.poetry.dependencies]\n{name} = '{}'\n", versions.as_str());
                pins("pyproject.toml", &text, wanted)
            }
            (None, versions) => {
                let versions = versions.map_or("", |versions| versions.as_str().trim_end_matches([',', ' ']));
                pins("requirements.txt", &format!("{name}{versions}"), wanted)
            }
        };
        read.ok()?.into_iter().find(|pin| pin.action != Action::Keep)
    });
    let forbidding: Vec<Pin> = forbidding.collect();
    let instead = forbidding.iter().filter_map(|pin| match &pin.action {
        Action::Edit { after, .. } => Some(format!("`{after}`")),
        Action::Keep | Action::ByHand(_) => None,
    });
    (!forbidding.is_empty()).then(|| instead.collect())
}

#[cfg(test)]
mod tests {
    use super::{PLUGIN, Wanted, allowing, wanted};

    fn those_of_1_5() -> [Wanted; 2] {
        let version = |text: &str| text.parse().unwrap();
        [wanted(PLUGIN, &version("1.5.0"), "==1.5.0"), wanted("pytest", &version("9.2.0"), ">=8.4")]
    }

    #[test]
    fn bounds_are_seen_in_whatever_file() {
        for line in [
            "deps = pytest_asyncio<1",
            "pytest-asyncio>=0.21,<1",
            "'pytest-asyncio == 0.21.1',",
            "pytest-asyncio = \"^0.21\"",
            "    pytest<8",
            "    py39: pytest >= 7, < 8  # why",
            "session.install('pytest<8', 'coverage')",
            "  - pytest=7.4",
            "pytest = '~7.1'",
            "required_plugins = pytest-cov pytest-asyncio<1",
        ] {
            assert!(allowing(line, &those_of_1_5()).is_some(), "{line}");
        }
        for line in [
            "pytest-asyncio",
            "pytest-asyncio>=0.21",
            "# pytest-asyncio<1",
            "pytest-asyncio = '*'",
            "pytest>=7",
            "pytest<10",
            "pytest-cov<5",
            "my-pytest<5",
            "pytest7: pytest",
            "pytest_args = '-q'",
            "commands = pytest -n 4",
        ] {
            assert!(allowing(line, &those_of_1_5()).is_none(), "{line}");
        }
    }

    #[test]
    fn what_is_to_be_written_is_said() {
        let instead = |line| allowing(line, &those_of_1_5()).unwrap_or_default();
        assert_eq!(instead("    pytest-asyncio==0.18.3"), ["`pytest-asyncio==1.5.0`"]);
        assert_eq!(instead("session.install('pytest==7.1.2', 'coverage')"), ["`pytest==9.2.0`"]);
    }
}
