//! Which distributions are drawn: those that the environments of the corpora hold and that have asynchronous code, or
//! those of the pool; and in either case none that an earlier draw had.

use tooling::tools::normalized;

use super::pool;
use crate::harness::*;

/// A distribution has asynchronous code when the word `await` stands more often in it.
const FEW_AWAITS: usize = 20;

/// A distribution that may be drawn.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Distribution {
    /// Its name, normalized.
    pub(super) name: String,
    /// The version that is installed.
    pub(super) version: String,
    /// The corpus in whose environment it is, or `pool`.
    pub(super) corpus: String,
}

/// What one seed drew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Draw {
    /// The seed.
    pub(super) seed: u64,
    /// In the order in which they were drawn.
    pub(super) distributions: Vec<Distribution>,
}

impl Draw {
    /// Whether it was made from the pool.
    pub(super) fn is_from_pool(&self) -> bool {
        !self.distributions.is_empty() && self.distributions.iter().all(|one| one.corpus == pool::NAME)
    }
}

/// All draws so far, the committed file `docs/lab/unseen/draws.json`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Draws(Vec<Draw>);

impl Draws {
    /// Where the file is.
    pub(super) fn path() -> PathBuf {
        root("docs/lab/unseen/draws.json")
    }

    /// What a seed drew before.
    pub(super) fn of(&self, seed: u64) -> Option<&Draw> {
        self.0.iter().find(|draw| draw.seed == seed)
    }

    /// The names of all that was drawn.
    #[cfg(test)]
    pub(super) fn names(&self) -> impl Iterator<Item = String> {
        self.0.iter().flat_map(|draw| &draw.distributions).map(|one| one.name.clone())
    }

    /// Draws with a new seed, among the candidates that are neither excluded nor drawn before. Fails if there are too few.
    pub(super) fn draw(
        &mut self,
        seed: u64,
        count: usize,
        candidates: &[Distribution],
        excluded: &BTreeSet<String>,
    ) -> Result<Draw> {
        let left = self.left(candidates, excluded);
        ensure!(
            left.len() >= count,
            "{count} distributions are asked for and {} can be drawn; take a smaller `--count`",
            left.len()
        );
        let draw = Draw { seed, distributions: drawn(left, count, seed) };
        self.0.push(draw.clone());
        Ok(draw)
    }

    /// The candidates that may still be drawn, sorted.
    pub(super) fn left(&self, candidates: &[Distribution], excluded: &BTreeSet<String>) -> Vec<Distribution> {
        let drawn: BTreeSet<&str> =
            self.0.iter().flat_map(|draw| &draw.distributions).map(|one| one.name.as_str()).collect();
        let may_be_drawn =
            |one: &&Distribution| !drawn.contains(one.name.as_str()) && !excluded.contains(one.name.as_str());
        let mut left: Vec<_> = candidates.iter().filter(may_be_drawn).cloned().collect();
        left.sort();
        left
    }
}

/// The names that may not be drawn: the corpora, and those in a file, one a line, with comments after `#`.
/// Fails if the file or the list of corpora cannot be read.
pub(super) fn excluded(list: &Path) -> Result<BTreeSet<String>> {
    let corpora = select::<&str>(&[])?.into_iter().map(|corpus| normalized(&corpus.name));
    let mut excluded: BTreeSet<String> = corpora.collect();
    excluded.extend(names(&workspace::read(list)?));
    Ok(excluded)
}

fn names(text: &str) -> impl Iterator<Item = String> {
    without_comments(text).map(normalized)
}

/// What the environments of the corpora hold, each distribution once, with asynchronous code.
/// Fails if an environment cannot be read.
pub(super) fn candidates() -> Result<Vec<Distribution>> {
    let mut found = BTreeMap::new();
    for corpus in select::<&str>(&[])? {
        let Ok(pythons) = std::fs::read_dir(corpus.environment().join("lib")) else { continue };
        for python in pythons {
            let packages = python?.path().join("site-packages");
            if packages.is_dir() {
                add_installed(&packages, &corpus.name, &mut found)?;
            }
        }
    }
    Ok(found.into_values().flatten().collect())
}

/// Adds what is installed in a directory and was not met before; `None` stands for what has no asynchronous code.
fn add_installed(
    packages: &Path,
    corpus: &str,
    found: &mut BTreeMap<String, Option<Distribution>>,
) -> Result<()> {
    for information in workspace::entries(packages)? {
        if information.extension().is_none_or(|extension| extension != "dist-info") {
            continue;
        }
        let Ok(metadata) = workspace::read(&information.join("METADATA")) else { continue };
        let Some((name, version)) = name_and_version(&metadata) else { continue };
        found.entry(name.clone()).or_insert_with(|| {
            let record = workspace::read(&information.join("RECORD")).unwrap_or_default();
            let distribution = Distribution { name, version, corpus: corpus.to_owned() };
            (awaits(packages, &record) > FEW_AWAITS).then_some(distribution)
        });
    }
    Ok(())
}

fn name_and_version(metadata: &str) -> Option<(String, String)> {
    let header = |name: &str| metadata.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
    Some((normalized(header("Name: ")?), header("Version: ")?.to_owned()))
}

/// How often the word `await` stands in the modules that the list of installed files names.
fn awaits(packages: &Path, record: &str) -> usize {
    let paths = record.lines().filter_map(|line| line.split(',').next());
    let modules = paths.filter(|path| path.ends_with(".py") && !path.starts_with(['/', '.']));
    let texts = modules.filter_map(|path| std::fs::read(packages.join(path)).ok());
    texts.map(|bytes| count_word(&String::from_utf8_lossy(&bytes), "await")).sum()
}

#[cfg(test)]
mod tests {
    use super::{Distribution, Draws, add_installed, names};
    use crate::harness::*;

    fn distributions(count: usize) -> Vec<Distribution> {
        (0..count)
            .map(|number| Distribution {
                name: format!("d{number:02}"),
                version: "1".into(),
                corpus: "x".into(),
            })
            .collect()
    }

    #[test]
    fn a_draw_is_made_by_its_seed_and_leaves_out_earlier_ones() {
        let candidates = distributions(30);
        let excluded = BTreeSet::from(["d03".to_owned()]);
        let mut draws = Draws::default();
        let first = draws.draw(1, 15, &candidates, &excluded).unwrap();
        let again = Draws::default().draw(1, 15, &candidates, &excluded).unwrap();
        assert_eq!(first, again);
        let other = Draws::default().draw(2, 15, &candidates, &excluded).unwrap();
        assert_ne!(first.distributions, other.distributions);
        let second = draws.draw(2, 14, &candidates, &excluded).unwrap();
        let all: BTreeSet<_> =
            first.distributions.iter().chain(&second.distributions).map(|one| one.name.clone()).collect();
        assert_eq!((all.len(), all.contains("d03")), (29, false));
        let error = draws.draw(3, 1, &candidates, &excluded).unwrap_err().to_string();
        assert!(error.contains("0 can be drawn"), "{error}");
    }

    #[test]
    fn draws_are_read_as_they_were_written() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("unseen/draws.json");
        let mut draws = read_record::<Draws>(&path).unwrap();
        let draw = draws.draw(7, 2, &distributions(3), &BTreeSet::new()).unwrap();
        write_json(&path, &draws).unwrap();
        let read = read_record::<Draws>(&path).unwrap();
        assert_eq!((read.of(7), read.of(8)), (Some(&draw), None));
    }

    #[test]
    fn only_asynchronous_distributions_are_candidates() {
        let directory = tempfile::tempdir().unwrap();
        let install = |name: &str, awaits: usize| {
            let write =
                |path: String, text: &str| workspace::write(&directory.path().join(path), text).unwrap();
            write(format!("{name}/a.py"), &"await f()\n".repeat(awaits));
            write(format!("{name}-1.0.dist-info/METADATA"), &format!("Name: {name}\nVersion: 1.0\n"));
            write(
                format!("{name}-1.0.dist-info/RECORD"),
                &format!("{name}/a.py,sha256=x,1\n../bin/x.py,,\n"),
            );
        };
        install("Some_Name", 21);
        install("sync", 20);
        let mut found = BTreeMap::new();
        add_installed(directory.path(), "x", &mut found).unwrap();
        let expected = Distribution { name: "some-name".into(), version: "1.0".into(), corpus: "x".into() };
        assert_eq!(found["some-name"], Some(expected));
        assert_eq!(found["sync"], None);
    }

    #[test]
    fn names_are_normalized() {
        assert_eq!(names("# words\nA.b # why\n\nc\n").collect::<Vec<_>>(), ["a-b", "c"]);
    }
}
