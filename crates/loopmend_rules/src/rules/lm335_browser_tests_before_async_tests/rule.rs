use std::path::Path;
use std::rc::Rc;

use loopmend_core::{Applicability, Confidence, Edit, FileEdits, Fix, Level};
use loopmend_python::ast::token::TokenKind;
use loopmend_python::ast::{Stmt, StmtFunctionDef};
use loopmend_python::{Code, SyntaxTree, span_of};

use crate::configuration::ConfigurationContext;
use crate::context::Report;
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    fix: FixAvailability::Sometimes,
    checks: &[Check::Configuration(check)],
    ..RuleSpec::DEFAULT
};

/// The name of the hook.
const HOOK: &str = "pytest_collection_modifyitems";

/// The body of the hook, which puts browser tests last. Every fixture of the synchronous API depends on `playwright`.
const BODY: [&str; 3] = [
    "# a stopgap: Playwright's event loop runs until the session ends,",
    "# and no async test after it can start another one",
    "items.sort(key=lambda item: \"playwright\" in getattr(item, \"fixturenames\", ()))",
];

/// A note names so many files or tests.
const MAX_NAMED: usize = 3;

fn check(context: &mut ConfigurationContext) {
    let Some(found) = context.browser_tests_before_async() else { return };
    let tests = match found.behind.len() {
        1 => "an async test function runs".to_owned(),
        count => format!("{count} async test functions run"),
    };
    let message =
        format!("browser test `{}` keeps an event loop running, and {tests} after it", found.browser);
    let message_of_file =
        format!("browser tests of this file keep an event loop running, and {tests} after them");
    let report = Report::new(context.section(), message)
        .confidence(Confidence::Likely)
        .note("the synchronous API of Playwright keeps its loop until the session ends")
        .note(format!("browser tests are in {}", named(&found.files)))
        .note(format!("pytest-asyncio cannot start a loop for {}", named(&found.behind)))
        .note("pytest-playwright-asyncio has the same fixtures for async tests, on the loop of the test");
    let report = found.files.iter().fold(report, |report, file| report.caused_by(file, &message_of_file));
    let fix = put_browser_tests_last(context, &found.directory);
    let help = match context.nearest_conftest(&found.directory) {
        Some(_) => "use async Playwright, or run the browser tests last or in a process of their own",
        None => "add a `conftest.py` whose hook puts the browser tests last, or use async Playwright",
    };
    context.report(report.fix_or_help(fix, help));
}

/// The first names of a list, with the number of the others.
fn named(names: &[String]) -> String {
    let first: Vec<String> = names.iter().take(MAX_NAMED).map(|name| format!("`{name}`")).collect();
    let first = first.join(", ");
    match names.len().saturating_sub(MAX_NAMED) {
        0 => first,
        more => format!("{first} and {more} more"),
    }
}

/// The fix that sorts the tests in the nearest `conftest.py`, in its hook or in one that is added to its end
/// (docs.pytest.org/en/stable/reference/reference.html#pytest.hookspec.pytest_collection_modifyitems).
fn put_browser_tests_last(context: &ConfigurationContext, directory: &Path) -> Option<Fix> {
    let (path, source) = context.nearest_conftest(directory)?;
    let code = Code::new(&source.text, Rc::new(SyntaxTree::parse(&source)));
    let mut functions = code.body().iter().filter_map(Stmt::as_function_def_stmt);
    let edit = match functions.rfind(|function| function.name.as_str() == HOOK) {
        Some(hook) => sort_in_hook(&code, hook)?,
        None if code.count_of_name(HOOK) > 0 => return None,
        None => add_hook(&code),
    };
    let fix = Fix::new("put the browser tests last", Applicability::Unsafe, Vec::new());
    Some(fix.and_in(FileEdits::new(path, vec![edit])))
}

fn add_hook(code: &Code) -> Edit {
    let mut lines = Vec::new();
    // Without the decorator, another plugin may order the tests afterwards.
    let imports = code.body().iter().filter_map(Stmt::as_import_stmt).flat_map(|import| &import.names);
    if imports.into_iter().any(|it| it.name.as_str() == "pytest" && it.asname.is_none()) {
        lines.push("@pytest.hookimpl(trylast=True)".to_owned());
    }
    lines.push(format!("def {HOOK}(items):"));
    lines.extend(BODY.map(|line| format!("    {line}")));
    code.append(&lines.iter().map(String::as_str).collect::<Vec<_>>())
}

/// Sorts the tests at the end of a hook; `None` if that end may not be reached.
fn sort_in_hook(code: &Code, hook: &StmtFunctionDef) -> Option<Edit> {
    let place = span_of(hook);
    let indentation = code.indentation(span_of(hook.body.first()?).start)?;
    let leaving = [TokenKind::Return, TokenKind::Yield, TokenKind::Raise];
    let may_leave = leaving.into_iter().any(|kind| code.has_token(place, kind));
    if may_leave || !hook.parameters.includes("items") {
        return None;
    }
    code.insert_after(place.end, indentation, &BODY)
}
