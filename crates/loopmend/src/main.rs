//! loopmend finds event-loop and coroutine-lifecycle bugs in Python projects. This crate is its command
//! line: arguments, exit statuses, rendering.

#![cfg_attr(not(test), warn(clippy::disallowed_methods))]

mod analysis;
mod arguments;
mod baseline;
mod blame;
mod cache_directory;
mod commands;
mod exit_code;
mod failure;
mod fixing;
mod interrupt;
mod markdown;
mod memory;
mod migrating;
mod missing_packages;
mod observed;
mod output;
mod panic_report;
mod patience;
mod progress;
mod registry;
mod render;
mod since;
mod style;
mod verifying;
mod watch;

use std::process::ExitCode;

use mimalloc::MiMalloc;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    ExitCode::from(panic_report::guarded(commands::run))
}
