//! Copies of a corpus, which the measurements may change.

use crate::harness::*;

/// How the one file changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Change {
    /// A comment at the end of the file.
    Comment,
    /// A statement in the body of a function.
    Body,
    /// A further function, which other files could import.
    Interface,
}

/// The copies of one corpus.
#[derive(Clone, Debug)]
pub(super) struct Trees {
    /// Never changed once it is made.
    pub(super) pristine: PathBuf,
    /// One of its files changes.
    pub(super) changing: PathBuf,
    /// The file that changes, relative to the tree, where the corpus names one.
    file: Option<String>,
}

impl Trees {
    /// Copies the corpus, anew each time. Fails if it cannot be copied.
    pub(super) fn make(corpus: &Corpus, directory: &Path) -> Result<Self> {
        let file = corpus.bench_file.clone();
        let trees = Self { pristine: directory.join("pristine"), changing: directory.join("changing"), file };
        for tree in [&trees.pristine, &trees.changing] {
            neutral_copy(corpus, tree)?;
        }
        Ok(trees)
    }

    /// Gives the one file a text it never had; `round` tells the texts of one kind of change apart.
    /// Fails if the corpus names no file, that cannot be read or written, or has no function whose body could change.
    pub(super) fn change_one_file(&self, change: Change, round: usize) -> Result<()> {
        let file = self.file.as_ref().context("the corpus has no `bench-file`")?;
        let text = workspace::read(&self.pristine.join(file))?;
        let changed = changed(&text, change, round)
            .with_context(|| format!("{file} has no function on one line to change"))?;
        workspace::write(&self.changing.join(file), &changed)
    }
}

fn changed(text: &str, change: Change, round: usize) -> Option<String> {
    match change {
        Change::Comment => Some(format!("{text}\n# round {round}\n")),
        Change::Interface => {
            Some(format!("{text}\n\ndef loopmend_bench_{round}() -> int:\n    return {round}\n"))
        }
        Change::Body => {
            let (end, indentation) = first_function_header(text)?;
            let statement = format!("{indentation}    loopmend_bench = {round}\n");
            Some(format!("{}{statement}{}", &text[..end], &text[end..]))
        }
    }
}

/// Where the first line ends that is all of a function's head, and how it is indented.
fn first_function_header(text: &str) -> Option<(usize, &str)> {
    let mut end = 0;
    text.split_inclusive('\n').find_map(|line| {
        end += line.len();
        let head = line.trim_start();
        let is_head =
            (head.starts_with("def ") || head.starts_with("async def ")) && line.trim_end().ends_with(':');
        (is_head && line.ends_with('\n')).then(|| (end, &line[..line.len() - head.len()]))
    })
}

#[cfg(test)]
mod tests {
    use super::{Change, changed};

    const TEXT: &str =
        "class A:\n    async def f(\n        self,\n    ): ...\n    def g(self) -> int:\n        return 1\n";

    #[test]
    fn a_body_changes_below_a_head_of_one_line() {
        let text = changed(TEXT, Change::Body, 7).unwrap();
        assert!(
            text.contains("    def g(self) -> int:\n        loopmend_bench = 7\n        return 1\n"),
            "{text}"
        );
        assert_eq!(changed("x = 1\n", Change::Body, 7), None);
    }

    #[test]
    fn comment_and_interface_change_at_the_end() {
        assert_eq!(changed("x = 1\n", Change::Comment, 2).unwrap(), "x = 1\n\n# round 2\n");
        assert!(
            changed("x = 1\n", Change::Interface, 2).unwrap().contains("\ndef loopmend_bench_2() -> int:\n")
        );
    }
}
