//! Packs the surfaces of `data/` into blocks that are compressed each by itself, and writes an index of their modules.

use std::collections::BTreeMap;
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use miniz_oxide::deflate::compress_to_vec;

/// The beginning of the line with the name of a module.
const MODULE: &str = "=== ";
/// What stands before other distributions that have the packages of a library.
const RIVALS: &str = "rivals=";
/// What stands behind the name of a package.
const PACKAGE: &str = " package";
/// The size from which on a block gets no further module, in bytes. Larger blocks are smaller in the binary, and take longer to unpack.
const LARGEST_BLOCK: usize = 96 * 1024;
/// The best compression.
const LEVEL: u8 = 10;

/// Where the stub of a module is.
struct Place {
    library: usize,
    is_package: bool,
    block: usize,
    start: usize,
    end: usize,
}

/// What is written.
#[derive(Default)]
struct Pack {
    libraries: String,
    modules: BTreeMap<String, Place>,
    /// The text of the block that is filled.
    open: String,
    blocks: Vec<(usize, usize)>,
    bytes: Vec<u8>,
}

fn main() {
    println!("cargo::rerun-if-changed=data");
    let mut files: Vec<PathBuf> = fs::read_dir("data")
        .expect("the directory is part of the crate")
        .map(|entry| entry.expect("a directory can be listed").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "pyi"))
        .collect();
    files.sort_by(|one, other| one.file_stem().cmp(&other.file_stem()));
    let mut pack = Pack::default();
    for (library, path) in files.iter().enumerate() {
        pack.add(library, path);
    }
    pack.add_namespaces();
    pack.write(&PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR")));
}

impl Pack {
    fn add(&mut self, library: usize, path: &Path) {
        let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let (head, stubs) = text.split_once('\n').expect("the first line names the library");
        let mut words = head.trim_start_matches("# ").split_whitespace();
        let (name, version) = (words.next().expect("a name"), words.next().expect("a version"));
        let rivals =
            words.find_map(|word| word.strip_prefix(RIVALS)).map(|rivals| rivals.split(',').collect());
        let rivals: Vec<&str> = rivals.unwrap_or_default();
        writeln!(
            self.libraries,
            "    Library {{ name: {name:?}, version: {version:?}, rivals: &{rivals:?} }},"
        )
        .expect("writing to a string");
        for stub in stubs.split(&format!("\n{MODULE}")) {
            let stub = stub.strip_prefix(MODULE).unwrap_or(stub);
            let (module, text) = stub.split_once('\n').expect("the first line names the module");
            self.add_stub(library, module, text);
        }
        self.close();
    }

    fn add_stub(&mut self, library: usize, module: &str, text: &str) {
        let (module, is_package) = match module.strip_suffix(PACKAGE) {
            Some(package) => (package, true),
            None => (module, false),
        };
        let start = self.open.len();
        self.open.push_str(text);
        self.open.push('\n');
        let place = Place { library, is_package, block: self.blocks.len(), start, end: self.open.len() };
        let before = self.modules.insert(module.to_owned(), place);
        assert!(before.is_none(), "two libraries have a module `{module}`");
        if self.open.len() >= LARGEST_BLOCK {
            self.close();
        }
    }

    /// Adds the packages that have no file, such as `google` of `google.genai`.
    fn add_namespaces(&mut self) {
        let block = self.blocks.len() - 1;
        let inner: Vec<(String, usize)> =
            self.modules.iter().map(|(name, place)| (name.clone(), place.library)).collect();
        for (name, library) in inner {
            for (at, _) in name.match_indices('.') {
                let empty = Place { library, is_package: true, block, start: 0, end: 0 };
                self.modules.entry(name[..at].to_owned()).or_insert(empty);
            }
        }
    }

    fn close(&mut self) {
        if !self.open.is_empty() {
            let start = self.bytes.len();
            self.bytes.extend(compress_to_vec(self.open.as_bytes(), LEVEL));
            self.blocks.push((start, self.bytes.len()));
            self.open.clear();
        }
    }

    fn write(&self, directory: &Path) {
        let mut index = format!("static LIBRARIES: &[Library] = &[\n{}];\n", self.libraries);
        index.push_str("static BLOCKS: &[(usize, usize)] = &[\n");
        for (start, end) in &self.blocks {
            writeln!(index, "    ({start}, {end}),").expect("writing to a string");
        }
        index.push_str("];\nstatic INDEX: &[Entry] = &[\n");
        for (module, Place { library, is_package, block, start, end }) in &self.modules {
            writeln!(
                index,
                "    Entry {{ module: {module:?}, library: {library}, is_package: {is_package}, block: {block}, \
                 start: {start}, end: {end} }},"
            )
            .expect("writing to a string");
        }
        index.push_str("];\n");
        fs::write(directory.join("surface_index.rs"), index).expect("OUT_DIR is writable");
        fs::write(directory.join("surface.bin"), &self.bytes).expect("OUT_DIR is writable");
    }
}
