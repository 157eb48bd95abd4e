//! The experiments of loopmend's developers, run as `cargo lab TASK`: what is measured, on real projects and on made-up ones.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a developer reads what the tasks print")]

mod alone;
mod applications;
mod behaviour;
mod bench;
mod categories;
mod corpus;
mod cost;
#[cfg(unix)]
mod crash;
mod drift;
mod erase;
mod fixes;
mod golden;
mod harness;
mod matrix;
mod misuse;
mod nested;
mod paths;
mod recall;
mod scale;
mod shared;
mod suites;
mod torture;
mod unseen;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};
use tooling::Outcome;

#[derive(Parser)]
#[command(name = "cargo lab", about = "The experiments of loopmend's developers")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Fetch real projects, run loopmend on them and compare the findings
    Corpus(corpus::Arguments),
    /// Count the instructions of each rule and of all, and compare with what was committed
    Cost(cost::Arguments),
    /// Measure loopmend and its peers in paired runs
    Bench(bench::Arguments),
    /// Run each rule alone on the corpora, and compare with all rules
    Alone(alone::Arguments),
    /// Count the awaited calls whose forgotten `await` loopmend would notice
    Recall(recall::Arguments),
    /// Erase single awaits of real projects and count what is found
    Erase(erase::Arguments),
    /// Let the API of real libraries drift away from their tests and count what is found
    Drift(drift::Arguments),
    /// Put async functions into slots that drop them, lose tasks, and count what is found
    Misuse(misuse::Arguments),
    /// Start loops and sleep below async code, and count what is found
    Nested(nested::Arguments),
    /// Judge shared state by reading, remove locks, and compare with what is said
    Shared(shared::Arguments),
    /// Compare what `loopmend categories` says of tests with what was judged by reading
    Categories(categories::Arguments),
    /// Check made-up packages of growing size
    Scale(scale::Arguments),
    /// Check applications, and count how many of the findings two readers call true
    Applications(applications::Arguments),
    /// Check distributions that nobody has looked at, drawn by a seed
    Unseen(unseen::Arguments),
    /// Apply fixes to suites with bugs in real environments: red before, green after
    Fixes(fixes::Arguments),
    /// Write all that a binary reports of trees, or compare with what was written
    Golden(golden::Arguments),
    /// Kill `loopmend fix` at random points and compare the tree with what it was
    #[cfg(unix)]
    Crash(crash::Arguments),
    /// Compare the model of pytest suites with what pytest itself collects and would set up
    Suites(suites::Arguments),
    /// Check parts of a tree, and compare with a check of the whole tree
    Paths(paths::Arguments),
    /// Check broken Python, the standard library and much used distributions: no crash, no hang
    Torture(torture::Arguments),
    /// Run suites on versions of pytest-asyncio and compare with what is foretold of them
    Behaviour(behaviour::Arguments),
    /// Run the suites that are watched on versions of Python, pytest and pytest-asyncio, and beside other plugins
    Matrix(matrix::Arguments),
}

fn main() -> ExitCode {
    tooling::exit_code(run(Arguments::parse().task))
}

fn run(task: Task) -> Result<Outcome> {
    match task {
        Task::Corpus(arguments) => corpus::run(&arguments),
        Task::Cost(arguments) => cost::run(&arguments),
        Task::Bench(arguments) => bench::run(&arguments),
        Task::Alone(arguments) => alone::run(&arguments),
        Task::Recall(arguments) => recall::run(&arguments),
        Task::Erase(arguments) => erase::run(&arguments),
        Task::Drift(arguments) => drift::run(&arguments),
        Task::Misuse(arguments) => misuse::run(&arguments),
        Task::Nested(arguments) => nested::run(&arguments),
        Task::Shared(arguments) => shared::run(&arguments),
        Task::Categories(arguments) => categories::run(&arguments),
        Task::Scale(arguments) => scale::run(&arguments),
        Task::Applications(arguments) => applications::run(&arguments),
        Task::Unseen(arguments) => unseen::run(&arguments),
        Task::Paths(arguments) => paths::run(&arguments),
        Task::Fixes(arguments) => fixes::run(&arguments),
        Task::Golden(arguments) => golden::run(&arguments),
        #[cfg(unix)]
        Task::Crash(arguments) => crash::run(&arguments),
        Task::Suites(arguments) => suites::run(&arguments),
        Task::Torture(arguments) => torture::run(&arguments),
        Task::Behaviour(arguments) => behaviour::run(&arguments),
        Task::Matrix(arguments) => matrix::run(&arguments),
    }
}
