//! Runs the page of every rule as its test; the grammar is in the documentation of `loopmend_mdtest`.

mod program;

use std::path::Path;
use std::process::ExitCode;

use program::Loopmend;

fn main() -> ExitCode {
    let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules");
    loopmend_mdtest::main(&pages, Path::new(env!("CARGO_TARGET_TMPDIR")), Loopmend)
}
