//! Shared state: draws classes and globals for judging by reading, compares what was judged with what
//! `inventory --shared-state` says, and counts how often a state is called unguarded whose lock was removed.

use crate::harness::*;

/// The corpora that are drawn from: a gateway with threads and tasks, integrations of one loop, a library of locks and streams.
const CORPORA: [&str; 3] = ["litellm", "homeassistant", "anyio"];

/// The example, below the workspace, and what was judged of it.
const EXAMPLE: [&str; 2] = ["examples/parcels", "docs/lab/shared/parcels.json"];

/// The arguments of `cargo lab shared`.
#[derive(clap::Args)]
#[command(after_help = "\
Without an option, what was judged with the seed is compared. `--draw` comes first: it prints names without verdicts, which are judged \
by reading into docs/lab/shared/seed-SEED.json. The draws are made by lab/shared/draw.py.")]
pub(crate) struct Arguments {
    /// What the choice is made from
    #[arg(long, default_value_t = 7)]
    seed: u64,
    /// Print so many states of each corpus for judging, and nothing else
    #[arg(long, value_name = "COUNT")]
    draw: Option<usize>,
    /// What is drawn from; what is compared says it itself
    #[arg(long, value_name = "NAMES", value_delimiter = ',', default_values_t = CORPORA.map(str::to_owned), requires = "draw")]
    corpora: Vec<String>,
    /// How many locks are removed, one at a time
    #[arg(long, default_value_t = 30)]
    locks: usize,
    #[command(flatten)]
    common: Common,
}

/// What `inventory --shared-state --output-format json` says, as far as it is needed.
#[derive(Debug, Deserialize)]
struct Said {
    states: Vec<State>,
}

/// A class or global.
#[derive(Debug, Deserialize)]
struct State {
    path: String,
    line: usize,
    name: String,
    kind: String,
    verdict: String,
    attributes: Vec<Attribute>,
}

#[derive(Debug, Deserialize)]
struct Attribute {
    name: String,
    verdict: String,
    guard: Option<String>,
    writers: Vec<Writer>,
}

#[derive(Debug, Deserialize)]
struct Writer {
    place: Option<Place>,
}

#[derive(Debug, Deserialize)]
struct Place {
    path: String,
}

/// What was judged by reading.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Judged {
    corpus: String,
    path: String,
    line: usize,
    name: String,
    kind: String,
    judged: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Judgements {
    seed: u64,
    states: Vec<Judged>,
}

/// A judged state with what is said of it.
#[derive(Clone, Debug)]
struct Compared {
    corpus: String,
    name: String,
    judged: String,
    /// `None` where it is not listed.
    said: Option<String>,
}

impl Compared {
    fn is_right(&self) -> bool {
        self.said.as_deref() == Some(&self.judged)
    }
}

/// Runs `cargo lab shared`. Fails if a corpus cannot be fetched or copied, or loopmend fails.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let judged = if arguments.draw.is_some() { None } else { Some(judgements(arguments.seed)?) };
    let corpora = ready(&judged.as_ref().map_or_else(|| arguments.corpora.clone(), |all| corpora_of(all)))?;
    let loopmend = arguments.common.loopmend(Loopmend::build)?;
    let said: Vec<Said> =
        corpora.iter().map(|one| ask(&loopmend, &one.source(), one)).collect::<Result<_>>()?;
    let Some(judged) = judged else {
        print_drawn(&corpora, &said, arguments.seed, arguments.draw.unwrap_or_default())?;
        return Ok(Outcome::Passed);
    };
    let mut compared = example(&loopmend)?;
    compared.extend(judged.iter().map(|one| compare(one, &corpora, &said)));
    let removed = remove_locks(&loopmend, &corpora, &said, arguments)?;
    let tables = tables(&corpora, arguments.seed, &compared, &removed);
    publish("precision.md", "shared", &tables, arguments.common.update)?;
    Ok(Outcome::Passed)
}

/// Corpus, path, line, name and kind.
type Name = (String, String, usize, String, String);

/// What is drawn from.
#[derive(Serialize)]
struct Request<T> {
    seed: u64,
    count: usize,
    #[serde(flatten)]
    from: T,
}

/// Prints states of each corpus, without what is said of them.
fn print_drawn(corpora: &[Corpus], said: &[Said], seed: u64, count: usize) -> Result<()> {
    let names = |(corpus, said): (&Corpus, &Said)| -> Vec<Name> {
        let name = |state: &State| {
            (corpus.name.clone(), state.path.clone(), state.line, state.name.clone(), state.kind.clone())
        };
        said.states.iter().map(name).collect()
    };
    let states: Vec<Vec<Name>> = corpora.iter().zip(said).map(names).collect();
    let from = BTreeMap::from([("states", states)]);
    let drawn: Vec<Vec<Name>> = run_python("shared", &Request { seed, count, from })?;
    for (corpus, path, line, name, kind) in drawn.into_iter().flatten() {
        println!("{corpus} {path}:{line} {kind} {name}");
    }
    Ok(())
}

/// What was judged with a seed.
fn judgements(seed: u64) -> Result<Vec<Judged>> {
    let path = root(format!("docs/lab/shared/seed-{seed}.json"));
    let judgements: Judgements = read_json(&path)?;
    ensure!(judgements.seed == seed, "{} was drawn with the seed {}", path.display(), judgements.seed);
    Ok(judgements.states)
}

/// The corpora of what was judged, each once.
fn corpora_of(judged: &[Judged]) -> Vec<String> {
    let mut names: Vec<String> = judged.iter().map(|one| one.corpus.clone()).collect();
    names.dedup();
    names
}

/// What is said of a tree, with the environment of its corpus.
fn ask(loopmend: &Loopmend, tree: &Path, corpus: &Corpus) -> Result<Said> {
    let code = code_in(tree, &corpus.name);
    loopmend.json(tree, &["inventory", "--shared-state", &code], Some(&corpus.environment()))
}

/// Where the code of a project stands in its tree.
fn code_in(tree: &Path, name: &str) -> String {
    let package = name.replace('-', "_");
    let places = [package.clone(), format!("src/{package}")];
    places.into_iter().find(|place| tree.join(place).is_dir()).unwrap_or_else(|| ".".to_owned())
}

fn example(loopmend: &Loopmend) -> Result<Vec<Compared>> {
    let [tree, judged] = EXAMPLE.map(root);
    let judged: BTreeMap<String, String> = read_json(&judged)?;
    let said: Said = loopmend.json(&tree, &["inventory", "--shared-state"], None)?;
    let of = |(name, judged): (String, String)| {
        let found = said.states.iter().find(|state| state.name == name);
        Compared { corpus: "parcels".into(), name, judged, said: found.map(|state| state.verdict.clone()) }
    };
    Ok(judged.into_iter().map(of).collect())
}

fn compare(one: &Judged, corpora: &[Corpus], said: &[Said]) -> Compared {
    let is_it = |state: &&State| {
        state.path == one.path && state.name == one.name && state.line == one.line && state.kind == one.kind
    };
    let own = corpora.iter().zip(said).find(|(corpus, _)| corpus.name == one.corpus);
    let found = own.and_then(|(_, said)| said.states.iter().find(is_it));
    Compared {
        corpus: one.corpus.clone(),
        name: one.name.clone(),
        judged: one.judged.clone(),
        said: found.map(|state| state.verdict.clone()),
    }
}

/// A state that is guarded, in a file that writes it.
#[derive(Serialize)]
struct Guarded<'a> {
    corpus: &'a str,
    path: &'a str,
    name: &'a str,
    kind: &'a str,
    /// Where the file is.
    file: String,
    guards: Vec<Guard>,
}

#[derive(Serialize)]
struct Guard {
    lock: String,
    state: String,
}

/// A lock that is removed.
#[derive(Debug, Serialize, Deserialize)]
struct Removed {
    corpus: String,
    path: String,
    line: usize,
    name: String,
    lock: String,
    /// What it guards.
    #[serde(skip_serializing)]
    states: Vec<String>,
    /// The file without it.
    #[serde(skip_serializing)]
    text: String,
    /// Whether what it guarded is unguarded then.
    #[serde(default)]
    is_found: bool,
}

/// Removes locks, one at a time, and asks again.
fn remove_locks(
    loopmend: &Loopmend,
    corpora: &[Corpus],
    said: &[Said],
    arguments: &Arguments,
) -> Result<Vec<Removed>> {
    let pairs = corpora.iter().zip(said);
    let locks: Vec<Guarded> = pairs
        .flat_map(|(corpus, said)| said.states.iter().flat_map(move |state| guarded(corpus, state)))
        .collect();
    let from = BTreeMap::from([("locks", locks)]);
    let request = Request { seed: arguments.seed, count: arguments.locks, from };
    let mut removed: Vec<Removed> = run_python("shared", &request)?;
    for corpus in corpora {
        let tree = target("shared").join(&corpus.name);
        copy_afresh(&corpus.source(), &tree)?;
        for lock in removed.iter_mut().filter(|one| one.corpus == corpus.name) {
            let file = tree.join(&lock.path);
            let text = workspace::read(&file)?;
            workspace::write(&file, &lock.text)?;
            let now = ask(loopmend, &tree, corpus)?;
            workspace::write(&file, &text)?;
            lock.is_found = is_unguarded(lock, &now);
        }
    }
    write_json(&target("shared/locks.json"), &removed)?;
    Ok(removed)
}

/// The files that write a guarded state, with its locks.
fn guarded<'a>(corpus: &'a Corpus, state: &'a State) -> Vec<Guarded<'a>> {
    let mut by_file: BTreeMap<&str, Vec<Guard>> = BTreeMap::new();
    let is_guarded = state.verdict == "guarded";
    for attribute in state.attributes.iter().filter(|_| is_guarded) {
        let Some(lock) = &attribute.guard else { continue };
        let written = match state.kind.as_str() {
            "class" => format!("self.{}", attribute.name),
            _ => attribute.name.clone(),
        };
        for place in attribute.writers.iter().filter_map(|writer| writer.place.as_ref()) {
            by_file
                .entry(&place.path)
                .or_default()
                .push(Guard { lock: lock.clone(), state: written.clone() });
        }
    }
    let of = |(path, guards): (&'a str, Vec<Guard>)| Guarded {
        corpus: &corpus.name,
        path,
        name: &state.name,
        kind: &state.kind,
        file: corpus.source().join(path).display().to_string(),
        guards,
    };
    by_file.into_iter().map(of).collect()
}

/// Whether something that a lock guarded is unguarded now.
fn is_unguarded(lock: &Removed, now: &Said) -> bool {
    let names: Vec<&str> = lock.states.iter().map(|name| name.rsplit('.').next().unwrap_or(name)).collect();
    let own = now.states.iter().filter(|state| state.name == lock.name);
    let mut attributes = own.flat_map(|state| &state.attributes);
    attributes.any(|attribute| names.contains(&attribute.name.as_str()) && attribute.verdict == "unguarded")
}

/// The verdicts, the worst first.
const VERDICTS: [&str; 4] = ["unguarded", "guarded", "confined", "immutable"];

/// All tables.
fn tables(corpora: &[Corpus], seed: u64, compared: &[Compared], removed: &[Removed]) -> String {
    let right = compared.iter().filter(|one| one.is_right()).count();
    let found = removed.iter().filter(|one| one.is_found).count();
    let summary = format!(
        "Drawn from {} with the seed {seed}, and all of `examples/parcels`: {} classes and globals, of which {right} are said as judged \
         ({} %). Of {} locks that were removed, one at a time, {found} turned what they guarded `unguarded` ({} %).\n",
        releases_of(corpora),
        compared.len(),
        percent(right, compared.len()),
        removed.len(),
        percent(found, removed.len()),
    );
    let said = |verdict: &str| {
        compared.iter().filter(move |one| one.said.as_deref() == Some(verdict)).collect::<Vec<_>>()
    };
    let by_verdict = Table::of(&VERDICTS)
        .words("said", |verdict| format!("`{verdict}`"))
        .number("states", |verdict| said(verdict).len())
        .number("right", |verdict| said(verdict).iter().filter(|one| one.is_right()).count())
        .number("judged", |verdict| compared.iter().filter(|one| one.judged == **verdict).count());
    let wrong: Vec<&Compared> = compared.iter().filter(|one| !one.is_right()).collect();
    let differing = Table::of(wrong.iter().copied())
        .words("corpus", |one| &one.corpus)
        .words("state", |one| format!("`{}`", one.name))
        .words("judged", |one| &one.judged)
        .words("said", |one| one.said.as_deref().unwrap_or("not listed"));
    let differing = if wrong.is_empty() { String::new() } else { differing.to_string() };
    format!("{summary}\n{by_verdict}\n{differing}")
}

#[cfg(test)]
mod tests {
    use super::{Compared, tables};

    /// A state that was judged.
    fn compared(judged: &str, said: Option<&str>) -> Compared {
        Compared { corpus: "x".into(), name: "A".into(), judged: judged.into(), said: said.map(Into::into) }
    }

    #[test]
    fn what_is_not_listed_is_not_right() {
        assert!(compared("guarded", Some("guarded")).is_right());
        assert!(!compared("guarded", None).is_right());
    }

    #[test]
    fn what_is_said_is_counted_by_verdict() {
        let all = [compared("guarded", Some("guarded")), compared("confined", Some("unguarded"))];
        let tables = tables(&[], 3, &all, &[]);
        assert!(tables.contains("| `unguarded` | 1 | 0 | 0 |"), "{tables}");
        assert!(tables.contains("| `guarded` | 1 | 1 | 1 |"), "{tables}");
        assert!(tables.contains("| x | `A` | confined | unguarded |"), "{tables}");
    }
}
