//! A copy of a corpus in which one `await` at a time is missing.

use std::fs;
use std::sync::Mutex;
use std::time::SystemTime;

use loopmend_core::LineIndex;

use super::*;

/// How the name of the pack starts that a check writes, and that each erasure finds as the first check left it.
const FINDINGS: &str = "findings-";

/// The copy, with a cache of its own that holds what was found in it as it is.
pub(crate) struct Workbench<'a> {
    loopmend: &'a Loopmend,
    tree: PathBuf,
    environment: PathBuf,
    cache: PathBuf,
    threads: Option<usize>,
    base: Vec<Finding>,
    packs: Vec<(PathBuf, Vec<u8>)>,
}

impl<'a> Workbench<'a> {
    /// Several copies of a corpus in directories of this name below `target/erasure`, to work on beside each other. Each is checked once;
    /// each check uses one thread if there are several. Fails if they cannot be made or loopmend fails on them.
    pub(crate) fn make(
        corpus: &Corpus,
        name: &str,
        loopmend: &'a Loopmend,
        count: usize,
    ) -> Result<Vec<Self>> {
        let threads = if count > 1 { Some(1) } else { None };
        let make = |number| Self::with_threads(corpus, &format!("{name}-{number}"), loopmend, threads);
        (1..=count.max(1)).map(make).collect()
    }

    /// Calls `work` for each item in a copy of the corpus, and returns the results in the order of the items. [`Workbench::make`] creates the copies.
    /// Fails like [`Workbench::make`], and the first error of the work.
    pub(crate) fn each<T: Sync, R: Send>(
        (corpus, name): (&Corpus, &str),
        loopmend: &'a Loopmend,
        jobs: usize,
        items: &[T],
        work: impl Fn(&Self, &T) -> Result<R> + Sync,
    ) -> Result<Vec<R>> {
        in_parallel(&Self::make(corpus, name, loopmend, jobs)?, items, work)
    }

    fn with_threads(
        corpus: &Corpus,
        name: &str,
        loopmend: &'a Loopmend,
        threads: Option<usize>,
    ) -> Result<Self> {
        let directory = target("erasure").join(&corpus.name).join(name);
        workspace::remove_directory(&directory)?;
        let mut workbench = Self {
            loopmend,
            tree: directory.join("tree"),
            environment: corpus.environment(),
            cache: directory.join("cache"),
            threads,
            base: Vec::new(),
            packs: Vec::new(),
        };
        copy_afresh(&corpus.source(), &workbench.tree)?;
        workbench.base = workbench.check()?;
        for path in workspace::entries(&workbench.cache)? {
            if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(FINDINGS)) {
                let contents = read_bytes(&path)?;
                workbench.packs.push((path, contents));
            }
        }
        Ok(workbench)
    }

    /// The findings that are there only because one `await` is missing, their places being those of the code with it; and the text with it.
    /// `None` where the file does not have that word at that byte, because its bytes are not its text. The copy is
    /// as it was afterwards. Fails if loopmend fails, or the copy cannot be written.
    pub(crate) fn erase(&self, path: &str, await_start: usize) -> Result<Option<(String, Vec<Finding>)>> {
        self.forget()?;
        self.without_await(path, await_start, |text, cut| {
            let line = cut.in_line(text, &LineIndex::new(text));
            let added = added(&self.base, self.check()?, (path, line));
            Ok((text.to_owned(), added))
        })
    }

    /// Returns the result of `look` while one `await` is removed in the copy. `look` takes the text with the `await`, and the cut.
    /// `None` as for [`Self::erase`]. Fails if the copy cannot be written, and those of `look`.
    pub(crate) fn without_await<T>(
        &self,
        path: &str,
        await_start: usize,
        look: impl FnOnce(&str, Cut) -> Result<T>,
    ) -> Result<Option<T>> {
        let Ok(text) = String::from_utf8(read_bytes(&self.tree.join(path))?) else { return Ok(None) };
        let Some(cut) = Cut::of_await(&text, await_start) else { return Ok(None) };
        let texts = BTreeMap::from([(path, Cuts::new(vec![cut]).apply(&text))]);
        self.seen_with_texts(&texts, || look(&text, cut)).map(Some)
    }

    /// Returns the findings of a check while some files have other texts, and restores the copy.
    /// Fails if loopmend fails, or the copy cannot be written.
    pub(crate) fn with_texts(&self, texts: &BTreeMap<&str, String>) -> Result<Vec<Finding>> {
        self.forget()?;
        self.seen_with_texts(texts, || self.check())
    }

    /// Returns the result of `look` while some files have other texts, and restores the copy.
    /// Fails if the copy cannot be written, and those of `look`.
    pub(crate) fn seen_with_texts<T>(
        &self,
        texts: &BTreeMap<&str, String>,
        look: impl FnOnce() -> Result<T>,
    ) -> Result<T> {
        let mut kept: Vec<(PathBuf, Vec<u8>, SystemTime)> = Vec::new();
        for (path, text) in texts {
            let place = self.tree.join(path);
            kept.push((place.clone(), read_bytes(&place)?, fs::metadata(&place)?.modified()?));
            workspace::write(&place, text)?;
        }
        let found = look();
        for (place, bytes, modified) in kept {
            fs::write(&place, bytes).with_context(|| format!("cannot write {}", place.display()))?;
            fs::File::options().write(true).open(&place)?.set_modified(modified)?;
        }
        found
    }

    /// The findings in the unchanged copy.
    pub(crate) fn base(&self) -> &[Finding] {
        &self.base
    }

    /// Makes the cache what the first check left.
    fn forget(&self) -> Result<()> {
        for (pack, contents) in &self.packs {
            fs::write(pack, contents).with_context(|| format!("cannot write {}", pack.display()))?;
        }
        Ok(())
    }

    /// The directory of the copy.
    pub(crate) fn tree(&self) -> &Path {
        &self.tree
    }

    fn check(&self) -> Result<Vec<Finding>> {
        let mut command = self.loopmend.command(&self.tree);
        command.arg("check").arg("--strict").arg("--cache-dir").arg(&self.cache);
        if let Some(threads) = self.threads {
            command.arg("--jobs").arg(threads.to_string());
        }
        self.loopmend.findings(command, &self.environment)
    }
}

fn read_bytes(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

/// Copies a directory to a place, where nothing else is afterwards. Fails if a file cannot be read or written.
pub(crate) fn copy_afresh(from: &Path, to: &Path) -> Result<()> {
    workspace::remove_directory(to)?;
    workspace::copy_directory(from, to)
}

/// Returns the findings that `base` lacks, by rule and place; of equal findings, those that are more than in `base`. Places refer to the
/// text before the cut.
fn added(base: &[Finding], found: Vec<Finding>, (path, cut): (&str, LineCut)) -> Vec<Finding> {
    let key = |finding: &Finding, start| (finding.path.clone(), finding.rule.clone(), start);
    let before = |finding: &Finding| match finding.path == path {
        true => cut.surviving_start(finding.start()),
        false => finding.start(),
    };
    let moved = found.into_iter().map(|mut finding| {
        if finding.path == path {
            (finding.line, finding.column) = cut.start_before(finding.start());
            (finding.end_line, finding.end_column) = cut.end_before(finding.end());
        }
        finding
    });
    let found: Vec<Finding> = moved.collect();
    let keys = found.iter().map(|finding| key(finding, finding.start()));
    let (same, _) = matched(keys, base, |finding| key(finding, before(finding)));
    let is_new: Vec<bool> = same.iter().map(Option::is_none).collect();
    found.into_iter().zip(is_new).filter(|(_, is_new)| *is_new).map(|(finding, _)| finding).collect()
}

/// Does `work` for all items on as many threads as there are workers, each with its own worker; the results are in
/// the order of the items.
/// Fails with the first error of the work.
pub(crate) fn in_parallel<W: Sync, T: Sync, R: Send>(
    workers: &[W],
    items: &[T],
    work: impl Fn(&W, &T) -> Result<R> + Sync,
) -> Result<Vec<R>> {
    let next = Mutex::new(0..items.len());
    let take = || next.lock().expect("no worker panics while it takes an item").next();
    let done: Vec<Result<Vec<(usize, R)>>> = std::thread::scope(|scope| {
        let threads: Vec<_> = workers
            .iter()
            .map(|worker| {
                scope.spawn(|| {
                    let mut done = Vec::new();
                    while let Some(index) = take() {
                        done.push((index, work(worker, &items[index])?));
                    }
                    Ok(done)
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().expect("a worker does not panic")).collect()
    });
    let mut results: Vec<(usize, R)> =
        done.into_iter().collect::<Result<Vec<_>>>()?.into_iter().flatten().collect();
    results.sort_by_key(|(index, _)| *index);
    Ok(results.into_iter().map(|(_, result)| result).collect())
}

#[cfg(test)]
mod tests {
    use loopmend_core::LineIndex;

    use super::{added, in_parallel};
    use crate::harness::*;

    #[test]
    fn what_only_moved_was_not_added() {
        let text = "f(await g()); h()\n";
        let cut = Cut::of_await(text, 2).unwrap().in_line(text, &LineIndex::new(text));
        let base = [
            Finding::example("a.py", "one", (1, 15)),
            Finding::example("a.py", "two", (1, 3)),
            Finding::example("b.py", "one", (1, 9)),
        ];
        let found = vec![
            Finding::example("a.py", "one", (1, 9)),
            Finding::example("a.py", "two", (1, 3)),
            Finding::example("b.py", "one", (1, 9)),
        ];
        assert_eq!(added(&base, found, ("a.py", cut)), []);
    }

    #[test]
    fn what_is_new_is_told_by_its_place_before_the_cut() {
        let text = "f(await g()); h()\n";
        let cut = Cut::of_await(text, 2).unwrap().in_line(text, &LineIndex::new(text));
        let base = [Finding::example("b.py", "one", (1, 9))];
        let twice = Finding::example("b.py", "one", (1, 9));
        let found = vec![Finding::example("a.py", "new", (1, 3)), twice.clone(), twice.clone()];
        let added = added(&base, found, ("a.py", cut));
        assert_eq!(added.iter().map(|one| (one.start(), one.end())).next(), Some(((1, 9), (1, 12))));
        assert_eq!(added[1..], [twice]);
    }

    #[test]
    fn results_come_in_the_order_of_the_items() {
        let items: Vec<usize> = (0..100).collect();
        let doubled = in_parallel(&[1, 2, 3], &items, |_, item| Ok(item * 2)).unwrap();
        assert_eq!(doubled, items.iter().map(|item| item * 2).collect::<Vec<_>>());
        let failed = in_parallel(&[1], &items, |_, item| if *item == 7 { bail!("seven") } else { Ok(()) });
        assert_eq!(failed.unwrap_err().to_string(), "seven");
    }
}
