//! The command line.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::styling::{AnsiColor, Styles};
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum, ValueHint};
use clap_complete::Shell;
use loopmend_project::{DiscoverOptions, PythonVersion, Version};
use loopmend_reports::Category;
use loopmend_semantic::Part;

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
    0  no finding at level `error`
    1  findings at level `error` (with --error-on-warning: any finding)
    2  the command line, the configuration or the environment is wrong
   70  loopmend itself failed; please report it
  130  interrupted; the findings so far were printed";

const MAIN_HELP: &str = "\
Examples:
  loopmend check                        check the project in this directory
  loopmend fix --diff                   show the safe fixes, and change no file
  loopmend explain unawaited-coroutine  show the page of a rule
  loopmend rules                        list all rules

`loopmend help COMMAND` explains a command in full.";

const CHECK_HELP: &str = "\
Examples:
  loopmend check                              check this directory
  loopmend check src tests/test_api.py        check some paths
  loopmend check --since main                 report only lines changed since `main`
  loopmend check --write-baseline known.json  accept today's findings …
  loopmend check --baseline known.json        … and report only new ones
  loopmend check --no-join                    show each call by itself
  loopmend check --observed run.json          add what a test run showed: `loopmend test
                                              --output-format json --output-file run.json`
  loopmend check --output-format github       write annotations for GitHub Actions
  loopmend check - --stdin-filename app.py < app.py

Cache:
  loopmend caches its results. The cache directory is the first of --cache-dir,
  LOOPMEND_CACHE_DIR, `cache-dir` in the settings, and `loopmend` in the user's cache directory.
  `cache-dir` must lie in the project. `loopmend clean` removes the cache of this project, and
  `loopmend clean --all` removes all caches. Apart from the cache, `check` writes only the files
  that you name. It never executes the project's code.";

const FIX_HELP: &str = "\
Examples:
  loopmend fix                                apply the safe fixes in this directory
  loopmend fix --unsafe --diff src            show all fixes for src, and change no file
  loopmend fix --unsafe --review              ask before each fix
  loopmend fix --select unawaited-coroutine --unsafe
  loopmend fix --add-ignore                   write comments that ignore today's findings
  loopmend fix --undo                         undo the last fix
  loopmend fix --verify --report report.md    run the tests before and after, keep what they prove,
                                              and write the report
  loopmend fix --verify src -- -k checkout    the same for src, with arguments for pytest
  loopmend fix --verify --migrate             try the migration to the newest pytest-asyncio
  loopmend fix --unsafe --output-format json > plan.json
  loopmend fix --apply plan.json              apply the fixes of a plan

Safe and unsafe fixes:
  A safe fix changes nothing but the bug. An unsafe fix starts code that did not run before, or
  changes timing, as every `await` does. Read such fixes, or run your tests afterwards.
  `loopmend explain RULE` says how safe the fix of a rule is. Fixes that `check` shows as a
  suggestion are never applied.

Fixes of likely findings:
  A finding that `check` calls likely may be false, and its fix may break correct code. Only
  --likely applies such fixes; those that are unsafe need --unsafe too.

How fixes are checked:
  loopmend checks the project again after each pass. It keeps a fix only if the file still parses,
  the finding is gone and no new finding has appeared. Otherwise loopmend undoes the fix and names
  it. loopmend never changes generated files (`@generated` in the first lines), installed packages
  or read-only files. git cannot restore uncommitted changes, so files with such changes need
  --allow-dirty.

How --verify proves them:
  loopmend copies the project, runs the tests that the fixes reach in the copy before and after,
  and gives each fix a verdict: `verified` (its defect was seen at its place before, and is gone),
  `neutral` (its lines ran, and nothing changed), `untested` (no test runs its lines), `reverted`
  (tests got worse) or `inconclusive`. It tries unsafe fixes and fixes of likely findings too. It
  writes verified and neutral fixes, and safe ones that are untested; --unsafe also writes the
  other untested and inconclusive ones. Of likely findings, it writes only verified fixes, unless
  --likely is given. Tests that differ run up to ten more times, so that chance proves nothing.
  Only --verify executes the project's code.

How --verify --migrate proves a migration:
  The fixes are the edits of `loopmend doctor --migrate --write`. uv or pip installs the new
  versions into loopmend's cache, and the tests after the change import them from there. The
  environment of the project stays as it is. A migration is written as a whole or not at all.

What is written:
  All files change together, or none does. A journal in `.loopmend-fix` at the top of the project
  (ignored by git) keeps the original files. If loopmend is killed, the next `loopmend fix`
  restores every file with its mode and times. After a successful run, --undo restores them.";

const FIX_EXIT_CODES: &str = "\
Exit codes:
    0  done, or there was nothing to do
    1  with --diff: files would change; with --verify: findings remain; otherwise: a fix was
       undone, or a file was skipped
    2  the command line, the configuration or the environment is wrong; nothing was changed
    3  with --verify: a fix was reverted, or is untested or inconclusive
   70  loopmend itself failed; please report it
  130  interrupted; nothing was changed";

const REPORT_HELP: &str = "\
Examples:
  loopmend fix --verify --report run.json   run the tests, and keep what was measured
  loopmend report run.json                  print the report as Markdown
  loopmend report run.json report.html      write it as one page for a browser";

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

  point at `client` for the object, at `close` for the method, at the `(` for what the call
  returns, and at `await` for the awaited result:

      $ loopmend reveal src/app.py:12:23
      src/app.py:12:11: client.close()
        kind        coroutine
        type        coroutine Client.close -> None
        confidence  certain
        1. `Client.close` is defined as `async def` (src/client.py:8:5)

  Lines and columns count from 1, and columns count characters. An expression that loopmend cannot
  infer is `unknown`, and no rule reports it.";

const LOOPS_HELP: &str = "\
Examples:
  loopmend loops                                the suite in this directory
  loopmend loops tests/test_api.py              one file
  loopmend loops --plugin-version 1.5.0         as if pytest-asyncio 1.5.0 were installed
  loopmend loops --compare 0.21.1 1.5.0         the tests that an upgrade would run differently
  loopmend loops --output-format json
  loopmend loops --output-format html > loops.html   a page with a picture, for a browser

  loopmend runs nothing: it reads pytest's configuration, the installed versions, marks and
  fixtures. Tests listed under one event loop share it. A test that loopmend cannot predict is
  `unknown`, with the reason.";

const INVENTORY_HELP: &str = "\
Examples:
  loopmend inventory                                the project in this directory
  loopmend inventory src/jobs                       some files only; loopmend then does not see
                                                    their callers in other files
  loopmend inventory --output-format markdown       a section for a pull request
  loopmend inventory --output-format json --output-file loops.json
  loopmend inventory --shared-state                 the classes and globals that several tasks,
                                                    threads or processes reach

What it lists:
  Every call that starts, gets, sets, patches or closes an event loop: asyncio.run,
  run_until_complete, get_event_loop, new_event_loop, anyio.run, async_to_sync, nest_asyncio.apply,
  uvicorn.run and similar calls. Such functions are also listed where they are passed as values or
  used as decorators.

      at risk      src/feeds/jobs.py:12  asyncio.run in refresh [library]
                   nothing in the project calls `refresh`; a caller on a running loop gets a
                   `RuntimeError`; instead: an async function beside it, and one `run_sync` helper
                   nothing in the project calls it > refresh

  The context is what runs the code: a command line, a task worker, a web route, a thread, a
  process, a test, a script, a notebook or a callback of an event loop. It is `library` if nothing
  in the project calls the code. loopmend recognises frameworks by the imports of the code; they
  need not be installed.

Verdicts:
  fine         no event loop runs there, or the call is meant for a running loop
  at risk      the call fails for some callers, or in some versions of Python
  must change  an event loop runs there, or Python no longer allows the call

  If several call paths reach a place, the worst verdict counts, and its path is shown. loopmend
  runs nothing: it reads the code. `requires-python` decides which versions of Python count.

With --shared-state:
  Each class and each module global that several tasks, threads or processes reach, with its
  mutable attributes, the code that writes them, the context of that code, the locks that guard
  them, and the places that decided the verdict.

      unguarded   src/feeds/pool.py:8  class Pool [it makes the lock `lock`]
                  `free`: `Pool.take` writes it under `self.lock`, and `Pool.reset` without

  unguarded    updates can interleave, and no common lock guards them
  guarded      every write that needs a lock holds the same lock, of the right kind
  confined     one loop writes it, each time in one step; or one thread; or each process its own
  immutable    nothing writes it after it was created";

const CATEGORIES_HELP: &str = "\
Examples:
  loopmend categories                           the suite in this directory
  loopmend categories tests/test_api.py         one file
  loopmend categories --category integration    the tests of one category
  loopmend categories --disagreeing             the tests whose marks contradict their category
  loopmend categories --output-format markdown  a section for a pull request
  loopmend categories --write                   mark the tests that have no category mark
  loopmend categories --diff                    show these marks as a patch, and change no file

      integration  tests/test_feeds.py:14  test_feeds.py::test_refresh
                   network: `aiohttp.ClientSession.get`
                   test_refresh (tests/test_feeds.py:16) > refresh (src/feeds/jobs.py:31)

Categories:
  unit         the test stays in the process, reads or writes files, or waits for a while
  integration  the test reaches a server, a database, a container or another process, or reads a
               key from the environment
  end-to-end   the test drives a browser

  A test reaches what it and its fixtures call, and what these functions call, as far as loopmend
  can follow the calls. Whatever a test replaces (`patch`, `monkeypatch`, aioresponses, respx,
  fakeredis, …) does not count. loopmend runs nothing: it reads the code.

With --write:
  loopmend marks each test as `unit`, `integration` or `e2e`, or with the names that the suite
  already uses. A mark goes above a function, above a class, or as `pytestmark` above a file: the
  widest of these whose tests are all of one category. loopmend registers the marks in pytest's
  configuration. It lists marks that contradict the category, and leaves them as they are.
  `loopmend fix --undo` undoes the edits.";

const CATEGORIES_EXIT_CODES: &str = "\
Exit codes:
    0  done, or there was nothing to do
    1  with --diff: files would change; with --write: a test or a file was skipped
    2  the command line, the configuration or the environment is wrong; nothing was changed
   70  loopmend itself failed; please report it
  130  interrupted; nothing was changed";

const DOCTOR_HELP: &str = "\
Examples:
  loopmend doctor                               diagnose the suite in this directory
  loopmend doctor --python .venv                use the packages of that environment
  loopmend doctor --error \"This event loop is already running\"
  pytest | loopmend doctor                      find the causes of the failures
  loopmend doctor - < log.txt
  pytest --junit-xml report.xml; loopmend doctor --junit report.xml
  loopmend doctor --output-format markdown      a section for a pull request or an issue
  loopmend doctor --migrate                     plan the steps to the newest pytest-asyncio
  loopmend doctor tests --migrate 1.3.0 --diff  show the edits of the migration as a patch
  loopmend doctor --migrate --write             make the edits; `loopmend fix --undo` undoes them
  loopmend fix --verify --migrate               run the tests before and after the migration

Without an error text:
  doctor shows the interpreter, the installed versions of pytest and its async plugins, the
  configuration of pytest with lines, and a summary of the suite. Then it lists what is wrong, in
  the best order to fix it, each with the error text that these versions print, the places and the
  cure. These are the findings of `loopmend check --select 3xx`, and what changes only with a later
  version; comments and settings apply to them. doctor runs nothing.

With an error text:
  doctor recognises errors of asyncio, pytest, pytest-asyncio, anyio, trio, aiohttp, SQLAlchemy,
  Playwright, uvloop, nest_asyncio and Django, also if the text is wrapped, coloured, indented or
  cut. In the output of a run, each failing test gets its cause and its place, and tests with the
  same cause are listed together. In the directory of a project, doctor adds the findings that fit.
  For a text that it does not recognise, doctor shows the most similar known texts.";

const DOCTOR_EXIT_CODES: &str = "\
Exit codes:
    0  nothing is wrong, and nothing failed; with --migrate: no step is left
    1  something is wrong or failed; with --migrate: steps are left
    2  the command line, the configuration, the environment or the input is wrong
   70  loopmend itself failed; please report it";

const TEST_HELP: &str = "\
Examples:
  loopmend test                          run the tests of this directory, as `python -m pytest` does
  loopmend test -- tests/test_api.py -k login -x
  loopmend test -- -n auto               run them with pytest-xdist
  loopmend test --fail-on task-leak,event-loop-never-closed
  loopmend test --blocking               also report code that blocks an event loop for over 50 ms
  loopmend test --stacks                 run tests with findings again, to show how they arose
  loopmend test --facts --memory         also show the tests that made the most tasks, and when
                                         memory grew
  loopmend test --timeline session.html  also write a page with the tests over time and their loops
  loopmend test --output-format json > seen.json

What it does:
  `test` runs the project's own pytest with its own settings. A probe records what happens and
  changes no outcome. pytest prints what it always prints. Then loopmend reports what the probe
  saw, each with the line that created it, the test and the phase:

    coroutines that were never awaited        calls of AsyncMock that were never awaited
    tasks that were left or vanished          exceptions that nobody looked at
    loops, generators and thread pools that were left open

  Use @pytest.mark.loopmend(allow=[\"task-leak\"]) for a test that leaks on purpose. Plain pytest
  knows the mark too where the wheel is installed. Comments such as `# loopmend: ignore[RULE]` and
  the levels in the settings work as they do for `check`.

  With --stacks, the tests with findings run twice, the second time in one process and without the
  other tests. -v shows pytest's output of the second run. The exit status is that of the first run.

  docs/testing.md describes what is seen and what is not.

  The JSON report has more about each test: its event loops, the number of tasks, the duration and
  the outcome. If pytest writes a JUnit report (`-- --junitxml FILE`), the report gets these values
  as properties.";

const TEST_EXIT_CODES: &str = "\
Exit codes:
    0  all tests passed, and there is no finding at level `error`
    1  tests failed or were cut off, or there is a finding at level `error` or in --fail-on
    2  pytest is missing, refused its command line, could not collect, or found no tests
   70  loopmend itself failed; please report it
  130  interrupted, and so was pytest; the findings so far were printed. A second Ctrl-C ends
       pytest at once";

/// Finds and fixes event-loop and coroutine bugs in Python projects.
#[derive(Debug, Parser)]
#[command(name = "loopmend", version, styles = STYLES, max_term_width = 100)]
#[command(after_help = MAIN_HELP, after_long_help = format!("{MAIN_HELP}\n\n{EXIT_CODES}"))]
#[command(disable_help_subcommand = false, subcommand_negates_reqs = true)]
pub(crate) struct Arguments {
    /// The command.
    #[command(subcommand)]
    pub(crate) command: Option<Command>,

    /// Print the completion script for a shell.
    #[arg(long, value_name = "SHELL", exclusive = true)]
    pub(crate) completions: Option<Shell>,

    /// The options of every command.
    #[command(flatten)]
    pub(crate) global: GlobalOptions,
}

/// The options of every command.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct GlobalOptions {
    /// When to use colours and links; `auto` obeys NO_COLOR and FORCE_COLOR.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", help_heading = GLOBAL)]
    pub(crate) color: ColorWhen,

    /// Print findings and errors only.
    #[arg(long, short, global = true, conflicts_with = "verbose", help_heading = GLOBAL)]
    pub(crate) quiet: bool,

    /// Print where the time went, on standard error.
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
    /// Apply fixes and check the project again; with `--verify`, prove them by the tests.
    #[command(after_help = FIX_EXIT_CODES, after_long_help = format!("{FIX_HELP}\n\n{FIX_EXIT_CODES}"))]
    Fix(Box<FixOptions>),
    /// Show a saved run of `fix --verify` as Markdown, or write it in other forms.
    #[command(after_help = REPORT_HELP)]
    Report(SavedReportOptions),
    /// Explain a rule: show its page.
    Explain(ExplainOptions),
    /// List all rules.
    Rules(RulesOptions),
    /// Show the inferred type of an expression, and why.
    #[command(after_help = REVEAL_EXAMPLE, after_long_help = REVEAL_HELP)]
    Reveal(RevealOptions),
    /// Show for each test whether it runs, by which plugin, and on which event loop.
    #[command(after_long_help = LOOPS_HELP)]
    Loops(LoopsOptions),
    /// List the places that start or use an event loop, or the shared state, with a verdict for each.
    #[command(after_long_help = INVENTORY_HELP)]
    Inventory(InventoryOptions),
    /// Classify each test as unit, integration or end-to-end, and show why.
    #[command(after_help = CATEGORIES_EXIT_CODES, after_long_help = format!("{CATEGORIES_HELP}\n\n{CATEGORIES_EXIT_CODES}"))]
    Categories(CategoriesOptions),
    /// Diagnose the event-loop setup of the tests, or explain an error text.
    #[command(after_help = DOCTOR_EXIT_CODES, after_long_help = format!("{DOCTOR_HELP}\n\n{DOCTOR_EXIT_CODES}"))]
    Doctor(Box<DoctorOptions>),
    /// Run the tests, and report the coroutines, tasks and event loops that they leave behind.
    #[command(after_help = TEST_EXIT_CODES, after_long_help = format!("{TEST_HELP}\n\n{TEST_EXIT_CODES}"))]
    Test(TestOptions),
    /// Remove the cache of this project, or all caches (`--all`).
    Clean(CleanOptions),
    /// Print the JSON schema of the settings, or of the data of a report.
    Schema(SchemaOptions),
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

    /// The path of the file on standard input: it decides the module's name, its settings and its kind.
    #[arg(long, value_name = "PATH", value_hint = ValueHint::FilePath)]
    pub(crate) stdin_filename: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) rules: RuleOptions,

    #[command(flatten)]
    pub(crate) report: ReportOptions,

    #[command(flatten)]
    pub(crate) history: HistoryOptions,

    #[command(flatten)]
    pub(crate) project: ProjectOptions,

    /// Apply the safe fixes first, as `loopmend fix` does, and report the remaining findings.
    #[arg(long, help_heading = FIXES, conflicts_with_all = ["watch", "write_baseline", "baseline", "since", "show_files", "show_settings"])]
    pub(crate) fix: bool,

    #[command(flatten)]
    pub(crate) apply: ApplyOptions,

    /// Check again whenever a file changes, until Ctrl-C.
    #[arg(long, help_heading = RUN, conflicts_with_all = ["write_baseline", "output_file", "show_files", "show_settings"])]
    pub(crate) watch: bool,

    /// The number of threads [default: one for each processor].
    #[arg(long, short, help_heading = RUN, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) jobs: Option<u16>,

    /// Print the files that would be checked, and stop.
    #[arg(long, help_heading = RUN, conflicts_with = "show_settings")]
    pub(crate) show_files: bool,

    /// Print the settings in effect and where they come from, and stop.
    #[arg(long, help_heading = RUN)]
    pub(crate) show_settings: bool,
}

/// The fixes that are applied, and the files that they may change.
#[derive(Clone, Copy, Debug, Default, Args)]
#[command(next_help_heading = "Fixes")]
pub(crate) struct ApplyOptions {
    /// Also apply unsafe fixes, which start code that did not run before or change timing.
    #[arg(long = "unsafe", visible_alias = "unsafe-fixes")]
    pub(crate) unsafe_fixes: bool,

    /// Also apply fixes of likely findings, which may be false.
    #[arg(long)]
    pub(crate) likely: bool,

    /// Also change files with uncommitted changes.
    #[arg(long)]
    pub(crate) allow_dirty: bool,
}

/// The options that read the git history.
#[derive(Clone, Copy, Debug, Default, Args)]
#[command(next_help_heading = "Report")]
pub(crate) struct HistoryOptions {
    /// Show the commit that removed or renamed a missing name, and suggest the name that took its place.
    #[arg(long)]
    pub(crate) blame: bool,
}

/// The options of `fix`.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct FixOptions {
    /// Files and directories to fix [default: the current directory].
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub(crate) paths: Vec<PathBuf>,

    #[command(flatten)]
    pub(crate) apply: ApplyOptions,

    /// Print the changes as a unified diff, change no file, and exit with 1 if there are any.
    #[arg(long, help_heading = FIXES)]
    pub(crate) diff: bool,

    /// Ask before each fix.
    #[arg(long, help_heading = FIXES, conflicts_with_all = ["diff", "output_format"])]
    pub(crate) review: bool,

    /// Write comments that ignore the findings, instead of fixing them.
    #[arg(long, help_heading = FIXES, conflicts_with_all = ["review", "unsafe_fixes", "likely", "output_format"])]
    pub(crate) add_ignore: bool,

    /// `text`, or `json`: print the fixes as a plan for other programs, and change no file.
    #[arg(long, value_name = "FORMAT", default_value = "text", help_heading = FIXES, conflicts_with = "diff")]
    pub(crate) output_format: FixFormat,

    /// Apply the fixes of a plan, if its files are unchanged.
    #[arg(long = "apply", value_name = "PLAN", value_hint = ValueHint::FilePath, help_heading = FIXES, conflicts_with_all = ["add_ignore", "unsafe_fixes", "likely", "output_format", "select", "ignore"])]
    pub(crate) apply_plan: Option<PathBuf>,

    /// Undo the last fix in this project, or one that was interrupted.
    #[arg(long, help_heading = FIXES, conflicts_with_all = ["diff", "review", "add_ignore", "apply_plan", "output_format", "unsafe_fixes", "likely", "select", "ignore"])]
    pub(crate) undo: bool,

    #[command(flatten)]
    pub(crate) verify: VerifyOptions,

    #[command(flatten)]
    pub(crate) history: HistoryOptions,

    #[command(flatten)]
    pub(crate) rules: RuleOptions,

    #[command(flatten)]
    pub(crate) project: ProjectOptions,

    /// The number of threads [default: one for each processor].
    #[arg(long, short, help_heading = RUN, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) jobs: Option<u16>,
}

/// How fixes are tried before they are written.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Verification")]
pub(crate) struct VerifyOptions {
    /// Run the tests before and after in a copy of the project, give each fix a verdict, and write only what holds.
    #[arg(long, conflicts_with_all = ["diff", "review", "add_ignore", "apply_plan", "output_format", "undo"])]
    pub(crate) verify: bool,

    /// Write a report: Markdown (`.md`), one self-contained page (`.html`) or data (`.json`). May be given several times.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, requires = "verify")]
    pub(crate) report: Vec<PathBuf>,

    /// Add what other commands say of the project after the change: `inventory`, `shared-state`, `categories`, `loops`.
    #[arg(
        long,
        value_name = "WHAT",
        value_delimiter = ',',
        hide_possible_values = true,
        requires = "report"
    )]
    pub(crate) include: Vec<IncludedReport>,

    /// Run both sides once more and report the line coverage by package. Needs the package `coverage`.
    #[arg(long, requires = "report")]
    pub(crate) coverage: bool,

    /// Try the edits that migrate the suite to this version of pytest-asyncio [default: the newest known], and run the tests after
    /// the change with it.
    #[arg(long, value_name = "VERSION", num_args = 0..=1, default_missing_value = "", requires = "verify", conflicts_with_all = ["select", "ignore"])]
    pub(crate) migrate: Option<String>,

    /// Run all tests, also those that the fixes do not reach.
    #[arg(long, requires = "verify")]
    pub(crate) all_tests: bool,

    /// Run only these tests: files, directories or node ids.
    #[arg(long, value_name = "TESTS", num_args = 1.., requires = "verify", conflicts_with = "all_tests")]
    pub(crate) tests: Vec<String>,

    /// Stop pytest when no test begins or ends for this many seconds, and go on with the other tests [default: 120].
    #[arg(long, value_name = "SECONDS", requires = "verify", value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) timeout: Option<u64>,

    /// Stop after this many seconds and keep the verdicts so far. Fixes without a verdict are not written.
    #[arg(long, value_name = "SECONDS", requires = "verify", value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) budget: Option<u64>,

    /// The arguments of pytest, after `--`.
    #[arg(value_name = "PYTEST ARGS", last = true, requires = "verify")]
    pub(crate) pytest_arguments: Vec<OsString>,
}

/// The options of `schema`.
#[derive(Clone, Copy, Debug, Args)]
pub(crate) struct SchemaOptions {
    /// `settings`, or `report`: the data that `fix --verify --report FILE.json` writes.
    #[arg(value_name = "WHAT", default_value = "settings")]
    pub(crate) of: SchemaOf,
}

/// Data that has a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum SchemaOf {
    /// The settings.
    Settings,
    /// A report of `fix --verify`.
    Report,
}

/// The options of `report`.
#[derive(Clone, Debug, Args)]
pub(crate) struct SavedReportOptions {
    /// The data that `fix --verify --report RUN.json` wrote.
    #[arg(value_name = "RUN", value_hint = ValueHint::FilePath)]
    pub(crate) run: PathBuf,

    /// Files to write: `.md`, `.html` or `.json` [default: Markdown on standard output].
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) files: Vec<PathBuf>,
}

/// A format of `fix`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum FixFormat {
    /// Text.
    #[default]
    Text,
    /// A plan.
    Json,
}

/// The rules that run.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Rules")]
pub(crate) struct RuleOptions {
    /// Run only these rules: names, codes, groups such as `1xx` or `LM1`, or `ALL`, separated by commas.
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub(crate) select: Vec<String>,

    /// Do not run these rules.
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub(crate) ignore: Vec<String>,

    /// Also report findings that are off by default: few of their kind were worth a change in the applications that were read.
    #[arg(long)]
    pub(crate) strict: bool,
}

/// The report.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Report")]
pub(crate) struct ReportOptions {
    /// The format of the report.
    #[arg(long, value_name = "FORMAT", default_value = "full")]
    pub(crate) output_format: OutputFormat,

    /// Write the report to a file; an interrupted run leaves the file as it was.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) output_file: Option<PathBuf>,

    /// Count the findings of each rule instead of showing them (formats `full`, `concise` and `json`).
    #[arg(long)]
    pub(crate) statistics: bool,

    /// Show each finding by itself. Without this option, one finding stands for all places of one cause or decision, such as the calls of
    /// one function that blocks, or of one synchronous session.
    #[arg(long)]
    pub(crate) no_join: bool,

    /// Exit with 1 if there are warnings, not only errors.
    #[arg(long)]
    pub(crate) error_on_warning: bool,

    /// Exit with 0 even if there are findings.
    #[arg(long, conflicts_with = "error_on_warning")]
    pub(crate) exit_zero: bool,

    /// Hide the findings listed in this file; they are matched by rule, path, symbol and text, not by line.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, conflicts_with = "write_baseline")]
    pub(crate) baseline: Option<PathBuf>,

    /// Write all findings to a baseline file, and exit with 0.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, conflicts_with = "since")]
    pub(crate) write_baseline: Option<PathBuf>,

    /// Compare with a run of the tests, saved by `loopmend test --output-format json`. Findings that the run confirms become
    /// certain, and findings that only the run showed are added.
    #[arg(long, value_name = "RUN", value_hint = ValueHint::FilePath)]
    pub(crate) observed: Option<PathBuf>,

    /// Report only findings on lines changed since a git revision; untracked files count as changed.
    #[arg(long, value_name = "REV")]
    pub(crate) since: Option<String>,
}

/// The settings and the Python environment of the project.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct ReadOptions {
    /// Use only this configuration file (`loopmend.toml` or `pyproject.toml`).
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, conflicts_with = "isolated")]
    pub(crate) config: Option<PathBuf>,

    /// Read no configuration file.
    #[arg(long)]
    pub(crate) isolated: bool,

    /// The interpreter or the environment directory whose packages the project imports [default: the first of `python` in the
    /// settings, `VIRTUAL_ENV`, `UV_PROJECT_ENVIRONMENT`, the environment that loopmend is installed in, `.venv` or `venv` of the
    /// project, the active conda environment, those of poetry and hatch, and `python3` on `PATH`].
    #[arg(long, value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub(crate) python: Option<PathBuf>,

    /// The Python version to assume, such as 3.12.
    #[arg(long, value_name = "VERSION")]
    pub(crate) python_version: Option<PythonVersion>,
}

impl ReadOptions {
    /// The options to discover the project of some paths.
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

/// The project and its cache.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Project")]
pub(crate) struct ProjectOptions {
    #[command(flatten)]
    pub(crate) read_as: ReadOptions,

    /// Neither read nor write the cache.
    #[arg(long)]
    pub(crate) no_cache: bool,

    /// The cache directory [environment: LOOPMEND_CACHE_DIR].
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub(crate) cache_dir: Option<PathBuf>,
}

/// A format of the report.
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
    /// `true` if people read it directly, so that a summary may follow.
    pub(crate) fn is_for_people(self) -> bool {
        matches!(self, Self::Full | Self::Concise)
    }
}

/// The options of `explain`.
#[derive(Clone, Debug, Args)]
pub(crate) struct ExplainOptions {
    /// The rule: its name (`unawaited-coroutine`), its code (`LM101`), or a code of another tool (`RUF006`).
    pub(crate) rule: String,
}

/// The options of `rules`.
#[derive(Clone, Debug, Args)]
pub(crate) struct RulesOptions {
    /// The format of the list.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) output_format: ListFormat,
}

/// A format of a list.
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

    /// The format of the output.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) output_format: RevealFormat,

    #[command(flatten)]
    pub(crate) read_as: ReadOptions,
}

/// A format of `reveal`.
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
    /// Files and directories with tests, or node ids [default: the current directory].
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub(crate) paths: Vec<PathBuf>,

    /// Show what would happen if this version of pytest-asyncio were installed.
    #[arg(long, value_name = "VERSION", conflicts_with = "compare")]
    pub(crate) plugin_version: Option<Version>,

    /// List the tests that two versions of pytest-asyncio run differently.
    #[arg(long, num_args = 2, value_names = ["FROM", "TO"])]
    pub(crate) compare: Vec<Version>,

    /// The format of the output.
    #[arg(long, alias = "format", value_name = "FORMAT", default_value = "text")]
    pub(crate) output_format: LoopsFormat,

    /// Use only this configuration file (`loopmend.toml` or `pyproject.toml`).
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, conflicts_with = "isolated")]
    pub(crate) config: Option<PathBuf>,

    /// Read no configuration file of loopmend.
    #[arg(long)]
    pub(crate) isolated: bool,

    /// The interpreter or the environment directory whose packages the tests import.
    #[arg(long, value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub(crate) python: Option<PathBuf>,
}

/// A format of `loops`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum LoopsFormat {
    /// A tree.
    Text,
    /// One object.
    Json,
    /// A page for a browser, in one file.
    Html,
}

/// A verdict on a place that starts or uses an event loop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum LoopVerdict {
    /// An event loop runs there.
    MustChange,
    /// An event loop may run there.
    AtRisk,
    /// Nothing is wrong.
    Fine,
}

/// The options of `inventory`.
#[derive(Clone, Debug, Args)]
pub(crate) struct InventoryOptions {
    /// Files and directories to list [default: the current directory].
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub(crate) paths: Vec<PathBuf>,

    /// List the classes and globals that several tasks, threads or processes reach, instead of event loops.
    #[arg(long)]
    pub(crate) shared_state: bool,

    /// List only the places with these verdicts; the totals count all places.
    #[arg(long, value_name = "VERDICT", value_delimiter = ',', conflicts_with = "shared_state")]
    pub(crate) only: Vec<LoopVerdict>,

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

    /// List only the tests of this category.
    #[arg(long, value_name = "CATEGORY")]
    pub(crate) category: Option<TestCategoryName>,

    /// List only the tests whose marks contradict their category.
    #[arg(long)]
    pub(crate) disagreeing: bool,

    /// Print the edits of `--write` as a patch, change no file, and exit with 1 if there are any.
    #[arg(long, conflicts_with_all = ["disagreeing", "output_format", "output_file"])]
    pub(crate) diff: bool,

    /// Mark each test that has no category mark, and register the marks; `loopmend fix --undo` undoes the edits.
    #[arg(long, conflicts_with_all = ["diff", "disagreeing", "output_format", "output_file"])]
    pub(crate) write: bool,

    /// Also change files with uncommitted changes.
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

/// The format and the file of a list.
#[derive(Clone, Debug, Args)]
pub(crate) struct ListingOptions {
    /// The format of the output.
    #[arg(long, alias = "format", value_name = "FORMAT", default_value = "table")]
    pub(crate) output_format: TableFormat,

    /// Write the output to a file; an interrupted run leaves the file as it was.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) output_file: Option<PathBuf>,
}

/// A report that `fix --verify --include` adds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum IncludedReport {
    /// The places that start, get, set, patch or close event loops.
    Inventory,
    /// The classes and globals that several tasks, threads or processes reach.
    SharedState,
    /// The tests by what they reach.
    Categories,
    /// The event loop of each test.
    Loops,
}

/// A format of `inventory` and `categories`.
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
    /// Files and directories of the project [default: the current directory], or `-` to read the output of a run from standard
    /// input.
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub(crate) paths: Vec<PathBuf>,

    /// Explain this error text.
    #[arg(long, value_name = "TEXT", conflicts_with = "junit", allow_hyphen_values = true)]
    pub(crate) error: Option<String>,

    /// Explain the failures in a JUnit report.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) junit: Option<PathBuf>,

    /// Plan the migration of the suite to this version of pytest-asyncio [default: the newest known].
    #[arg(long, value_name = "VERSION", num_args = 0..=1, default_missing_value = "", conflicts_with_all = ["error", "junit"])]
    pub(crate) migrate: Option<String>,

    /// Print the edits of the migration as a patch, change no file, and exit with 1 if there are any.
    #[arg(long, requires = "migrate", conflicts_with_all = ["output_format", "output_file"])]
    pub(crate) diff: bool,

    /// Make the edits of the migration; `loopmend fix --undo` undoes them.
    #[arg(long, requires = "migrate", conflicts_with = "diff")]
    pub(crate) write: bool,

    /// Also change files with uncommitted changes.
    #[arg(long, requires = "write")]
    pub(crate) allow_dirty: bool,

    /// The format of the output.
    #[arg(long, alias = "format", value_name = "FORMAT", default_value = "text")]
    pub(crate) output_format: DoctorFormat,

    /// Write the output to a file; an interrupted run leaves the file as it was.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) output_file: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) read_as: ReadOptions,
}

/// A format of `doctor`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DoctorFormat {
    /// For people.
    Text,
    /// One object.
    Json,
    /// A section for a pull request.
    Markdown,
}

/// The number of tests in a list of facts, by default.
pub(crate) const DEFAULT_FACTS: usize = 10;
const DEFAULT_FACTS_TEXT: &str = "10";

/// The options of `test`.
#[derive(Clone, Debug, Args)]
pub(crate) struct TestOptions {
    /// The arguments of pytest, after `--`.
    #[arg(value_name = "PYTEST ARGS", last = true)]
    pub(crate) pytest_arguments: Vec<OsString>,

    /// Exit with 1 if one of these rules has a finding: names or codes, separated by commas.
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub(crate) fail_on: Vec<String>,

    /// The format of the report.
    #[arg(long, value_name = "FORMAT", default_value = "full")]
    pub(crate) output_format: TestFormat,

    /// Write the report to a file; an interrupted run leaves the file as it was.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) output_file: Option<PathBuf>,

    /// Also write the session as one page for a browser: the tests over time, their event loops, and the findings.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) timeline: Option<PathBuf>,

    /// Run the tests with findings again, without the others, and show the calls that led to each finding (at most 16). A note
    /// says what the second run did not show.
    #[arg(long)]
    pub(crate) stacks: bool,

    /// Report code that blocks an event loop for more milliseconds than this [default: 50], as in `--blocking=100`.
    #[arg(long, value_name = "MS", num_args = 0..=1, require_equals = true, default_missing_value = "50", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) blocking: Option<u32>,

    /// Show how many event loops the tests ran on, and the N tests that made the most tasks. With `--blocking`, also show the N
    /// tests that blocked a loop longest [default: 10; 0: all].
    #[arg(long, value_name = "N", num_args = 0..=1, require_equals = true, default_missing_value = DEFAULT_FACTS_TEXT)]
    pub(crate) facts: Option<usize>,

    /// Measure the peak of memory, and show the tests during which memory grew most.
    #[arg(long)]
    pub(crate) memory: bool,

    /// End pytest after this many seconds, and name the test that was running.
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) timeout: Option<u64>,

    #[command(flatten)]
    pub(crate) read_as: ReadOptions,
}

/// A format of `test`.
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
    /// Remove the caches of all projects, not only of the project in the working directory.
    #[arg(long)]
    pub(crate) all: bool,

    /// The cache directory [environment: LOOPMEND_CACHE_DIR].
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
