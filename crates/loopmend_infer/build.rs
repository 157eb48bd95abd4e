//! Writes an index of the stubs in `data/typeshed.txt`.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs};

/// The beginning of the line with the name of a module.
const MODULE: &str = "=== ";
/// The current version of Python.
const CURRENT: &str = "-";

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=data");
    let text = fs::read_to_string("data/typeshed.txt").expect("the stubs are in the repository");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    fs::write(out.join("typeshed_index.rs"), index(&text)).expect("OUT_DIR is writable");
}

/// The table of the modules: where the stub of each is, and which versions of Python have it.
fn index(text: &str) -> String {
    let mut index = String::from("static INDEX: &[Entry] = &[\n");
    let mut place = 0;
    for part in text.split_inclusive('\n').collect::<Vec<_>>().chunk_by(|_, next| !next.starts_with(MODULE)) {
        let start = place + part[0].len();
        place += part.iter().map(|line| line.len()).sum::<usize>();
        let words: Vec<&str> = part[0].trim_start_matches(MODULE).split_whitespace().collect();
        let (module, is_package) = (words[0], words.len() == 4);
        let (first, last) = (version(words[words.len() - 2]), version(words[words.len() - 1]));
        writeln!(
            index,
            "    Entry {{ module: {module:?}, is_package: {is_package}, start: {start}, end: {place}, \
             first: {first:?}, last: {last:?} }},"
        )
        .expect("writing to a string");
    }
    index.push_str("];\n");
    index
}

fn version(text: &str) -> (u8, u8) {
    if text == CURRENT {
        return (u8::MAX, u8::MAX);
    }
    let (major, minor) = text.split_once('.').expect("a version has two numbers");
    (major.parse().expect("a number"), minor.parse().expect("a number"))
}
