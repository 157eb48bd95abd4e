//! The tasks of loopmend's developers that build or check something, run as `cargo xtask TASK`. Measurements are run as `cargo lab TASK`.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a developer reads what the tasks print")]

mod doctor;
mod errors;
mod new_rule;
mod page;
mod probes;
mod site;
mod surface;
mod wheel;
mod witness;

use std::process::{Command, ExitCode};

use anyhow::Result;
use clap::{Parser, Subcommand};
use tooling::{Outcome, loopmend, markdown, tools, workspace};

#[derive(Parser)]
#[command(name = "cargo xtask", about = "The tasks of loopmend's developers")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Write the directory of a new rule
    NewRule(new_rule::Arguments),
    /// Check the invariants of ARCHITECTURE.md that can be read from the text
    Tidy,
    /// Make the stubs that the binary carries of libraries
    Surface(surface::Arguments),
    /// Make the stubs of the standard library that the binary carries
    Typeshed,
    /// Open the pages of `loopmend loops` in a headless browser and check them
    Page(page::Arguments),
    /// Build the documentation site
    Site(site::Arguments),
    /// Score loopmend on the probe files
    Probes(probes::Arguments),
    /// Run the example projects of `loopmend doctor`, `doctor` on them, and what `--migrate` makes of them
    Doctor,
    /// Make the error texts anew that `loopmend doctor` is tested on
    Errors(errors::Arguments),
    /// Run the witnesses of the rules' pages on CPython 3.9 to 3.13
    Witness(witness::Arguments),
    /// Build the wheel, install it into a clean environment, and try there what it brings
    Wheel(wheel::Arguments),
}

fn main() -> ExitCode {
    tooling::exit_code(run(Arguments::parse().task))
}

fn run(task: Task) -> Result<Outcome> {
    match task {
        Task::NewRule(arguments) => new_rule::run(&arguments),
        Task::Tidy => tidy(),
        Task::Page(arguments) => page::run(&arguments),
        Task::Site(arguments) => site::run(&arguments),
        Task::Probes(arguments) => probes::run(&arguments),
        Task::Surface(arguments) => surface::run(&arguments),
        Task::Typeshed => typeshed(),
        Task::Doctor => doctor::run(),
        Task::Errors(arguments) => errors::run(&arguments),
        Task::Witness(arguments) => witness::run(&arguments),
        Task::Wheel(arguments) => wheel::run(&arguments),
    }
}

/// Runs `cargo xtask typeshed`. The program that writes the stubs is a package of its own, since it needs much that nothing else does.
fn typeshed() -> Result<Outcome> {
    let mut command = Command::new(env!("CARGO"));
    command.args([
        "run",
        "--locked",
        "--package",
        "typeshed",
        "--",
        "crates/loopmend_infer/data/typeshed.txt",
    ]);
    workspace::run_visibly(command.current_dir(workspace::root()))?;
    Ok(Outcome::Passed)
}

/// Runs `cargo xtask tidy`.
fn tidy() -> Result<Outcome> {
    let report = tidy::check()?;
    report.violations.iter().for_each(|violation| println!("{violation}"));
    println!("{}", report.figures);
    Ok(Outcome::passed_if(report.violations.is_empty()))
}
