//! A copy of a corpus in which one `await` at a time is missing.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use anyhow::{Context, Result};
use loopmend_core::LineIndex;

use super::text::{Cut, Cuts, LineCut};
use crate::corpus::Corpus;
use crate::loopmend::{Finding, Loopmend};
use crate::workspace;

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
    /// Copies a corpus to a directory of this name below `target/erasure` and checks it once.
    ///
    /// # Errors
    /// When it cannot be copied or loopmend fails on it.
    pub(crate) fn make(corpus: &Corpus, name: &str, loopmend: &'a Loopmend) -> Result<Self> {
        Self::with_threads(corpus, name, loopmend, None)
    }

    /// Several copies of a corpus to work on beside each other: each check uses one thread then.
    ///
    /// # Errors
    /// When they cannot be made or loopmend fails on them.
    pub(crate) fn make_several(
        corpus: &Corpus,
        name: &str,
        loopmend: &'a Loopmend,
        count: usize,
    ) -> Result<Vec<Self>> {
        let threads = if count > 1 { Some(1) } else { None };
        let make = |number| Self::with_threads(corpus, &format!("{name}-{number}"), loopmend, threads);
        (1..=count.max(1)).map(make).collect()
    }

    fn with_threads(
        corpus: &Corpus,
        name: &str,
        loopmend: &'a Loopmend,
        threads: Option<usize>,
    ) -> Result<Self> {
        let directory = workspace::target().join("erasure").join(&corpus.name).join(name);
        let mut workbench = Self {
            loopmend,
            tree: directory.join("tree"),
            environment: corpus.environment(),
            cache: directory.join("cache"),
            threads,
            base: Vec::new(),
            packs: Vec::new(),
        };
        workspace::remove_directory(&directory)?;
        workspace::copy_directory(&corpus.source(), &workbench.tree)?;
        workbench.base = workbench.check()?;
        workbench.packs = findings_packs(&workbench.cache)?;
        Ok(workbench)
    }

    /// The findings that are there only because one `await` is missing, their places being those of the code with it;
    /// `None` where the file does not have that word at that byte, because its bytes are not its text. The copy is
    /// as it was afterwards.
    ///
    /// # Errors
    /// When loopmend fails, or the copy cannot be written.
    pub(crate) fn erase(&self, path: &str, await_start: usize) -> Result<Option<Vec<Finding>>> {
        self.forget()?;
        self.without_await(path, await_start, |text, cut| {
            let line = cut.in_line(text, &LineIndex::new(text));
            Ok(added(&self.base, self.check()?, &BTreeMap::from([(path, vec![line])])))
        })
    }

    /// The same of several, by path and place, erased at once. One that does not stand where it is said to be stays.
    ///
    /// # Errors
    /// Those of [`Self::erase`].
    pub(crate) fn erase_all(&self, awaits: &[(&str, usize)]) -> Result<Vec<Finding>> {
        let mut starts: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (path, start) in awaits {
            starts.entry(path).or_default().push(*start);
        }
        let mut texts = BTreeMap::new();
        let mut lines = BTreeMap::new();
        for (path, starts) in starts {
            let text = workspace::read(&self.tree.join(path))?;
            let index = LineIndex::new(&text);
            let cuts: Vec<Cut> = starts.iter().filter_map(|start| Cut::of_await(&text, *start)).collect();
            let mut of_file: Vec<LineCut> = cuts.iter().map(|cut| cut.in_line(&text, &index)).collect();
            of_file.sort_unstable();
            lines.insert(path, of_file);
            texts.insert(path, Cuts::new(cuts).apply(&text));
        }
        Ok(added(&self.base, self.with_texts(&texts)?, &lines))
    }

    /// What `look` sees while one `await` is missing in the copy; it is given the text with the `await`, and the cut.
    /// `None` as for [`Self::erase`].
    ///
    /// # Errors
    /// When the copy cannot be written, and those of `look`.
    pub(crate) fn without_await<T>(
        &self,
        path: &str,
        await_start: usize,
        look: impl FnOnce(&str, Cut) -> Result<T>,
    ) -> Result<Option<T>> {
        let place = self.tree.join(path);
        let bytes = fs::read(&place).with_context(|| format!("cannot read {}", place.display()))?;
        let Ok(text) = std::str::from_utf8(&bytes) else { return Ok(None) };
        let Some(cut) = Cut::of_await(text, await_start) else { return Ok(None) };
        let modified = fs::metadata(&place)?.modified()?;
        workspace::write(&place, &Cuts::new(vec![cut]).apply(text))?;
        let seen = look(text, cut);
        workspace::write(&place, text)?;
        fs::File::options().write(true).open(&place)?.set_modified(modified)?;
        seen.map(Some)
    }

    /// What a check finds while some files have other texts. The copy is as it was afterwards.
    ///
    /// # Errors
    /// When loopmend fails, or the copy cannot be written.
    pub(crate) fn with_texts(&self, texts: &BTreeMap<&str, String>) -> Result<Vec<Finding>> {
        self.forget()?;
        self.seen_with_texts(texts, || self.check())
    }

    /// What `look` sees while some files have other texts. The copy is as it was afterwards.
    ///
    /// # Errors
    /// When the copy cannot be written, and those of `look`.
    pub(crate) fn seen_with_texts<T>(
        &self,
        texts: &BTreeMap<&str, String>,
        look: impl FnOnce() -> Result<T>,
    ) -> Result<T> {
        let mut kept = Vec::new();
        for (path, text) in texts {
            let place = self.tree.join(path);
            let bytes = fs::read(&place).with_context(|| format!("cannot read {}", place.display()))?;
            let modified = fs::metadata(&place)?.modified()?;
            workspace::write(&place, text)?;
            kept.push((place, bytes, modified));
        }
        let found = look();
        for (place, bytes, modified) in kept {
            fs::write(&place, bytes).with_context(|| format!("cannot write {}", place.display()))?;
            fs::File::options().write(true).open(&place)?.set_modified(modified)?;
        }
        found
    }

    /// What was found in the copy as it is.
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
        command.arg("check").arg("--cache-dir").arg(&self.cache);
        if let Some(threads) = self.threads {
            command.arg("--jobs").arg(threads.to_string());
        }
        self.loopmend.findings(command, &self.environment)
    }
}

fn findings_packs(cache: &Path) -> Result<Vec<(PathBuf, Vec<u8>)>> {
    let mut packs = Vec::new();
    for entry in fs::read_dir(cache).with_context(|| format!("cannot read {}", cache.display()))? {
        let path = entry?.path();
        let is_pack = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(FINDINGS));
        if is_pack {
            let contents = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
            packs.push((path, contents));
        }
    }
    Ok(packs)
}

/// What makes a finding the same one before and after the cut.
type Key = (String, String, (usize, usize));

/// Those of `found` that `base` does not have, by rule and place, as often as they are more. Places are told as they
/// were before the cuts, which are given by file and in the order of their places.
fn added(base: &[Finding], found: Vec<Finding>, cuts: &BTreeMap<&str, Vec<LineCut>>) -> Vec<Finding> {
    let cuts_in = |finding: &Finding| cuts.get(finding.path.as_str()).into_iter().flatten();
    let key = |finding: &Finding, start| (finding.path.clone(), finding.rule.clone(), start);
    let mut known: BTreeMap<Key, usize> = BTreeMap::new();
    for finding in base {
        let start = cuts_in(finding).fold(finding.start(), |start, cut| cut.surviving_start(start));
        *known.entry(key(finding, start)).or_default() += 1;
    }
    let mut added = Vec::new();
    for mut finding in found {
        let start = cuts_in(&finding).fold(finding.start(), |start, cut| cut.start_before(start));
        let end = cuts_in(&finding).fold(finding.end(), |end, cut| cut.end_before(end));
        (finding.line, finding.column) = start;
        (finding.end_line, finding.end_column) = end;
        match known.get_mut(&key(&finding, finding.start())) {
            Some(count) if *count > 0 => *count -= 1,
            _ => added.push(finding),
        }
    }
    added
}

/// Does `work` for all items on as many threads as there are workers, each with its own worker; the results are in
/// the order of the items.
///
/// # Errors
/// The first error of the work.
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
    use std::collections::BTreeMap;

    use anyhow::bail;
    use loopmend_core::LineIndex;

    use super::{added, in_parallel};
    use crate::erasure::Cut;
    use crate::loopmend::Finding;

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
        assert_eq!(added(&base, found, &BTreeMap::from([("a.py", vec![cut])])), []);
    }

    #[test]
    fn what_is_new_is_told_by_its_place_before_the_cut() {
        let text = "f(await g()); h()\n";
        let cut = Cut::of_await(text, 2).unwrap().in_line(text, &LineIndex::new(text));
        let base = [Finding::example("b.py", "one", (1, 9))];
        let twice = Finding::example("b.py", "one", (1, 9));
        let found = vec![Finding::example("a.py", "new", (1, 3)), twice.clone(), twice.clone()];
        let added = added(&base, found, &BTreeMap::from([("a.py", vec![cut])]));
        assert_eq!(added.iter().map(|one| (one.start(), one.end())).next(), Some(((1, 9), (1, 12))));
        assert_eq!(added[1..], [twice]);
    }

    #[test]
    fn what_several_cuts_of_a_line_moved_was_not_added() {
        let text = "f(await g(await h())); i()\n";
        let lines = LineIndex::new(text);
        let cuts = [2, 10].map(|start| Cut::of_await(text, start).unwrap().in_line(text, &lines));
        let base = [Finding::example("a.py", "one", (1, 24)), Finding::example("a.py", "two", (1, 11))];
        let found = vec![Finding::example("a.py", "one", (1, 12)), Finding::example("a.py", "two", (1, 5))];
        assert_eq!(added(&base, found, &BTreeMap::from([("a.py", cuts.to_vec())])), []);
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
