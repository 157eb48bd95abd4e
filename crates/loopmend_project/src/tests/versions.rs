use super::Tree;
use crate::PythonVersion;

fn minor(files: &[(&str, &str)]) -> u8 {
    Tree::new(files).discover().python_version().minor
}

#[test]
fn the_version_is_the_lowest_that_the_project_allows() {
    let cases: &[(&[(&str, &str)], u8)] = &[
        (&[("a.py", "")], 12),
        (&[("pyproject.toml", "[project]\nrequires-python = \">=3.10\""), ("a.py", "")], 10),
        (&[("pyproject.toml", "[tool.poetry.dependencies]\npython = \"^3.11\""), ("a.py", "")], 11),
        (&[("setup.cfg", "[options]\npython_requires = >=3.9"), ("a.py", "")], 9),
        (&[("setup.py", "setup(\n    python_requires = '>=3.13',\n)")], 13),
        (
            &[
                ("setup.py", "# pip reads python_requires\nsetup(python_requires=\">=3.10.12\")"),
                ("a.py", ""),
            ],
            10,
        ),
        (
            &[
                ("one/pyproject.toml", "[project]\nrequires-python = \">=3.11\""),
                ("one/a.py", ""),
                ("two/setup.py", "python_requires=\">=3.10\""),
            ],
            10,
        ),
        (
            &[
                ("pyproject.toml", "[project]\nrequires-python = \">=3.10\""),
                ("loopmend.toml", "python-version = \"3.13\""),
                ("a.py", ""),
            ],
            13,
        ),
    ];
    for (files, expected) in cases {
        assert_eq!(minor(files), *expected, "{files:?}");
    }
}

#[test]
fn the_command_line_beats_the_settings() {
    let tree = Tree::new(&[("loopmend.toml", "python-version = \"3.13\""), ("a.py", "")]);
    let version = PythonVersion { major: 3, minor: 10 };
    let project = tree.discover_with(|options| options.python_version = Some(version)).unwrap();
    assert_eq!(project.python_version(), version);
}
