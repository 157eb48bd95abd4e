//! Mutation: puts async functions into slots that call them and await nothing, and takes away what keeps tasks, in
//! real code; and counts how many of these mistakes a check finds, and how many look-alikes it flags.

use crate::harness::*;

/// The corpora, chosen by their places: docs/lab/misuse.md says why.
const CORPORA: [&str; 3] = ["aiohttp", "prefect", "litellm"];

/// The table of slots.
const SLOTS: &str = "crates/loopmend_infer/src/slots.rs";

/// The rule of a text that is no Python.
const NO_PYTHON: &str = "syntax-error";

/// The ways to the function in a slot that are not its own name.
const INDIRECT: [&str; 4] = ["name", "attribute", "partial", "module"];

/// The arguments of `cargo lab misuse`.
#[derive(clap::Args)]
#[command(after_help = "\
The mutations are drawn by lab/misuse/draw.py, which knows the syntax of the code and nothing that loopmend knows of it. \
Mutations of different files are made at once, but for those that change a definition. One is found when a finding that \
was not there before meets its statement. All mutations, with their code and what was found, are in \
target/misuse/all.json; those that were missed, and the look-alikes that were flagged, in docs/lab/misuse.json.")]
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
    /// How many async functions are put into slots
    #[arg(long, default_value_t = 300)]
    slots: usize,
    /// How many tasks lose what keeps them
    #[arg(long, default_value_t = 200)]
    tasks: usize,
    /// How many look-alikes there are
    #[arg(long, default_value_t = 250)]
    alikes: usize,
}

/// What a mutation makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Family {
    /// An async function in a slot that awaits nothing.
    Slot,
    /// A task that nobody keeps.
    Task,
    /// What looks like one of these, and is none.
    Alike,
}

/// What is known of a mutation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Misuse {
    /// What it makes.
    family: Family,
    /// In which way.
    kind: String,
    /// The row of the table of slots, as `definition:parameter`.
    row: Option<String>,
    /// How the function is reached; of a task, how it was kept.
    reach: String,
    /// Whether the slot or the task is one of the project's code.
    natural: bool,
    /// The first and the last line, in the new text, where a mistake would be seen.
    lines: (usize, usize),
    /// These lines, and some before them.
    shown: Vec<String>,
}

/// A mutation and what the check said of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Scored {
    #[serde(flatten)]
    mutation: Mutation<Misuse>,
    /// The best confidence of a finding at its lines.
    confidence: Option<String>,
    /// What is said there, with the rule's name.
    here: Vec<String>,
    /// The lines that a fix of one of these makes, where one is applied.
    #[serde(skip_serializing_if = "Option::is_none")]
    mended: Option<Vec<String>>,
    /// What is said elsewhere in the file and was not said before.
    elsewhere: Vec<String>,
}

impl Scored {
    fn is_found(&self) -> bool {
        self.confidence.is_some()
    }

    /// Whether it was missed, or flagged though it is none.
    fn is_wrong(&self) -> bool {
        self.is_found() == (self.mutation.what.family == Family::Alike)
    }

    /// Whether the mutated text could be parsed.
    fn is_python(&self) -> bool {
        self.here.iter().chain(&self.elsewhere).all(|said| !said.starts_with(NO_PYTHON))
    }
}

/// Runs `cargo lab misuse`. Fails if a corpus cannot be fetched or copied, a mutation is no Python, or loopmend fails.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let Arguments { options, counts, .. } = arguments;
    let corpora = ready(&CORPORA)?;
    let loopmend = options.loopmend()?;
    let mutations: Vec<Mutation<Misuse>> = Draws::draw("misuse", options.seed, counts, &corpora, &loopmend)?;
    let scored = score_all("misuse", &corpora, &mutations, |corpus, own| {
        let place = (corpus, "misuse");
        let rounds = rounds(own);
        let measured = Workbench::each(place, &loopmend, arguments.copies.jobs, &rounds, |bench, round| {
            measure(bench, round)
        })?;
        Ok(measured.into_iter().flatten().collect())
    })?;
    let tables = tables(&corpora, options.seed, &scored, &slots()?);
    publish("misuse.md", "misuse", &tables, options.common.update)?;
    if arguments.mended > 0 {
        let is_mistake = |one: &&Scored| one.is_found() && one.mutation.what.family != Family::Alike;
        let found = scored.iter().filter(is_mistake).collect();
        print_sample(found, arguments.mended, options.seed, |one| one.mended.as_deref(), shown);
    }
    if options.common.update {
        let wrong: Vec<&Scored> = scored.iter().filter(|one| one.is_wrong()).collect();
        write_json(&root("docs/lab/misuse.json"), &wrong)?;
    }
    Ok(Outcome::Passed)
}

fn shown(one: &Scored) -> String {
    let Mutation { corpus, path, what, .. } = &one.mutation;
    let lines: Vec<String> = what.shown.iter().map(|line| format!("\n  - {line}")).collect();
    format!("{corpus} {path}: {}{}", one.here.join("; "), lines.concat())
}

/// Makes mutations of different files at once, and says what is found of each.
fn measure(bench: &Workbench, round: &[&Mutation<Misuse>]) -> Result<Vec<Scored>> {
    let both = round.iter().map(|one| one.texts(bench.tree())).collect::<Result<Vec<_>>>()?;
    let new = round.iter().zip(&both).map(|(one, (_, new))| (one.path.as_str(), new.clone())).collect();
    let found = bench.with_texts(&new)?;
    let mut scored = Vec::new();
    for (mutation, (old, new)) in round.iter().zip(&both) {
        let one = score(mutation, old, new, bench.base(), &found);
        let shown = &mutation.what.shown;
        ensure!(one.is_python(), "{}: the mutation is no Python: {shown:?}", mutation.path);
        scored.push(one);
    }
    Ok(scored)
}

/// Those that can be made at once: of different files, and alone where a definition changes, which other files may see.
fn rounds<'m>(mutations: &[&'m Mutation<Misuse>]) -> Vec<Vec<&'m Mutation<Misuse>>> {
    let (alone, together): (Vec<&Mutation<Misuse>>, Vec<&Mutation<Misuse>>) =
        mutations.iter().copied().partition(|one| one.what.kind == "made async");
    let mut rounds: Vec<Vec<&Mutation<Misuse>>> = Vec::new();
    for mutation in together {
        let is_free =
            |round: &&mut Vec<&Mutation<Misuse>>| round.iter().all(|other| other.path != mutation.path);
        match rounds.iter_mut().find(is_free) {
            Some(round) => round.push(mutation),
            None => rounds.push(vec![mutation]),
        }
    }
    rounds.extend(alone.into_iter().map(|mutation| vec![mutation]));
    rounds
}

/// Tells what is new in the file of a mutation, from its old text and its new one.
fn score(mutation: &Mutation<Misuse>, old: &str, new: &str, base: &[Finding], found: &[Finding]) -> Scored {
    let (first, last) = mutation.what.lines;
    let is_here = |finding: &&Finding| {
        finding.code.starts_with(AWAITABLES) && finding.line <= last && first <= finding.end_line
    };
    let (here, elsewhere): (Vec<&Finding>, Vec<&Finding>) =
        added(&mutation.path, old, new, base, found).into_iter().partition(is_here);
    let fix = here.iter().find_map(|finding| finding.fix.as_ref().filter(|fix| fix.is_applied()));
    let said = |finding: &&Finding| format!("{}: {}", finding.rule, finding.message);
    Scored {
        mutation: mutation.clone(),
        confidence: best_confidence(here.iter().copied()).map(str::to_owned),
        here: here.iter().map(said).collect(),
        mended: fix.map(|fix| new_lines(new, &fix.edits)),
        elsewhere: elsewhere.iter().map(|one| format!("{} (line {})", said(one), one.line)).collect(),
    }
}

/// The findings of a file that were not there before. The lines of a file move, so that the text of a line stands for
/// its number.
fn added<'f>(path: &str, old: &str, new: &str, base: &[Finding], found: &'f [Finding]) -> Vec<&'f Finding> {
    let key = |finding: &Finding, text: &str| {
        [finding.rule.clone(), finding.message.clone(), line_of(text, finding.line)]
    };
    let known: Vec<&Finding> = base.iter().filter(|finding| finding.path == path).collect();
    let own: Vec<&Finding> = found.iter().filter(|finding| finding.path == path).collect();
    let (same, _) = matched(own.iter().map(|one| key(one, new)), &known, |one| key(one, old));
    own.into_iter().zip(same).filter(|(_, same)| same.is_none()).map(|(one, _)| one).collect()
}

/// The rows of the table of slots, as `definition:parameter`, in its order.
fn slots() -> Result<Vec<String>> {
    Ok(slots_of(&workspace::read(&root(SLOTS))?))
}

fn slots_of(text: &str) -> Vec<String> {
    let table = text.split_once("static SLOTS").map_or("", |(_, table)| table);
    let table = table.split_once("\n];").map_or("", |(table, _)| table);
    let rows = table.split(" slot(").skip(1).filter_map(|row| {
        let mut words = row.split('"').skip(1).step_by(2);
        let (definition, _, parameter) = (words.next()?, words.next()?, words.next()?);
        Some(format!("{definition}:{parameter}"))
    });
    rows.collect()
}

/// Some of what was scored, by words.
struct Group<'s> {
    words: [String; 2],
    scored: Vec<&'s Scored>,
}

impl<'s> Group<'s> {
    fn tally(&self) -> Tally {
        Tally::of(self.scored.iter().map(|one| one.confidence.as_deref()))
    }

    /// By a word of each.
    fn by(scored: &[&'s Scored], word: impl Fn(&Scored) -> String) -> Vec<Self> {
        let mut groups: BTreeMap<String, Vec<&Scored>> = BTreeMap::new();
        for one in scored {
            groups.entry(word(one)).or_default().push(one);
        }
        groups.into_iter().map(|(word, scored)| Self { words: [word, String::new()], scored }).collect()
    }

    fn all(scored: &[&'s Scored]) -> Self {
        Self { words: ["all".to_owned(), String::new()], scored: scored.to_vec() }
    }
}

/// All tables. `rows` are the rows of the table of slots.
fn tables(corpora: &[Corpus], seed: u64, scored: &[Scored], rows: &[String]) -> String {
    let of = |family| scored.iter().filter(|one| one.mutation.what.family == family).collect::<Vec<_>>();
    let [slots, tasks, alikes] = [Family::Slot, Family::Task, Family::Alike].map(of);
    let place = |one: &Scored| match one.mutation.what.natural {
        true => "a slot of the project's code".to_owned(),
        false => "a slot that was inserted".to_owned(),
    };
    let reach = |one: &Scored| one.mutation.what.reach.clone();
    let by = |title, groups: Vec<Group>| {
        Table::of(&groups).words(title, |group| &group.words[0]).tally(Group::tally).to_string()
    };
    let parts = [
        summary(corpora, seed, [&slots, &tasks, &alikes]),
        by_kind(&[("async function in a slot", &slots), ("task not kept", &tasks)]),
        by("way to the function", Group::by(&slots, reach)),
        by("place", Group::by(&slots, place)),
        by("what kept the task", Group::by(&tasks, reach)),
        by_row(&slots, rows),
        look_alikes(&alikes),
    ];
    parts.join("\n")
}

fn summary(corpora: &[Corpus], seed: u64, [slots, tasks, alikes]: [&Vec<&Scored>; 3]) -> String {
    let bad: Vec<&Scored> = slots.iter().chain(tasks).copied().collect();
    let is_indirect = |one: &&&Scored| INDIRECT.contains(&one.mutation.what.reach.as_str());
    format!(
        "Drawn from {} with the seed {seed}: {} async functions in slots ({} % by a name, an attribute, \
         `functools.partial` or another module), {} tasks that nobody keeps, {} look-alikes. Found: {} % of the \
         mistakes. Flagged: {} % of the look-alikes.\n",
        releases_of(corpora),
        slots.len(),
        percent(slots.iter().filter(is_indirect).count(), slots.len()),
        tasks.len(),
        alikes.len(),
        Group::all(&bad).tally().percent(),
        Group::all(alikes).tally().percent(),
    )
}

fn by_kind(families: &[(&str, &Vec<&Scored>)]) -> String {
    let mut groups = Vec::new();
    for (name, scored) in families {
        let kinds = Group::by(scored, |one| one.mutation.what.kind.clone());
        for Group { words: [kind, _], scored } in kinds.into_iter().chain([Group::all(scored)]) {
            groups.push(Group { words: [(*name).to_owned(), kind], scored });
        }
    }
    let table = Table::of(&groups).words("mistake", |group| &group.words[0]);
    table.words("kind", |group| &group.words[1]).tally(Group::tally).to_string()
}

/// Every row of the table of slots, also those that the environments cannot have.
fn by_row(slots: &[&Scored], rows: &[String]) -> String {
    let group = |row: &String| {
        let is_own = |one: &&&Scored| one.mutation.what.row.as_ref() == Some(row);
        let scored: Vec<&Scored> = slots.iter().filter(is_own).copied().collect();
        let natural = scored.iter().filter(|one| one.mutation.what.natural).count();
        Group { words: [format!("`{row}`"), natural.to_string()], scored }
    };
    let groups: Vec<Group> = rows.iter().map(group).collect();
    let table = Table::of(&groups).words("slot", |group| &group.words[0]);
    table.number("of the project's code", |group| &group.words[1]).tally(Group::tally).to_string()
}

fn look_alikes(alikes: &[&Scored]) -> String {
    let mut groups = Group::by(alikes, |one| one.mutation.what.kind.clone());
    groups.push(Group::all(alikes));
    Table::of(&groups)
        .words("look-alike", |group| &group.words[0])
        .number("mutations", |group| group.scored.len())
        .number("flagged", |group| group.tally().found)
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: &str = "a()\nb()\n";
    const NEW: &str = "import x\nf(h)\na()\nb()\n";

    /// A mutation of the second line of a file.
    fn mutation(path: &str, kind: &str, family: Family) -> Mutation<Misuse> {
        let what = Misuse {
            family,
            kind: kind.into(),
            row: Some("m.f:g".into()),
            reach: "direct".into(),
            natural: true,
            lines: (2, 2),
            shown: vec!["f(h)".into()],
        };
        Mutation { corpus: "x".into(), path: path.into(), what, edits: Vec::new() }
    }

    #[test]
    fn mutations_of_different_files_are_made_at_once() {
        let all = [("a.py", "replaced"), ("a.py", "inserted"), ("b.py", "inserted"), ("c.py", "made async")]
            .map(|(path, kind)| mutation(path, kind, Family::Slot));
        let rounds = rounds(&all.iter().collect::<Vec<_>>());
        let paths: Vec<Vec<&str>> =
            rounds.iter().map(|round| round.iter().map(|one| one.path.as_str()).collect()).collect();
        assert_eq!(paths, [vec!["a.py", "b.py"], vec!["a.py"], vec!["c.py"]]);
    }

    #[test]
    fn what_is_new_at_the_lines_counts() {
        let base = [Finding::example("a.py", "one", (1, 1))];
        let found = [("a.py", "one", 3), ("a.py", "two", 2), ("a.py", "three", 4), ("b.py", "four", 2)]
            .map(|(path, rule, line)| Finding::example(path, rule, (line, 1)));
        let scored = score(&mutation("a.py", "replaced", Family::Slot), OLD, NEW, &base, &found);
        assert_eq!(scored.confidence.as_deref(), Some("certain"));
        assert_eq!((scored.here[0].as_str(), scored.here.len()), ("two: words", 1));
        assert_eq!(scored.elsewhere, ["three: words (line 4)"]);
    }

    #[test]
    fn a_look_alike_must_stay_silent_and_a_text_must_be_python() {
        let flagged = [Finding::example("a.py", "two", (2, 1))];
        let alike = mutation("a.py", "a plain function", Family::Alike);
        assert!(!score(&alike, OLD, NEW, &[], &[]).is_wrong());
        assert!(score(&alike, OLD, NEW, &[], &flagged).is_wrong());
        let bad = mutation("a.py", "replaced", Family::Slot);
        assert!(score(&bad, OLD, NEW, &[], &[]).is_wrong());
        let broken = Finding { code: "LM001".into(), ..Finding::example("a.py", NO_PYTHON, (2, 1)) };
        let scored = score(&bad, OLD, NEW, &[], &[broken]);
        assert!(!scored.is_python() && !scored.is_found());
    }

    #[test]
    fn mistakes_are_counted_by_kind_and_row() {
        let scored = |kind: &str, family, confidence: Option<&str>| Scored {
            mutation: mutation("a.py", kind, family),
            confidence: confidence.map(str::to_owned),
            here: vec![],
            mended: None,
            elsewhere: vec![],
        };
        let all = [
            scored("inserted", Family::Slot, Some("certain")),
            scored("inserted", Family::Slot, Some("likely")),
            scored("replaced", Family::Slot, None),
            scored("local", Family::Task, None),
            scored("gathered", Family::Alike, None),
        ];
        let text = tables(&[], 7, &all, &["m.f:g".to_owned(), "m.h:g".to_owned()]);
        for expected in [
            "Found: 50.0 % of the mistakes. Flagged: 0.0 % of the look-alikes.",
            "| async function in a slot | inserted | 2 | 1 | 2 | 100.0 |",
            "| async function in a slot | all | 3 | 1 | 2 | 66.7 |",
            "| `m.f:g` | 3 | 3 | 1 | 2 | 66.7 |",
            "| `m.h:g` | 0 | 0 | 0 | 0 | – |",
            "| gathered | 1 | 0 |\n| all | 1 | 0 |",
        ] {
            assert!(text.contains(expected), "{expected}: {text}");
        }
    }

    #[test]
    fn the_table_of_slots_is_read() {
        let text = "static SLOTS: &[Slot] = &[\n    // a\n    slot(\"a.b\", \"b\", (\"f\", 0), X),\n    slot(\n        \
                    \"c.d\",\n        \"d\",\n        (\"g\", BY_NAME),\n    ),\n];\n slot(\"x\", \"y\", \"z\")";
        assert_eq!(slots_of(text), ["a.b:f", "c.d:g"]);
    }

    #[test]
    fn every_row_can_be_drawn() {
        let program = workspace::read(&root("lab/misuse/draw.py")).unwrap();
        for row in slots().unwrap() {
            let (definition, parameter) = row.split_once(':').unwrap();
            let (_, name) = definition.rsplit_once('.').unwrap();
            let is_known = program.contains(&format!("\"{row}\": row("))
                || program.contains(&format!("\"{name}:{parameter}\": row("))
                || (name == "apply_async" && program.contains(&format!("APPLY + \"{parameter}\": row(")));
            assert!(is_known, "draw.py has no statement for `{row}`");
        }
    }
}
