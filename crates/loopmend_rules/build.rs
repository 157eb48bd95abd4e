//! Writes the registry of rules from the folder `src/rules`: the name of a rule's directory is its registration.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

struct Rule {
    stem: String,
    number: u16,
    name: String,
    source: PathBuf,
    page: PathBuf,
}

fn main() {
    let rules = Path::new(&std::env::var("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("src/rules");
    println!("cargo::rerun-if-changed={}", rules.display());
    println!("cargo::rerun-if-changed=build.rs");
    let mut rules: Vec<Rule> = fs::read_dir(&rules)
        .expect("src/rules is there")
        .map(|entry| entry.expect("src/rules can be listed").path())
        .filter(|path| path.is_dir())
        .map(|directory| rule(&directory))
        .collect();
    rules.sort_by_key(|rule| rule.number);
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    fs::write(out.join("registry.rs"), registry(&rules)).expect("OUT_DIR is writable");
}

/// `lm101_unawaited_coroutine`, with `rule.rs` and `page.md` in it. Its `tests.md` is no part of the program.
fn rule(directory: &Path) -> Rule {
    let stem =
        directory.file_name().and_then(|stem| stem.to_str()).expect("a rule's name is plain").to_owned();
    let parts = stem.strip_prefix("lm").and_then(|rest| rest.split_once('_'));
    let (digits, name) = parts.unwrap_or_else(|| panic!("`{stem}` is not named lmNNN_name"));
    let number = digits.parse().ok().filter(|_| digits.len() == 3);
    let number = number.unwrap_or_else(|| panic!("`{stem}` has no three digits after `lm`"));
    let [source, page] = ["rule.rs", "page.md"].map(|file| directory.join(file));
    for file in [&source, &page] {
        assert!(file.is_file(), "`{}` is missing", file.display());
    }
    let name = name.replace('_', "-");
    Rule { stem, number, name, source, page }
}

fn registry(rules: &[Rule]) -> String {
    let mut text = String::new();
    for Rule { stem, source, .. } in rules {
        writeln!(text, "#[path = {source:?}]\nmod {stem};").expect("writing to a string");
    }
    writeln!(text, "pub(crate) static RULES: &[crate::Rule] = &[").expect("writing to a string");
    for Rule { stem, number, name, page, .. } in rules {
        writeln!(
            text,
            "    crate::Rule {{ name: {name:?}, code: loopmend_core::RuleCode::new({number}), \
             page: include_str!({page:?}), spec: &{stem}::RULE }},"
        )
        .expect("writing to a string");
    }
    text.push_str("];\n");
    text
}
