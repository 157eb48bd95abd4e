//! The help of findings, which the assertions of the pages do not see. A help recommends no edit that the fix withholds because it would do
//! harm.

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

/// The directories of rules, and help that their pages get.
const HELP: &[(&str, &str)] = &[
    (
        "lm004_unused_ignore",
        "write `unawaited-coroutine` if that is the rule you mean; `loopmend rules` lists all names",
    ),
    ("lm004_unused_ignore", "correct the name; `loopmend rules` lists all names"),
    (
        "lm005_blanket_ignore",
        "name the rules: `# loopmend: ignore[NAME]`; without the comment, `loopmend check` shows their names",
    ),
    (
        "lm110_discarded_task",
        "await the task, start it in an `asyncio.TaskGroup`, or handle exceptions in `refresh`",
    ),
    ("lm111_lost_task_exception", "await the task, or add a done callback that checks its `exception()`"),
    ("lm111_lost_task_exception", "add a done callback to the task that checks its `exception()`"),
    (
        "lm116_decorator_breaks_async",
        "put the cache on a plain `def` that returns a task that runs `load`: several callers can await a task",
    ),
    (
        "lm125_async_generator_left_open",
        "iterate over `items` in `async with contextlib.aclosing(rows(lock)) as items:`",
    ),
    ("lm126_awaitable_as_value", "call `fraud.result()`: the task is done after the `async with`"),
    (
        "lm201_task_without_running_loop",
        "move the call into an `async def` that `asyncio.run(...)` runs, and await the task there",
    ),
    (
        "lm205_nested_loop_patch",
        "remove the patch; if a library needs it, call the library by `await asyncio.to_thread(...)`",
    ),
    (
        "lm206_set_event_loop_policy",
        "use `uvloop.run(main())` or `asyncio.run(main(), loop_factory=uvloop.new_event_loop)`",
    ),
    ("lm206_set_event_loop_policy", "use `asyncio.run(main())` and no policy"),
    ("lm211_removed_async_api", "delete the call: the event loop watches its child processes itself"),
    (
        "lm331_mixed_async_plugins",
        "set `asyncio_mode` to `strict` in `pyproject.toml`, which leaves tests marked for anyio to anyio",
    ),
    (
        "lm331_mixed_async_plugins",
        "set the mode `strict` in the `addopts` of `tox.ini`, which leaves tests marked for anyio to anyio",
    ),
    ("lm401_missing_import", "import `discount` from the module that has it, or define it in `shop`"),
    (
        "lm401_missing_import",
        "move `Keeper` into the package, or rename `src/shop/secrets.py` and import from it",
    ),
    ("lm411_patch_target_missing", "patch `shop.clients.Server`, if that is what is meant"),
    ("lm411_patch_target_missing", "patch a name that exists, or delete this patch if `Basket` was removed"),
    ("lm414_wrong_container", "pass a `dict`, which has `items`"),
    ("lm414_wrong_container", "pass a `dict`, which takes such keys"),
    ("lm414_wrong_container", "pass an object that has `names`"),
    ("lm501_blocking_call_in_async", "use `asyncio.Condition` with `await` instead"),
    ("lm501_blocking_call_in_async", "make `load` async, and use `aiosqlite` there"),
    (
        "lm501_blocking_call_in_async",
        "call `load` by `await asyncio.to_thread(...)`, or make it async with `await asyncio.sleep(...)`",
    ),
    ("lm501_blocking_call_in_async", "make `send` async, and use `httpx.AsyncClient` with `await` there"),
];

#[test]
fn a_help_names_what_to_write() {
    let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules");
    for of_rule in HELP.chunk_by(|(first, _), (second, _)| first == second) {
        let page = Page::read(&rules.join(of_rule[0].0).join("page.md")).expect("the page can be read");
        let found = page_diagnostics(&page, &Loopmend).expect("the tests of the page can be run");
        let found: Vec<&Diagnostic> = found.iter().flat_map(|(_, diagnostics)| diagnostics).collect();
        let notes = found.iter().flat_map(|found| &found.notes);
        let helps: Vec<&str> =
            notes.filter(|note| note.kind == NoteKind::Help).map(|note| note.message.as_str()).collect();
        for (rule, help) in of_rule {
            assert!(helps.contains(help), "{rule}: {help}: {helps:#?}");
        }
    }
}

/// Rules whose findings all have a remedy, with or without a fix.
const ALWAYS_HELP: &[&str] = &[
    "lm120_async_callable_in_sync_slot",
    "lm401_missing_import",
    "lm411_patch_target_missing",
    "lm501_blocking_call_in_async",
];

#[test]
fn a_finding_without_a_fix_has_help() {
    let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules");
    for directory in ALWAYS_HELP {
        let page = Page::read(&rules.join(directory).join("page.md")).expect("the page can be read");
        let found = page_diagnostics(&page, &Loopmend).expect("the tests of the page can be run");
        let of_rule = found.iter().flat_map(|(_, diagnostics)| diagnostics);
        let rule = directory["lm000_".len()..].replace('_', "-");
        let mut of_rule = of_rule.filter(|found| found.rule == rule && found.fix.is_none());
        let helpless = of_rule.find(|found| !found.notes.iter().any(|note| note.kind == NoteKind::Help));
        assert!(helpless.is_none(), "{helpless:#?}");
    }
}
