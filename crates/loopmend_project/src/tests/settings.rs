use serde_json::{Value, json};

use super::Tree;

#[test]
fn a_wrong_configuration_is_told_with_its_place_and_the_nearest_name() {
    let cases = [
        (
            "[tool.loopmend]\nexlude = []",
            "2:1: unknown key `exlude` in [tool.loopmend]; did you mean `exclude`?",
        ),
        ("[tool.loopmend]\nline-length = 9", "2:1: unknown key `line-length` in [tool.loopmend]"),
        (
            "[tool.loopmend]\nexclude = \"a\"",
            "2:11: `exclude` must be an array of strings, this has the type string",
        ),
        (
            "[tool.loopmend]\ninclude = [\n  \"a\",\n  1]",
            "4:3: `include` must be an array of strings, this has the type integer",
        ),
        ("[tool.loopmend]\nexclude = [\"a{\"]", "2:12: `exclude` has a wrong glob: "),
        (
            "[tool.loopmend]\npython-version = 3.9",
            "2:18: `python-version` must be a string such as \"3.12\", this has the type float",
        ),
        (
            "[tool.loopmend]\npython-version = \"3.4\"",
            "2:18: `python-version`: `3.4` is no Python version from 3.9, such as `3.12`",
        ),
        (
            "[tool.loopmend]\nrespect-gitignore = 1",
            "2:21: `respect-gitignore` must be true or false, this has the type integer",
        ),
        ("[tool.loopmend]\npython = []", "2:10: `python` must be a string, this has the type array"),
        (
            "[tool.loopmend.rules]\nunawaited-corutine = \"warn\"",
            "2:1: unknown rule `unawaited-corutine`; did you mean `unawaited-coroutine`?",
        ),
        (
            "[tool.loopmend.rules]\nLM101 = \"warning\"",
            "2:9: unknown level `warning` of `LM101`: a level is `ignore`, `warn` or `error`",
        ),
        (
            "[tool.loopmend.rules]\nLM101 = true",
            "2:9: `LM101` must be a level as a string, this has the type boolean",
        ),
        (
            "[tool.loopmend.rules]\nLM101 = \"warn\"\nunawaited-coroutine = \"error\"",
            "3:1: `unawaited-coroutine` and `LM101` are the same rule; keep one of them",
        ),
        ("[tool.loopmend]\nrules = 1", "2:9: `rules` must be a table of levels, this has the type integer"),
        (
            "[tool.loopmend]\noverrides = {}",
            "2:13: `overrides` must be an array of tables, this has the type table",
        ),
        (
            "[[tool.loopmend.overrides]]\npath = []",
            "2:1: unknown key `path` in [tool.loopmend.overrides]; did you mean `paths`?",
        ),
        (
            "[tool.loopmend.fix]\nhelper = true",
            "2:1: unknown key `helper` in [tool.loopmend.fix]; did you mean `helpers`?",
        ),
        (
            "[tool.loopmend.fix]\nhelpers = 1",
            "2:11: `helpers` must be true or false, this has the type integer",
        ),
        (
            "[tool.loopmend.drift]\neverywhere = 1",
            "2:14: `everywhere` must be true or false, this has the type integer",
        ),
        ("[tool.loopmend.drift]\nall = true", "2:1: unknown key `all` in [tool.loopmend.drift]"),
        ("[tool.loopmend]\nlibraries = []", "2:13: `libraries` must be a table, this has the type array"),
        (
            "[tool.loopmend.libraries]\n'a.B' = 'x'",
            "2:9: `a.B` must be a table of facts or a list of roles, this has the type string",
        ),
        ("[tool.loopmend.libraries]\n'a b' = ['property']", "2:1: `a b` is not a dotted name"),
        ("[tool.loopmend.libraries]\n'a.B' = {}", "2:1: `a.B` has no facts"),
        (
            "[tool.loopmend.libraries.'a.B']\nrols = []",
            "2:1: unknown key `rols` in `a.B`; did you mean `roles`?",
        ),
        (
            "[tool.loopmend.libraries]\na.B = { roles = [] }",
            "2:3: unknown key `B` in `a`; a dotted name needs quotes: `\"a.B\"`",
        ),
        (
            "[tool.loopmend.libraries]\n'a.b' = { blocks = 'networ' }",
            "2:20: unknown group of blocking calls `networ`; did you mean `network`?",
        ),
        (
            "[tool.loopmend.libraries]\n'a.b' = { takes = { parameter = 'f', place = 0, kind = 'tread' } }",
            "2:56: unknown way to take a callable `tread`; did you mean `thread`?",
        ),
        (
            "[tool.loopmend.libraries]\n'a.b' = { takes = { parameter = 'f', place = -1 } }",
            "2:46: `place` must be a small number, this has the type integer",
        ),
        (
            "[tool.loopmend.libraries]\n'a.b' = { makes = 'a.' }",
            "2:19: `a.` is not a dotted name, such as `package.Class`",
        ),
        (
            "[tool.loopmend.blocking]\ngroup = []",
            "2:1: unknown key `group` in [tool.loopmend.blocking]; did you mean `groups`?",
        ),
        (
            "[tool.loopmend]\nblocking.groups = [\"cpu\", \"networ\"]",
            "2:27: unknown group of blocking calls `networ`; did you mean `network`?",
        ),
        (
            "[tool.loopmend.categories]\nmark = {}",
            "2:1: unknown key `mark` in [tool.loopmend.categories]; did you mean `marks`?",
        ),
        (
            "[tool.loopmend.categories.callables]\nnetwrk = []",
            "2:1: unknown key `netwrk` in [tool.loopmend.categories.callables]; did you mean `network`?",
        ),
        (
            "[tool.loopmend.categories.callables]\nnetwork = [\"call\"]",
            "2:12: `call` is not the dotted name of a callable, such as `package.function`",
        ),
        (
            "[tool.loopmend.categories.marks]\nintegration = [\"\"]",
            "2:15: `` is not the name of a fixture or mark; write the bare name, such as `large`",
        ),
        (
            "[tool.loopmend.categories.marks]\nunit = [\"pytest.mark.small\"]",
            "2:8: `pytest.mark.small` is not the name of a fixture or mark; write the bare name, such as `large`",
        ),
        (
            "[tool.loopmend.categories.marks]\nunit = [\"parametrize\"]",
            "2:8: the mark `parametrize` is pytest's own and says nothing about what a test reaches",
        ),
        (
            "[tool.loopmend.categories.marks]\nunit = [\"small\"]\nintegration = [\"large\", \"small\"]",
            "3:15: `small` is listed under `unit` and under `integration`: it can mean one of them only",
        ),
        (
            "[tool.loopmend.categories.fixtures]\nnetwork = [\"db\"]\ndatabase = [\"db\"]",
            "3:12: `db` is listed under `network` and under `database`: it can mean one of them only",
        ),
        (
            "[tool.loopmend.categories.fixtures]\nfile = [\"class\"]",
            "2:8: `class` is not the name of a fixture or mark; write the bare name, such as `large`",
        ),
        (
            "[tool.loopmend.categories]\nmarks = { unit = \"small\" }",
            "2:18: `unit` must be an array of strings, this has the type string",
        ),
        (
            "[[tool.loopmend.overrides]]\nrules = {}",
            "1:1: [tool.loopmend.overrides] needs `paths`, the globs of the files it is for",
        ),
        ("[tool]\nloopmend = 1", "2:12: [tool.loopmend] must be a table"),
        ("[tool.loopmend]\nexclude = [", "2:12: invalid TOML: "),
    ];
    for (text, message) in cases {
        let tree = Tree::new(&[("pyproject.toml", text), ("a.py", "")]);
        let error = tree.error();
        assert!(error.starts_with(&format!("pyproject.toml:{message}")), "{text}\n{error}");
    }
}

#[test]
fn errors_of_other_tools_do_not_matter() {
    let tree = Tree::new(&[
        (
            "pyproject.toml",
            "[tool.other]\nexlude = 1\n[project]\nname = 7\nrequires-python = []\n[tool.pytest]\nx = 1",
        ),
        ("fixtures/pyproject.toml", "this is no TOML"),
        ("fixtures/a.py", ""),
    ]);
    let project = tree.discover();
    assert_eq!(project.files().len(), 1);
    let notices: Vec<_> = project.notices().iter().map(|notice| notice.message.as_str()).collect();
    assert!(notices[0].starts_with("fixtures/pyproject.toml:1:6: invalid TOML: "), "{notices:?}");
}

#[test]
fn the_nearest_configuration_wins_entirely() {
    let tree = Tree::new(&[
        ("pyproject.toml", "[tool.loopmend]\nexclude = [\"skip.py\"]"),
        ("skip.py", ""),
        ("one/skip.py", ""),
        ("two/loopmend.toml", "exclude = [\"other.py\"]"),
        ("two/pyproject.toml", "[tool.loopmend]\nexclude = [\"*.py\"]"),
        ("two/skip.py", ""),
        ("two/other.py", ""),
        ("three/pyproject.toml", "[tool.other]"),
        ("three/skip.py", ""),
        ("three/kept.py", ""),
    ]);
    let project = tree.discover();
    assert_eq!(super::displays(&project), ["three/kept.py", "two/skip.py"]);
    let notices: Vec<_> = project.notices().iter().map(|notice| notice.message.as_str()).collect();
    assert_eq!(
        notices[0],
        "two/pyproject.toml: `[tool.loopmend]` is not read, because `loopmend.toml` stands beside it"
    );
}

#[test]
fn config_replaces_all_and_isolated_reads_none() {
    let tree = Tree::new(&[
        ("pyproject.toml", "[tool.loopmend]\nexclude = [\"a.py\"]"),
        ("nested/loopmend.toml", "wrong = 1"),
        ("other/mine.toml", "exclude = [\"/nested\"]"),
        ("a.py", ""),
        ("nested/b.py", ""),
    ]);
    let with_config = tree.discover_with(|options| options.config = Some("other/mine.toml".into())).unwrap();
    assert_eq!(super::displays(&with_config), ["a.py"], "globs are relative to the working directory");
    let isolated = tree.discover_with(|options| options.isolated = true).unwrap();
    assert_eq!(super::displays(&isolated), ["a.py", "nested/b.py"]);
    let missing = tree.error_with(|options| options.config = Some("none.toml".into()));
    assert!(missing.starts_with("cannot read the configuration none.toml: "), "{missing}");
    assert_eq!(tree.error(), "nested/loopmend.toml:1:1: unknown key `wrong` in the top level");
}

#[test]
fn the_settings_of_a_path_are_shown_with_their_source() {
    let tree = Tree::new(&[
        (
            "loopmend.toml",
            "exclude = [\"gen\"]\nroots = [\"lib\"]\n[rules]\n1xx = \"ignore\"\n[[overrides]]\npaths = [\"tests\"]\nrules = { LM101 = \"warn\" }",
        ),
        ("tests/a.py", ""),
    ]);
    let project = tree.discover();
    let shown = project.show_settings(std::path::Path::new("tests/a.py")).unwrap();
    assert_eq!(shown["source"], json!("loopmend.toml"));
    assert_eq!(shown["roots"], json!(["lib"]));
    assert_eq!(shown["respect-gitignore"], json!(true));
    assert_eq!(shown["python"], Value::Null);
    assert_eq!(
        shown["rules"],
        json!({ "unawaited-coroutine": "warn", "discarded-task": "ignore", "nested-run": "ignore" })
    );
    let exclude = shown["exclude"].as_array().unwrap();
    assert!(exclude.contains(&json!("node_modules")) && exclude.contains(&json!("gen")));
    assert_eq!(
        Tree::of_paths(&["a.py"]).discover().show_settings(std::path::Path::new(".")).unwrap()["source"],
        Value::Null
    );
}

#[test]
fn more_roots_than_anybody_has_are_an_error() {
    let roots = |count: usize| format!("[tool.loopmend]\nroots = [{}]", "'a', ".repeat(count));
    let error = |count| {
        let tree = Tree::new(&[("pyproject.toml", &roots(count)), ("a.py", "")]);
        tree.discover_with(|_| ()).err().map(|error| error.message)
    };
    assert_eq!(error(1000), None);
    let message = error(1001).unwrap();
    assert!(message.ends_with("2:9: `roots` names 1001 directories; at most 1000 are allowed"), "{message}");
}

#[test]
fn a_network_share_is_an_error_in_a_file_of_the_project() {
    for setting in
        [r"python = '\\host\a\python.exe'", "cache-dir = '//host/a'", r"roots = ['src', '\\host\a']"]
    {
        let text = format!("[tool.loopmend]\n{setting}");
        let message = Tree::new(&[("pyproject.toml", &text)]).discover_with(|_| ()).err().unwrap().message;
        assert!(
            message.ends_with("names a network share, which a file of the project may not do"),
            "{message}"
        );
    }
}

#[cfg(unix)]
#[test]
fn configuration_by_many_names_is_bounded_as_a_whole() {
    let text = "#".repeat(2_000_000);
    let tree = Tree::new(&[("a.py", ""), ("large", &text)]);
    for number in 0..40 {
        let directory = tree.path(&format!("p{number}"));
        std::fs::create_dir(&directory).unwrap();
        std::fs::write(directory.join("a.py"), "").unwrap();
        std::os::unix::fs::symlink("../large", directory.join("loopmend.toml")).unwrap();
    }
    let message = tree.discover_with(|_| ()).err().unwrap().message;
    assert!(message.ends_with("the configuration files are larger than 64 MiB together"), "{message}");
}
