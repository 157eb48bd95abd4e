//! The passes, over a language of which each word `bug-…` is a finding. Where that is no Python, it is a comment.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs;
use std::sync::atomic::AtomicBool;

use loopmend_core::{Applicability, Diagnostic, Edit, Fix, SourceKind, SourceText, Span};
use loopmend_project::{DiscoverOptions, Project};
use loopmend_rules::Joining;

use super::{Allowed, Choice, Fixer, Look, PASSES, Wish, fixes_of};
use crate::analysis::{Analysis, AnalysisOptions};
use crate::render::samples::diagnostic;

/// What the fix of a word writes in its place.
fn mended(word: &str) -> Option<&str> {
    Some(match word {
        "bug-plain" | "bug-import" => "ok",
        // Its finding stays.
        "bug-stays" => "bug-stays",
        // A finding of another rule appears there, or elsewhere.
        "bug-worse" => "new-here",
        "bug-far" => "calls-far",
        // As long as each is followed by another.
        "bug-endless" => "ok bug-endless",
        _ => return None,
    })
}

fn finding(path: &str, text: &str, (start, word): (usize, &str)) -> Diagnostic {
    let span = Span::new(start as u32, (start + word.len()) as u32);
    let mut found = diagnostic(path, span, word);
    word.split('-').next().unwrap_or_default().clone_into(&mut found.rule);
    found.symbol = text[..start].lines().last().unwrap_or_default().to_owned();
    let import = (word == "bug-import" && !text.starts_with("import")).then(|| Edit::insertion(0, "import "));
    found.fix = mended(word).map(|by| {
        let edits = import.into_iter().chain([Edit::replacement(span, by)]);
        Fix::new("mend it", Applicability::Unsafe, edits.collect())
    });
    found
}

fn analyze(project: &Project) -> Analysis {
    let mut analysis = Analysis::default();
    let mut texts = Vec::new();
    for file in project.files() {
        let source = project.read(&file.path).unwrap();
        texts.push(source.text.clone());
        analysis.sources.insert(file.display.clone(), source);
    }
    let has_far_call = texts.iter().any(|text| text.contains("calls-far"));
    for (file, text) in project.files().iter().zip(&texts) {
        let words =
            text.split_whitespace().map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word));
        let is_found = |(_, word): &(usize, &str)| {
            word.starts_with("bug-")
                || word.starts_with("new-")
                || (["far-away", "far-seen-from-afar"].contains(word) && has_far_call)
        };
        analysis.diagnostics.extend(words.filter(is_found).map(|word| finding(&file.display, text, word)));
    }
    analysis
}

struct Outcome {
    texts: Vec<String>,
    taken_back: Vec<String>,
    hit_limit: bool,
    /// How often all files were checked.
    whole_checks: usize,
    /// How many files each other check looked at.
    parts: Vec<usize>,
}

/// The part of an analysis that a check of fewer files gives.
fn looked_at(mut analysis: Analysis, look: Look<'_>) -> Analysis {
    let Some(only) = look.only() else { return analysis };
    analysis.diagnostics.retain(|found| only.contains(&found.path) && !found.message.ends_with("-afar"));
    analysis
}

/// Fixes files of these texts.
fn fixed(texts: &[&str], choose: &mut dyn FnMut(&str) -> Choice) -> Outcome {
    let directory = tempfile::tempdir().unwrap();
    for (number, text) in texts.iter().enumerate() {
        fs::write(directory.path().join(format!("{number}.py")), text).unwrap();
    }
    let options = DiscoverOptions { cwd: directory.path().to_owned(), ..DiscoverOptions::default() };
    let mut project = Project::discover(&options).unwrap();
    let analysis = analyze(&project);
    let mut fixer = Fixer::new(&mut project, analysis);
    let looks = RefCell::new(Vec::new());
    let analyze = |project: &Project, look: Look<'_>| {
        looks.borrow_mut().push(look.only().map(BTreeSet::len));
        looked_at(analyze(project), look)
    };
    fixer.run(&mut Wish {
        candidates: &|analysis, bad| fixes_of(&|_| true, Allowed::ALL, analysis, bad),
        choose: &mut |candidate, _| choose(&candidate.mends[0].message),
        analyze: &analyze,
    });
    let looks = looks.into_inner();
    let taken_back = fixer.taken_back.iter().map(|back| format!("{}: {}", back.place, back.why)).collect();
    let hit_limit = fixer.hit_limit;
    let changes = fixer.changes();
    let text = |(number, text): (usize, &&str)| {
        let change = changes.iter().find(|(path, _)| *path == format!("{number}.py"));
        change.map_or_else(
            || (*text).to_owned(),
            |(_, change)| String::from_utf8(change.after.clone()).unwrap(),
        )
    };
    for (number, text) in texts.iter().enumerate() {
        let on_disk = fs::read_to_string(directory.path().join(format!("{number}.py"))).unwrap();
        assert_eq!(on_disk, *text, "nothing is written");
    }
    Outcome {
        texts: texts.iter().enumerate().map(text).collect(),
        taken_back,
        hit_limit,
        whole_checks: looks.iter().filter(|look| look.is_none()).count(),
        parts: looks.into_iter().flatten().collect(),
    }
}

fn all(_: &str) -> Choice {
    Choice::Apply
}

#[test]
fn fixes_that_overlap_are_applied_one_after_the_other() {
    let outcome = fixed(&["# a bug-import b bug-plain bug-import\n", "# x bug-import"], &mut all);
    assert_eq!(outcome.texts, ["import # a ok b ok ok\n", "import # x ok"]);
    assert!(outcome.taken_back.is_empty() && !outcome.hit_limit);
}

#[test]
fn what_does_no_good_is_taken_back_and_the_rest_stands() {
    let outcome = fixed(&["# bug-plain bug-stays bug-plain bug-worse\n", "bug-plain"], &mut all);
    assert_eq!(outcome.texts, ["# ok bug-stays ok bug-worse\n", "ok"]);
    assert_eq!(
        outcome.taken_back,
        ["0.py:1:13: its finding is still there", "0.py:1:33: the fix causes `new`: new-here"]
    );
}

#[test]
fn the_one_that_does_harm_elsewhere_is_found_among_many() {
    let outcome =
        fixed(&["# bug-plain bug-plain", "# bug-plain bug-far bug-plain", "far-away", "bug-plain"], &mut all);
    assert_eq!(outcome.texts, ["# ok ok", "# ok bug-far ok", "far-away", "ok"]);
    assert_eq!(outcome.taken_back.len(), 1, "{:?}", outcome.taken_back);
    assert!(outcome.taken_back[0].ends_with("the fix causes `far`: far-away"), "{:?}", outcome.taken_back);
}

#[test]
fn a_bad_fix_among_many_is_found_in_the_file_that_it_does_harm_to() {
    let mut texts = vec!["bug-plain"; 64];
    texts[40] = "bug-far";
    texts.push("far-away");
    let outcome = fixed(&texts, &mut all);
    assert_eq!(outcome.taken_back, ["40.py:1:1: the fix causes `far`: far-away"]);
    assert_eq!(outcome.texts.iter().filter(|text| *text == "ok").count(), 63);
    assert_eq!(outcome.whole_checks, 2, "one finds the harm, one that it is gone");
    let most = 2 + 64_usize.ilog2() as usize;
    assert!(
        outcome.parts.len() <= most && outcome.parts.iter().all(|files| *files == 1),
        "{:?}",
        outcome.parts
    );
}

#[test]
fn what_no_check_of_that_file_alone_finds_is_found_by_checks_of_all() {
    let mut texts = vec!["bug-plain"; 16];
    texts[11] = "bug-far";
    texts.push("far-seen-from-afar");
    let outcome = fixed(&texts, &mut all);
    assert_eq!(outcome.taken_back, ["11.py:1:1: the fix causes `far`: far-seen-from-afar"]);
    assert_eq!(outcome.texts.iter().filter(|text| *text == "ok").count(), 15);
}

#[test]
fn several_bad_fixes_are_each_found() {
    let mut texts = vec!["bug-plain"; 16];
    texts[3] = "bug-far";
    texts[9] = "# bug-far bug-plain";
    texts[12] = "bug-stays";
    texts.extend(["far-away", "far-away"]);
    let outcome = fixed(&texts, &mut all);
    assert_eq!(outcome.taken_back.len(), 3, "{:?}", outcome.taken_back);
    assert_eq!([outcome.texts[3].as_str(), &outcome.texts[9]], ["bug-far", "# bug-far ok"]);
    assert_eq!(outcome.whole_checks, 2);
}

#[test]
fn what_no_edit_reaches_is_not_checked_again() {
    const FILES: usize = 40;
    let directory = tempfile::tempdir().unwrap();
    for number in 0..FILES {
        let awaiting = if number % 10 == 0 { "" } else { "await " };
        let text = format!(
            "async def save_{number}(): ...\n\n\nasync def main_{number}():\n    {awaiting}save_{number}()\n"
        );
        fs::write(directory.path().join(format!("m{number}.py")), text).unwrap();
    }
    let options = DiscoverOptions {
        cwd: directory.path().to_owned(),
        rules: loopmend_rules::known_rules(),
        ..DiscoverOptions::default()
    };
    let mut project = Project::discover(&options).unwrap();
    let cache = tempfile::tempdir().unwrap();
    let checked = RefCell::new(Vec::new());
    let analyze = |project: &Project, look: Option<Look<'_>>| {
        let options = AnalysisOptions {
            cache_dir: Some(loopmend_files::key::real_path(cache.path())),
            progress: &|_, _| {},
            interrupt: &AtomicBool::new(false),
            read_before: None,
            is_last: false,
            keeps: true,
            only: look.and_then(Look::only),
            tells_harmless: false,
            joining: Joining::Causes,
        };
        let analysis = crate::analysis::analyze(project, &options);
        checked.borrow_mut().extend(
            analysis.counters.iter().filter(|(name, _)| *name == "files checked").map(|(_, count)| *count),
        );
        analysis
    };
    let analysis = analyze(&project, None);
    let mut fixer = Fixer::new(&mut project, analysis);
    fixer.run(&mut Wish {
        candidates: &|analysis, bad| fixes_of(&|_| true, Allowed::ALL, analysis, bad),
        choose: &mut |_, _| Choice::Apply,
        analyze: &|project, look| analyze(project, Some(look)),
    });
    assert_eq!(fixer.applied.len(), 4);
    assert_eq!(checked.into_inner(), [40, 4]);
}

#[test]
fn there_is_an_end() {
    let outcome = fixed(&["bug-endless"], &mut all);
    assert!(outcome.hit_limit || !outcome.taken_back.is_empty());
    assert!(outcome.texts[0].matches("ok").count() <= PASSES);
}

#[test]
fn each_is_asked_for_once_and_the_rest_is_left() {
    let mut asked = Vec::new();
    let mut choose = |word: &str| {
        asked.push(word.to_owned());
        match word {
            "bug-import" => Choice::Skip,
            "bug-stays" => Choice::Quit,
            _ => Choice::Apply,
        }
    };
    let outcome = fixed(&["# x bug-worse bug-import bug-plain", "# bug-stays bug-plain"], &mut choose);
    assert_eq!(outcome.texts, ["# x bug-worse bug-import ok", "# bug-stays bug-plain"]);
    assert_eq!(asked, ["bug-worse", "bug-import", "bug-plain", "bug-stays"]);
}

#[test]
fn a_file_that_cannot_take_the_text_is_left_alone() {
    let directory = tempfile::tempdir().unwrap();
    fs::write(directory.path().join("0.py"), "# coding: ascii\nbug-plain").unwrap();
    let options = DiscoverOptions { cwd: directory.path().to_owned(), ..DiscoverOptions::default() };
    let mut project = Project::discover(&options).unwrap();
    let mut analysis = analyze(&project);
    for found in &mut analysis.diagnostics {
        found.fix = Some(Fix::new("x", Applicability::Unsafe, vec![Edit::replacement(found.span, "é")]));
    }
    let sources = SourceText::new("# coding: ascii\nbug-plain", SourceKind::Python);
    assert_eq!(analysis.sources["0.py"], sources);
    let mut fixer = Fixer::new(&mut project, analysis);
    fixer.run(&mut Wish {
        candidates: &|analysis, bad| fixes_of(&|_| true, Allowed::ALL, analysis, bad),
        choose: &mut |_, _| Choice::Apply,
        analyze: &|_, _| panic!("there is nothing to check"),
    });
    assert!(fixer.changes().is_empty());
    assert_eq!(fixer.untouched["0.py"].to_string(), "its encoding `ascii` cannot be written back exactly");
}
