//! The example project of the README: what is found in it, and the commands that the README names.

use std::path::{Path, PathBuf};
use std::process::Output;

use crate::support::loopmend;
use expect_test::{Expect, expect};

/// The root of the workspace.
fn root() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    root.canonicalize().expect("the workspace is there")
}

/// Runs loopmend at the root, without a cache and without what the caller's terminal or environment says.
fn run(arguments: &[&str]) -> Output {
    loopmend().current_dir(root()).args(arguments).output().expect("the program starts")
}

fn check(arguments: &[&str], status: i32, expected: &Expect) {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(status), "{}", String::from_utf8_lossy(&output.stderr));
    expected.assert_eq(&String::from_utf8(output.stdout).expect("UTF-8"));
}

#[test]
fn the_bugs_of_the_example_are_found_and_nothing_else() {
    check(
        &["check", "--no-cache", "--output-format", "concise", "examples/feedreader"],
        1,
        &expect![[r#"
            examples/feedreader/src/feedreader/cli.py:40:13: LM101 [error] coroutine `Store.forget` is never awaited
            examples/feedreader/src/feedreader/client.py:21:13: LM101 [error] coroutine `Transport.throttle` is never awaited
            examples/feedreader/src/feedreader/client.py:34:9: LM101 [error] coroutine `asyncio.sleep` is never awaited
            examples/feedreader/src/feedreader/notify.py:34:9: LM110 [warn] task from `loop.create_task` is neither kept nor awaited: its exception is only logged
            examples/feedreader/src/feedreader/service.py:25:9: LM101 [error] coroutine `Store.add` is never awaited
            examples/feedreader/src/feedreader/service.py:44:9: LM110 [warn] task from `asyncio.create_task` is neither kept nor awaited: its exception is only logged
            examples/feedreader/src/feedreader/service.py:57:9: LM101 [error] coroutine `Transport.close` is never awaited
            examples/feedreader/tests/test_store.py:18:5: LM101 [error] coroutine `Store.add` is never awaited
            Found 6 errors and 2 warnings in 10 files.
            5 fixes available with `loopmend fix --unsafe` (they may change behaviour), 2 more with `--unsafe --likely` (only likely).
        "#]],
    );
}

#[test]
fn the_statistics_of_the_example() {
    check(
        &["check", "--no-cache", "--statistics", "examples/feedreader"],
        1,
        &expect![[r#"
            6  LM101  unawaited-coroutine  (5 with a fix)
            2  LM110  discarded-task  (2 with a fix)
            Found 6 errors and 2 warnings in 10 files.
            5 fixes available with `loopmend fix --unsafe` (they may change behaviour), 2 more with `--unsafe --likely` (only likely).
        "#]],
    );
}

#[test]
fn the_page_of_a_rule_is_explained() {
    let output = run(&["explain", "unawaited-coroutine"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let page = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(page.starts_with("# unawaited-coroutine (LM101)\n"), "{page}");
    assert!(page.contains("\n## Fix safety\n"), "{page}");
    assert!(!page.contains("\n## Tests\n"), "the tests of the page are not for users: {page}");
}
