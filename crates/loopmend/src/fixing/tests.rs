//! The passes, over a language of which each word `bug-…` is a finding. Where that is no Python, it is a comment.

use std::fs;

use loopmend_core::{Applicability, Diagnostic, Edit, Fix, SourceKind, SourceText, Span};
use loopmend_project::{DiscoverOptions, Project};

use super::{Choice, Fixer, PASSES, Wish, fixes_of};
use crate::analysis::Analysis;
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
            word.starts_with("bug-") || word.starts_with("new-") || (*word == "far-away" && has_far_call)
        };
        analysis.diagnostics.extend(words.filter(is_found).map(|word| finding(&file.display, text, word)));
    }
    analysis
}

struct Outcome {
    texts: Vec<String>,
    taken_back: Vec<String>,
    hit_limit: bool,
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
    fixer.run(&mut Wish {
        candidates: &|analysis, bad| fixes_of(&|_| true, Applicability::Unsafe, analysis, bad),
        choose: &mut |candidate, _| choose(&candidate.mends[0].message),
        analyze: &analyze,
    });
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
    Outcome { texts: texts.iter().enumerate().map(text).collect(), taken_back, hit_limit }
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
        ["0.py:1:13: what it mends is still found", "0.py:1:33: then `new` is found: new-here"]
    );
}

#[test]
fn the_one_that_does_harm_elsewhere_is_found_among_many() {
    let outcome =
        fixed(&["# bug-plain bug-plain", "# bug-plain bug-far bug-plain", "far-away", "bug-plain"], &mut all);
    assert_eq!(outcome.texts, ["# ok ok", "# ok bug-far ok", "far-away", "ok"]);
    assert_eq!(outcome.taken_back.len(), 1, "{:?}", outcome.taken_back);
    assert!(outcome.taken_back[0].ends_with("then `far` is found: far-away"), "{:?}", outcome.taken_back);
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
        candidates: &|analysis, bad| fixes_of(&|_| true, Applicability::Unsafe, analysis, bad),
        choose: &mut |_, _| Choice::Apply,
        analyze: &|_| panic!("there is nothing to check"),
    });
    assert!(fixer.changes().is_empty());
    assert_eq!(fixer.untouched["0.py"].to_string(), "its encoding `ascii` cannot be written back exactly");
}
