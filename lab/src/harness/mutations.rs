//! Changes of code by a seed, and how many of them are found.

use std::ops::AddAssign;

use serde::de::DeserializeOwned;

use super::*;

/// One change of one file of a corpus, with what an experiment knows of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Mutation<K> {
    /// The name of the corpus.
    pub(crate) corpus: String,
    /// The file, relative to the source of the corpus.
    pub(crate) path: String,
    /// The kind of mutation.
    #[serde(flatten)]
    pub(crate) what: K,
    /// Start and end, in bytes, and what stands there instead.
    #[serde(skip_serializing)]
    pub(crate) edits: Vec<(usize, usize, String)>,
}

impl<K> Mutation<K> {
    /// The texts of its file in a tree, before and after it. Fails if the file cannot be read, or an edit does not fit.
    pub(crate) fn texts(&self, tree: &Path) -> Result<(String, String)> {
        let text = workspace::read(&tree.join(&self.path))?;
        let mutated = apply(&text, &self.edits).context("an edit does not fit its file")?;
        Ok((text, mutated))
    }
}

/// Returns the scores of the mutations, in the order of the corpora, and writes them to `target/EXPERIMENT/all.json`.
/// Fails if a corpus cannot be measured, or the file cannot be written.
pub(crate) fn score_all<K, S: Serialize>(
    experiment: &str,
    corpora: &[Corpus],
    mutations: &[Mutation<K>],
    score: impl Fn(&Corpus, &[&Mutation<K>]) -> Result<Vec<S>>,
) -> Result<Vec<S>> {
    let mut scored = Vec::new();
    for corpus in corpora {
        let own: Vec<&Mutation<K>> = mutations.iter().filter(|one| one.corpus == corpus.name).collect();
        println!("{}: {} mutations", corpus.name, own.len());
        scored.extend(score(corpus, &own)?);
    }
    let all = target(experiment).join("all.json");
    write_json(&all, &scored)?;
    println!("all of them are in {}", all.display());
    Ok(scored)
}

/// A text after edits in the order of their places; `None` where one does not fit.
pub(crate) fn apply(text: &str, edits: &[(usize, usize, String)]) -> Option<String> {
    let mut changed = String::with_capacity(text.len());
    let mut end = 0;
    for (start, stop, instead) in edits {
        changed += text.get(end..*start)?;
        changed += instead;
        end = *stop;
    }
    Some(changed + text.get(end..)?)
}

/// A request to the Python program that draws mutations from syntax trees.
#[derive(Serialize)]
pub(crate) struct Draws<'a, C> {
    seed: u64,
    #[serde(flatten)]
    counts: &'a C,
    corpora: Vec<Drawn<'a>>,
}

#[derive(Serialize)]
struct Drawn<'a> {
    name: &'a str,
    tree: String,
    files: Vec<String>,
    environment: String,
}

impl<'a, C: Serialize> Draws<'a, C> {
    /// Returns mutations of all corpora, drawn by `lab/EXPERIMENT/draw.py`.
    /// Fails if a corpus cannot be read, or the program fails.
    pub(crate) fn draw<M: DeserializeOwned>(
        experiment: &str,
        seed: u64,
        counts: &'a C,
        corpora: &'a [Corpus],
        loopmend: &Loopmend,
    ) -> Result<Vec<M>> {
        let of_corpus = |corpus: &'a Corpus| {
            let files = loopmend.files(&corpus.source())?;
            let mut files: Vec<String> =
                files.iter().map(|path| path.to_string_lossy().replace('\\', "/")).collect();
            files.sort();
            let [tree, environment] =
                [corpus.source(), corpus.environment()].map(|path| path.display().to_string());
            Ok(Drawn { name: &corpus.name, tree, files, environment })
        };
        let corpora = corpora.iter().map(of_corpus).collect::<Result<_>>()?;
        run_python(experiment, &Self { seed, counts, corpora })
    }
}

/// Returns the answer of `lab/EXPERIMENT/draw.py` to a request. Fails if the program fails, or if its output has another form.
pub(crate) fn run_python<T: DeserializeOwned>(experiment: &str, request: &impl Serialize) -> Result<T> {
    let program = format!("lab/{experiment}/draw.py");
    let path = target(experiment).join("request.json");
    workspace::write(&path, &serde_json::to_string(request)?)?;
    let mut python = Tools::ready()?.python();
    python.arg("-I").arg(root(&program)).arg(path);
    let output = workspace::run_captured(&mut python, &[0])?;
    serde_json::from_slice(&output).with_context(|| format!("{program} wrote an unknown form"))
}

/// How the codes of the rules start that are about awaitables and tasks.
pub(crate) const AWAITABLES: &str = "LM1";

/// The best confidence of some findings.
pub(crate) fn best_confidence<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> Option<&'f str> {
    // `certain` is before `likely`.
    findings.into_iter().map(|finding| finding.confidence.as_str()).min()
}

/// How many changes were made, and how many of them were found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Tally {
    /// The changes.
    #[serde(rename = "erased")]
    pub(crate) all: usize,
    /// Found at `certain`.
    pub(crate) certain: usize,
    /// Found at all.
    #[serde(rename = "likely")]
    pub(crate) found: usize,
}

impl Tally {
    /// Counts changes by the best confidence with which each was found.
    pub(crate) fn of<'c>(confidences: impl IntoIterator<Item = Option<&'c str>>) -> Self {
        let mut tally = Self::default();
        confidences.into_iter().for_each(|confidence| tally.count(confidence));
        tally
    }

    /// Counts a change by the best confidence with which it was found.
    pub(crate) fn count(&mut self, confidence: Option<&str>) {
        self.all += 1;
        self.certain += usize::from(confidence == Some("certain"));
        self.found += usize::from(confidence.is_some());
    }

    /// The share that was found at all, in percent.
    pub(crate) fn percent(self) -> String {
        percent(self.found, self.all)
    }

    /// `40.0 / 60.0`: the shares found at `certain` and at all, in percent.
    pub(crate) fn percents(self) -> String {
        format!("{} / {}", percent(self.certain, self.all), self.percent())
    }

    /// `10: 40.0 / 60.0`.
    pub(crate) fn shown(self) -> String {
        if self.all == 0 { "0".to_owned() } else { format!("{}: {}", self.all, self.percents()) }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.all += other.all;
        self.certain += other.certain;
        self.found += other.found;
    }
}

impl std::iter::Sum for Tally {
    fn sum<I: Iterator<Item = Self>>(tallies: I) -> Self {
        tallies.fold(Self::default(), |mut sum, tally| {
            sum += tally;
            sum
        })
    }
}

impl<'r, R> Table<'r, R> {
    /// With the columns of a tally.
    pub(crate) fn tally(self, tally: impl Fn(&'r R) -> Tally) -> Self {
        self.number("mutations", |row| tally(row).all)
            .number("found, certain", |row| tally(row).certain)
            .number("found", |row| tally(row).found)
            .number("%", |row| tally(row).percent())
    }
}

/// Prints a sample of what was found, with what a fix makes of it, for reading. `fix` returns the lines of the fix that is applied, and
/// `head` what is shown above them.
pub(crate) fn print_sample<S>(
    found: Vec<&S>,
    count: usize,
    seed: u64,
    fix: impl Fn(&S) -> Option<&[String]>,
    head: impl Fn(&S) -> String,
) {
    let fixed = found.iter().filter(|one| fix(one).is_some()).count();
    println!("{fixed} of {} that were found have a fix that is applied", found.len());
    for one in drawn(found, count, seed) {
        println!("\n{}", head(one));
        match fix(one) {
            Some(lines) => lines.iter().for_each(|line| println!("  + {line}")),
            None => println!("  no fix"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Tally, apply};

    #[test]
    fn edits_are_made_from_the_start() {
        let edits = [(4, 4, "é".to_owned()), (6, 7, String::new())];
        assert_eq!(apply("one\ntwo\n", &edits).unwrap(), "one\nétw\n");
        assert_eq!(apply("one\nt", &edits), None);
    }

    #[test]
    fn the_best_confidence_counts() {
        let mut tally = Tally::of([Some("certain"), Some("likely"), None, None]);
        assert_eq!(tally.shown(), "4: 25.0 / 50.0");
        tally += tally;
        assert_eq!(tally, Tally { all: 8, certain: 2, found: 4 });
        assert_eq!(Tally::default().shown(), "0");
    }
}
