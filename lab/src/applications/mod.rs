//! Applications of strangers: what `check` reports in them, and what two readers say of each finding.

mod record;

use clap::ValueEnum;

use crate::harness::*;

use record::{Read, Record, Where};

/// How many lines are shown above and below a flagged one.
const CONTEXT: usize = 8;

/// The arguments of `cargo lab applications`.
#[derive(clap::Args)]
#[command(after_help = "\
lab/applications.toml names the repositories, their commits, and the draw that chose them. Each tree is expected at \
TREES/OWNER+NAME, and its environment, if it has one, at ENVIRONMENTS/OWNER+NAME. Each tree is checked without and \
with its environment.

Findings that docs/lab/applications/OWNER+NAME.json does not have are printed with their code. What has to be read: every \
error, at most 40 of a rule in an application, and 20 warnings of each rule, in the order of a seeded shuffle. `--unread` \
prints those of them that lack a verdict. Both readers write `true`, `noise` or `false`; the harder verdict counts.")]
pub(crate) struct Arguments {
    /// The directory of the trees
    #[arg(long, value_name = "DIRECTORY")]
    trees: PathBuf,
    /// The directory of the environments
    #[arg(long, value_name = "DIRECTORY")]
    environments: Option<PathBuf>,
    /// The draw to check
    #[arg(long, value_enum, default_value_t = Draw::Pool)]
    draw: Draw,
    /// The program to check with, instead of building it
    #[arg(long, value_name = "PROGRAM")]
    loopmend: Option<PathBuf>,
    /// Print the findings that have to be read and lack a verdict, with their code
    #[arg(long)]
    unread: bool,
    /// Write docs/lab/applications and the table in docs/lab/precision.md
    #[arg(long)]
    update: bool,
}

/// Why an application is on the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ValueEnum)]
#[serde(rename_all = "kebab-case")]
enum Draw {
    /// It was drawn first; the rules were developed on it.
    Pool,
    /// It was drawn next; what is reported of it was measured before anybody looked at it.
    Fresh,
    /// It was chosen after the faults of the fresh ones were fixed, and measured before anybody looked at it.
    Second,
}

/// The list of applications, `lab/applications.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    /// The seed that shuffled the candidates, and that chooses what is read.
    seed: u64,
    application: Vec<Application>,
}

/// A repository at a commit.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Application {
    /// `owner/name`.
    repository: String,
    /// The commit, in full.
    commit: String,
    draw: Draw,
}

impl Manifest {
    fn read() -> Result<Self> {
        manifest("applications.toml")
    }

    /// The applications of one draw, in its order.
    fn of(&self, draw: Draw) -> impl Iterator<Item = &Application> {
        self.application.iter().filter(move |application| application.draw == draw)
    }
}

/// The name of an application's tree, environment and record.
fn directory(repository: &str) -> String {
    repository.replace('/', "+")
}

/// Runs `cargo lab applications`. Fails if the list cannot be read, a tree is missing, or loopmend fails on one.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let manifest = Manifest::read()?;
    let loopmend = Loopmend::at_or_built(arguments.loopmend.as_deref(), Loopmend::build)?;
    let of_draw = manifest.of(arguments.draw);
    let measured = of_draw.map(|application| measure(application, arguments, &loopmend));
    let mut records = measured.collect::<Result<Vec<_>>>()?;
    record::choose(&mut records, manifest.seed);
    for record in &records {
        let tree = arguments.trees.join(directory(&record.repository));
        print!("{}", findings(record, &tree, arguments.unread));
    }
    if arguments.update {
        for record in &records {
            write_json(&record_path(&record.repository), record)?;
        }
    }
    let draw = arguments.draw.to_possible_value().context("each draw has a name")?;
    let section = format!("applications-{}", draw.get_name());
    publish("precision.md", &section, &tables(records), arguments.update)?;
    Ok(Outcome::Passed)
}

fn record_path(repository: &str) -> PathBuf {
    root("docs/lab/applications").join(directory(repository)).with_extension("json")
}

/// Checks a tree without and with its environment; the findings carry the verdicts of the committed record.
fn measure(application: &Application, arguments: &Arguments, loopmend: &Loopmend) -> Result<Record> {
    let name = directory(&application.repository);
    let tree = arguments.trees.join(&name);
    ensure!(tree.is_dir(), "there is no tree at {}", tree.display());
    let bare = check(&tree, None, loopmend)?;
    let environment = arguments.environments.as_ref().map(|all| all.join(&name));
    let installed = match environment.filter(|environment| environment.is_dir()) {
        Some(environment) => check(&tree, Some(&environment), loopmend)?,
        None => Vec::new(),
    };
    let mut record = Record {
        repository: application.repository.clone(),
        commit: application.commit.clone(),
        size: Size::measure(&tree, loopmend)?,
        findings: record::united(&bare, &installed),
    };
    record.take_verdicts(&read_record(&record_path(&application.repository))?);
    Ok(record)
}

fn check(tree: &Path, environment: Option<&Path>, loopmend: &Loopmend) -> Result<Vec<Read>> {
    let mut command = loopmend.command(tree);
    command.args(["check", "--no-cache"]);
    let place = if environment.is_some() { Where::Installed } else { Where::Bare };
    let environment = environment.map_or_else(bare_environment, |environment| Ok(environment.to_owned()))?;
    let found = loopmend.findings(command, &environment)?;
    Ok(found.into_iter().map(|finding| Read::new(tree, finding, place)).collect())
}

/// An environment without packages.
fn bare_environment() -> Result<PathBuf> {
    let directory = target("applications/bare");
    workspace::write(&directory.join("pyvenv.cfg"), "home = /usr/bin\nversion = 3.12\n")?;
    let packages = directory.join("lib/python3.12/site-packages");
    std::fs::create_dir_all(&packages).with_context(|| format!("cannot make {}", packages.display()))?;
    Ok(directory)
}

/// How many findings are in the record, and with `unread` each that has to be read and lacks a verdict, with its code.
fn findings(record: &Record, tree: &Path, unread: bool) -> String {
    let mut text = format!("{}: {} findings\n", record.repository, record.findings.len());
    let to_read = record.findings.iter().filter(|finding| finding.chosen && finding.verdict().is_none());
    for found in to_read.filter(|_| unread) {
        text += &finding(found, tree);
    }
    text
}

fn finding(found: &Read, tree: &Path) -> String {
    let Read { path, line, code, level, message, reported, .. } = found;
    let shown = excerpt(&tree.join(path), *line, CONTEXT);
    format!("\n{path}:{line}: {message} [{code}, {level}, {reported:?}]\n{shown}")
}

/// Some findings, and the verdicts on those that had to be read.
struct Count {
    found: usize,
    verdicts: Verdicts,
}

impl Count {
    fn of<'r>(findings: impl IntoIterator<Item = &'r Read>) -> Self {
        let verdicts: Vec<_> =
            findings.into_iter().map(|finding| finding.verdict().filter(|_| finding.chosen)).collect();
        Self { found: verdicts.len(), verdicts: Verdicts::of(verdicts) }
    }
}

/// With the columns of a count.
fn with_count<'r, R>(
    table: Table<'r, R>,
    [found, right]: [&str; 2],
    count: impl Fn(&'r R) -> Count,
) -> Table<'r, R> {
    table
        .number(found, |row| count(row).found)
        .number("read", |row| count(row).verdicts.read())
        .number("noise", |row| count(row).verdicts.noise)
        .number("false", |row| count(row).verdicts.is_false)
        .percent(right, |row| (count(row).verdicts.is_true, count(row).verdicts.read()))
}

/// Both tables: by application, and by rule.
fn tables(records: Vec<Record>) -> String {
    let by_rule = by_rule(&records);
    let records = Record::with_sum(records);
    let of_level = |record: &Record, is_error: bool| {
        Count::of(record.findings.iter().filter(|finding| finding.is_error() == is_error))
    };
    let density = |record: &Record| {
        let found = record.findings.len() as f64 * 10_000.0;
        format!("{:.1}", found / record.size.lines.max(1) as f64)
    };
    let table = Table::of(&records)
        .words("application", |record| &record.repository)
        .number("commit", |record| record.commit.get(..10).unwrap_or_default())
        .number("lines", |record| record.size.lines);
    let table = with_count(table, ["errors", "% true"], |record| of_level(record, true));
    let table = with_count(table, ["warnings", "% of use"], |record| of_level(record, false));
    format!("{}\n{by_rule}", table.number("findings in 10,000 lines", density))
}

fn by_rule(records: &[Record]) -> String {
    let mut by_rule: BTreeMap<(&str, &str, bool), Vec<&Read>> = BTreeMap::new();
    for finding in records.iter().flat_map(|record| &record.findings) {
        by_rule.entry((&finding.code, &finding.rule, !finding.is_error())).or_default().push(finding);
    }
    let rows: Vec<_> = by_rule.into_iter().collect();
    let table = Table::of(&rows)
        .words("rule", |((code, rule, _), _)| format!("`{rule}` ({code})"))
        .number("level", |((.., is_warning), _)| if *is_warning { "warning" } else { "error" });
    with_count(table, ["findings", "% true"], |(_, found)| Count::of(found.iter().copied())).to_string()
}

#[cfg(test)]
mod tests {
    use super::record::tests::read;
    use super::{Draw, Manifest, Record, findings, tables};
    use crate::harness::*;

    #[test]
    fn the_list_has_twenty_four_applications_and_six_fresh_ones_each_at_a_commit() {
        let manifest = Manifest::read().unwrap();
        assert_eq!((manifest.of(Draw::Pool).count(), manifest.of(Draw::Fresh).count()), (24, 6));
        let is_commit = |text: &str| text.len() == 40 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        assert!(manifest.application.iter().all(|application| is_commit(&application.commit)));
    }

    fn record() -> Record {
        let mut findings = vec![
            read(1, "error", Some(Verdict::True)),
            read(2, "error", Some(Verdict::False)),
            read(3, "warn", Some(Verdict::Noise)),
            read(2, "warn", None),
        ];
        findings.iter_mut().for_each(|finding| finding.chosen = true);
        Record {
            repository: "a/b".into(),
            commit: "0123456789abcdef".into(),
            size: Size { files: 1, lines: 1_000, awaits: 3 },
            findings,
        }
    }

    #[test]
    fn verdicts_are_counted_by_level() {
        let text = tables(vec![record()]);
        assert!(
            text.contains("| a/b | 0123456789 | 1000 | 2 | 2 | 0 | 1 | 50.0 | 2 | 1 | 1 | 0 | 0.0 | 40.0 |"),
            "{text}"
        );
        assert!(text.contains("| `some-rule` (LM100) | warning | 2 | 1 | 1 | 0 | 0.0 |"), "{text}");
    }

    #[test]
    fn only_what_lacks_a_verdict_is_shown_with_its_code() {
        let directory = tempfile::tempdir().unwrap();
        workspace::write(&directory.path().join("a.py"), "one\nf()\n").unwrap();
        let text = findings(&record(), directory.path(), true);
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(lines[..3], ["a/b: 4 findings", "", "a.py:2: words [LM100, warn, Bare]"]);
        assert_eq!(lines[3..], ["      1 | one", ">     2 | f()"]);
        assert_eq!(findings(&record(), directory.path(), false), "a/b: 4 findings\n");
    }
}
