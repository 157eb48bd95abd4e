//! The table in `docs/lab/doctor.md` is that of the program; `UPDATE_EXPECT=1` writes it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use loopmend_errors::table;

const BEGIN: &str = "<!-- errors:begin -->\n";
const END: &str = "<!-- errors:end -->";

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// For each error the environments in which a program showed it.
fn environments() -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let home = workspace().join("tests/errors/ours");
    for entry in fs::read_dir(home).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        let said = |key: &str| text.lines().find_map(|line| line.strip_prefix(key)).unwrap_or_default();
        for id in said("# shows: ").split_whitespace() {
            let names = said("# in: ").split_whitespace().map(|name| name.replace('_', "."));
            found.entry(id.to_owned()).or_default().extend(names);
        }
    }
    found
}

fn documented() -> String {
    let environments = environments();
    let mut text =
        "| error | said by | text | rules | produced in |\n| --- | --- | --- | --- | --- |\n".to_owned();
    for error in table() {
        let texts: Vec<String> = error
            .texts
            .iter()
            .map(|known| {
                let versions = known.versions.as_ref().map(|words| format!(" ({words})")).unwrap_or_default();
                format!("`{}`{versions}", known.shown().replace('`', "'").replace('|', "\\|"))
            })
            .collect();
        let seen =
            environments.get(&error.id).map(|names| names.iter().cloned().collect::<Vec<_>>().join(", "));
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} | {} |",
            error.id,
            error.library,
            texts.join("<br>"),
            error.rules.join(", "),
            seen.unwrap_or_default()
        );
    }
    text
}

#[test]
fn the_table_of_the_documentation_is_that_of_the_program() {
    let path = workspace().join("docs/lab/doctor.md");
    let text = fs::read_to_string(&path).unwrap();
    let (before, rest) = text.split_once(BEGIN).expect("the table begins");
    let (stated, after) = rest.split_once(END).expect("the table ends");
    let wanted = documented();
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&path, format!("{before}{BEGIN}{wanted}{END}{after}")).unwrap();
    } else {
        assert_eq!(stated, wanted, "`UPDATE_EXPECT=1 cargo test -p loopmend_errors` writes it");
    }
}
