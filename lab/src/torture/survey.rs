//! Distributions that nobody had looked at before they were listed: all rules and all reports run on them, or on a sample.

use fastrand::Rng;
use loopmend_mdtest::seed_of_commit;

use super::run::{Checked, ask};
use super::{Row, directory};
use crate::harness::*;

/// The committed list: one `name==version kind` a line.
const LIST: &str = "lab/survey.txt";

/// The maximum number of files that a sample takes from one distribution.
const MOST_OF_ONE: usize = 100;

/// The commands that run on each distribution: all rules, and all reports that only read it.
const COMMANDS: &[&[&str]] = &[
    &["check", "--select", "ALL", "--strict", "--no-cache"],
    &["loops"],
    &["doctor"],
    &["inventory"],
    &["inventory", "--shared-state"],
    &["categories"],
];

/// The options of `cargo lab torture survey`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::Args)]
pub(super) struct Options {
    /// Take only so many files, drawn by the hash of the commit
    #[arg(long, value_name = "FILES")]
    sample: Option<usize>,
}

impl Options {
    /// Returns whether all files are taken.
    pub(super) fn is_complete(self) -> bool {
        self.sample.is_none()
    }
}

/// Runs all commands on the listed distributions, or on a sample of their files. Returns the rows, and the
/// distributions that cannot be had. Fails if the list cannot be read or the program cannot be started.
pub(super) fn survey(loopmend: &Loopmend, options: Options) -> Result<(Vec<Row>, Vec<String>)> {
    let tools = Tools::ready()?;
    let mut releases = listed()?;
    let mut draw = options.sample.map(|files| Draw { random: Rng::with_seed(seed_of_commit()), left: files });
    if let Some(draw) = &mut draw {
        draw.random.shuffle(&mut releases);
    }
    let (mut rows, mut missing) = (Vec::new(), Vec::new());
    for release in releases {
        if draw.as_ref().is_some_and(|draw| draw.left == 0) {
            break;
        }
        if let Err(error) = fetch_release(&release, &tools) {
            eprintln!("{}: {error:#}", release.name);
            missing.push(release.pin());
            continue;
        }
        let place = release.source();
        let all = loopmend.files(&place)?;
        let checked = match &mut draw {
            Some(draw) => ask_all(loopmend, &place, &draw.draw(all))?,
            None => Checked { files: all.len(), ..ask_all(loopmend, &place, &[])? },
        };
        rows.push(Row { name: release.pin(), checked });
    }
    Ok((rows, missing))
}

/// The listed distributions.
fn listed() -> Result<Vec<Corpus>> {
    let text = workspace::read(&root(LIST))?;
    without_comments(&text).map(release).collect::<Result<_>>().with_context(|| format!("in {LIST}"))
}

fn release(line: &str) -> Result<Corpus> {
    let parts = line.split_once("==").and_then(|(name, rest)| Some((name, rest.split_once(' ')?)));
    let (name, (version, kind)) = parts.with_context(|| format!("`{line}` is not `name==version kind`"))?;
    let kind = match kind {
        "sdist" => Kind::Sdist,
        "wheel" => Kind::Wheel,
        _ => bail!("`{line}` is neither an sdist nor a wheel"),
    };
    Ok(Corpus::distribution(name, version, kind, directory().join("survey").join(name)))
}

/// The draw of a sample.
struct Draw {
    random: Rng,
    left: usize,
}

impl Draw {
    /// Draws from the files of one distribution.
    fn draw(&mut self, mut files: Vec<PathBuf>) -> Vec<PathBuf> {
        self.random.shuffle(&mut files);
        files.truncate(self.left.min(MOST_OF_ONE));
        self.left -= files.len();
        files.sort();
        files
    }
}

/// Runs all commands on these files of a distribution; on all of it without a file.
fn ask_all(loopmend: &Loopmend, place: &Path, files: &[PathBuf]) -> Result<Checked> {
    let mut sum = Checked { files: files.len(), ..Checked::default() };
    for arguments in COMMANDS {
        sum.add(ask(loopmend, place, arguments, files)?);
    }
    Ok(sum)
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::{Draw, listed, release};
    use crate::harness::{BTreeSet, Kind};
    use crate::unseen;
    use fastrand::Rng;

    #[test]
    fn the_list_is_sorted_and_nothing_else_of_the_lab_names_what_is_in_it() {
        let names: Vec<String> = listed().unwrap().into_iter().map(|release| release.name).collect();
        assert!(names.is_sorted_by(|one, next| one < next), "{names:?}");
        let mut taken = unseen::names_that_are_taken().unwrap();
        taken.extend(
            crate::torture::distributions::pins()
                .unwrap()
                .into_iter()
                .map(|pin| pin.split_once("==").unwrap().0.to_owned()),
        );
        let listed: BTreeSet<String> = names.into_iter().collect();
        assert_eq!(listed.intersection(&taken).collect::<Vec<_>>(), Vec::<&String>::new());
    }

    #[test]
    fn a_line_has_a_version_and_a_kind() {
        let wheel = release("a-b==1.0 wheel").unwrap();
        assert_eq!((wheel.pin().as_str(), wheel.kind), ("a-b==1.0", Kind::Wheel));
        for line in ["a-b>=1.0 wheel", "a-b==1.0", "a-b==1.0 egg"] {
            assert!(release(line).unwrap_err().to_string().contains(line), "{line}");
        }
    }

    #[test]
    fn a_sample_has_its_number_of_files_and_few_of_each_distribution() {
        let files =
            |count: usize| (0..count).map(|number| PathBuf::from(format!("{number:03}.py"))).collect();
        let mut draw = Draw { random: Rng::with_seed(1), left: 130 };
        let first = draw.draw(files(900));
        assert!(first.len() == 100 && first.is_sorted() && first != files(900)[..100], "{first:?}");
        assert_eq!((draw.draw(files(20)).len(), draw.draw(files(20)).len(), draw.left), (20, 10, 0));
    }
}
