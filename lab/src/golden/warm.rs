//! Random edits of a tree: after each, a check that remembers the last one reports what a check without a cache reports.

use std::fs::{self, File};
use std::time::SystemTime;

use clap::Args;
use fastrand::Rng;

use super::{Subject, print_difference};
use crate::harness::*;
use crate::torture::mutator;

/// The command that is compared.
const CHECK: [&str; 6] = ["check", "--select", "ALL", "--strict", "--output-format", "json"];

#[derive(Args)]
pub(super) struct Arguments {
    /// The binary
    binary: PathBuf,
    /// The tree, of which a copy is edited
    tree: PathBuf,
    /// How many edits are made
    #[arg(long, default_value_t = 500)]
    edits: usize,
    /// What the edits are drawn from
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// Edits and compares, and prints each difference. The copy stays if there is one.
/// Fails if the tree cannot be copied or edited, or the binary cannot be started.
pub(super) fn run(arguments: &Arguments, python: Option<&Path>) -> Result<Outcome> {
    let subject = Subject::new(&arguments.binary, python)?;
    let copy = workspace::outside("golden-warm");
    copy_afresh(&arguments.tree, &copy)?;
    let files = read_files(&subject, &copy)?;
    let mut random = Rng::with_seed(arguments.seed);
    let mut differences = usize::from(differs(&subject, &copy, "before the first edit")?);
    for number in 1..=arguments.edits {
        let (path, original) = &files[random.usize(..files.len())];
        let edit = Edit::draw(&mut random);
        edit.make(path, original, &mut random)?;
        let title = format!("edit {number}, {edit:?} in {}", path.display());
        differences += usize::from(differs(&subject, &copy, &title)?);
    }
    println!("{} files, {} edits, {differences} differences", files.len(), arguments.edits);
    if differences > 0 {
        return Ok(Outcome::Failed);
    }
    workspace::remove_directory(&copy)?;
    Ok(Outcome::Passed)
}

/// The Python files of a tree, with their texts.
fn read_files(subject: &Subject, tree: &Path) -> Result<Vec<(PathBuf, String)>> {
    let paths = subject.loopmend.files(tree)?.into_iter().map(|path| tree.join(path));
    let files: Vec<_> =
        paths.filter_map(|path| fs::read_to_string(&path).ok().map(|text| (path, text))).collect();
    ensure!(!files.is_empty(), "the tree has no Python file");
    Ok(files)
}

/// Compares a check with the cache and one without; whether they differ.
fn differs(subject: &Subject, tree: &Path, title: &str) -> Result<bool> {
    let cold = subject.report(tree, &[CHECK.as_slice(), &["--no-cache"]].concat())?;
    let warm = subject.report(tree, &CHECK)?;
    Ok(print_difference(title, &cold, &warm))
}

/// How a file changes.
#[derive(Clone, Copy, Debug)]
enum Edit {
    DeleteLine,
    DuplicateLine,
    ReplaceName,
    Touch,
    /// Writes the text that the file had at first, so that files do not become worse and worse.
    Restore,
}

impl Edit {
    fn draw(random: &mut Rng) -> Self {
        let edits = [Self::DeleteLine, Self::DuplicateLine, Self::ReplaceName, Self::Touch, Self::Restore];
        edits[random.usize(..edits.len())]
    }

    fn make(self, path: &Path, original: &str, random: &mut Rng) -> Result<()> {
        let text = workspace::read(path)?;
        match self {
            Self::DeleteLine => workspace::write(path, &with_line(&text, 0, random)),
            Self::DuplicateLine => workspace::write(path, &with_line(&text, 2, random)),
            Self::ReplaceName => workspace::write(path, &with_name_replaced(&text, random)),
            Self::Restore => workspace::write(path, original),
            Self::Touch => {
                let file = File::options().write(true).open(path);
                file.and_then(|file| file.set_modified(SystemTime::now()))
                    .with_context(|| format!("cannot touch {}", path.display()))
            }
        }
    }
}

/// The text with one of its lines so many times.
fn with_line(text: &str, times: usize, random: &mut Rng) -> String {
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    if !lines.is_empty() {
        let at = random.usize(..lines.len());
        lines.splice(at..=at, vec![lines[at]; times]);
    }
    lines.concat()
}

/// The text with another of its names in the place of one.
fn with_name_replaced(text: &str, random: &mut Rng) -> String {
    let mut tokens = mutator::tokens(text);
    let names: Vec<usize> = (0..tokens.len()).filter(|at| mutator::is_name(&tokens[*at])).collect();
    if !names.is_empty() {
        let [old, new] = std::array::from_fn(|_| names[random.usize(..names.len())]);
        tokens[old] = tokens[new].clone();
    }
    tokens.concat()
}

#[cfg(test)]
mod tests {
    use fastrand::Rng;

    use super::{with_line, with_name_replaced};

    #[test]
    fn a_line_is_deleted_or_duplicated() {
        let mut random = Rng::with_seed(1);
        assert_eq!(with_line("a\na\n", 0, &mut random), "a\n");
        assert_eq!(with_line("a\na", 2, &mut random).matches('a').count(), 3);
        assert_eq!(with_line("", 2, &mut random), "");
    }

    #[test]
    fn one_name_is_replaced_by_another_of_the_text() {
        let replaced = with_name_replaced("ä = (word, word)\n", &mut Rng::with_seed(2));
        assert!(replaced.ends_with(")\n") && replaced.contains(" = ("), "{replaced}");
        assert_eq!(with_name_replaced("()", &mut Rng::with_seed(2)), "()");
    }
}
