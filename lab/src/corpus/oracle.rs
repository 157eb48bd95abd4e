//! What type checkers say about awaitables that are dropped, and loopmend does not.

use crate::harness::*;

/// What `cargo lab corpus oracle --help` says below the options.
pub(super) const HELP: &str = "\
Both programs read a copy of the released code without the settings of any tool. A finding of theirs is ours too when a \
finding of the group LM1xx covers its line. Each other one is either a mistake to be mended here or gets an \
`explanation` in docs/lab/oracle.json, a sentence that says why the code is right or the finding is not ours to make; until \
then it is `null` and this task fails.";

/// A finding of theirs that is not ours. The line's text stands for its number, which moves.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    corpus: String,
    tool: String,
    path: String,
    text: String,
    rule: String,
    message: String,
    explanation: Option<String>,
}

impl Entry {
    /// What makes it the same one in two runs. The same line twice needs one explanation.
    fn key(&self) -> [&str; 5] {
        [&self.corpus, &self.tool, &self.path, &self.text, &self.rule]
    }

    fn is_explained(&self) -> bool {
        self.explanation.as_ref().is_some_and(|explanation| !explanation.trim().is_empty())
    }
}

/// Runs the task on some corpora. Fails if a corpus cannot be copied, or a program fails on it.
pub(super) fn run(corpora: &[Corpus], update: bool) -> Result<Outcome> {
    let peers = Peers::ready(&Tools::ready()?)?;
    let loopmend = Loopmend::build()?;
    let path = root("docs/lab/oracle.json");
    let record: Vec<Entry> = read_record(&path)?;
    let mut kept = record.clone();
    kept.retain(|entry| corpora.iter().all(|corpus| corpus.name != entry.corpus));
    let mut unexplained = 0;
    for corpus in corpora {
        let ours = loopmend.check(&corpus.source(), &corpus.environment())?;
        for (tool, theirs) in ask(corpus, &peers)? {
            let number = theirs.len();
            let lacking = lacking(theirs, &ours);
            println!("{}: {tool} says {number}, of which {} are not ours", corpus.name, lacking.len());
            for finding in lacking {
                let entry = explained(entry(corpus, tool, &finding)?, &record);
                if !entry.is_explained() {
                    unexplained += 1;
                    println!("  {}:{}: {}\n      {}", entry.path, finding.line, entry.message, entry.text);
                }
                kept.push(entry);
            }
        }
    }
    if update {
        kept.sort();
        kept.dedup();
        write_json(&path, &kept)?;
    }
    if unexplained > 0 {
        println!("{unexplained} without an explanation; `--update` writes them to {}", path.display());
    }
    Ok(Outcome::passed_if(unexplained == 0))
}

/// What the programs say of a copy of the corpus without settings.
fn ask(corpus: &Corpus, peers: &Peers) -> Result<Vec<(&'static str, Vec<PeerFinding>)>> {
    let directory = target("oracle").join(&corpus.name);
    neutral_copy(corpus, &directory)?;
    let mut found = vec![("ty", peers.ty(&directory, &corpus.environment())?)];
    if corpus.mypy {
        found.push(("mypy", peers.mypy(&directory, &corpus.environment())?));
    }
    Ok(found)
}

/// Those of their findings whose line none of ours covers, sorted.
fn lacking(mut theirs: Vec<PeerFinding>, ours: &[Finding]) -> Vec<PeerFinding> {
    let mut lines: BTreeMap<&str, Vec<(usize, usize)>> = BTreeMap::new();
    for finding in ours.iter().filter(|finding| finding.code.starts_with(AWAITABLES)) {
        lines.entry(&finding.path).or_default().push((finding.line, finding.end_line));
    }
    let is_ours = |finding: &PeerFinding| {
        let covered = lines.get(finding.path.as_str()).into_iter().flatten();
        covered.into_iter().any(|(first, last)| (*first..=*last).contains(&finding.line))
    };
    theirs.retain(|finding| !is_ours(finding));
    theirs.sort();
    theirs
}

fn entry(corpus: &Corpus, tool: &str, finding: &PeerFinding) -> Result<Entry> {
    Ok(Entry {
        corpus: corpus.name.clone(),
        tool: tool.to_owned(),
        path: finding.path.clone(),
        text: line_of(&read_lossily(&corpus.source().join(&finding.path))?, finding.line),
        rule: finding.rule.clone(),
        message: finding.message.clone(),
        explanation: None,
    })
}

fn explained(mut entry: Entry, record: &[Entry]) -> Entry {
    let same = record.iter().find(|read| read.key() == entry.key());
    entry.explanation = same.and_then(|read| read.explanation.clone());
    entry
}

#[cfg(test)]
mod tests {
    use super::{Entry, explained, lacking};
    use crate::harness::{Finding, PeerFinding};

    fn theirs(path: &str, line: usize) -> PeerFinding {
        PeerFinding { path: path.into(), line, column: 1, rule: "rule".into(), message: "words".into() }
    }

    #[test]
    fn a_line_that_one_of_ours_covers_is_not_lacking() {
        let ours = [
            Finding { end_line: 5, ..Finding::example("a.py", "rule", (3, 1)) },
            Finding { code: "LM004".into(), ..Finding::example("a.py", "rule", (7, 1)) },
        ];
        let found =
            lacking(vec![theirs("b.py", 3), theirs("a.py", 7), theirs("a.py", 5), theirs("a.py", 3)], &ours);
        assert_eq!(found, [theirs("a.py", 7), theirs("b.py", 3)]);
    }

    #[test]
    fn an_explanation_stays_with_its_line() {
        let entry = Entry {
            corpus: "x".into(),
            tool: "ty".into(),
            path: "a.py".into(),
            text: "f()".into(),
            rule: "rule".into(),
            message: "words".into(),
            explanation: None,
        };
        let read =
            Entry { explanation: Some("a test".into()), message: "older words".into(), ..entry.clone() };
        assert!(explained(entry.clone(), std::slice::from_ref(&read)).is_explained());
        assert!(!explained(Entry { text: "g()".into(), ..entry.clone() }, &[read]).is_explained());
        assert!(!Entry { explanation: Some(" ".into()), ..entry }.is_explained());
    }
}
