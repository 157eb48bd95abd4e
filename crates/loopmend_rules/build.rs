//! Writes the registry of rules from the folder `src/rules`: the stem of a pair is its registration.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

struct Pair {
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
    let mut pairs: Vec<Pair> = fs::read_dir(&rules)
        .expect("src/rules is there")
        .map(|entry| entry.expect("src/rules can be listed").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .map(|path| pair(&path))
        .collect();
    pairs.sort_by_key(|pair| pair.number);
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    fs::write(out.join("registry.rs"), registry(&pairs)).expect("OUT_DIR is writable");
}

/// `lm101_unawaited_coroutine.rs` with its page beside it.
fn pair(source: &Path) -> Pair {
    let stem =
        source.file_stem().and_then(|stem| stem.to_str()).expect("a rule's file name is plain").to_owned();
    let parts = stem.strip_prefix("lm").and_then(|rest| rest.split_once('_'));
    let (digits, name) = parts.unwrap_or_else(|| panic!("`{stem}.rs` is not named lmNNN_name.rs"));
    let number = digits.parse().ok().filter(|_| digits.len() == 3);
    let number = number.unwrap_or_else(|| panic!("`{stem}.rs` has no three digits after `lm`"));
    let page = source.with_extension("md");
    assert!(page.is_file(), "`{stem}.rs` has no page `{stem}.md` beside it");
    let name = name.replace('_', "-");
    Pair { stem, number, name, source: source.to_owned(), page }
}

fn registry(pairs: &[Pair]) -> String {
    let mut text = String::new();
    for Pair { stem, source, .. } in pairs {
        writeln!(text, "#[path = {source:?}]\nmod {stem};").expect("writing to a string");
    }
    writeln!(text, "pub(crate) static RULES: &[crate::Rule] = &[").expect("writing to a string");
    for Pair { stem, number, name, page, .. } in pairs {
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
