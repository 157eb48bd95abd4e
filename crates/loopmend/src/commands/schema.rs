//! `loopmend schema`.

use crate::exit_code;
use crate::failure::Failure;
use crate::output::Output;
use crate::render::to_json;

/// Prints the JSON schema of `loopmend.toml` and `[tool.loopmend]`.
///
/// # Errors
/// When standard output takes no more.
pub(crate) fn run(output: &Output) -> Result<u8, Failure> {
    output.raw(&to_json(&loopmend_project::settings_schema(&loopmend_rules::known_rules())))?;
    Ok(exit_code::CLEAN)
}
