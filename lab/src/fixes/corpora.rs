//! Applies all fixes to copies of the real projects, and looks at what came of it with other eyes than loopmend's.

use std::fs;

use loopmend_core::{Edit, FileEdits};

use crate::harness::*;

/// Parses each file named on standard input as Python does, and prints those that it cannot.
const PARSE: &str = "\
import ast, sys, warnings
warnings.simplefilter('ignore')
for path in sys.stdin.read().splitlines():
    try:
        ast.parse(open(path, 'rb').read())
    except (SyntaxError, ValueError):
        print(path)
";

/// All fixes, safe and unsafe.
const FIX: [&str; 5] = ["fix", "--no-cache", "--unsafe", "--likely", "--allow-dirty"];

/// What was counted of one rule.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    offered: usize,
    applied: usize,
    taken_back: usize,
}

/// What must not be.
type Failures = Vec<String>;

#[derive(Deserialize)]
struct Plan {
    fixes: Vec<Fix>,
}

#[derive(Deserialize)]
struct Fix {
    path: String,
    rule: String,
    edits: Vec<Edit>,
    #[serde(default)]
    elsewhere: Vec<FileEdits>,
}

impl Fix {
    /// The edits of a file.
    fn edits_of<'f>(&'f self, path: &'f str) -> impl Iterator<Item = &'f Edit> {
        let own = self.edits.iter().filter(move |_| self.path == path);
        own.chain(self.elsewhere.iter().filter(move |file| file.path == path).flat_map(|file| &file.edits))
    }
}

/// Runs the task on the corpora of these names.
/// Fails if a corpus cannot be fetched, or loopmend or Python cannot be run.
pub(super) fn run(names: &[String], python: &Path, loopmend: &Loopmend, update: bool) -> Result<Outcome> {
    let corpora = ready(names)?;
    let mut counts: BTreeMap<String, Count> = BTreeMap::new();
    let mut failures = Failures::new();
    let mut files = 0;
    for corpus in &corpora {
        files += fix_corpus(loopmend, corpus, python, &mut counts, &mut failures)
            .with_context(|| format!("in {}", corpus.name))?;
    }
    publish("fixes.md", "corpora", &table(&counts, corpora.len(), files, failures.len()), update)?;
    failures.iter().for_each(|failure| println!("{failure}"));
    Ok(Outcome::passed_if(failures.is_empty()))
}

/// Fixes a copy of one corpus; how many files changed.
fn fix_corpus(
    loopmend: &Loopmend,
    corpus: &Corpus,
    python: &Path,
    counts: &mut BTreeMap<String, Count>,
    failures: &mut Failures,
) -> Result<usize> {
    let tree = target("fixes/corpora").join(&corpus.name);
    copy_afresh(&corpus.source(), &tree)?;
    // The top of the project, where the journal goes.
    fs::create_dir_all(tree.join(".git"))?;
    let environment = corpus.environment();
    let plan = || loopmend.json(&tree, &FIX, Some(&environment));
    let offered: Plan = plan()?;
    for fix in &offered.fixes {
        counts.entry(fix.rule.clone()).or_default().offered += 1;
    }
    let mut fix = loopmend.command(&tree);
    fix.args(FIX).arg("--python").arg(&environment);
    let report = String::from_utf8(workspace::run_captured(&mut fix, &[0, 1])?)?;
    let taken_back = read_report(&report, counts);
    let left: Vec<_> = plan()?.fixes;
    if left.len() != taken_back {
        failures.push(format!("{}: {} fixes are still offered", corpus.name, left.len()));
    }

    let changed = changed_files(&corpus.source(), &tree)?;
    for path in &changed {
        let edits: Vec<&Edit> = offered.fixes.iter().flat_map(|fix| fix.edits_of(path)).collect();
        let (before, after) = (fs::read(corpus.source().join(path))?, fs::read(tree.join(path))?);
        if !keeps_other_lines(&before, &after, &edits) {
            failures.push(format!("{}: {path}: bytes outside of the edits changed", corpus.name));
        }
    }
    let broken = broken_files(python, &tree, &changed)?;
    let were_broken = broken_files(python, &corpus.source(), &changed)?;
    for path in broken.iter().filter(|path| !were_broken.contains(path)) {
        failures.push(format!("{}: {path} does not parse any more", corpus.name));
    }
    Ok(changed.len())
}

/// Takes what `fix` says it did into the counts; how many fixes it took back.
fn read_report(report: &str, counts: &mut BTreeMap<String, Count>) -> usize {
    let mut all_taken_back = 0;
    for line in report.lines() {
        if let Some(rest) = line.strip_prefix("Undone: ") {
            let rule = counts.keys().find(|rule| rest.contains(&format!(": {rule}: "))).cloned();
            counts.entry(rule.unwrap_or_default()).or_default().taken_back += 1;
            all_taken_back += 1;
            continue;
        }
        let Some((_, fixed)) = line.split_once(": ").filter(|(_, fixed)| fixed.contains(" × ")) else {
            continue;
        };
        for part in fixed.split(", ") {
            if let Some((count, rule)) = part.split_once(" × ") {
                counts.entry(rule.to_owned()).or_default().applied += count.parse::<usize>().unwrap_or(0);
            }
        }
    }
    all_taken_back
}

/// The files that differ, by their paths from the top.
fn changed_files(before: &Path, after: &Path) -> Result<Vec<String>> {
    let mut changed = Vec::new();
    for entry in ignore::WalkBuilder::new(before).standard_filters(false).build() {
        let entry = entry?;
        if !entry.file_type().is_some_and(|kind| kind.is_file()) {
            continue;
        }
        let path = entry.path().strip_prefix(before)?;
        if fs::read(entry.path())? != fs::read(after.join(path))? {
            changed.push(path.to_string_lossy().into_owned());
        }
    }
    Ok(changed)
}

/// Whether every line that no edit touches stands in the new text, in its order and to the byte.
fn keeps_other_lines(before: &[u8], after: &[u8], edits: &[&Edit]) -> bool {
    const MARK: &[u8] = b"\xef\xbb\xbf";
    let text = before.strip_prefix(MARK).unwrap_or(before);
    let is_utf8 = std::str::from_utf8(text).is_ok();
    let mut lines = after.strip_prefix(MARK).unwrap_or(after).split_inclusive(|byte| *byte == b'\n');
    let mut start = 0;
    for line in text.split_inclusive(|byte| *byte == b'\n') {
        let end = start + line.len();
        let is_touched =
            edits.iter().map(|edit| edit.span.as_range()).any(|span| span.start <= end && start <= span.end);
        if (!is_touched || !is_utf8) && !lines.by_ref().any(|new| new == line) {
            return false;
        }
        start = end;
    }
    true
}

/// The Python files among these that Python does not parse.
fn broken_files(python: &Path, tree: &Path, files: &[String]) -> Result<Vec<String>> {
    use std::io::Write;
    let mut child = Command::new(python)
        .args(["-c", PARSE])
        .current_dir(tree)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start {}", python.display()))?;
    let names: Vec<&str> = files.iter().map(String::as_str).filter(|path| path.ends_with(".py")).collect();
    child.stdin.take().context("the input is piped")?.write_all(names.join("\n").as_bytes())?;
    let output = child.wait_with_output()?;
    Ok(String::from_utf8(output.stdout)?.lines().map(str::to_owned).collect())
}

fn table(counts: &BTreeMap<String, Count>, corpora: usize, files: usize, failures: usize) -> String {
    let mut rows: Vec<(String, Count)> =
        counts.iter().map(|(rule, count)| (format!("`{rule}`"), *count)).collect();
    let sum = |part: fn(&Count) -> usize| counts.values().map(part).sum();
    let all = Count {
        offered: sum(|count| count.offered),
        applied: sum(|count| count.applied),
        taken_back: sum(|count| count.taken_back),
    };
    rows.push(("all".to_owned(), all));
    let table = Table::of(&rows)
        .words("rule", |(name, _)| name)
        .number("fixes offered", |(_, count)| count.offered)
        .number("applied: parses, and the finding is gone", |(_, count)| count.applied)
        .number("taken back", |(_, count)| count.taken_back);
    format!(
        "{table}\nIn {files} files of {corpora} projects; files that Python does not parse any more, lines outside of the edits that \
         changed, fixes that are still offered: {failures}.\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_no_edit_touches_must_stay() {
        let edit = Edit::insertion(2, "");
        assert!(keeps_other_lines(b"a\nb\nc\n", b"a\nawait b\nnew\nc\n", &[&edit]));
        assert!(!keeps_other_lines(b"a\nb\nc\n", b"a\nawait b\nC\n", &[&edit]));
        assert!(!keeps_other_lines(b"a\nb\nc\r\n", b"a\nawait b\nc\n", &[&edit]));
    }

    #[test]
    fn the_report_is_counted_by_rule() {
        let mut counts = BTreeMap::from([("b-c".to_owned(), Count::default())]);
        let report =
            "a/x.py: 2 × a-b, 1 × b-c\nFixed 3 findings in 1 file.\nUndone: a/y.py:1:2: b-c: mend it: why\n";
        assert_eq!(read_report(report, &mut counts), 1);
        assert_eq!((counts["a-b"].applied, counts["b-c"].applied, counts["b-c"].taken_back), (2, 1, 1));
    }
}
