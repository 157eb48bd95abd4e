//! The environment that `cargo xtask probes --environment` makes. Tests that run pytest in it are ignored by `cargo test`, and run by
//! `cargo test -p loopmend --test it -- --ignored`.

use std::path::{Path, PathBuf};

/// Its interpreter, or the one that `LOOPMEND_PROBES_PYTHON` names.
///
/// # Panics
/// When it is missing.
pub(crate) fn python() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
    let made =
        target.join("probes-venv").join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let python = std::env::var_os("LOOPMEND_PROBES_PYTHON").map_or(made, PathBuf::from);
    assert!(python.exists(), "{} is missing: `cargo xtask probes --environment` makes it", python.display());
    python
}
