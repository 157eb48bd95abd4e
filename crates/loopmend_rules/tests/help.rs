//! A help recommends no edit that the fix withholds because it would do harm.

mod program;

use std::path::Path;

use loopmend_core::{Diagnostic, NoteKind};
use loopmend_mdtest::{Page, page_diagnostics};
use program::Loopmend;

#[test]
fn a_task_that_may_cancel_itself_is_not_told_to_await_itself() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules/lm111_lost_task_exception/page.md");
    let page = Page::read(&page).expect("the page can be read");
    let found = page_diagnostics(&page, &Loopmend).expect("the tests of the page can be run");
    let found: Vec<&Diagnostic> = found.iter().flat_map(|(_, diagnostics)| diagnostics).collect();
    let withheld: Vec<&str> = found
        .into_iter()
        .filter(|found| found.rule == "lost-task-exception" && found.fix.is_none())
        .flat_map(|found| &found.notes)
        .filter(|note| note.kind == NoteKind::Help && note.message.contains("after the `cancel()`"))
        .map(|note| note.message.as_str())
        .collect();
    assert!(!withheld.is_empty());
    let unsafe_help = withheld.iter().find(|help| !help.contains("is not `asyncio.current_task()`"));
    assert_eq!(unsafe_help, None);
}
