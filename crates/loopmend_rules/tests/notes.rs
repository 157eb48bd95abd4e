//! The notes of findings, which the assertions of the pages do not see.

mod program;

use std::path::Path;

use loopmend_core::{Diagnostic, NoteKind, Place};
use loopmend_mdtest::{Page, page_diagnostics};
use program::Loopmend;

#[test]
fn a_note_names_a_use_that_may_run_after_the_call() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules/lm103_coroutine_never_awaited/tests.md");
    let page = Page::read(&page).expect("the page can be read");
    let found = page_diagnostics(&page, &Loopmend).expect("the tests of the page can be run");
    let found: Vec<&Diagnostic> = found.iter().flat_map(|(_, diagnostics)| diagnostics).collect();
    let of_parcel = found.into_iter().filter(|found| found.message.contains("assigned to `parcel`"));
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
