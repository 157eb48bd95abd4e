//! The command line.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::styling::{AnsiColor, Styles};
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum, ValueHint};
use clap_complete::Shell;
use loopmend_project::{DiscoverOptions, PythonVersion, Version};
use loopmend_semantic::{Category, Part};

const STYLES: Styles = Styles::styled()
    .header(AnsiColor::Green.on_default().bold())
    .usage(AnsiColor::Green.on_default().bold())
    .literal(AnsiColor::Cyan.on_default().bold())
    .placeholder(AnsiColor::Cyan.on_default());

const RUN: &str = "Run";
const FIXES: &str = "Fixes";
const GLOBAL: &str = "Global options";

const EXIT_CODES: &str = "\
Exit codes:
    0  nothing was found that should stop a build
    1  findings at level `error` (with --error-on-warning: any finding)
    2  the command line, the configuration or the environment is wrong
   70  loopmend itself failed; please report it
  130  interrupted; what had been found until then was printed";

const MAIN_HELP: &str = "\
Examples:
  loopmend check                      check the project in this directory
  loopmend fix --diff                 show what it would mend
  loopmend explain unawaited-coroutine
  loopmend rules

`loopmend help check` says all about checking.";

const CHECK_HELP: &str = "\
Examples:
  loopmend check                              this directory
  loopmend check src tests/test_api.py        some paths
  loopmend check --since main                 only findings on lines changed since `main`
  loopmend check --write-baseline known.json  accept what is there today …
  loopmend check --baseline known.json        … and see only what is new
  loopmend check --observed run.json          with what a run of the tests saw (loopmend test
                                              --output-format json --output-file run.json)
  loopmend check --output-format github       annotations in a workflow of GitHub Actions
  loopmend check - --stdin-filename app.py < app.py

Cache:
  Results are kept in the directory of --cache-dir, else of LOOPMEND_CACHE_DIR, else of
  `cache-dir` in the settings, else in `loopmend` in the user's cache directory.
  `cache-dir` must lie in the project. `loopmend clean` removes what is kept of this project,
  `loopmend clean --all` all of it. Nothing else is written, and nothing of the project is executed.";

const FIX_HELP: &str = "\
Examples:
  loopmend fix                                apply the safe fixes in this directory
  loopmend fix --unsafe --diff src            show what all fixes would do to src, and write nothing
  loopmend fix --unsafe --review              ask for each fix
  loopmend fix --select unawaited-coroutine --unsafe
  loopmend fix --add-ignore                   accept what is there: write comments that suppress it
  loopmend fix --undo                         take the last fix back
  loopmend fix --unsafe --output-format json > plan.json
  loopmend fix --apply plan.json              do later what a plan says

Safe and unsafe:
  A safe fix changes nothing but the bug. An unsafe one starts code that did not run before, or
  changes timing, as every `await` does: read it, or let tests tell. `loopmend explain RULE` says
  what a fix promises. Fixes that are only shown by `check` are never applied.

What it checks:
  After each pass the project is checked again. A fix stands only if the file still parses, its
  finding is gone and no other one has appeared; otherwise it is taken back and named. Generated
  files (`@generated` in the first lines), installed packages and read-only files are left alone.
  Of files with uncommitted changes git could not give back what they were: `--allow-dirty`.

What it writes:
  Files change all together or not at all. A journal in `.loopmend-fix` at the top of the project
  (ignored by git) keeps what they were: should loopmend be killed, the next `loopmend fix` puts
  every file back, with its mode and times; after success, `--undo` does.";

const FIX_EXIT_CODES: &str = "\
Exit codes:
    0  done, or there was nothing to do
    1  with --diff: something would change; else: a file or fix was left alone that was asked for
    2  the command line, the configuration or the environment is wrong; nothing was changed
   70  loopmend itself failed; please report it
  130  interrupted; nothing was changed";

const REVEAL_EXAMPLE: &str = "\
Examples:
  loopmend reveal src/app.py:12:5   the innermost expression at line 12, column 5
  loopmend reveal src/app.py:12     the value of line 12";

const REVEAL_HELP: &str = "\
Examples:
  loopmend reveal src/app.py:12:5           the innermost expression at line 12, column 5
  loopmend reveal src/app.py:12             the value of line 12: what the statement that ends there
                                            calls, assigns or returns
  loopmend reveal 'nb.ipynb:cell 3:2:1'     a place in a notebook, as loopmend prints it

  In line 12 of a file,

          await client.close()

  point at `client` for the object, at `close` for the method, at the `(` for what the call gives,
  and at `await` for what awaiting it gives:

      $ loopmend reveal src/app.py:12:23
      src/app.py:12:11: client.close()
        kind        coroutine
        type        coroutine Client.close -> None
        confidence  certain
        1. `Client.close` is defined as `async def` (src/client.py:8:5)

  Lines and columns count from 1, columns in characters. What loopmend does not know is `unknown`,
  and no rule speaks about it.";

const LOOPS_HELP: &str = "\
Examples:
  loopmend loops                                the suite in this directory
  loopmend loops tests/test_api.py              one file
  loopmend loops --plugin-version 1.5.0         as if that pytest-asyncio were installed
  loopmend loops --compare 0.21.1 1.5.0         what an upgrade would change, and for whom
  loopmend loops --output-format json
  loopmend loops --output-format html > loops.html   a page with the picture, for a browser

  Nothing is run: the answer comes from pytest's configuration, the installed versions, marks and
  fixtures. Tests that stand under one loop share it. What is not plain to see is `unknown`, with
  the reason.";

const INVENTORY_HELP: &str = "\
Examples:
  loopmend inventory                                the project in this directory
  loopmend inventory src/jobs                       the places in some files; callers outside of them
                                                    are not seen
  loopmend inventory --output-format markdown       a section for a pull request
  loopmend inventory --output-format json --output-file loops.json
  loopmend inventory --shared-state                 the classes and globals that several tasks,
                                                    threads or processes reach

What it lists:
  Every call that starts, gets, sets, patches or closes an event loop: asyncio.run,
  run_until_complete, get_event_loop, new_event_loop, anyio.run, async_to_sync, nest_asyncio.apply,
  uvicorn.run and their kin, and where these are given on as values or stand as decorators.

      at risk      src/feeds/jobs.py:12  asyncio.run in refresh [library]
                   nothing in the project calls `refresh`; a caller on a running loop gets a
                   `RuntimeError`; instead: an async function beside it, and one `run_sync` helper
                   nothing in the project calls it > refresh

  The context is what runs the code in the end: a command line, a task worker, a web route, a
  thread, a process, a test, a script, a notebook, a callback of a loop; `library` where nothing in
  the project does. Frameworks are known by what the code imports; they need not be installed.

Verdicts:
  fine         no loop runs there, or the call is meant for where one runs
  at risk      it fails for some callers, or from some version of Python on
  must change  an event loop runs there, or Python no longer allows it

  A place that is reached in several ways has the worst verdict, and the way that gave it. Nothing
  is run: the answer comes from reading. `requires-python` says for which version.

With --shared-state:
  Each class and global of a module that several tasks, threads or processes reach, with its mutable
  attributes, what writes them and in which context, what guards them, and the places that decided.

      unguarded   src/feeds/pool.py:8  class Pool [it makes the lock `lock`]
                  `free`: `Pool.take` writes it under `self.lock`, and `Pool.reset` without

  unguarded    updates can interleave, and no lock is common to them
  guarded      every write that needs it holds the same lock, of the kind that fits
  confined     one loop writes it, each time in one step, or one thread, or each process its own
  immutable    nothing writes it after it was made";

const CATEGORIES_HELP: &str = "\
Examples:
  loopmend categories                           the suite in this directory
  loopmend categories tests/test_api.py         one file
  loopmend categories --category integration    the tests of one category
  loopmend categories --disagreeing             the tests whose marks say something else
  loopmend categories --output-format markdown  a section for a pull request
  loopmend categories --write                   mark the tests that have no mark of a category
  loopmend categories --diff                    show that as a patch, and write nothing

      integration  tests/test_feeds.py:14  test_feeds.py::test_refresh
                   network: `aiohttp.ClientSession.get`
                   test_refresh (tests/test_feeds.py:16) > refresh (src/feeds/jobs.py:31)

Categories:
  unit         it reaches nothing outside of the process, or files only, or it waits for a while
  integration  it reaches a server, a database, a container, another process, or reads a key from the
               environment
  end-to-end   it drives a browser

  What a test reaches is what it and its fixtures call, and what these call, as far as it is known what
  is called. What a test puts something in the place of (`patch`, `monkeypatch`, aioresponses, respx,
  fakeredis, …) does not count. Nothing is run: the answer comes from reading.

With --write:
  A mark (`unit`, `integration`, `e2e`, or what the suite calls them) goes above a whole file
  (`pytestmark`), a class or a function, whichever is the widest that holds tests of one category
  alone. It is registered in the configuration of pytest. Marks that say something else stay, and are
  listed. `loopmend fix --undo` takes it back.";

const CATEGORIES_EXIT_CODES: &str = "\
Exit codes:
    0  done, or nothing to do
    1  with --diff: something would change; with --write: a test or a file was left alone
    2  the command line, the configuration or the environment is wrong; nothing was changed
   70  loopmend itself failed; please report it
  130  interrupted; nothing was changed";

const DOCTOR_HELP: &str = "\
Examples:
  loopmend doctor                               what is wrong with the suite in this directory
  loopmend doctor --python .venv                with the packages of that environment
  loopmend doctor --error \"This event loop is already running\"
  pytest | loopmend doctor                      which failures have which cause
  loopmend doctor - < log.txt
  pytest --junit-xml report.xml; loopmend doctor --junit report.xml
  loopmend doctor --output-format markdown      for a pull request or an issue
  loopmend doctor --migrate                     the way to the newest pytest-asyncio, step by step
  loopmend doctor tests --migrate 1.3.0 --diff  its edits as a patch
  loopmend doctor --migrate --write             the edits, which `loopmend fix --undo` takes back

Without an error:
  The interpreter, the installed versions of pytest and its async plugins, what configures pytest, with
  lines, and the suite in short; then what is wrong, in the order in which it is best mended, each
  with the text that you see with these versions, the places, and the cure. These are the findings of
  `loopmend check --select 3xx`, with their comments and settings. Nothing is run.

With one:
  Error texts of asyncio, pytest, pytest-asyncio, anyio, trio, aiohttp, SQLAlchemy, Playwright, uvloop,
  nest_asyncio and Django are recognised, also wrapped, coloured, indented or cut. Of a run, each
  failing test gets its cause and place, and tests with one cause stand together. In the directory of
  a project its findings that fit stand beside them. What is not recognised is said, with the nearest
  known texts.";

const DOCTOR_EXIT_CODES: &str = "\
Exit codes:
    0  nothing is wrong, and nothing failed; with `--migrate` no step is left
    1  something is
    2  the command line, the configuration, the environment or the input is wrong
   70  loopmend itself failed; please report it";

const TEST_HELP: &str = "\
Examples:
  loopmend test                          the tests of this directory, as `python -m pytest` runs them
  loopmend test -- tests/test_api.py -k login -x
  loopmend test -- -n auto               with pytest-xdist
  loopmend test --fail-on task-leak,event-loop-never-closed
  loopmend test --blocking               also what holds an event loop for more than 50 ms
  loopmend test --stacks                 then the tests with findings once more, for all calls that led there
  loopmend test --facts --memory         also who made most tasks, and when memory grew
  loopmend test --timeline session.html  also a page with the tests over time and their event loops
  loopmend test --output-format json > seen.json

What it does:
  It runs the project's own pytest with its own settings, and a probe that records and changes no
  outcome. pytest prints what it always does; then comes what was seen, each with the line that
  made it, the test and the phase:

    coroutines that were never awaited        calls of AsyncMock that were never awaited
    tasks that were left or vanished          exceptions that nobody looked at
    loops, generators and thread pools that were left open

  A test that means it: @pytest.mark.loopmend(allow=[\"task-leak\"]), which plain pytest knows where
  the wheel is installed. A comment `# loopmend: ignore[RULE]` on the line, and the levels in the
  settings, count as they do for `check`.

  With --stacks the tests with findings run twice, the second time in one process and without the
  others; pytest's output of that is shown with -v. The exit status is that of the first run.
  docs/testing.md says how it is known, and what is not seen.

  The JSON has more of each test: its event loops, how many tasks were made, how long it took and how
  it ended. Where pytest writes a JUnit report (`-- --junitxml FILE`), it has them as properties.";

const TEST_EXIT_CODES: &str = "\
Exit codes:
    0  all tests passed, and nothing was seen at level `error`
    1  tests failed or were cut off, or something was seen at level `error` or in --fail-on
    2  pytest is missing, refused its command line, could not collect, or found no tests
   70  loopmend itself failed; please report it
  130  interrupted: pytest was too, and what had been seen until then was printed. A second Ctrl-C
       ends pytest at once";

/// Finds event-loop and coroutine-lifecycle bugs in Python projects, by reading them.
#[derive(Debug, Parser)]
#[command(name = "loopmend", version, styles = STYLES, max_term_width = 100)]
#[command(after_help = MAIN_HELP, after_long_help = format!("{MAIN_HELP}\n\n{EXIT_CODES}"))]
#[command(disable_help_subcommand = false, subcommand_negates_reqs = true)]
pub(crate) struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Option<Command>,

    /// Print the completion script of a shell.
    #[arg(long, value_name = "SHELL", exclusive = true)]
    pub(crate) completions: Option<Shell>,

    /// What holds for every command.
    #[command(flatten)]
    pub(crate) global: GlobalOptions,
}

/// What holds for every command.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct GlobalOptions {
    /// When to use colours and links; `auto` heeds NO_COLOR and FORCE_COLOR.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", help_heading = GLOBAL)]
    pub(crate) color: ColorWhen,

    /// Print diagnostics and errors only.
    #[arg(long, short, global = true, conflicts_with = "verbose", help_heading = GLOBAL)]
    pub(crate) quiet: bool,

    /// Say on standard error where the time went.
    #[arg(long, short, global = true, action = ArgAction::Count, help_heading = GLOBAL)]
    pub(crate) verbose: u8,
}

/// When to use colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum ColorWhen {
    /// On a terminal.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// A command.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check Python files, stubs and notebooks.
    #[command(after_help = EXIT_CODES, after_long_help = format!("{CHECK_HELP}\n\n{EXIT_CODES}"))]
    Check(Box<CheckOptions>),
    /// Apply fixes, and check that they do good.
    #[command(after_help = FIX_EXIT_CODES, after_long_help = format!("{FIX_HELP}\n\n{FIX_EXIT_CODES}"))]
    Fix(Box<FixOptions>),
    /// Show the page of a rule.
    Explain(ExplainOptions),
    /// List all rules.
    Rules(RulesOptions),
    /// Show what is known of an expression, and why.
    #[command(after_help = REVEAL_EXAMPLE, after_long_help = REVEAL_HELP)]
    Reveal(RevealOptions),
    /// Say for each test whether it runs, by which plugin, and on which event loop.
    #[command(after_long_help = LOOPS_HELP)]
    Loops(LoopsOptions),
    /// List where event loops start, or which state is shared, and judge each.
    #[command(after_long_help = INVENTORY_HELP)]
    Inventory(InventoryOptions),
    /// Say of each test whether it is a unit, an integration or an end-to-end test, and why.
    #[command(after_help = CATEGORIES_EXIT_CODES, after_long_help = format!("{CATEGORIES_HELP}\n\n{CATEGORIES_EXIT_CODES}"))]
    Categories(CategoriesOptions),
    /// Say what is wrong with the event loops of the tests, or what an error means.
    #[command(after_help = DOCTOR_EXIT_CODES, after_long_help = format!("{DOCTOR_HELP}\n\n{DOCTOR_EXIT_CODES}"))]
    Doctor(Box<DoctorOptions>),
    /// Run the tests, and say which of them leave coroutines, tasks and loops behind.
    #[command(after_help = TEST_EXIT_CODES, after_long_help = format!("{TEST_HELP}\n\n{TEST_EXIT_CODES}"))]
    Test(TestOptions),
    /// Remove the cache of this project, or of all projects (`--all`).
    Clean(CleanOptions),
    /// Print the JSON schema of the settings.
    Schema,
    /// Count the awaited calls whose forgotten `await` would be found.
    #[command(hide = true)]
    DebugRecall(RecallOptions),
    /// List every `await`, with what its value is used for.
    #[command(hide = true)]
    DebugAwaits(AwaitsOptions),
    /// List the findings that depend on which other rules run.
    #[command(hide = true)]
    DebugAlone(AloneOptions),
}

/// The options of `debug-recall`.
#[derive(Clone, Debug, Args)]
pub(crate) struct RecallOptions {
    /// The file or directory to count in.
    pub(crate) path: PathBuf,

    /// The interpreter or environment of the project.
    #[arg(long)]
    pub(crate) python: Option<PathBuf>,

    /// List all awaited calls, each with what would be said of it.
    #[arg(long)]
    pub(crate) sites: bool,

    /// List the calls of this file that are not awaited instead, each with what would be said of it if it were a
    /// statement; relative to the working directory.
    #[arg(long, value_name = "FILE", conflicts_with = "sites")]
    pub(crate) unawaited: Option<String>,

    /// Leave out a part of the inference, to measure what it is worth.
    #[arg(long, value_name = "PART", value_parser = part_named)]
    pub(crate) without: Option<Part>,
}

fn part_named(name: &str) -> Result<Part, String> {
    let known = || Part::ALL.map(Part::name).join(", ");
    Part::named(name).ok_or_else(|| format!("the parts are {}", known()))
}

/// The options of `debug-awaits`.
#[derive(Clone, Debug, Args)]
pub(crate) struct AwaitsOptions {
    /// The file or directory to read.
    pub(crate) path: PathBuf,
}

/// The options of `debug-alone`.
#[derive(Clone, Debug, Args)]
pub(crate) struct AloneOptions {
    /// The file or directory to check.
    pub(crate) path: PathBuf,

    /// The interpreter or environment of the project.
    #[arg(long)]
    pub(crate) python: Option<PathBuf>,
}

/// The options of `check`.
#[derive(Clone, Debug, Args)]
pub(crate) struct CheckOptions {
    /// Files and directories to check, or `-` for standard input [default: the current directory].
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub(crate) paths: Vec<PathBuf>,

    /// The path that standard input is taken for: it gives the module's name, its settings and its kind.
    #[arg(long, value_name = "PATH", value_hint = ValueHint::FilePath)]
    pub(crate) stdin_filename: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) rules: RuleOptions,

    #[command(flatten)]
    pub(crate) report: ReportOptions,

    #[command(flatten)]
    pub(crate) project: ProjectOptions,

    /// Apply the safe fixes first, as `loopmend fix` does, and report what is left.
    #[arg(long, help_heading = FIXES, conflicts_with_all = ["watch", "write_baseline", "baseline", "since", "show_files", "show_settings"])]
    pub(crate) fix: bool,

    #[command(flatten)]
    pub(crate) apply: ApplyOptions,

    /// Check again whenever a file changes, until Ctrl-C.
    #[arg(long, help_heading = RUN, conflicts_with_all = ["write_baseline", "output_file", "show_files", "show_settings"])]
    pub(crate) watch: bool,

    /// How many threads to use [default: one for each processor].
    #[arg(long, short, help_heading = RUN, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) jobs: Option<u16>,

    /// Print the files that would be checked and stop.
    #[arg(long, help_heading = RUN, conflicts_with = "show_settings")]
    pub(crate) show_files: bool,

    /// Print the settings that hold and where they come from, and stop.
    #[arg(long, help_heading = RUN)]
    pub(crate) show_settings: bool,
}

/// Which fixes are applied, and to what.
#[derive(Clone, Copy, Debug, Default, Args)]
#[command(next_help_heading = "Fixes")]
pub(crate) struct ApplyOptions {
    /// Apply unsafe fixes too: they start code that did not run before, or change timing.
    #[arg(long = "unsafe", visible_alias = "unsafe-fixes")]
    pub(crate) unsafe_fixes: bool,

    /// Write to files with uncommitted changes too.
    #[arg(long)]
    pub(crate) allow_dirty: bool,
}

/// The options of `fix`.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct FixOptions {
    /// Files and directories to fix [default: the current directory].
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub(crate) paths: Vec<PathBuf>,

    #[command(flatten)]
    pub(crate) apply: ApplyOptions,

    /// Write nothing; print what would change as a unified diff, and exit with 1 if there is any.
    #[arg(long, help_heading = FIXES)]
    pub(crate) diff: bool,

    /// Ask for each fix.
    #[arg(long, help_heading = FIXES, conflicts_with_all = ["diff", "output_format"])]
    pub(crate) review: bool,

    /// Write comments that suppress the findings instead of mending them.
    #[arg(long, help_heading = FIXES, conflicts_with_all = ["review", "unsafe_fixes", "output_format"])]
    pub(crate) add_ignore: bool,

    /// `text`, or `json`: write nothing, print the fixes as a plan for other programs.
    #[arg(long, value_name = "FORMAT", default_value = "text", help_heading = FIXES, conflicts_with = "diff")]
    pub(crate) output_format: FixFormat,

    /// Do what a plan says, if its files are still what they were.
    #[arg(long = "apply", value_name = "PLAN", value_hint = ValueHint::FilePath, help_heading = FIXES, conflicts_with_all = ["add_ignore", "unsafe_fixes", "output_format", "select", "ignore"])]
    pub(crate) apply_plan: Option<PathBuf>,

    /// Take back the last fix in this project, or one that was cut short.
    #[arg(long, help_heading = FIXES, conflicts_with_all = ["diff", "review", "add_ignore", "apply_plan", "output_format", "unsafe_fixes", "select", "ignore"])]
    pub(crate) undo: bool,

    #[command(flatten)]
    pub(crate) rules: RuleOptions,

    #[command(flatten)]
    pub(crate) project: ProjectOptions,

    /// How many threads to use [default: one for each processor].
    #[arg(long, short, help_heading = RUN, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) jobs: Option<u16>,
}

/// A form of what `fix` says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum FixFormat {
    /// Words.
    #[default]
    Text,
    /// A plan.
    Json,
}

/// Which rules run.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Rules")]
pub(crate) struct RuleOptions {
    /// Run these rules only: names, codes, groups such as `1xx` or `LM1`, or `ALL`, separated by commas.
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub(crate) select: Vec<String>,

    /// Do not run these rules.
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub(crate) ignore: Vec<String>,
}

/// What is reported, and how.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Report")]
pub(crate) struct ReportOptions {
    /// The form of the report.
    #[arg(long, value_name = "FORMAT", default_value = "full")]
    pub(crate) output_format: OutputFormat,

    /// Write the report to a file, whole or not at all.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) output_file: Option<PathBuf>,

    /// Count the findings of each rule instead of showing them (formats full, concise and json).
    #[arg(long)]
    pub(crate) statistics: bool,

    /// Exit with 1 on warnings too.
    #[arg(long)]
    pub(crate) error_on_warning: bool,

    /// Exit with 0 whatever was found.
    #[arg(long, conflicts_with = "error_on_warning")]
    pub(crate) exit_zero: bool,

    /// Hide the findings that this file knows. They are known by rule, path, symbol and text, not by line.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, conflicts_with = "write_baseline")]
    pub(crate) baseline: Option<PathBuf>,

    /// Write all findings to a baseline and exit with 0.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, conflicts_with = "since")]
    pub(crate) write_baseline: Option<PathBuf>,

    /// Compare with a run of the tests, as `loopmend test --output-format json` wrote it: findings that were seen there are
    /// certain, and what was seen there only is shown too.
    #[arg(long, value_name = "RUN", value_hint = ValueHint::FilePath)]
    pub(crate) observed: Option<PathBuf>,

    /// Show only findings on lines changed since a revision of git; untracked files count as changed.
    #[arg(long, value_name = "REV")]
    pub(crate) since: Option<String>,
}

/// What the project is read with.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct ReadOptions {
    /// Use this configuration file (`loopmend.toml` or `pyproject.toml`) and no other.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, conflicts_with = "isolated")]
    pub(crate) config: Option<PathBuf>,

    /// Read no configuration file.
    #[arg(long)]
    pub(crate) isolated: bool,

    /// The interpreter, or the directory of the environment, whose packages the project imports; without it, the first of
    /// `python` in the settings, `VIRTUAL_ENV`, `UV_PROJECT_ENVIRONMENT`, the environment that loopmend is installed in, `.venv`
    /// or `venv` of the project, the active conda environment, those of poetry and hatch, and `python3` on `PATH`.
    #[arg(long, value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub(crate) python: Option<PathBuf>,

    /// The Python version the code is read for, such as 3.12.
    #[arg(long, value_name = "VERSION")]
    pub(crate) python_version: Option<PythonVersion>,
}

impl ReadOptions {
    /// How the project of some paths is found.
    pub(crate) fn discover(&self, cwd: PathBuf, paths: Vec<PathBuf>) -> DiscoverOptions {
        DiscoverOptions {
            cwd,
            paths,
            config: self.config.clone(),
            isolated: self.isolated,
            python: self.python.clone(),
            python_version: self.python_version,
            rules: loopmend_rules::known_rules(),
            ..DiscoverOptions::default()
        }
    }
}

/// How the project is found.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Project")]
pub(crate) struct ProjectOptions {
    #[command(flatten)]
    pub(crate) read_as: ReadOptions,

    /// Neither read nor write the cache.
    #[arg(long)]
    pub(crate) no_cache: bool,

    /// Where the cache is [environment: LOOPMEND_CACHE_DIR].
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(crate) cache_dir: Option<PathBuf>,
}

/// A form of the report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum OutputFormat {
    /// Code frames with notes and fixes.
    #[default]
    Full,
    /// One line for each finding.
    Concise,
    /// A list of objects.
    Json,
    /// Annotations of GitHub Actions.
    Github,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
}

impl OutputFormat {
    /// Whether people read it as it is, so that a summary may stand below it.
    pub(crate) fn is_for_people(self) -> bool {
        matches!(self, Self::Full | Self::Concise)
    }
}

/// The options of `explain`.
#[derive(Clone, Debug, Args)]
pub(crate) struct ExplainOptions {
    /// The name or the code of the rule: `unawaited-coroutine` or `LM101`.
    pub(crate) rule: String,
}

/// The options of `rules`.
#[derive(Clone, Debug, Args)]
pub(crate) struct RulesOptions {
    /// The form of the list.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) output_format: ListFormat,
}

/// A form of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    /// A table.
    Text,
    /// A list of objects, with the pages.
    Json,
}

/// The options of `reveal`.
#[derive(Clone, Debug, Args)]
pub(crate) struct RevealOptions {
    /// The place: FILE:LINE:COLUMN, or FILE:LINE for the value of the line.
    #[arg(value_name = "PLACE", value_hint = ValueHint::FilePath)]
    pub(crate) place: String,

    /// The form of the answer.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) output_format: RevealFormat,

    #[command(flatten)]
    pub(crate) read_as: ReadOptions,
}

/// A form of what `reveal` says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum RevealFormat {
    /// A few lines.
    Text,
    /// One object.
    Json,
}

/// The options of `loops`.
#[derive(Clone, Debug, Args)]
pub(crate) struct LoopsOptions {
    /// Files and directories with tests [default: the current directory].
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub(crate) paths: Vec<PathBuf>,

    /// Answer as if this version of pytest-asyncio were installed.
    #[arg(long, value_name = "VERSION", conflicts_with = "compare")]
    pub(crate) plugin_version: Option<Version>,

    /// List the tests that another version of pytest-asyncio would run in another way.
    #[arg(long, num_args = 2, value_names = ["FROM", "TO"])]
    pub(crate) compare: Vec<Version>,

    /// The form of the answer.
    #[arg(long, alias = "format", value_name = "FORMAT", default_value = "text")]
    pub(crate) output_format: LoopsFormat,

    /// Use this configuration file (`loopmend.toml` or `pyproject.toml`) and no other.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, conflicts_with = "isolated")]
    pub(crate) config: Option<PathBuf>,

    /// Read no configuration file of loopmend.
    #[arg(long)]
    pub(crate) isolated: bool,

    /// The interpreter, or the directory of the environment, whose packages the tests import.
    #[arg(long, value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub(crate) python: Option<PathBuf>,
}

/// A form of what `loops` says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum LoopsFormat {
    /// A tree.
    Text,
    /// One object.
    Json,
    /// A page for a browser, in one file.
    Html,
}

/// The options of `inventory`.
#[derive(Clone, Debug, Args)]
pub(crate) struct InventoryOptions {
    /// Files and directories to look at [default: the current directory].
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub(crate) paths: Vec<PathBuf>,

    /// List the classes and globals instead that several tasks, threads or processes reach.
    #[arg(long)]
    pub(crate) shared_state: bool,

    #[command(flatten)]
    pub(crate) listing: ListingOptions,

    #[command(flatten)]
    pub(crate) read_as: ReadOptions,
}

/// The options of `categories`.
#[derive(Clone, Debug, Args)]
pub(crate) struct CategoriesOptions {
    /// Files and directories of the project [default: the current directory].
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub(crate) paths: Vec<PathBuf>,

    /// Only the tests of this category.
    #[arg(long, value_name = "CATEGORY")]
    pub(crate) category: Option<TestCategoryName>,

    /// Only the tests whose marks say something else.
    #[arg(long)]
    pub(crate) disagreeing: bool,

    /// Print what `--write` would do as a patch, write nothing, and exit with 1 if there is anything.
    #[arg(long, conflicts_with_all = ["disagreeing", "output_format", "output_file"])]
    pub(crate) diff: bool,

    /// Give each test that has no mark of a category one, and register the marks; `loopmend fix --undo` takes it back.
    #[arg(long, conflicts_with_all = ["diff", "disagreeing", "output_format", "output_file"])]
    pub(crate) write: bool,

    /// Write to files with uncommitted changes too.
    #[arg(long, requires = "write")]
    pub(crate) allow_dirty: bool,

    #[command(flatten)]
    pub(crate) listing: ListingOptions,

    #[command(flatten)]
    pub(crate) read_as: ReadOptions,
}

/// The name of a category of tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TestCategoryName {
    Unit,
    Integration,
    EndToEnd,
}

impl From<TestCategoryName> for Category {
    fn from(name: TestCategoryName) -> Self {
        match name {
            TestCategoryName::Unit => Self::Unit,
            TestCategoryName::Integration => Self::Integration,
            TestCategoryName::EndToEnd => Self::EndToEnd,
        }
    }
}

/// How a list is written.
#[derive(Clone, Debug, Args)]
pub(crate) struct ListingOptions {
    /// The form of the answer.
    #[arg(long, alias = "format", value_name = "FORMAT", default_value = "table")]
    pub(crate) output_format: TableFormat,

    /// Write the answer to a file, whole or not at all.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) output_file: Option<PathBuf>,
}

/// A form of what `inventory` and `categories` say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TableFormat {
    /// A table, a few lines for each entry.
    Table,
    /// One object.
    Json,
    /// A section with tables.
    Markdown,
}

/// The options of `doctor`.
#[derive(Clone, Debug, Args)]
pub(crate) struct DoctorOptions {
    /// Files and directories of the project [default: the current directory], or `-` for what a run printed, on standard
    /// input.
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub(crate) paths: Vec<PathBuf>,

    /// Explain this error text.
    #[arg(long, value_name = "TEXT", conflicts_with = "junit", allow_hyphen_values = true)]
    pub(crate) error: Option<String>,

    /// Explain the failures of a report in the form of JUnit.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) junit: Option<PathBuf>,

    /// Say in which steps the suite gets to this version of pytest-asyncio [default: the newest known].
    #[arg(long, value_name = "VERSION", num_args = 0..=1, default_missing_value = "", conflicts_with_all = ["error", "junit"])]
    pub(crate) migrate: Option<String>,

    /// Print the edits of the migration as a patch, write nothing, and exit with 1 if there are any.
    #[arg(long, requires = "migrate", conflicts_with_all = ["output_format", "output_file"])]
    pub(crate) diff: bool,

    /// Make the edits of the migration; `loopmend fix --undo` takes them back.
    #[arg(long, requires = "migrate", conflicts_with = "diff")]
    pub(crate) write: bool,

    /// Write to files with uncommitted changes too.
    #[arg(long, requires = "write")]
    pub(crate) allow_dirty: bool,

    /// The form of the answer.
    #[arg(long, alias = "format", value_name = "FORMAT", default_value = "text")]
    pub(crate) output_format: DoctorFormat,

    /// Write the answer to a file, whole or not at all.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) output_file: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) read_as: ReadOptions,
}

/// A form of what `doctor` says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DoctorFormat {
    /// For people.
    Text,
    /// One object.
    Json,
    /// A section for a pull request.
    Markdown,
}

/// How many tests a list of facts names where nothing else is said.
pub(crate) const DEFAULT_FACTS: usize = 10;
const DEFAULT_FACTS_TEXT: &str = "10";

/// The options of `test`.
#[derive(Clone, Debug, Args)]
pub(crate) struct TestOptions {
    /// What pytest is given, behind `--`.
    #[arg(value_name = "PYTEST ARGS", last = true)]
    pub(crate) pytest_arguments: Vec<OsString>,

    /// Exit with 1 if these rules have a finding: names or codes, separated by commas.
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub(crate) fail_on: Vec<String>,

    /// The form of the report.
    #[arg(long, value_name = "FORMAT", default_value = "full")]
    pub(crate) output_format: TestFormat,

    /// Write the report to a file, whole or not at all.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) output_file: Option<PathBuf>,

    /// Write the session as a page for a browser too, in one file: the tests over time, their event loops, what was seen.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) timeline: Option<PathBuf>,

    /// Run the tests with findings once more, without the others, and show all calls that led to each finding, up to 16; what that
    /// run does not show again is said.
    #[arg(long)]
    pub(crate) stacks: bool,

    /// Report what holds an event loop for more milliseconds than this [default: 50]; `--blocking=100`.
    #[arg(long, value_name = "MS", num_args = 0..=1, require_equals = true, default_missing_value = "50", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) blocking: Option<u32>,

    /// Show how many event loops the tests ran on, and the N tests that made most tasks and, with `--blocking`, held a loop
    /// longest [default: 10; 0: all].
    #[arg(long, value_name = "N", num_args = 0..=1, require_equals = true, default_missing_value = DEFAULT_FACTS_TEXT)]
    pub(crate) facts: Option<usize>,

    /// Measure how much memory there was at most, and show the tests during which it grew most.
    #[arg(long)]
    pub(crate) memory: bool,

    /// End pytest after so many seconds, and say which test was running.
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) timeout: Option<u64>,

    #[command(flatten)]
    pub(crate) read_as: ReadOptions,
}

/// A form of what `test` says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TestFormat {
    /// Code frames with notes.
    Full,
    /// One line for each finding.
    Concise,
    /// One object; pytest's own output goes to standard error.
    Json,
}

/// The options of `clean`.
#[derive(Clone, Debug, Args)]
pub(crate) struct CleanOptions {
    /// Remove the caches of all projects, not only that of the project in the working directory.
    #[arg(long)]
    pub(crate) all: bool,

    /// Where the cache is [environment: LOOPMEND_CACHE_DIR].
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(crate) cache_dir: Option<PathBuf>,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::Arguments;

    #[test]
    fn the_definitions_are_consistent() {
        Arguments::command().debug_assert();
    }
}
