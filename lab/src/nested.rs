//! Mutation: puts a start of an event loop, or a sleep, into functions that `async` code calls, at some distance; and counts how many
//! of these a check finds, with the right end of the chain, and how many it flags that a thread or plain code runs.

use crate::harness::*;

/// The corpora: those with the most plain functions below `async` ones.
const CORPORA: [&str; 3] = ["prefect", "litellm", "distributed"];

/// The arguments of `cargo lab nested`.
#[derive(clap::Args)]
#[command(after_help = "\
The mutations are drawn by lab/nested/draw.py, which knows the syntax of the code and nothing that loopmend knows of it. \
Each is made alone. One is found when a finding that was not there before ends in the mutated function. All of them are in \
target/nested/all.json.")]
pub(crate) struct Arguments {
    #[command(flatten)]
    counts: Counts,
    /// Print so many of those that were found, with what a fix makes of them
    #[arg(long, value_name = "COUNT", default_value_t = 0)]
    mended: usize,
    #[command(flatten)]
    copies: Copies,
    #[command(flatten)]
    options: Options,
}

#[derive(Clone, Copy, clap::Args, Serialize)]
struct Counts {
    /// How many functions below async code get each statement, in each corpus
    #[arg(long, default_value_t = 34)]
    bad: usize,
    /// How many get it that only a thread or plain code runs, in each corpus
    #[arg(long, default_value_t = 17)]
    good: usize,
}

/// Who runs the function that is mutated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Family {
    /// An event loop.
    Bad,
    /// Only plain code.
    Entry,
    /// A thread that async code hands it to.
    Thread,
}

/// What is put into it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    /// `asyncio.run(...)`.
    Run,
    /// `time.sleep(1)`.
    Sleep,
}

/// What is known of a mutation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Nested {
    /// What is put there.
    kind: Kind,
    /// Who runs it.
    family: Family,
    /// How many calls lie between the function and the nearest async one.
    depth: usize,
    /// The name of the function.
    function: String,
    /// The line, in the new text, of the statement.
    line: usize,
}

/// A mutation, and what a check says of it.
#[derive(Clone, Debug, Serialize)]
struct Scored {
    #[serde(flatten)]
    mutation: Mutation<Nested>,
    /// How sure the best of the findings is that ends in the function.
    confidence: Option<String>,
    /// The call that leads there, where a fix is applied to it, and the lines that the fix makes.
    #[serde(skip_serializing_if = "Option::is_none")]
    mended: Option<(String, Vec<String>)>,
}

impl Scored {
    /// The lines of the fix that is applied.
    fn fix(&self) -> Option<&[String]> {
        self.mended.as_ref().map(|(_, lines)| lines.as_slice())
    }
}

/// Runs `cargo lab nested`. Fails if a corpus cannot be fetched or copied, or loopmend fails.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let Arguments { options, counts, .. } = arguments;
    let corpora = ready(&CORPORA)?;
    let loopmend = options.loopmend()?;
    let mutations: Vec<Mutation<Nested>> = Draws::draw("nested", options.seed, counts, &corpora, &loopmend)?;
    let scored = score_all("nested", &corpora, &mutations, |corpus, own| {
        let place = (corpus, "nested");
        Workbench::each(place, &loopmend, arguments.copies.jobs, own, |bench, mutation| {
            score(bench, mutation)
        })
    })?;
    publish("nested.md", "nested", &tables(&corpora, options.seed, &scored), options.common.update)?;
    if arguments.mended > 0 {
        let is_bad = |one: &&Scored| one.confidence.is_some() && one.mutation.what.family == Family::Bad;
        let found = scored.iter().filter(is_bad).collect();
        print_sample(found, arguments.mended, options.seed, Scored::fix, shown);
    }
    Ok(Outcome::Passed)
}

fn shown(one: &Scored) -> String {
    let Mutation { corpus, what: Nested { function, kind, .. }, .. } = &one.mutation;
    let flagged = one.mended.as_ref().map_or_else(String::new, |(flagged, _)| format!("\n  - {flagged}"));
    format!("{corpus}: {kind:?} in {function}{flagged}")
}

fn score(bench: &Workbench, mutation: &Mutation<Nested>) -> Result<Scored> {
    let texts = BTreeMap::from([(mutation.path.as_str(), mutation.texts(bench.tree())?.1)]);
    let found = bench.with_texts(&texts)?;
    let new = new_ends(mutation, bench.base(), &found);
    let confidence = best_confidence(new.iter().copied()).map(str::to_owned);
    let fixed = new.iter().find_map(|one| Some((one, one.fix.as_ref().filter(|fix| fix.is_applied())?)));
    let mended = match fixed {
        Some((finding, fix)) => {
            let text = match texts.get(finding.path.as_str()) {
                Some(text) => text.clone(),
                None => workspace::read(&bench.tree().join(&finding.path))?,
            };
            let flagged = format!("{}: {}", finding.path, line_of(&text, finding.line));
            Some((flagged, new_lines(&text, &fix.edits)))
        }
        None => None,
    };
    Ok(Scored { mutation: mutation.clone(), confidence, mended })
}

/// The new findings that end where the statement was put.
fn new_ends<'f>(mutation: &Mutation<Nested>, base: &[Finding], found: &'f [Finding]) -> Vec<&'f Finding> {
    let what = &mutation.what;
    let rule = match what.kind {
        Kind::Run => "run-in-running-loop",
        Kind::Sleep => "blocking-call-in-async",
    };
    let is_old = |one: &Finding| {
        base.iter().any(|old| old.path == one.path && old.message == one.message && old.notes == one.notes)
    };
    let ends_here = |one: &&Finding| match one.last_caller() {
        Some(caller) => caller == what.function,
        None => one.path == mutation.path && one.line == what.line,
    };
    found.iter().filter(|one| one.rule == rule).filter(ends_here).filter(|one| !is_old(one)).collect()
}

/// All tables.
fn tables(corpora: &[Corpus], seed: u64, scored: &[Scored]) -> String {
    let tally = |is_own: &dyn Fn(&Mutation<Nested>) -> bool| {
        let own = scored.iter().filter(|one| is_own(&one.mutation));
        Tally::of(own.map(|one| one.confidence.as_deref()))
    };
    let bad = tally(&|one| one.what.family == Family::Bad);
    let good = tally(&|one| one.what.family != Family::Bad);
    let summary = format!(
        "Drawn from {} with the seed {seed}: {} functions below async code, {} that only a thread or plain code runs. \
         Found: {} % of the first. Flagged: {} % of the others.\n",
        releases_of(corpora),
        bad.all,
        good.all,
        bad.percent(),
        good.percent(),
    );
    let is_bad = |one: &&Scored| one.mutation.what.family == Family::Bad;
    let deepest = scored.iter().filter(is_bad).map(|one| one.mutation.what.depth).max().unwrap_or_default();
    let kinds = [(Kind::Run, "`asyncio.run(...)`"), (Kind::Sleep, "`time.sleep(1)`")];
    let by_depth: Vec<_> = kinds
        .into_iter()
        .flat_map(|(kind, name)| (0..=deepest).map(move |depth| (kind, name, depth)))
        .collect();
    let of_depth = |(kind, _, depth): &(Kind, &str, usize)| {
        tally(&|one| one.what.family == Family::Bad && one.what.kind == *kind && one.what.depth == *depth)
    };
    let by_depth = Table::of(&by_depth)
        .words("statement", |row| row.1)
        .number("calls below async code", |row| row.2)
        .tally(of_depth);
    let families = [
        (Family::Bad, "below async code"),
        (Family::Entry, "only plain code runs it"),
        (Family::Thread, "a thread runs it"),
    ];
    let mut names: Vec<&str> = scored.iter().map(|one| one.mutation.corpus.as_str()).collect();
    names.dedup();
    let by_corpus: Vec<_> =
        names.into_iter().flat_map(|name| families.map(|(family, words)| (name, family, words))).collect();
    let by_corpus = Table::of(&by_corpus)
        .words("corpus", |row| row.0)
        .words("function", |row| row.2)
        .tally(|(name, family, _)| tally(&|one| one.corpus == *name && one.what.family == *family));
    format!("{summary}\n{by_depth}\n{by_corpus}")
}

#[cfg(test)]
mod tests {
    use tooling::loopmend::NoteOutput;

    use super::*;

    fn with_notes(notes: &[&str]) -> Finding {
        let notes = notes.iter().map(|note| NoteOutput { message: (*note).to_owned() }).collect();
        Finding { notes, ..Finding::example("b.py", "run-in-running-loop", (7, 1)) }
    }

    #[test]
    fn a_finding_counts_by_the_end_of_its_chain() {
        let what = Nested { kind: Kind::Run, family: Family::Bad, depth: 1, function: "f".into(), line: 2 };
        let mutation = Mutation { corpus: "x".into(), path: "a.py".into(), what, edits: Vec::new() };
        let ends =
            |base: &[Finding], found: &Finding| new_ends(&mutation, base, std::slice::from_ref(found)).len();
        let right = with_notes(&["use it", "`A.first` calls `f` here", "`A.f` calls `asyncio.run` here"]);
        assert_eq!((ends(&[], &right), ends(std::slice::from_ref(&right), &right)), (1, 0));
        assert_eq!(ends(&[], &with_notes(&["`A.first` calls `asyncio.run` here"])), 0);
        let direct = Finding { path: "a.py".into(), line: 2, ..with_notes(&[]) };
        assert_eq!(ends(&[], &direct), 1);
    }
}
