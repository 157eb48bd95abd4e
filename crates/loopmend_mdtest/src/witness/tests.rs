use std::path::Path;
use std::time::Duration;

use expect_test::{Expect, expect};

use super::{Requirements, Skip, WitnessOutcome, run_file};
use crate::interpreter::Interpreter;
use crate::page::Page;

fn page(block: &str) -> Page {
    let page = Page::parse(Path::new("lm900_fake_rule.md"), format!("# a\n{block}"));
    assert!(page.failures.is_empty(), "{:?}", page.failures);
    page
}

/// The results of a witness.
fn run(block: &str) -> Result<WitnessOutcome, String> {
    let page = page(block);
    let witness = page.witnesses().next().unwrap();
    witness.run(&Interpreter::installed()).map_err(|failures| failures.to_string())
}

/// Compares the message of a witness that fails.
fn check_failure(block: &str, expected: &Expect) {
    expected.assert_eq(&run(block).unwrap_err());
}

#[needs::program("python3")]
#[test]
fn a_witness_shows_the_bug_and_the_cure() {
    let outcome = run(
        "```witness python>=3.6 needs=asyncio\n# shows: lost\nimport sys\nprint('lost', file=sys.stderr)\nsys.exit(3)\n\
         # fixed\n# shows: kept\nprint('kept')\n```\n",
    );
    assert_eq!(outcome, Ok(WitnessOutcome::Passed));
}

#[needs::program("python3")]
#[test]
fn a_witness_that_shows_something_else_fails() {
    check_failure(
        "```witness\n# shows: lost\nprint('kept')\n# fixed\n# shows: kept\nprint('lost')\nraise SystemExit(2)\n```\n",
        &expect![[r#"
            5 failures in lm900_fake_rule.md
            lm900_fake_rule.md:3: the witness does not show: lost
                the output was
                kept
            lm900_fake_rule.md:3: the bad code shows what only the fixed code may: kept
                the output was
                kept
            lm900_fake_rule.md:6: the witness does not show: kept
                the output was
                lost
            lm900_fake_rule.md:6: the fixed code still shows: lost
                the output was
                lost
            lm900_fake_rule.md:6: the fixed code ended with exit status: 2
                the output was
                lost
        "#]],
    );
}

#[needs::program("python3")]
#[test]
fn a_witness_has_two_halves_that_say_what_they_show() {
    check_failure(
        "```witness\n# shows: lost\n```\n",
        &expect![[r#"
        1 failure in lm900_fake_rule.md
        lm900_fake_rule.md:3: a line `# fixed` divides a witness into two scripts
    "#]],
    );
    check_failure(
        "```witness\n# shows: lost\n\n# fixed\nprint('kept')\n```\n",
        &expect![[r#"
        1 failure in lm900_fake_rule.md
        lm900_fake_rule.md:5: the first line of a script of a witness is `# shows: TEXT`
    "#]],
    );
}

#[needs::program("python3")]
#[test]
fn a_witness_whose_bad_half_gives_the_result_proves_nothing() {
    check_failure(
        "```witness\n# shows: lost\nprint('lost, then done')\n# fixed\n# shows: done\nprint('done')\n```\n",
        &expect![[r#"
            1 failure in lm900_fake_rule.md
            lm900_fake_rule.md:3: the bad code shows what only the fixed code may: done
                the output was
                lost, then done
        "#]],
    );
}

#[needs::program("python3")]
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
    let missing = skipped("needs=no_such_package_1 needs=no_such_package_2");
    assert_eq!(missing.to_string(), "not installed: no_such_package_1 no_such_package_2");
    assert_eq!(skipped("python>=9.0 needs=no_such_package"), Skip::OlderPython((9, 0)));
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

#[needs::program("python3")]
#[test]
fn a_script_without_end_is_ended() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("endless.py");
    std::fs::write(&path, "while True:\n    pass\n").unwrap();
    match run_file(&path, &Interpreter::installed(), Duration::ZERO) {
        Err(error) => assert_eq!(error.to_string(), "it did not end within 0 seconds"),
        Ok(run) => panic!("it ended with {}", run.status),
    }
}
