//! Names some files of a tree and compares what is found in them with what is found in the whole tree.

use serde_json::Value;

use crate::golden::{Subject, print_difference};
use crate::harness::*;

/// The most files that are named at once.
const MOST_NAMED: usize = 4;

#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The tree, such as a clone of a repository
    #[arg(long, value_name = "PATH")]
    tree: PathBuf,
    /// The interpreter or environment of the project
    #[arg(long, value_name = "PATH")]
    python: Option<PathBuf>,
    /// How many subsets of the files are drawn
    #[arg(long, default_value_t = 40)]
    draws: usize,
    /// What the draw starts from
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The binary, instead of one that is built
    #[arg(long, value_name = "PATH")]
    binary: Option<PathBuf>,
}

/// Compares, and prints each difference. Fails if a check fails.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let loopmend = Loopmend::at_or_built(arguments.binary.as_deref(), Loopmend::build)?;
    let tree = arguments.tree.canonicalize().context("the tree is not there")?;
    let run = Run { arguments, subject: Subject::of(loopmend, arguments.python.as_deref())?, tree };
    Ok(Outcome::passed_if(run.compare()? == 0))
}

struct Run<'a> {
    arguments: &'a Arguments,
    subject: Subject<'a>,
    tree: PathBuf,
}

impl Run<'_> {
    fn compare(&self) -> Result<usize> {
        let files = self.subject.loopmend.files(&self.tree)?;
        ensure!(!files.is_empty(), "the tree has no Python file");
        let whole = self.check(&[Path::new(".")], &["--no-cache"])?;
        let told: Vec<&Path> =
            files.iter().map(PathBuf::as_path).filter(|file| !only(&whole, &[*file]).is_empty()).collect();
        let mut random = fastrand::Rng::with_seed(self.arguments.seed);
        let mut differences = 0;
        for draw in 0..self.arguments.draws {
            // Most files have no finding: half of the draws take such that have.
            let has_told = draw % 2 == 0 && !told.is_empty();
            let mut any = || match has_told {
                true => told[random.usize(..told.len())],
                false => files[random.usize(..files.len())].as_path(),
            };
            let count = 1 + draw % MOST_NAMED;
            let named: Vec<&Path> = (0..count).map(|_| any()).collect();
            let jobs = ["1", "2", "8"][random.usize(..3)];
            let cached: &[&str] = if random.bool() { &["--no-cache"] } else { &[] };
            let found = self.check(&named, &[["--jobs", jobs].as_slice(), cached].concat())?;
            let title = format!("draw {draw}: {named:?}, {jobs} threads, {cached:?}");
            differences += usize::from(differ(&title, &in_view(&whole, &named), &as_standing(&found))?);
        }
        let warm = self.check(&[Path::new(".")], &[])?;
        differences += usize::from(differ("the whole tree, after runs on parts of it", &whole, &warm)?);
        let (files, findings, draws) = (files.len(), whole.len(), self.arguments.draws);
        println!("{files} files, {findings} findings, {draws} draws, {differences} differences");
        Ok(differences)
    }

    fn check(&self, paths: &[&Path], options: &[&str]) -> Result<Vec<Value>> {
        let mut command = self.subject.command(&self.tree);
        command.args(["check", "--quiet", "--output-format", "json"]).args(options).args(paths);
        if let Some(python) = &self.arguments.python {
            command.arg("--python").arg(python);
        }
        let output = workspace::run_captured(&mut command, &[0, 1])?;
        serde_json::from_slice(&output).context("`check` wrote an unknown form")
    }
}

/// The findings of some files, in their order.
fn only(findings: &[Value], paths: &[&Path]) -> Vec<Value> {
    let is_of_them = |finding: &&Value| paths.iter().any(|path| finding["path"].as_str() == path.to_str());
    findings.iter().filter(is_of_them).cloned().collect()
}

/// The findings that a run of some files shows, each with the first of its places in these files. What depends on the place is left out.
fn in_view(findings: &[Value], paths: &[&Path]) -> Vec<Value> {
    let is_named = |place: &&Value| paths.iter().any(|path| place["path"].as_str() == path.to_str());
    let standing = |finding: &Value| {
        let places = finding["places"].as_array().into_iter().flatten();
        let place = std::iter::once(finding).chain(places).find(is_named)?;
        Some(described(place, finding))
    };
    sorted(findings.iter().filter_map(standing).collect())
}

fn as_standing(findings: &[Value]) -> Vec<Value> {
    sorted(findings.iter().map(|finding| described(finding, finding)).collect())
}

/// A finding with the place where it stands. The notes and the fix of one that moved are others.
fn described(place: &Value, finding: &Value) -> Value {
    let is_moved = ["path", "line", "column"].iter().any(|key| place[key] != finding[key]);
    let keeps_all = finding["places"].is_null() && !is_moved;
    match keeps_all {
        true => finding.clone(),
        false => serde_json::json!({
            "path": place["path"], "line": place["line"], "column": place["column"],
            "rule": finding["rule"], "level": finding["level"], "places": finding["places"],
        }),
    }
}

fn sorted(mut findings: Vec<Value>) -> Vec<Value> {
    findings.sort_by_cached_key(Value::to_string);
    findings
}

/// Prints how two lists of findings differ; whether they do.
fn differ(title: &str, expected: &[Value], found: &[Value]) -> Result<bool> {
    let [expected, found] = [expected, found].map(serde_json::to_string_pretty);
    Ok(print_difference(title, &expected?, &found?))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn findings_of_other_files_are_left_out() {
        let findings = ["a.py", "b/a.py", "a.py"].map(|path| json!({ "path": path }));
        assert_eq!(only(&findings, &[Path::new("a.py")]).len(), 2);
        assert_eq!(only(&findings, &[Path::new("b/a.py"), Path::new("c.py")]).len(), 1);
    }

    #[test]
    fn a_joined_finding_stands_at_its_first_place_in_view() {
        let place = |path: &str| json!({ "path": path, "line": 2, "column": 1 });
        let joined = json!({ "path": "a.py", "line": 1, "column": 1, "rule": "r", "places": [place("b.py"), place("c.py")] });
        let found = in_view(std::slice::from_ref(&joined), &[Path::new("c.py"), Path::new("d.py")]);
        assert_eq!((found.len(), &found[0]["path"], &found[0]["line"]), (1, &json!("c.py"), &json!(2)));
        assert_eq!(in_view(&[joined], &[Path::new("d.py")]), Vec::<Value>::new());
    }
}
