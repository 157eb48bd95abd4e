//! Surfaces of libraries: stubs that the binary carries, for libraries that are not installed where loopmend looks. `cargo xtask
//! surface` makes them of releases; `licences/` holds the licences of these.

#![cfg_attr(not(test), warn(clippy::disallowed_methods))]

use miniz_oxide::inflate::decompress_to_vec;

/// A library whose surface is carried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Library {
    /// The name of the distribution, as PEP 503 normalises it.
    pub name: &'static str,
    /// The version of the release.
    pub version: &'static str,
    /// Other distributions that have its packages, such as forks.
    pub rivals: &'static [&'static str],
}

#[derive(Debug)]
struct Entry {
    module: &'static str,
    library: u16,
    is_package: bool,
    block: u16,
    start: u32,
    end: u32,
}

static PACK: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/surface.bin"));
include!(concat!(env!("OUT_DIR"), "/surface_index.rs"));

/// A carried module.
#[derive(Clone, Copy, Debug)]
pub struct Carried(&'static Entry);

impl Carried {
    /// Returns the library that the module is part of.
    pub fn library(self) -> &'static Library {
        &LIBRARIES[usize::from(self.0.library)]
    }

    /// Returns the dotted name.
    pub fn module(self) -> &'static str {
        self.0.module
    }

    /// Returns whether the module is a package.
    pub fn is_package(self) -> bool {
        self.0.is_package
    }

    /// Returns the length of the stub, in bytes.
    pub fn length(self) -> usize {
        (self.0.end - self.0.start) as usize
    }

    /// Returns the text of the stub, which is unpacked for this call.
    pub fn text(self) -> String {
        let (start, end) = BLOCKS[usize::from(self.0.block)];
        let block = decompress_to_vec(&PACK[start..end]).expect("the build script compressed it");
        let stub = block[self.0.start as usize..self.0.end as usize].to_vec();
        String::from_utf8(stub).expect("the stubs are text")
    }
}

/// Returns a module, if its library is carried.
pub fn find(module: &str) -> Option<Carried> {
    let index = INDEX.binary_search_by(|entry| entry.module.cmp(module)).ok()?;
    Some(Carried(&INDEX[index]))
}

/// Returns all libraries, sorted by name.
pub fn libraries() -> &'static [Library] {
    LIBRARIES
}

#[cfg(test)]
mod tests {
    use super::{Carried, INDEX, PACK, find, libraries};

    #[test]
    fn each_module_is_found_and_unpacked() {
        assert!(INDEX.is_sorted_by_key(|entry| entry.module));
        for entry in INDEX {
            let carried = Carried(entry);
            assert_eq!(carried.text().len(), carried.length(), "{}", entry.module);
        }
    }

    #[test]
    fn a_module_knows_its_library() {
        let client = find("redis.asyncio.client").expect("redis is carried");
        assert_eq!(client.library().name, "redis");
        assert!(!client.is_package());
        assert!(client.text().contains("class Redis"));
        assert!(find("redis.asyncio").is_some_and(Carried::is_package));
        assert!(find("redis.no_such_module").is_none());
    }

    #[test]
    fn the_libraries_are_sorted_and_the_pack_has_its_bound() {
        assert!(libraries().is_sorted_by_key(|library| library.name));
        assert!(PACK.len() <= 4 * 1024 * 1024, "{} bytes", PACK.len());
    }
}
