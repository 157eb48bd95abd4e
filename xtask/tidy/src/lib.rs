//! The invariants of ARCHITECTURE.md that can be read from the text of the files. Each is one function from the
//! files to its violations; the test below runs them all, so that plain `cargo test` does.

mod boundaries;
mod dependencies;
mod files_of_one_rule;
mod honest_tests;
mod markdown_text;
mod prose;
mod prose_settings;
mod python_names;
mod rule_pairs;
mod rule_stem;
mod rust_tokens;
mod sizes;
mod wording;

pub use rule_stem::{RULES, RuleStem};

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use anyhow::{Context, Result};

use rust_tokens::is_test_file;

type Invariant = fn(&Tree) -> Vec<Violation>;

const INVARIANTS: &[Invariant] = &[
    boundaries::only_one_crate_names_those_of_ruff,
    boundaries::rules_do_not_search_source_text,
    boundaries::only_the_runner_spawns_processes,
    boundaries::only_the_binary_prints,
    boundaries::files_are_read_by_one_crate,
    boundaries::crates_turn_the_refusal_of_file_access_on,
    dependencies::dependencies_point_one_way,
    dependencies::versions_are_exact,
    dependencies::every_pin_has_a_reason,
    files_of_one_rule::what_one_rule_needs_stands_with_it,
    honest_tests::tests_are_honest,
    rule_pairs::every_rule_has_its_files,
    rule_pairs::every_page_is_complete,
    rule_pairs::rules_have_witnesses,
    rule_pairs::no_list_of_rules_is_committed,
    sizes::no_crate_is_too_large,
    sizes::roots_export_few_names,
    sizes::files_have_few_public_functions,
    wording::messages_have_one_style,
    wording::no_file_names_a_machine,
    wording::the_architecture_fits_on_a_few_screens,
    prose::texts_are_plain,
    python_names::names_of_python_are_in_the_catalogue,
    prose::user_pages_have_short_sentences,
];

/// The text files that are or would be tracked, by their path from the root, with `/`.
#[derive(Debug, Default)]
struct Tree {
    files: BTreeMap<String, String>,
}

impl Tree {
    /// Reads all files that git does not ignore. What is not UTF-8 is no text and left out.
    ///
    /// # Errors
    /// When a file cannot be read.
    fn read(root: &Path) -> Result<Self> {
        let walk = ignore::WalkBuilder::new(root)
            .hidden(false)
            .require_git(false)
            .filter_entry(|entry| entry.file_name() != ".git")
            .build();
        let mut files = BTreeMap::new();
        for entry in walk {
            let entry = entry.context("cannot list the files of the workspace")?;
            if entry.file_type().is_some_and(|kind| kind.is_file()) {
                let bytes = std::fs::read(entry.path())
                    .with_context(|| format!("cannot read {}", entry.path().display()))?;
                if let Ok(text) = String::from_utf8(bytes) {
                    files.insert(shown(root, entry.path()), text);
                }
            }
        }
        Ok(Self { files })
    }

    /// The files with this ending, as path and text.
    fn with_ending<'tree>(&'tree self, ending: &str) -> impl Iterator<Item = (&'tree str, &'tree str)> {
        self.files
            .iter()
            .filter(move |(path, _)| path.ends_with(ending))
            .map(|(path, text)| (&**path, &**text))
    }

    /// The text of one file, if it is there.
    fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// A tree of these files, for tests.
    #[cfg(test)]
    fn of(files: &[(&str, &str)]) -> Self {
        Self { files: files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect() }
    }
}

fn shown(root: &Path, path: &Path) -> String {
    let relative = path.strip_prefix(root).unwrap_or(path);
    relative.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// The crate a file belongs to: `xtask`, `lab` or the directory below `crates/`; empty for files of the workspace.
fn crate_of(path: &str) -> &str {
    match path.split_once('/') {
        Some(("crates", rest)) => rest.split('/').next().unwrap_or_default(),
        Some((tasks @ ("xtask" | "lab"), _)) => tasks,
        _ => "",
    }
}

/// The Rust files that are part of the product: no tests and what runs them, no build scripts, no tasks.
fn product_files(tree: &Tree) -> impl Iterator<Item = (&str, &str)> {
    tree.with_ending(".rs").filter(|(path, _)| {
        path.starts_with("crates/")
            && crate_of(path) != "loopmend_mdtest"
            && !is_test_file(path)
            && !path.ends_with("/build.rs")
    })
}

/// One place where an invariant does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Violation {
    path: String,
    /// From 1; 0 when it is about the whole file.
    line: usize,
    message: String,
}

impl Violation {
    fn new(path: &str, line: usize, message: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line, message: message.into() }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.path, self.message),
            line => write!(f, "{}:{line}: {}", self.path, self.message),
        }
    }
}

fn violations(tree: &Tree) -> Vec<Violation> {
    INVARIANTS.iter().flat_map(|invariant| invariant(tree)).collect()
}

/// The result of a run.
#[derive(Debug)]
pub struct Report {
    /// The places where an invariant does not hold, one a line.
    pub violations: Vec<String>,
    /// The length of the sentences on user pages, in words.
    pub figures: String,
}

/// Checks all invariants of the workspace.
///
/// # Errors
/// When its files cannot be read.
pub fn check() -> Result<Report> {
    let tree = Tree::read(root())?;
    let violations = violations(&tree).iter().map(ToString::to_string).collect();
    Ok(Report { violations, figures: prose::figures_in_words(&tree) })
}

/// The root of the workspace.
fn root() -> &'static Path {
    let above = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2);
    above.expect("the crate lies two directories below the root")
}

#[cfg(test)]
mod tests {
    use super::{Tree, check, crate_of};

    #[test]
    fn the_workspace_is_tidy() {
        let report = check().unwrap();
        assert!(report.violations.is_empty(), "\n{}\n{}", report.violations.join("\n"), report.figures);
    }

    #[test]
    fn ignored_and_binary_files_are_not_read() {
        let directory = tempfile::tempdir().unwrap();
        for (path, bytes) in [
            (".gitignore", &b"/target\n"[..]),
            ("target/a.txt", b"ignored"),
            (".ci/run", b"text"),
            ("picture.png", b"\xff\xfe\x00"),
        ] {
            let path = directory.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
        }
        let tree = Tree::read(directory.path()).unwrap();
        assert_eq!(tree.files.keys().collect::<Vec<_>>(), [".ci/run", ".gitignore"]);
    }

    #[test]
    fn a_file_belongs_to_a_crate() {
        assert_eq!(crate_of("crates/loopmend_core/src/lib.rs"), "loopmend_core");
        assert_eq!(crate_of("xtask/src/main.rs"), "xtask");
        assert_eq!(crate_of("lab/src/main.rs"), "lab");
        assert_eq!(crate_of("README.md"), "");
    }
}
