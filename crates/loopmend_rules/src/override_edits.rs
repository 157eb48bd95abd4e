//! Overrides of `event_loop`: the loop they return, and the edit that removes an override.

use loopmend_core::{Edit, Span};
use loopmend_semantic::{File, FunctionShape};

use crate::edits::{end_of_line, ends_its_line, indentation_before};

/// The loop of an override that only creates and closes it. An override with another kind of loop is not about scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum GivenLoop {
    /// A new loop, which only its requesters get.
    New,
    /// The current loop of the thread, set once more or not.
    Current,
    /// A new loop that is made the current one, or a loop that exists.
    MadeCurrent,
}

/// The fixture whose policy creates the loops of pytest-asyncio.
const POLICY: &str = "event_loop_policy";

/// The forms of code that creates a loop, with `NAME` for the name of the loop.
const MADE: [(&str, GivenLoop); 7] = [
    ("NAME=asyncio.new_event_loop()", GivenLoop::New),
    ("NAME=asyncio.get_event_loop_policy().new_event_loop()", GivenLoop::New),
    ("policy=asyncio.get_event_loop_policy()NAME=policy.new_event_loop()", GivenLoop::New),
    // pytest-asyncio creates its loops with the policy of that fixture too.
    ("NAME=event_loop_policy.new_event_loop()", GivenLoop::New),
    ("policy=event_loop_policyNAME=policy.new_event_loop()", GivenLoop::New),
    ("NAME=asyncio.get_event_loop()", GivenLoop::Current),
    (
        "try:NAME=asyncio.get_running_loop()exceptRuntimeError:NAME=asyncio.new_event_loop()",
        GivenLoop::MadeCurrent,
    ),
];

/// The forms of code that yields the loop and closes it after the tests, with `MADE` for its creation.
const GIVEN: [&str; 6] = [
    "MADEyieldNAMENAME.close()",
    "MADEtry:yieldNAMEfinally:NAME.close()",
    "try:MADEyieldNAMEfinally:NAME.close()",
    "MADErequest.addfinalizer(NAME.close)returnNAME",
    "withcontextlib.closing(asyncio.new_event_loop())asNAME:yieldNAME",
    "withclosing(asyncio.new_event_loop())asNAME:yieldNAME",
];

/// The forms of overrides that never close the loop.
const NEVER_CLOSED: [(&str, GivenLoop); 4] = [
    ("returnasyncio.get_event_loop()", GivenLoop::Current),
    ("yieldasyncio.get_event_loop()", GivenLoop::Current),
    ("returnasyncio.new_event_loop()", GivenLoop::New),
    ("yieldasyncio.new_event_loop()", GivenLoop::New),
];

/// Statements that the plugin does not need, or runs itself when it closes a loop
/// (docs.python.org/3/library/asyncio-runner.html#asyncio.Runner.close), each with its reduced form. `TASKS` and `EACH` are the names of
/// all tasks and of one.
const ENDINGS: [(&str, &str); 17] = [
    ("asyncio.tasks.all_tasks(", "asyncio.all_tasks("),
    ("asyncio.all_tasks(loop=NAME)", "asyncio.all_tasks(NAME)"),
    ("TASKS=asyncio.all_tasks(NAME)forEACHinTASKS:EACH.cancel()", "CANCELLED"),
    ("forEACHinasyncio.all_tasks(NAME):EACH.cancel()", "CANCELLED"),
    ("CANCELLEDifTASKS:NAME.run_until_complete(asyncio.gather(*TASKS,return_exceptions=True))", ""),
    ("CANCELLEDNAME.run_until_complete(asyncio.gather(*TASKS,return_exceptions=True))", ""),
    ("CANCELLED", ""),
    ("NAME.run_until_complete(NAME.shutdown_asyncgens())", ""),
    ("NAME.run_until_complete(NAME.shutdown_default_executor())", ""),
    ("asyncio.set_event_loop(NAME)", ""),
    ("asyncio.set_event_loop(None)", ""),
    ("ifNAME.is_running():NAME.call_soon_threadsafe(NAME.stop)", ""),
    ("ifNAME.is_running():NAME.stop()", ""),
    ("ifnotNAME.is_closed():NAME.close()", "NAME.close()"),
    ("try:NAME.close()exceptRuntimeError:pass", "NAME.close()"),
    ("NAME.stop()NAME.close()", "NAME.close()"),
    ("NAME.stop()NAME.run_forever()NAME.close()", "NAME.close()"),
];

/// The loop of an override that does nothing else.
pub(crate) fn given_loop(file: &File, shape: &FunctionShape) -> Option<GivenLoop> {
    let statements: Vec<&str> = shape.body.iter().map(|span| file.slice(*span)).collect();
    given_in(&statements, shape)
}

/// The loop of an override that does at most one other thing.
pub(crate) fn loop_besides(file: &File, shape: &FunctionShape) -> Option<GivenLoop> {
    given_loop(file, shape).or_else(|| without_one(file, shape).map(|(_, given)| given))
}

/// The one statement of an override that does not create, yield or close the loop.
pub(crate) fn other_statement(file: &File, shape: &FunctionShape) -> Option<Span> {
    without_one(file, shape).map(|(other, _)| other)
}

fn without_one(file: &File, shape: &FunctionShape) -> Option<(Span, GivenLoop)> {
    shape.body.iter().enumerate().find_map(|(place, other)| {
        let rest = shape.body.iter().enumerate().filter(|(rest, _)| *rest != place);
        let rest: Vec<&str> = rest.map(|(_, span)| file.slice(*span)).collect();
        given_in(&rest, shape).map(|given| (*other, given))
    })
}

/// The loop that some statements create and yield. `event_loop_policy` is the fixture if it is a parameter.
fn given_in(statements: &[&str], shape: &FunctionShape) -> Option<GivenLoop> {
    let is_given = shape.parameters.iter().any(|(name, _)| name == POLICY);
    let is_named = |written: &str| {
        written.starts_with(&format!("policy={POLICY}")) || written.contains(&format!("={POLICY}."))
    };
    let names_policy = statements.iter().any(|statement| is_named(&condensed(statement)));
    given_by(statements).filter(|_| is_given || !names_policy)
}

fn given_by<'a>(statements: &[&'a str]) -> Option<GivenLoop> {
    let written: String = statements.iter().map(|statement| condensed(statement)).collect();
    if let Some((_, given)) = NEVER_CLOSED.iter().find(|(form, _)| *form == written) {
        return Some(*given);
    }
    let lines = || statements.iter().flat_map(|statement| statement.lines().map(str::trim));
    let given = |line: &'a str| line.strip_prefix("yield ").or_else(|| line.strip_prefix("return "));
    let name = lines().find_map(|line| name_in(given(line)?))?;
    let tasks = lines().find_map(|line| {
        let (name, value) = line.split_once('=')?;
        let is_of_all = ["asyncio.all_tasks(", "asyncio.tasks.all_tasks("]
            .iter()
            .any(|called| value.trim_start().starts_with(called));
        name_in(name).filter(|_| is_of_all)
    });
    let each = lines().find_map(|line| name_in(line.strip_prefix("for ")?.split(" in ").next()?));
    let here = |form: &str| {
        let form = form.replace("NAME", name).replace("TASKS", tasks.unwrap_or("TASKS"));
        form.replace("EACH", each.unwrap_or("EACH"))
    };
    let is_made_current = written.contains(&here("asyncio.set_event_loop(NAME)"));
    let end =
        |written: String, (ending, instead): &(&str, &str)| written.replace(&here(ending), &here(instead));
    let rest = ENDINGS.iter().fold(written, end);
    let is_form = |made: &str| GIVEN.iter().any(|form| here(&form.replace("MADE", made)) == rest);
    let (_, given) = MADE.iter().find(|(made, _)| is_form(made))?;
    let is_new = *given == GivenLoop::New;
    Some(if is_made_current && is_new { GivenLoop::MadeCurrent } else { *given })
}

/// A statement without blanks and comments.
fn condensed(statement: &str) -> String {
    let code = statement.lines().map(|line| line.split('#').next().unwrap_or_default());
    code.flat_map(str::chars).filter(|character| !character.is_whitespace()).collect()
}

/// The name that a text consists of, without its comment.
fn name_in(text: &str) -> Option<&str> {
    let name = text.split('#').next()?.trim();
    let is_part = |character: char| character.is_alphanumeric() || character == '_';
    (!name.is_empty() && name.chars().all(is_part)).then_some(name)
}

/// `true` if removing an override loses more than its loop: the setup of its parameters, the tests that `params` multiplies, or the
/// effect of another decorator.
pub(crate) fn has_other_uses(file: &File, shape: &FunctionShape) -> bool {
    let is_left = |name: &str| matches!(name, "event_loop_policy" | "request" | "self");
    let sets_up = shape.parameters.iter().any(|(name, _)| !is_left(name));
    let [decorator] = shape.decorators.as_slice() else { return true };
    let multiplies = file
        .call_shape(*decorator)
        .is_some_and(|call| call.is_starred || call.keywords.iter().any(|(name, _)| name == "params"));
    sets_up || multiplies
}

/// The edit that removes a fixture, with the comment right above it and the blank lines around it. The last statement of a class becomes
/// `pass`. `None` if other code is on its lines, or if its block is not that of a class.
pub(crate) fn removal(file: &File, shape: &FunctionShape, header: Span) -> Option<Edit> {
    let text = file.text();
    let indentation = indentation_before(text, shape.whole.start)?;
    if !ends_its_line(text, shape.whole.end) {
        return None;
    }
    let start = start_with_comment(text, shape.whole.start as usize - indentation.len(), indentation);
    let end = end_of_line(text, shape.whole.end) as usize;
    let is_alone = !indentation.is_empty() && file.statements_of_class_with(header)? == 1;
    if is_alone {
        let place = Span::new(start as u32, end as u32);
        return Some(Edit::replacement(place, format!("{indentation}pass")));
    }
    let behind = text[end..].trim_start_matches(['\n', '\r']);
    if !behind.is_empty() && behind.starts_with(indentation) {
        return Some(Edit::replacement(Span::new(start as u32, (text.len() - behind.len()) as u32), ""));
    }
    // The blank lines of the last statement come before it.
    let kept = text[..start].trim_end_matches(['\n', '\r']).len();
    Some(Edit::replacement(Span::new(kept as u32, end as u32), ""))
}

/// The start of the comment lines right above a line, with its indentation; the start of the line if there are none.
fn start_with_comment(text: &str, line: usize, indentation: &str) -> usize {
    let is_comment = |line: &&str| line.strip_prefix(indentation).is_some_and(|rest| rest.starts_with('#'));
    let above = text[..line].split_inclusive('\n').rev().take_while(|line| line.ends_with('\n'));
    line - above.take_while(is_comment).map(str::len).sum::<usize>()
}
