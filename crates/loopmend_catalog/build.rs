//! Reads the data of the catalogue and writes the tables.

use std::path::{Path, PathBuf};

#[path = "build/data.rs"]
mod data;
#[allow(unreachable_pub, reason = "the library exports it")]
#[path = "src/facts.rs"]
mod facts;
#[path = "src/hash.rs"]
mod hash;
#[path = "build/tables.rs"]
mod tables;

fn main() {
    for part in ["build.rs", "build", "data", "src/facts.rs", "src/hash.rs"] {
        println!("cargo::rerun-if-changed={part}");
    }
    match tables_of(Path::new("data")) {
        Ok(tables) => {
            let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
            std::fs::write(out.join("tables.rs"), tables).expect("OUT_DIR is writable");
        }
        Err(error) => println!("cargo::error={error}"),
    }
}

fn tables_of(directory: &Path) -> Result<String, String> {
    let mut catalogue = data::Catalogue::default();
    let roles = directory.join("roles.toml");
    for path in
        std::iter::once(roles).chain(files_of(directory)?).chain(files_of(&directory.join("libraries"))?)
    {
        let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        catalogue.read(&name, &text)?;
    }
    catalogue.fold()?;
    catalogue.add_loop_calls();
    catalogue.check()?;
    catalogue.sort();
    Ok(tables::write(&catalogue))
}

/// Returns the TOML files of a directory, in order.
fn files_of(directory: &Path) -> Result<Vec<PathBuf>, String> {
    let paths: std::io::Result<Vec<PathBuf>> = std::fs::read_dir(directory)
        .and_then(|entries| entries.map(|entry| entry.map(|entry| entry.path())).collect());
    let mut paths = paths.map_err(|error| format!("cannot list {}: {error}", directory.display()))?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    paths.sort();
    Ok(paths)
}
