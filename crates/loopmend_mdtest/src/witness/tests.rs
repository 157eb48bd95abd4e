use std::ffi::OsStr;
use std::path::Path;
use std::time::Duration;

use expect_test::{Expect, expect};

use super::{Requirements, WitnessOutcome, run_file, run_witness};
use crate::page::Page;

fn run(block: &str) -> Result<WitnessOutcome, String> {
    let page = Page::parse(Path::new("lm900_fake_rule.md"), format!("# a\n{block}"));
    assert!(page.failures.is_empty(), "{:?}", page.failures);
    run_witness(&page, OsStr::new("python3")).map_err(|failures| failures.to_string())
}

/// The message of a witness that fails; nothing is compared on a machine without an interpreter.
fn check_failure(block: &str, expected: &Expect) {
    match run(block) {
        Ok(WitnessOutcome::Skipped(reason)) => assert_eq!(reason, "there is no `python3`"),
        Ok(WitnessOutcome::Passed) => panic!("the witness passed"),
        Err(message) => expected.assert_eq(&message),
    }
}

#[test]
fn a_witness_shows_the_bug_and_the_cure() {
    let outcome = run(
        "```witness python>=3.6 needs=asyncio\n# shows: lost\nimport sys\nprint('lost', file=sys.stderr)\nsys.exit(3)\n\
         # fixed\n# shows: kept\nprint('kept')\n```\n",
    );
    match outcome {
        Ok(WitnessOutcome::Skipped(reason)) => assert_eq!(reason, "there is no `python3`"),
        other => assert_eq!(other, Ok(WitnessOutcome::Passed)),
    }
}

#[test]
fn a_witness_that_shows_something_else_fails() {
    check_failure(
        "```witness\n# shows: lost\nprint('kept')\n# fixed\n# shows: kept\nprint('lost')\nraise SystemExit(2)\n```\n",
        &expect![[r#"
            4 failures in lm900_fake_rule.md
            lm900_fake_rule.md:3: the witness does not show: lost
                the output was
                kept
            lm900_fake_rule.md:6: the witness does not show: kept
                the output was
                lost
            lm900_fake_rule.md:6: the mended code still shows: lost
                the output was
                lost
            lm900_fake_rule.md:6: the mended code ended with exit status: 2
                the output was
                lost
        "#]],
    );
}

#[test]
fn a_witness_has_two_halves_that_say_what_they_show() {
    let failure = |block| run(block).unwrap_err();
    let undivided = failure("```witness\n# shows: lost\n```\n");
    let mute = failure("```witness\n# shows: lost\n\n# fixed\nprint('kept')\n```\n");
    expect![[r#"
        1 failure in lm900_fake_rule.md
        lm900_fake_rule.md:3: a line `# fixed` divides a witness into two scripts
    "#]]
    .assert_eq(&undivided);
    expect![[r#"
        1 failure in lm900_fake_rule.md
        lm900_fake_rule.md:5: the first line of a script of a witness is `# shows: TEXT`
    "#]]
    .assert_eq(&mute);
}

#[test]
fn a_witness_without_what_it_needs_is_skipped() {
    let skipped = |info: &str| {
        let block =
            format!("```witness {info}\n# shows: a\nprint('a')\n# fixed\n# shows: b\nprint('b')\n```\n");
        match run(&block) {
            Ok(WitnessOutcome::Skipped(reason)) => reason,
            other => panic!("{other:?}"),
        }
    };
    let without_interpreter = "there is no `python3`";
    let reason = skipped("needs=no_such_package_1 needs=no_such_package_2");
    assert!(
        ["not installed: no_such_package_1 no_such_package_2", without_interpreter]
            .contains(&reason.as_str())
    );
    let reason = skipped("python>=9.0");
    assert!(reason.starts_with("needs Python 9.0, this is ") || reason == without_interpreter, "{reason}");
}

#[test]
fn a_missing_interpreter_is_no_failure() {
    let page = Page::parse(
        Path::new("lm900_fake_rule.md"),
        "# a\n```witness\n# shows: a\n\n# fixed\n# shows: b\n```\n",
    );
    let outcome = run_witness(&page, OsStr::new("no-such-python"));
    assert_eq!(outcome, Ok(WitnessOutcome::Skipped("there is no `no-such-python`".to_owned())));
}

#[test]
fn requirements_are_read_from_the_first_line() {
    let read = |text: &str| Requirements::parse(text.split_whitespace());
    let expected = Requirements { python: Some((3, 11)), packages: vec!["anyio".to_owned()] };
    assert_eq!(read("python>=3.11 needs=anyio"), Ok(expected));
    for wrong in ["python=3.11", "python>=3", "needs=", "anyio"] {
        assert!(read(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn a_script_without_end_is_ended() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("endless.py");
    std::fs::write(&path, "while True:\n    pass\n").unwrap();
    match run_file(&path, OsStr::new("python3"), Duration::ZERO) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
        Err(error) => assert_eq!(error.to_string(), "it did not end within 0 seconds"),
        Ok(run) => panic!("it ended with {}", run.status),
    }
}
