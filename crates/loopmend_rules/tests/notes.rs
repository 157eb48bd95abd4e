//! The notes of findings, which the assertions of the pages do not see.

mod program;

use std::path::Path;

use loopmend_core::{Diagnostic, NoteKind, Place};
use loopmend_mdtest::{Page, page_diagnostics};
use program::Loopmend;

/// Checks the tests of a rule, and returns the findings.
fn check_tests(rule: &str) -> Vec<Diagnostic> {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules").join(rule).join("tests.md");
    let page = Page::read(&page).expect("the page can be read");
    let found = page_diagnostics(&page, &Loopmend).expect("the tests of the page can be run");
    found.into_iter().flat_map(|(_, diagnostics)| diagnostics).collect()
}

#[test]
fn a_note_names_what_a_dead_fixture_never_does() {
    let found = check_tests("lm301_event_loop_override");
    let notes = found.iter().flat_map(|found| &found.notes).filter(|note| note.place.is_some());
    let words = "so `rates.fetch = original` never happens; if tests need it, move it into another fixture";
    assert!(notes.map(|note| note.message.as_str()).any(|message| message == words));
}

#[test]
fn a_note_names_a_use_that_may_run_after_the_call() {
    let found = check_tests("lm103_coroutine_never_awaited");
    let of_parcel = found.iter().filter(|found| found.message.contains("assigned to `parcel`"));
    let uses: Vec<(&str, bool)> = of_parcel
        .flat_map(|found| found.notes.iter().map(|note| (found.span, note)))
        .filter(|(_, note)| note.kind == NoteKind::Note && note.message.contains("`parcel"))
        .map(|(call, note)| match &note.place {
            Some(Place::Span { span, .. }) => (note.message.as_str(), span.start > call.end),
            _ => panic!("the note has no place"),
        })
        .collect();
    assert_eq!(uses, [("`parcel.text` is accessed here", true), ("`parcel` is tested here", false)]);
}

#[test]
fn a_note_says_what_calls_the_teardown_of_the_base_class_after_the_fix() {
    let found = check_tests("lm308_task_in_sync_teardown");
    let words = "the fix removes the call of the same method of the base class: ";
    let by = |found: &Diagnostic| {
        let mut notes = found.notes.iter().filter_map(|note| note.message.strip_prefix(words));
        notes.next().map(str::to_owned)
    };
    for (class, by_whom) in [
        ("TestLast", Some("pytest calls that method after the fixture")),
        ("TestFirst", None),
        ("TestOverridden", None),
    ] {
        let name = format!("`{class}.teardown_method`");
        let of_class =
            found.iter().find(|found| found.message.contains(&name)).expect("the class is in the tests");
        assert_eq!(by(of_class).as_deref(), by_whom, "{class}");
    }
    assert!(found.iter().filter_map(by).any(|by| by == "`unittest` calls that method after this one"));
}
