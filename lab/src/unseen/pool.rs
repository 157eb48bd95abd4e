//! The second source of a draw: a committed list of distributions that no corpus needs, with an environment of its own.

use super::draw::Distribution;
use crate::harness::*;

/// What stands for the name of a corpus in what is drawn from the list.
pub(super) const NAME: &str = "pool";

/// The interpreter of the environment, as `uv` takes it.
const PYTHON: &str = "3.11";

/// The distributions of the list `lab/unseen-pool.txt`.
/// Fails if the list cannot be read or a line of it has no exact version.
pub(super) fn candidates() -> Result<Vec<Distribution>> {
    let path = root("lab/unseen-pool.txt");
    listed(&workspace::read(&path)?).with_context(|| format!("in {}", path.display()))
}

fn listed(text: &str) -> Result<Vec<Distribution>> {
    without_comments(text).map(distribution).collect()
}

fn distribution(pin: &str) -> Result<Distribution> {
    let (name, version) = pin.split_once("==").with_context(|| format!("`{pin}` is not `name==version`"))?;
    Ok(Distribution { name: name.to_owned(), version: version.to_owned(), corpus: NAME.to_owned() })
}

/// The environment of what was drawn last.
pub(super) fn environment() -> PathBuf {
    directory().join("venv")
}

fn directory() -> PathBuf {
    target("corpora").join(NAME)
}

/// Installs what a seed drew from the list, and nothing that it needs.
/// Fails if the environment cannot be made. A distribution that cannot be installed is printed; it is no error.
pub(super) fn install(drawn: &[Distribution], tools: &Tools) -> Result<()> {
    let pins: Vec<_> = drawn.iter().map(|one| format!("{}=={}\n", one.name, one.version)).collect();
    fetch_locked(NAME, &directory(), PYTHON, &pins.concat(), tools)
}

#[cfg(test)]
mod tests {
    use tooling::tools::normalized;

    use super::{NAME, candidates, listed};
    use crate::harness::*;
    use crate::unseen;
    use crate::unseen::draw::{Draw, excluded};

    #[test]
    fn a_line_is_a_name_with_an_exact_version() {
        let pool = listed("# words\n\na-b==1.0  # what it is\n").unwrap();
        assert_eq!(
            (pool[0].name.as_str(), pool[0].version.as_str(), pool[0].corpus.as_str()),
            ("a-b", "1.0", NAME)
        );
        assert!(Draw { seed: 1, distributions: pool }.is_from_pool());
        let error = listed("a>=1\n").unwrap_err().to_string();
        assert!(error.contains("`a>=1`"), "{error}");
    }

    #[test]
    fn the_list_is_sorted_and_normalized_and_each_line_says_what_it_is() {
        let text = workspace::read(&root("lab/unseen-pool.txt")).unwrap();
        let lines: Vec<_> = text.lines().filter(|line| !line.starts_with('#')).collect();
        assert!(lines.iter().all(|line| line.contains("  # ")));
        let names: Vec<_> = candidates().unwrap().into_iter().map(|one| one.name).collect();
        assert_eq!(lines.len(), names.len());
        assert!(names.is_sorted_by(|one, next| one < next), "{names:?}");
        assert!(names.iter().all(|name| *name == normalized(name)), "{names:?}");
    }

    #[test]
    fn nothing_in_the_list_is_excluded_or_needed_by_a_corpus() {
        let mut taken = excluded(&root(unseen::EXCLUDED)).unwrap();
        for corpus in select::<&str>(&[]).unwrap() {
            let lock = workspace::read(&corpus.lock()).unwrap();
            taken.extend(
                lock.lines().filter_map(|line| line.split_once("==")).map(|(name, _)| normalized(name)),
            );
        }
        let pool: BTreeSet<_> = candidates().unwrap().into_iter().map(|one| one.name).collect();
        assert_eq!(pool.intersection(&taken).collect::<Vec<_>>(), Vec::<&String>::new());
    }
}
