//! Runs the page of every rule as its test; the grammar is in the documentation of `loopmend_mdtest`.

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules");
    loopmend_mdtest::main(&pages, &loopmend_rules::known_rules(), loopmend_rules::check_project)
}
