//! `loopmend schema`.

use crate::arguments::{SchemaOf, SchemaOptions};
use crate::exit_code;
use crate::failure::Failure;
use crate::output::Output;
use crate::render::to_json;

/// Prints the JSON schema of `loopmend.toml` and `[tool.loopmend]`, or of the data of a report.
///
/// # Errors
/// When standard output takes no more.
pub(crate) fn run(options: &SchemaOptions, output: &Output) -> Result<u8, Failure> {
    let text = match options.of {
        SchemaOf::Settings => to_json(&loopmend_project::settings_schema(&loopmend_rules::known_rules())),
        SchemaOf::Report => to_json(&loopmend_verify::report_schema()),
    };
    output.raw(&text)?;
    Ok(exit_code::CLEAN)
}
