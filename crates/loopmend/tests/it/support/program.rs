//! The program that is tested.

use std::process::Command;

/// The program, without what the caller's terminal or environment says.
pub(crate) fn loopmend() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_loopmend"));
    for variable in ["NO_COLOR", "FORCE_COLOR", "VIRTUAL_ENV", "CONDA_PREFIX"] {
        command.env_remove(variable);
    }
    command.env("XDG_STATE_HOME", env!("CARGO_TARGET_TMPDIR"));
    command
}
