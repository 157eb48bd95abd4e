use loopmend_core::Level::{self, Error, Ignore, Warn};

use super::{DISCARDED, EXPERIMENT, Tree, UNAWAITED, file};
use crate::Project;

fn levels(project: &Project, display: &str) -> [Level; 3] {
    let file = file(project, display);
    [UNAWAITED, DISCARDED, EXPERIMENT].map(|rule| project.level(file, &rule))
}

#[test]
fn the_more_specific_setting_decides() {
    let cases = [
        ("", [Error, Warn, Ignore]),
        ("[rules]\nLM101 = \"warn\"", [Warn, Warn, Ignore]),
        ("[rules]\n1xx = \"ignore\"\ndiscarded-task = \"error\"", [Ignore, Error, Ignore]),
        ("[rules]\n2xx = \"warn\"", [Error, Warn, Warn]),
        ("[rules]\nnested-run = \"error\"\n2xx = \"ignore\"", [Error, Warn, Error]),
    ];
    for (settings, expected) in cases {
        let tree = Tree::new(&[("loopmend.toml", settings), ("a.py", "")]);
        assert_eq!(levels(&tree.discover(), "a.py"), expected, "{settings}");
    }
}

#[test]
fn overrides_are_for_their_files_and_later_ones_win() {
    let tree = Tree::new(&[
        (
            "loopmend.toml",
            "[rules]\nLM101 = \"warn\"\n\
             [[overrides]]\npaths = [\"tests\", \"*.pyi\"]\nrules = { 1xx = \"ignore\" }\n\
             [[overrides]]\npaths = [\"tests/strict/**\"]\nrules = { LM102 = \"error\" }",
        ),
        ("a.py", ""),
        ("b.pyi", ""),
        ("tests/c.py", ""),
        ("tests/strict/d.py", ""),
        ("nested/loopmend.toml", ""),
        ("nested/tests/e.py", ""),
    ]);
    let project = tree.discover();
    assert_eq!(levels(&project, "a.py"), [Warn, Warn, Ignore]);
    assert_eq!(levels(&project, "b.pyi"), [Ignore, Ignore, Ignore]);
    assert_eq!(levels(&project, "tests/c.py"), [Ignore, Ignore, Ignore]);
    assert_eq!(levels(&project, "tests/strict/d.py"), [Ignore, Error, Ignore]);
    assert_eq!(levels(&project, "nested/tests/e.py"), [Error, Warn, Ignore], "another configuration");
    let unsaved = project.file_at(&tree.path("tests/new.py"));
    assert_eq!(project.level(&unsaved, &UNAWAITED), Ignore);
}

#[test]
fn the_command_line_selects_and_ignores() {
    let cases: &[(&[&str], &[&str], [Level; 3])] = &[
        (&[], &["LM101"], [Ignore, Warn, Ignore]),
        (&[], &["1xx"], [Ignore, Ignore, Ignore]),
        (&["unawaited-coroutine"], &[], [Error, Ignore, Ignore]),
        (&["nested-run"], &[], [Ignore, Ignore, Warn]),
        (&["LM102"], &[], [Ignore, Warn, Ignore]),
        (&["1xx"], &["LM101"], [Ignore, Warn, Ignore]),
        (&["LM101"], &["1xx"], [Error, Ignore, Ignore]),
        (&["LM101"], &["LM101"], [Ignore, Ignore, Ignore]),
        (&["LM1"], &["ALL"], [Error, Warn, Ignore]),
        (&["ALL"], &["LM1"], [Ignore, Ignore, Warn]),
    ];
    let tree = Tree::of_paths(&["a.py"]);
    for (select, ignore, expected) in cases {
        let strings = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let project = tree
            .discover_with(|options| {
                options.select = strings(select);
                options.ignore = strings(ignore);
            })
            .unwrap();
        assert_eq!(levels(&project, "a.py"), *expected, "{select:?} {ignore:?}");
    }
}

#[test]
fn the_profile_strict_turns_on_what_is_off_by_default() {
    let cases: &[(&str, bool, [Level; 3], [bool; 3])] = &[
        ("", false, [Error, Warn, Ignore], [false; 3]),
        ("strict = true", false, [Error, Warn, Warn], [true; 3]),
        ("", true, [Error, Warn, Warn], [true; 3]),
        ("strict = true\n[rules]\n2xx = \"ignore\"", false, [Error, Warn, Ignore], [true; 3]),
        ("strict = true\n[rules]\nnested-run = \"error\"", true, [Error, Warn, Error], [true; 3]),
        ("[rules]\nLM102 = \"error\"", false, [Error, Error, Ignore], [false, true, false]),
        ("[rules]\n1xx = \"error\"", false, [Error, Error, Ignore], [true, true, false]),
    ];
    for (settings, strict, expected, are_strict) in cases {
        let tree = Tree::new(&[("loopmend.toml", settings), ("a.py", "")]);
        let project = tree.discover_with(|options| options.strict = *strict).unwrap();
        assert_eq!(levels(&project, "a.py"), *expected, "{settings} {strict}");
        let found =
            [UNAWAITED, DISCARDED, EXPERIMENT].map(|rule| project.is_strict(file(&project, "a.py"), &rule));
        assert_eq!(found, *are_strict, "{settings} {strict}");
    }
}

#[test]
fn naming_a_rule_on_the_command_line_turns_on_all_its_conditions() {
    let tree = Tree::of_paths(&["a.py"]);
    for (select, expected) in [("LM102", true), ("1xx", true), ("ALL", true), ("2xx", false)] {
        let project = tree.discover_with(|options| options.select = vec![select.to_owned()]).unwrap();
        assert_eq!(project.is_strict(file(&project, "a.py"), &DISCARDED), expected, "{select}");
    }
}

#[test]
fn a_selected_rule_keeps_its_configured_level() {
    let tree = Tree::new(&[("loopmend.toml", "[rules]\nLM101 = \"warn\"\nLM102 = \"ignore\""), ("a.py", "")]);
    let project = tree.discover_with(|options| options.select = vec!["1xx".to_owned()]).unwrap();
    assert_eq!(levels(&project, "a.py"), [Warn, Warn, Ignore]);
}

#[test]
fn an_unknown_rule_on_the_command_line_is_an_error() {
    let tree = Tree::of_paths(&["a.py"]);
    let error = tree.error_with(|options| options.ignore = vec!["discarded-tusk".to_owned()]);
    assert_eq!(error, "--ignore: unknown rule `discarded-tusk`; did you mean `discarded-task`?");
    let error = tree.error_with(|options| options.select = vec!["E501".to_owned()]);
    assert_eq!(error, "--select: unknown rule `E501`");
}
