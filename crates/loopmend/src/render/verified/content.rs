//! The report of a change that was tried, as blocks: what a reader needs who was not there.

use std::collections::{BTreeMap, BTreeSet};

use loopmend_core::{Applicability, with_commas};
use loopmend_verify::{
    ChangedTest, Counts, Covered, EvidenceKind, FailureCause, FileKind, FixReport, MigrationRun, PlaceLeft,
    Setting, Side, State, Verdict, VerifiedRun,
};

use super::super::document::Block;
use super::super::markdown::code;
use super::included;
use super::words::{failing, outcomes};
use crate::render::{counted, counted_fixes};

/// Tables of more rows are folded, and more fixes are grouped.
const FEW: usize = 12;
/// So many places of fixes that are alike are named.
const MOST_PLACES: usize = 30;

/// The title.
pub(super) fn title(run: &VerifiedRun) -> String {
    match &run.migration {
        Some(migration) => {
            format!("Migration of {} to {} {}", run.project, migration.package, migration.to)
        }
        None => format!("Event-loop fixes in {}", run.project),
    }
}

/// All parts, in order.
pub(super) fn blocks(run: &VerifiedRun) -> Vec<Block> {
    let mut blocks = vec![Block::Paragraph(summary(run))];
    blocks.extend(failures("Why tests failed before", &run.failing_before));
    blocks.extend(fixes(run));
    if run.fixes.is_empty() {
        blocks.extend(remaining(run));
        blocks.extend(included::blocks(&run.included));
        return blocks;
    }
    blocks.extend(tests(run));
    blocks.extend(files(run));
    blocks.extend(configuration(run));
    blocks.extend(remaining(run));
    blocks.extend(risks(run));
    blocks.extend(included::blocks(&run.included));
    blocks.extend(reproduce(run));
    blocks
}

/// Three sentences: what was done, what it did to the tests, and what the proof is worth.
fn summary(run: &VerifiedRun) -> String {
    let written = run.fixes.iter().filter(|fix| fix.is_written).count();
    let done = match written {
        0 if run.fixes.is_empty() => return "loopmend found no fix to try, so no test ran.".to_owned(),
        0 => format!("loopmend tried {} and wrote none.", counted_fixes(run.fixes.len(), "")),
        _ => format!(
            "loopmend wrote {} of {} to {}.",
            written,
            counted_fixes(run.fixes.len(), ""),
            counted(run.files.len(), "file")
        ),
    };
    format!("{done} {} {}", effect(run), worth(run))
}

fn effect(run: &VerifiedRun) -> String {
    let better = run.tests.iter().filter(|test| test.after.state > test.before.state).count();
    let Side { counts: before, .. } = &run.before;
    let Side { counts: after, .. } = &run.after;
    if let (Some(ending), 0, 1..) = (&run.before.ending, before.selected, after.selected) {
        return format!("Before, no test ran ({ending}); after, {}.", outcomes(after));
    }
    let ran = match run.selection.tests < run.selection.of {
        true => format!("{} of {} tests were selected", run.selection.tests, run.selection.of),
        false if run.selection.tests == 1 => "the only test was selected".to_owned(),
        false => format!("all {} tests were selected", run.selection.tests),
    };
    let by_chance = match run.flaky.len() {
        0 => String::new(),
        count => format!(" ({} by chance)", counted(count, "test")),
    };
    match before == after && better == 0 {
        _ if run.selection.tests == 0 => "No test was selected.".to_owned(),
        true => format!("Before and after, {ran}, with the same outcomes: {}.", outcomes(after)),
        false => {
            let became = if is_shown_only(run) { "would become" } else { "became" };
            format!("Before and after, {ran}: {} {became} {}{by_chance}.", outcomes(before), outcomes(after))
        }
    }
}

/// `true` for a migration that was not written: the project does not get to the side after the change.
fn is_shown_only(run: &VerifiedRun) -> bool {
    run.migration.is_some() && !run.is_written
}

fn worth(run: &VerifiedRun) -> String {
    let by_verdict =
        Verdict::ALL.map(|verdict| (verdict, run.fixes.iter().filter(|fix| fix.verdict == verdict).count()));
    let words: Vec<String> = by_verdict
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(verdict, count)| format!("{count} {}", meaning(*verdict)))
        .collect();
    format!("By verdict: {}.", list(&words))
}

fn meaning(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Verified => {
            "verified (the defect was seen before and is gone, or tests fail without the fix)"
        }
        Verdict::Neutral => "neutral (this run shows no effect)",
        Verdict::Untested => "untested (no test that ran executes the changed lines)",
        Verdict::Reverted => "reverted (tests got worse with it)",
        Verdict::Inconclusive => "inconclusive (the runs cannot say)",
    }
}

fn list(words: &[String]) -> String {
    match words {
        [] => "none was tried".to_owned(),
        [one] => one.clone(),
        [others @ .., last] => format!("{} and {last}", others.join(", ")),
    }
}

/// The fixes, each with its evidence and its change; many that are alike are shown by the first one.
fn fixes(run: &VerifiedRun) -> Vec<Block> {
    if run.fixes.is_empty() {
        return Vec::new();
    }
    let groups = groups(run);
    let mut blocks = vec![Block::Heading(2, "Root causes and fixes".to_owned())];
    let rows = groups.iter().map(|group| {
        let first = group[0];
        let places = match group.as_slice() {
            [one] => place(one),
            [first, others @ ..] => format!("{} and {} more", place(first), others.len()),
            [] => String::new(),
        };
        vec![places, first.rule.clone(), first.verdict.name().to_owned(), written(first).to_owned()]
    });
    blocks.push(Block::Table(
        ["place", "rule", "verdict", "written"].map(str::to_owned).to_vec(),
        rows.collect(),
    ));
    blocks.extend(groups.iter().flat_map(|group| group_of_fixes(group)));
    blocks
}

/// The fixes in order; those of one rule with one title and one verdict for one reason are together if there are many.
fn groups(run: &VerifiedRun) -> Vec<Vec<&FixReport>> {
    let mut groups: Vec<Vec<&FixReport>> = Vec::new();
    let are_many = run.fixes.len() > FEW;
    for fix in &run.fixes {
        let is_alike = |group: &&mut Vec<&FixReport>| {
            let first = group[0];
            are_many
                && (&first.rule, &first.title, first.verdict, &first.why, first.is_written)
                    == (&fix.rule, &fix.title, fix.verdict, &fix.why, fix.is_written)
        };
        match groups.iter_mut().find(is_alike) {
            Some(group) => group.push(fix),
            None => groups.push(vec![fix]),
        }
    }
    groups
}

fn group_of_fixes(group: &[&FixReport]) -> Vec<Block> {
    let [first, others @ ..] = group else { return Vec::new() };
    let mut blocks = fix(first);
    if !others.is_empty() {
        let named = others.iter().take(MOST_PLACES).map(|fix| format!("`{}`", place(fix)));
        let more = others.len().saturating_sub(MOST_PLACES);
        let more = (more > 0).then(|| format!("and {more} more, which the data of the report lists"));
        let words = format!("{} alike, with the same verdict", counted_fixes(others.len(), "more "));
        blocks.push(Block::Folded(words, vec![Block::List(named.chain(more).collect())]));
    }
    blocks
}

fn place(fix: &FixReport) -> String {
    format!("{}:{}", fix.path, fix.line)
}

fn written(fix: &FixReport) -> &'static str {
    if fix.is_written { "yes" } else { "no" }
}

fn fix(fix: &FixReport) -> Vec<Block> {
    let applicability = match fix.applicability {
        Applicability::Safe => "a safe fix",
        _ => "an unsafe fix: it can change more than the bug",
    };
    let mut items = vec![
        match fix.code.as_str() {
            "" => format!("Finding: {}.", fix.message),
            code => format!("Finding: {} (`{}`, {code}).", fix.message, fix.rule),
        },
        format!("Fix: {} ({applicability}).", fix.title),
        format!("Verdict: {}, since {}.", fix.verdict.name(), fix.why),
    ];
    if let (1.., ran) = fix.lines {
        items.push(format!("Changed lines that ran: {ran} of {}.", fix.lines.0));
    }
    if let [first, ..] = fix.tests.as_slice() {
        let more = fix.tests_in_all.saturating_sub(1);
        let others = if more > 0 { format!(" and {more} more") } else { String::new() };
        items.push(format!("Tests that ran them: `{first}`{others}."));
    }
    items.extend(evidence(fix));
    if fix.verdict == Verdict::Reverted {
        items.push("By hand: find out whether the tests that got worse rely on the defect. If they do, change them together with it.".to_owned());
    }
    let mut blocks = vec![Block::Heading(3, place(fix)), Block::List(items)];
    if !fix.diff.is_empty() {
        blocks.push(Block::Code("diff", fix.diff.clone()));
    }
    blocks
}

/// The first of what was seen before, and how much more there is.
fn evidence(fix: &FixReport) -> Option<String> {
    let first = fix.evidence.first()?;
    let words = first.words.trim_end_matches('.');
    if first.kind == EvidenceKind::Collection {
        return Some(format!("Proof: without this fix, pytest does not collect `{}`: {words}.", first.test));
    }
    if first.kind == EvidenceKind::Ablation {
        return Some(format!("Proof: without this fix, the outcome of `{}` is {words}.", first.test));
    }
    let by = match first.kind {
        EvidenceKind::Probe => "the probe saw",
        EvidenceKind::Traceback => "a failure led through this place",
        EvidenceKind::Outcome => "the outcome",
        EvidenceKind::Ablation | EvidenceKind::Collection => "the test needs this fix",
    };
    let test = if first.test.is_empty() { String::new() } else { format!(" in `{}`", first.test) };
    let more = fix.evidence.len() - 1;
    let others = if more > 0 { format!(", and {more} more like it") } else { String::new() };
    Some(format!("Seen before: {by}{test}: {words}{others}."))
}

/// The tables of both sides.
fn tests(run: &VerifiedRun) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(2, "Tests before and after".to_owned())];
    blocks.push(Block::Table(columns(""), measures(&run.before, &run.after, run.migration.as_ref())));
    if let Some(words) = run.migration.as_ref().and_then(without_edits) {
        blocks.push(Block::Paragraph(words));
    }
    let selection = &run.selection;
    blocks.push(Block::Paragraph(format!(
        "{} of {} collected tests ran, because {}.",
        with_commas(selection.tests),
        with_commas(selection.of),
        selection.why
    )));
    blocks.extend(changed("Tests that changed", &run.tests));
    if !run.flaky.is_empty() {
        blocks.extend(changed("Tests that differ by chance", &run.flaky));
    }
    for (name, tests) in [("Tests that are no longer collected", &run.lost), ("New tests", &run.new)] {
        if !tests.is_empty() {
            blocks.push(Block::Heading(3, name.to_owned()));
            blocks.push(folded_list(tests));
        }
    }
    blocks.extend(coverage(run));
    blocks.push(by("By category", &run.before.by_category, &run.after.by_category));
    blocks.push(by("By test file", &run.before.by_file, &run.after.by_file));
    blocks
}

/// The line coverage of packages, where it was measured.
fn coverage(run: &VerifiedRun) -> Vec<Block> {
    let Some(packages) = &run.coverage else { return Vec::new() };
    let heading = Block::Heading(3, "Line coverage by package".to_owned());
    if packages.is_empty() {
        let words = "The change is in no package, and no package runs otherwise after it.";
        return vec![heading, Block::Paragraph(words.to_owned())];
    }
    let rows = packages.iter().map(|one| vec![code(&one.package), covered(one.before), covered(one.after)]);
    let words = "Packages with a changed file, and those that run otherwise after the change, by `coverage` with the \
                 selected tests.";
    vec![heading, Block::Table(columns("package"), rows.collect()), Block::Paragraph(words.to_owned())]
}

/// `85.0 % (17 of 20)`.
fn covered(covered: Option<Covered>) -> String {
    match covered {
        None => "not measured".to_owned(),
        Some(Covered { statements: 0, .. }) => "no statements".to_owned(),
        Some(Covered { statements, ran }) => {
            format!("{:.1} % ({ran} of {statements})", 100.0 * ran as f64 / statements as f64)
        }
    }
}

/// The outcomes of the tests with the new versions and without the edits.
fn without_edits(migration: &MigrationRun) -> Option<String> {
    let MigrationRun { package, to, without_edits, .. } = migration;
    Some(format!("With {package} {to} and without the edits: {}.", outcomes(without_edits.as_ref()?)))
}

fn columns(first: &str) -> Vec<String> {
    [first, "before", "after"].map(str::to_owned).to_vec()
}

fn measures(before: &Side, after: &Side, migration: Option<&MigrationRun>) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut row = |name: &str, one: String, other: String| rows.push(vec![name.to_owned(), one, other]);
    type Pick = fn(&Counts) -> usize;
    let counts: [(&str, Pick); 5] = [
        ("passed", |it| it.passed),
        ("failed", |it| it.failed),
        ("errors", |it| it.errors),
        ("skipped", |it| it.skipped),
        ("xfailed or xpassed", |it| it.expected),
    ];
    row("tests selected", before.counts.selected.to_string(), after.counts.selected.to_string());
    for (name, pick) in counts {
        row(name, pick(&before.counts).to_string(), pick(&after.counts).to_string());
    }
    for rule in keys(&before.seen, &after.seen) {
        let of = |side: &Side| side.seen.get(rule).copied().unwrap_or_default().to_string();
        row(&format!("seen by the probe: {rule}"), of(before), of(after));
    }
    for kind in keys(&before.warnings, &after.warnings) {
        let of = |side: &Side| side.warnings.get(kind).copied().unwrap_or_default().to_string();
        row(&format!("warnings: {kind}"), of(before), of(after));
    }
    row("time of the run", seconds(before.seconds), seconds(after.seconds));
    if let (Some(one), Some(other)) = (before.peak_memory, after.peak_memory) {
        row("peak memory of a process", size(one), size(other));
    }
    row("Python", before.python.clone(), after.python.clone());
    row("pytest", before.pytest.clone(), after.pytest.clone());
    if let Some(MigrationRun { package, from, to, .. }) = migration {
        row(package, from.clone(), to.clone());
    }
    rows
}

fn keys<'m, V>(one: &'m BTreeMap<String, V>, other: &'m BTreeMap<String, V>) -> BTreeSet<&'m str> {
    one.keys().chain(other.keys()).map(String::as_str).collect()
}

fn seconds(seconds: f64) -> String {
    format!("{seconds:.1} s")
}

fn size(bytes: u64) -> String {
    match bytes {
        0..1_000_000 => format!("{} KB", bytes.div_ceil(1_000)),
        _ => format!("{:.0} MB", bytes as f64 / 1e6),
    }
}

fn changed(name: &str, tests: &[ChangedTest]) -> Vec<Block> {
    if tests.is_empty() {
        return Vec::new();
    }
    let rows: Vec<Vec<String>> = tests
        .iter()
        .map(|test| {
            let category = test.category.clone().unwrap_or_default();
            let (before, after) = (test.before.name().to_owned(), test.after.name().to_owned());
            vec![
                format!("`{}`", test.test),
                before,
                after,
                format!("{} / {}", test.runs.0, test.runs.1),
                category,
            ]
        })
        .collect();
    let head = ["test", "before", "after", "runs before / after", "category"].map(str::to_owned).to_vec();
    let better =
        tests.iter().filter(|test| test.before.state == State::Bad && test.after.state == State::Good);
    let words =
        format!("{}, of which {} failed before and pass now", counted(tests.len(), "test"), better.count());
    vec![
        Block::Heading(3, name.to_owned()),
        folded_if_long(words, Block::Table(head, rows.clone()), rows.len()),
    ]
}

fn by(name: &str, before: &BTreeMap<String, Counts>, after: &BTreeMap<String, Counts>) -> Block {
    let rows: Vec<Vec<String>> = keys(before, after)
        .into_iter()
        .map(|key| {
            let of = |side: &BTreeMap<String, Counts>| side.get(key).map_or("none ran".to_owned(), outcomes);
            vec![key.to_owned(), of(before), of(after)]
        })
        .collect();
    Block::Folded(name.to_owned(), vec![Block::Table(columns(""), rows)])
}

/// A block that is folded where it has many rows.
pub(super) fn folded_if_long(words: String, block: Block, rows: usize) -> Block {
    if rows > FEW { Block::Folded(words, vec![block]) } else { block }
}

fn folded_list(names: &[String]) -> Block {
    let items: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    folded_if_long(counted(names.len(), "test"), Block::List(items), names.len())
}

/// The files, production code and tests apart.
fn files(run: &VerifiedRun) -> Vec<Block> {
    if run.files.is_empty() {
        return Vec::new();
    }
    let mut files: Vec<_> = run.files.iter().collect();
    files.sort_by_key(|file| (file.kind, file.path.clone()));
    let rows = files.iter().map(|file| {
        let kind = match file.kind {
            FileKind::Production => "production code",
            FileKind::Test => "test code",
            FileKind::Configuration => "configuration",
        };
        vec![
            format!("`{}`", file.path),
            kind.to_owned(),
            format!("+{}", file.added),
            format!("−{}", file.removed),
        ]
    });
    let head = ["file", "part", "added", "removed"].map(str::to_owned).to_vec();
    let mut blocks = vec![Block::Heading(2, "Files changed".to_owned()), Block::Table(head, rows.collect())];
    if !run.unused_imports.is_empty() {
        let names: Vec<String> = run.unused_imports.iter().map(|path| format!("`{path}`")).collect();
        blocks.push(Block::Paragraph(format!(
            "Imports that nothing uses any more were removed from {}, which no diff above shows.",
            list(&names)
        )));
    }
    blocks
}

/// How pytest is configured, with the plugins that decide on loops.
fn configuration(run: &VerifiedRun) -> Vec<Block> {
    let (before, after) = (&run.configuration.before, &run.configuration.after);
    let mut rows: Vec<Vec<String>> = Vec::new();
    let names: BTreeSet<&str> = before.iter().chain(after).map(|setting| setting.name.as_str()).collect();
    for name in names {
        let of = |side: &[Setting]| {
            let found = side.iter().filter(|setting| setting.name == name);
            let words: Vec<String> = found.map(|it| format!("{} ({})", it.value, it.place)).collect();
            if words.is_empty() { "not set".to_owned() } else { words.join("; ") }
        };
        rows.push(vec![name.to_owned(), of(before), of(after)]);
    }
    let plugins = |side: &Side| side.plugins.join(", ");
    rows.push(vec!["installed plugins".to_owned(), plugins(&run.before), plugins(&run.after)]);
    vec![
        Block::Heading(2, "Effective configuration of pytest".to_owned()),
        Block::Table(columns("setting"), rows),
    ]
}

/// The tests that still fail, what the probe still sees, and the findings without a fix.
fn remaining(run: &VerifiedRun) -> Vec<Block> {
    let name = if is_shown_only(run) { "What would still fail" } else { "What still fails" };
    let mut blocks = failures(name, &run.remaining);
    blocks.extend(places("What the probe still sees", &run.still_seen));
    blocks.extend(places("Findings that are left", &run.findings_left));
    blocks
}

/// Tests that fail, by cause.
fn failures(name: &str, causes: &[FailureCause]) -> Vec<Block> {
    if causes.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Heading(2, name.to_owned())];
    for cause in causes {
        let place = cause.place.as_ref().map_or(String::new(), |place| format!(" at `{place}`"));
        blocks.push(Block::Paragraph(format!("{}{place}: {}", failing(&cause.tests), cause.cause)));
        if let Some(cure) = &cause.cure {
            blocks.push(Block::Paragraph(format!("What to do: {cure}")));
        }
        if !cause.tests.is_empty() {
            blocks.push(folded_list(&cause.tests));
        }
    }
    blocks
}

fn places(name: &str, places: &[PlaceLeft]) -> Vec<Block> {
    if places.is_empty() {
        return Vec::new();
    }
    let items: Vec<String> = places
        .iter()
        .map(|left| {
            let why = left.why.as_ref().map_or(String::new(), |why| format!(" ({why})"));
            format!("`{}:{}`: {} [`{}`]{why}", left.path, left.line, left.message, left.rule)
        })
        .collect();
    let count = items.len();
    let list = folded_if_long(counted(count, "place"), Block::List(items), count);
    vec![Block::Heading(2, name.to_owned()), list]
}

fn risks(run: &VerifiedRun) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !run.risks.is_empty() {
        blocks.push(Block::Heading(2, "Risks".to_owned()));
        blocks.push(Block::List(run.risks.iter().map(|risk| sentence(risk)).collect()));
    }
    if !run.checklist.is_empty() {
        blocks.push(Block::Heading(2, "To review by hand".to_owned()));
        let items = run.checklist.iter().map(|(rule, title)| {
            format!("`{rule}`: check the fix “{title}”; `loopmend explain {rule}` says what may change")
        });
        blocks.push(Block::Checklist(items.collect()));
    }
    blocks
}

fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{first}{}.", letters.as_str())
}

fn reproduce(run: &VerifiedRun) -> Vec<Block> {
    let (all, pytest) = run.seconds;
    let command = run.command.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" ");
    let mut items = vec![
        format!("loopmend {} ran both sides in a copy of the project ({}).", run.loopmend, size(run.copied_bytes)),
        format!("The whole took {}, of which pytest ran for {}.", seconds(all), seconds(pytest)),
        format!("pytest ran as `python -m pytest {}` with `PYTHONHASHSEED={}`.", run.pytest_arguments.join(" "), run.hash_seed),
        "A test that passed and whose teardown failed counts once, as an error.".to_owned(),
        "A test that differed ran again on both sides, at most ten times; by Fisher's exact test with Holm's correction, it changed if p < 0.05."
            .to_owned(),
    ];
    items.extend(run.migration.as_ref().and_then(layer));
    items.push(match run.changed_meanwhile.is_empty() {
        true => "No file of the project changed while the tests ran.".to_owned(),
        false => format!(
            "{} of the project changed while the tests ran.",
            counted(run.changed_meanwhile.len(), "file")
        ),
    });
    vec![
        Block::Heading(2, "How to reproduce this".to_owned()),
        Block::Code("console", format!("$ {command}\n")),
        Block::List(items),
    ]
}

/// How the packages of a migration came to the side after.
fn layer(migration: &MigrationRun) -> Option<String> {
    let command = migration.command.as_ref()?;
    Some(format!(
        "The side after the change imported {} from a directory in front of `PYTHONPATH`, and all else from the same environment. \
         `{command}` installed them there.",
        list(&migration.packages)
    ))
}

/// A word as a shell takes it.
fn quoted(word: &str) -> String {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-_./=:,+@%".contains(letter);
    match !word.is_empty() && word.chars().all(is_plain) {
        true => word.to_owned(),
        false => format!("'{}'", word.replace('\'', "'\\''")),
    }
}
