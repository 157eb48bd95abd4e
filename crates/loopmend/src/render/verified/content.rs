//! The report of a change that was tried, as blocks: what a reader needs who was not there.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use loopmend_core::{Applicability, with_commas};
use loopmend_verify::{
    ChangedTest, Counts, Covered, EvidenceKind, FailureCause, FileKind, FixReport, MigrationRun, PlaceLeft,
    Setting, Side, StartingPoint, State, Verdict, VerifiedRun,
};

use super::super::document::Block;
use super::super::markdown::code;
use super::words::{failing, outcomes, outcomes_of_tests, side_words};
use super::{guidance, included};
use crate::render::{counted, counted_fixes};
use crate::verifying::file_kind;

/// Longer lists and tables are folded.
const FEW: usize = 12;
/// So many rows and items are shown; the data of the report has all.
const MAX_SHOWN: usize = 50;
/// The fixes of a report are open if their diffs have no more lines.
const MAX_OPEN_LINES: usize = 60;
/// Causes of failures that are shown without unfolding, and the tests that each names.
const FEW_CAUSES: usize = 8;
/// So many notes of a finding are shown.
const MAX_NOTES: usize = 3;
const NAMED_TESTS: usize = 2;
/// So many places of one cause or item are named.
pub(super) const NAMED_PLACES: usize = 3;

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
    let before = Failures { stay: failing_after(run), said: BTreeSet::new() };
    blocks.extend(failures("Why tests failed before", &run.failing_before, &before));
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
    blocks.extend(guidance::blocks(run));
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
    if run.budget.is_some_and(|budget| budget.was_over) {
        return format!("Before, {}; after, {}.", side_words(run, &run.before), side_words(run, &run.after));
    }
    let ran = match run.selection.tests < run.selection.of {
        true => format!("{} of {} tests were selected", run.selection.tests, run.selection.of),
        false if run.selection.tests == 1 => "the only test was selected".to_owned(),
        false => format!("all {} tests were selected", run.selection.tests),
    };
    let became = if is_shown_only(run) { "would become" } else { "became" };
    let by_chance = match run.flaky.len() {
        0 => String::new(),
        count => format!(" ({} by chance)", counted(count, "test")),
    };
    match before == after && better == 0 {
        _ if run.selection.tests == 0 => "No test was selected.".to_owned(),
        true => format!("Before and after, {ran}, with the same outcomes: {}.", outcomes(after)),
        // A file that cannot be collected hides its tests, so that the sides do not have the same ones.
        false if before.uncollected != after.uncollected => format!(
            "{}. Before, pytest ran {}: {}. After, it ran {}: {}{by_chance}.",
            sentence_start(&ran),
            collected(before),
            outcomes_of_tests(before),
            collected(after),
            outcomes_of_tests(after)
        ),
        false => {
            format!("Before and after, {ran}: {} {became} {}{by_chance}.", outcomes(before), outcomes(after))
        }
    }
}

/// `10 tests, and could not collect 1 file`.
fn collected(counts: &Counts) -> String {
    let tests = counted(counts.selected, "test");
    match counts.uncollected {
        0 => tests,
        files => format!("{tests}, and could not collect {}", counted(files, "file")),
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

/// The first of some places, and how many more there are.
pub(super) fn some(places: &[String], most: usize) -> String {
    match places.split_at_checked(most) {
        Some((first, rest @ [_, ..])) => format!("{} and {} more", first.join(", "), rest.len()),
        _ => list(places),
    }
}

pub(super) fn list(words: &[String]) -> String {
    match words {
        [] => "none was tried".to_owned(),
        [one] => one.clone(),
        [others @ .., last] => format!("{} and {last}", others.join(", ")),
    }
}

/// The written fixes, each with its evidence and its change, and then the others with the reason.
fn fixes(run: &VerifiedRun) -> Vec<Block> {
    let (mut written, left): (Vec<&FixReport>, Vec<&FixReport>) =
        run.fixes.iter().partition(|fix| fix.is_written);
    // What tests prove comes first.
    written.sort_by_key(|fix| fix.verdict != Verdict::Verified);
    let mut blocks = Vec::new();
    if !written.is_empty() {
        blocks.push(Block::Heading(2, "Findings and fixes".to_owned()));
        blocks.push(Block::Paragraph("Lines are numbered as before the change.".to_owned()));
        blocks.extend(overview(&written));
        let are_open = lines_of_diffs(&written) <= MAX_OPEN_LINES;
        for (name, kind) in [
            ("Production code", FileKind::Production),
            ("Tests", FileKind::Test),
            ("Configuration", FileKind::Configuration),
        ] {
            let of_kind: Vec<&FixReport> =
                written.iter().copied().filter(|fix| file_kind(&fix.path) == kind).collect();
            if !of_kind.is_empty() {
                blocks.push(Block::Heading(3, name.to_owned()));
                for (path, fixes) in by_path(&of_kind) {
                    blocks.extend(file(path, &fixes, are_open));
                }
            }
        }
    }
    if !left.is_empty() {
        blocks.push(Block::Heading(2, "Not written".to_owned()));
        let words = "Lines and diffs are those of the code before the change.";
        blocks.push(Block::Paragraph(words.to_owned()));
        let reasons: Vec<String> = left.iter().map(|fix| not_written(fix)).collect();
        blocks.push(bounded_list(counted_fixes(left.len(), ""), reasons));
        for (path, fixes) in by_path(&left) {
            blocks.extend(file(path, &fixes, false));
        }
    }
    blocks
}

/// The places of fixes with their verdicts; nothing for a single one.
fn overview(fixes: &[&FixReport]) -> Option<Block> {
    let row = |fix: &&FixReport| vec![code(&place(fix)), fix.rule.clone(), fix.verdict.name().to_owned()];
    let mut ordered = fixes.to_vec();
    ordered.sort_by_key(|fix| file_kind(&fix.path));
    let head = ["place", "rule", "verdict"].map(str::to_owned).to_vec();
    (fixes.len() > 1)
        .then(|| bounded_table(counted_fixes(fixes.len(), ""), head, ordered.iter().map(row).collect()))
}

/// Fixes by their files, in the order of the first ones.
fn by_path<'f>(fixes: &[&'f FixReport]) -> Vec<(&'f str, Vec<&'f FixReport>)> {
    let mut files: Vec<(&str, Vec<&FixReport>)> = Vec::new();
    for fix in fixes {
        match files.iter_mut().find(|(path, _)| *path == fix.path) {
            Some((_, of_file)) => of_file.push(fix),
            None => files.push((&fix.path, vec![fix])),
        }
    }
    files
}

fn lines_of_diffs(fixes: &[&FixReport]) -> usize {
    fixes.iter().map(|fix| fix.diff.lines().count()).sum()
}

/// The fixes of a file, folded or open. No note stands in a file twice.
fn file(path: &str, fixes: &[&FixReport], is_open: bool) -> Vec<Block> {
    let mut said = BTreeSet::new();
    let blocks: Vec<Block> = fixes.iter().flat_map(|one| fix(one, &mut said)).collect();
    if is_open {
        return blocks;
    }
    let verdicts = Verdict::ALL.iter().filter_map(|verdict| {
        let count = fixes.iter().filter(|fix| fix.verdict == *verdict).count();
        (count > 0).then(|| format!("{count} {}", verdict.name()))
    });
    let verdicts = list(&verdicts.collect::<Vec<_>>());
    vec![Block::Folded(format!("`{path}`: {} ({verdicts})", counted_fixes(fixes.len(), "")), blocks)]
}

fn place(fix: &FixReport) -> String {
    format!("{}:{}", fix.path, fix.line)
}

/// Why a fix was not written.
fn not_written(fix: &FixReport) -> String {
    let options = why_held(fix).map_or(String::new(), |why| format!(". {}", sentence_start(&why)));
    let obsolete = match fix.is_obsolete {
        true => ". With the other fixes, loopmend no longer reports the finding",
        false => "",
    };
    let (place, title, verdict) = (place(fix), &fix.title, fix.verdict.name());
    format!("`{place}`: {title} ({verdict}): {}{options}{obsolete}.", fix.why)
}

/// Why a fix that was not reverted needs options.
pub(super) fn why_held(fix: &FixReport) -> Option<String> {
    let options = &fix.missing_options;
    let needs = |option: &str| options.iter().any(|known| known == option);
    let mut reasons = Vec::new();
    if needs("--unsafe") {
        reasons.push(match fix.applicability {
            Applicability::Safe => "the runs do not show what it does",
            _ => "the fix is unsafe, and the runs do not show what it does",
        });
    }
    if needs("--likely") {
        reasons.push("its finding is likely, not certain, and the runs do not prove it");
    }
    (!reasons.is_empty()).then(|| format!("{}; `{}` writes it", reasons.join("; "), options.join(" ")))
}

/// A fix with its finding, its evidence and its diff. `said` are the notes that stand above already.
fn fix<'f>(fix: &'f FixReport, said: &mut BTreeSet<&'f str>) -> Vec<Block> {
    let edited: Vec<String> =
        edited_files(&fix.diff).into_iter().filter(|path| *path != fix.path).map(code).collect();
    let elsewhere = if edited.is_empty() { String::new() } else { format!(" in {}", list(&edited)) };
    let finding = match fix.code.as_str() {
        "" => format!("`{}`: {}.", place(fix), fix.message),
        code => format!("`{}`: {} (`{}`, {code}).", place(fix), fix.message, fix.rule),
    };
    let notes = fix.notes.iter().filter(|note| said.insert(note)).take(MAX_NOTES);
    let mut items: Vec<String> = notes.map(|note| format!("{}.", sentence_start(note))).collect();
    items.extend([
        format!("Fix: {}{elsewhere}.", fix.title),
        format!("Verdict: {}, since {}.", fix.verdict.name(), fix.why),
    ]);
    items.extend(evidence(fix));
    items.extend(lines_that_ran(fix));
    items.extend(missing_proof(fix));
    if fix.verdict == Verdict::Reverted {
        items.push("By hand: find out whether the tests that got worse rely on the defect. If they do, change them together with it.".to_owned());
    }
    let mut blocks = vec![Block::Paragraph(finding), Block::List(items)];
    if !fix.diff.is_empty() {
        blocks.push(Block::Code("diff", fix.diff.clone()));
    }
    blocks
}

/// The files that a unified diff edits.
fn edited_files(diff: &str) -> Vec<&str> {
    diff.lines().filter_map(|line| line.strip_prefix("+++ b/")).collect()
}

/// The way to a test that proves the fix, if no test does.
fn missing_proof(fix: &FixReport) -> Option<String> {
    let way = fix.to_prove.as_ref()?;
    let passes = match fix.verdict {
        Verdict::Neutral if fix.tests_in_all > 0 => "The tests above end alike with and without it. ",
        _ => "",
    };
    Some(format!("No proof yet. {passes}A test has to {way}, and to fail without the fix."))
}

/// How many of the changed lines ran, and in which tests.
fn lines_that_ran(fix: &FixReport) -> Option<String> {
    let (1.., ran) = fix.lines else { return None };
    let more = fix.tests_in_all.saturating_sub(1);
    let others = if more > 0 { format!(" and {more} more") } else { String::new() };
    let tests = fix.tests.first().map_or(String::new(), |first| format!(", in `{first}`{others}"));
    let missing: Vec<String> = fix.lines_not_run.iter().map(|place| code(place)).collect();
    let missing = match missing.as_slice() {
        [] => String::new(),
        missing => format!(" Not run, as numbered after the change: {}.", some(missing, NAMED_PLACES)),
    };
    Some(format!("Changed lines that ran: {ran} of {}{tests}.{missing}", fix.lines.0))
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
        EvidenceKind::Probe => "Seen while the tests ran before the change",
        EvidenceKind::Traceback => "Before the change, a failure led through this place",
        EvidenceKind::Outcome | EvidenceKind::Ablation | EvidenceKind::Collection => "Before the change",
    };
    let test = if first.test.is_empty() { String::new() } else { format!(", in `{}`", first.test) };
    let more = fix.evidence.iter().filter(|other| other.kind == first.kind).count() - 1;
    let others = if more > 0 { format!(", and {more} more like it") } else { String::new() };
    Some(format!("{by}{test}: {words}{others}."))
}

/// The tables of both sides.
fn tests(run: &VerifiedRun) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(2, "Tests before and after".to_owned())];
    blocks.push(Block::Table(columns(""), measures(&run.before, &run.after, run.migration.as_ref())));
    blocks.push(Block::Paragraph(
        "Time and memory include what loopmend watches, which are other lines before and after the change."
            .to_owned(),
    ));
    if let Some(words) = run.migration.as_ref().and_then(without_edits) {
        blocks.push(Block::Paragraph(words));
    }
    let selection = &run.selection;
    // Of a file that cannot be collected, one side has no tests.
    let side = match run.before.counts.selected.cmp(&run.after.counts.selected) {
        _ if run.before.counts.uncollected == run.after.counts.uncollected => "",
        Ordering::Less => " after the change",
        Ordering::Greater => " before the change",
        Ordering::Equal => "",
    };
    blocks.push(Block::Paragraph(format!(
        "{} of {} collected tests ran{side}, because {}.",
        with_commas(selection.tests),
        with_commas(selection.of),
        selection.why
    )));
    blocks.extend(changed("Tests that changed", &run.tests));
    if !run.flaky.is_empty() {
        blocks.extend(changed("Tests that differ by chance", &run.flaky));
    }
    for (name, tests) in
        [("Tests that are no longer collected", &run.lost), ("Tests that can be collected now", &run.new)]
    {
        if !tests.is_empty() {
            blocks.push(Block::Heading(3, name.to_owned()));
            blocks.push(list_of_tests(tests));
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
    let uncollected = (before.counts.uncollected, after.counts.uncollected);
    if uncollected != (0, 0) {
        row("files that pytest could not collect", uncollected.0.to_string(), uncollected.1.to_string());
    }
    for rule in keys(&before.seen, &after.seen) {
        let of = |side: &Side| side.seen.get(rule).copied().unwrap_or_default().to_string();
        row(&format!("seen while the tests ran: `{rule}` (places)"), of(before), of(after));
    }
    for kind in keys(&before.warnings, &after.warnings) {
        let of = |side: &Side| side.warnings.get(kind).copied().unwrap_or_default().to_string();
        row(&format!("warnings: `{kind}`"), of(before), of(after));
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
                match test.as_stated {
                    Some((before, after)) => {
                        format!("{before} of {}, {after} of {}", test.runs.0, test.runs.1)
                    }
                    None => format!("not known; {} and {} in all", test.runs.0, test.runs.1),
                },
                category,
            ]
        })
        .collect();
    let head = ["test", "before", "after", "runs that ended so (before, after)", "category"]
        .map(str::to_owned)
        .to_vec();
    let better =
        tests.iter().filter(|test| test.before.state == State::Bad && test.after.state == State::Good);
    let words =
        format!("{}, of which {} failed before and pass now", counted(tests.len(), "test"), better.count());
    vec![Block::Heading(3, name.to_owned()), bounded_table(words, head, rows)]
}

fn by(name: &str, before: &BTreeMap<String, Counts>, after: &BTreeMap<String, Counts>) -> Block {
    let rows: Vec<Vec<String>> = keys(before, after)
        .into_iter()
        .map(|key| {
            let of = |side: &BTreeMap<String, Counts>| side.get(key).map_or("none ran".to_owned(), outcomes);
            vec![key.to_owned(), of(before), of(after)]
        })
        .collect();
    folded(name.to_owned(), |words| bounded_table(words, columns(""), rows))
}

/// A block that is folded where it has many rows.
pub(super) fn folded_if_long(words: String, block: Block, rows: usize) -> Block {
    if rows > FEW { Block::Folded(words, vec![block]) } else { block }
}

/// A block that is folded in any case.
fn folded(words: String, block: impl FnOnce(String) -> Block) -> Block {
    match block(words.clone()) {
        Block::Folded(words, blocks) => Block::Folded(words, blocks),
        open => Block::Folded(words, vec![open]),
    }
}

/// A table that is folded if it is long, and of which the first rows are shown.
fn bounded_table(words: String, head: Vec<String>, mut rows: Vec<Vec<String>>) -> Block {
    let count = rows.len();
    if let Some(more) = more_than_shown(count) {
        rows.truncate(MAX_SHOWN);
        let rest = head.iter().skip(1).map(|_| String::new());
        rows.push(std::iter::once(more).chain(rest).collect());
    }
    folded_if_long(words, Block::Table(head, rows), count)
}

/// A list that is folded if it is long, and of which the first items are shown.
fn bounded_list(words: String, mut items: Vec<String>) -> Block {
    let count = items.len();
    items.truncate(MAX_SHOWN);
    items.extend(more_than_shown(count));
    folded_if_long(words, Block::List(items), count)
}

fn more_than_shown(count: usize) -> Option<String> {
    let more = count.saturating_sub(MAX_SHOWN);
    (more > 0).then(|| format!("and {more} more, see the JSON report"))
}

fn list_of_tests(tests: &[String]) -> Block {
    bounded_list(counted(tests.len(), "test"), tests.iter().map(|test| code(test)).collect())
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
    let table = bounded_table(counted(files.len(), "file"), head, rows.collect());
    let mut blocks = vec![Block::Heading(2, "Files changed".to_owned()), table];
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
    let is_alike = rows.iter().all(|row| row[1] == row[2]);
    let mut head = columns("setting");
    if is_alike {
        rows.iter_mut().for_each(|row| row.truncate(2));
        head = ["setting", "before and after"].map(str::to_owned).to_vec();
    }
    vec![Block::Heading(2, "Effective configuration of pytest".to_owned()), Block::Table(head, rows)]
}

/// The tests that still fail, what is still seen while they run, and the findings that are left.
fn remaining(run: &VerifiedRun) -> Vec<Block> {
    let name = if is_shown_only(run) { "What would still fail" } else { "What still fails" };
    let said = run.failing_before.iter().map(|cause| cause.cause.as_str()).collect();
    let mut blocks = failures(name, &run.remaining, &Failures { stay: BTreeSet::new(), said });
    let is_moved = !run.files.is_empty() || run.migration.is_some();
    let numbered =
        || is_moved.then(|| Block::Paragraph("Lines are numbered as after the change.".to_owned()));
    if !blocks.is_empty() {
        blocks.splice(1..1, numbered());
    }
    for (name, left) in [
        ("What is still seen while the tests run", &run.still_seen),
        ("Findings that are left", &run.findings_left),
    ] {
        let mut of_places = places(name, left);
        if !of_places.is_empty() {
            of_places.splice(1..1, numbered());
        }
        blocks.extend(of_places);
    }
    blocks
}

/// The tests that fail after the change.
fn failing_after(run: &VerifiedRun) -> BTreeSet<&str> {
    run.remaining.iter().flat_map(|cause| &cause.tests).map(String::as_str).collect()
}

/// The other parts of a report that the item of a failure refers to.
struct Failures<'r> {
    /// The tests that fail after the change as well.
    stay: BTreeSet<&'r str>,
    /// The causes that stand above already.
    said: BTreeSet<&'r str>,
}

/// Tests that fail, by cause: one item for each.
fn failures(name: &str, causes: &[FailureCause], others: &Failures<'_>) -> Vec<Block> {
    if causes.is_empty() {
        return Vec::new();
    }
    let mut items: Vec<String> = causes.iter().map(|cause| failure(cause, others)).collect();
    let others = items.split_off(items.len().min(FEW_CAUSES));
    let mut blocks = vec![Block::Heading(2, name.to_owned()), Block::List(items)];
    if !others.is_empty() {
        blocks.push(folded(counted(others.len(), "more cause"), |words| bounded_list(words, others)));
    }
    blocks
}

/// A cause with its first tests, its places, and what to do.
fn failure(cause: &FailureCause, Failures { stay, said }: &Failures<'_>) -> String {
    let FailureCause { cause: words, cure, place, more_places, tests, .. } = cause;
    let places: Vec<String> = place.iter().chain(more_places).map(|place| code(place)).collect();
    let places =
        if places.is_empty() { String::new() } else { format!(" at {}", some(&places, NAMED_PLACES)) };
    let is_said = said.contains(words.as_str());
    let cure = cure.as_ref().filter(|_| !is_said);
    let cure = cure.map_or(String::new(), |cure| format!(" What to do: {}.", cure.trim_end_matches('.')));
    let words =
        if is_said { "the same as before the change, see “Why tests failed before”" } else { words };
    let mut named: Vec<String> = tests.iter().take(NAMED_TESTS).map(|test| code(test)).collect();
    let more = tests.len() - named.len();
    named.extend((more > 0).then(|| format!("{more} more")));
    let named = if tests.is_empty() { String::new() } else { format!(" Failing: {}.", list(&named)) };
    let stays = match tests.iter().filter(|test| stay.contains(test.as_str())).count() {
        0 => "",
        count if count == tests.len() => " No written fix ends it.",
        _ => " Some of these tests still fail.",
    };
    format!("{}{places}: {}.{cure}{named}{stays}", failing(tests), words.trim_end_matches('.'))
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
    vec![Block::Heading(2, name.to_owned()), bounded_list(counted(items.len(), "place"), items)]
}

fn risks(run: &VerifiedRun) -> Vec<Block> {
    if run.risks.is_empty() {
        return Vec::new();
    }
    let risks: Vec<String> = run.risks.iter().map(|risk| sentence(risk)).collect();
    vec![Block::Heading(2, "Risks".to_owned()), bounded_list(counted(risks.len(), "risk"), risks)]
}

fn sentence(words: &str) -> String {
    format!("{}.", sentence_start(words))
}

/// Words with a capital at their start.
fn sentence_start(words: &str) -> String {
    let mut letters = words.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{first}{}", letters.as_str())
}

fn reproduce(run: &VerifiedRun) -> Vec<Block> {
    let (all, pytest) = run.seconds;
    let command = run.command.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" ");
    let start = run
        .start
        .as_ref()
        .map_or_else(|| "The project is in no git repository, or in one without a commit.".to_owned(), start);
    let mut items = vec![start];
    items.extend([
        format!(
            "loopmend {} ran both sides in a copy of the project ({}).",
            run.loopmend,
            size(run.copied_bytes)
        ),
        format!("The whole took {}, of which pytest ran for {}.", seconds(all), seconds(pytest)),
        format!(
            "pytest ran as `python -m pytest {}` with `PYTHONHASHSEED={}`.",
            run.pytest_arguments.join(" "),
            run.hash_seed
        ),
        "A test that passed and whose teardown failed counts once, as an error.".to_owned(),
    ]);
    if !run.tests.is_empty() || !run.flaky.is_empty() {
        items.push(
            "A test that differed ran once more on both sides. Where its runs disagreed, or it differs only after other tests, it ran up to ten times, and counts as changed by \
             Fisher's exact test with Holm's correction (p < 0.05). A run before the change counts as ended so if it did not end as after it."
                .to_owned(),
        );
    }
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

/// The commit that the files are of.
fn start(start: &StartingPoint) -> String {
    let StartingPoint { commit, changed_files } = start;
    match changed_files {
        0 => format!("The files are those of commit `{commit}`: no Python file had other changes."),
        count => format!(
            "The files are those of commit `{commit}`, with other changes in {}.",
            counted(*count, "Python file")
        ),
    }
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
