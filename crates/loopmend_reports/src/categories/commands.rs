//! Click commands that a test runs with `CliRunner().invoke(command, ["sub"])`
//! (click.palletsprojects.com/en/stable/testing/).

use loopmend_index::summary::{CallSite, Expression, ExpressionId, FunctionId, Summary};
use loopmend_paths::{Made, Origins};
use loopmend_semantic::engine::ModuleId;
use loopmend_semantic::infer::{FunctionRef, Inference, argument_named};
use smallvec::SmallVec;

use super::run::Run;

/// The decorators that create a command and a command group from a function.
const COMMAND: &str = "command";
const GROUP: &str = "group";

/// The suffixes that a command name drops from the function name
/// (click.palletsprojects.com/en/stable/commands/).
const SUFFIXES: [&str; 4] = ["-command", "-cmd", "-group", "-grp"];

/// Adds the command that a call invokes, with the subcommands that its arguments name. Returns whether
/// these are all that run, or `None` if the call invokes no known command.
pub(super) fn add_command(
    inference: &mut Inference,
    module: ModuleId,
    site: &CallSite,
    functions: &mut SmallVec<[Run; 1]>,
) -> Option<bool> {
    let summary = inference.engine().summary(module);
    if summary.last_name(site.expression) != Some("invoke") {
        return None;
    }
    let first = summary.arguments_of(site.expression)?.first()?.value;
    summary.dotted_parts(first)?;
    let Some(Made::Function(mut command)) = Origins::function(inference.engine(), module, site.scope, first)
    else {
        return None;
    };
    if !is_made_by(inference, command, COMMAND) && !is_made_by(inference, command, GROUP) {
        return None;
    }
    functions.push(Run::plain(command));
    let arguments = argument_named(summary, site.expression, "args", 1);
    let Some(words) = arguments.map_or(Some(Vec::new()), |arguments| words(summary, arguments)) else {
        return Some(!is_made_by(inference, command, GROUP));
    };
    let mut rest = words.iter().filter(|word| !word.starts_with('-'));
    while is_made_by(inference, command, GROUP) {
        let Some(next) = rest.find_map(|word| command_of(inference, command, word)) else {
            return Some(words.iter().all(|word| word.starts_with('-')));
        };
        functions.push(Run::plain(next));
        command = next;
    }
    Some(true)
}

fn is_made_by(inference: &Inference, function: FunctionRef, maker: &str) -> bool {
    let summary = inference.engine().summary(function.module);
    let decorators = summary.list(summary.function(function.function).decorators);
    decorators.iter().any(|it| summary.last_name(summary.callee_or_itself(*it)) == Some(maker))
}

/// Returns the command of this name that the file of a group adds to it with a decorator.
fn command_of(inference: &Inference, group: FunctionRef, word: &str) -> Option<FunctionRef> {
    let summary = inference.engine().summary(group.module);
    let group_name = summary.name(summary.function(group.function).name);
    let makes_it = |function: FunctionId, decorator: ExpressionId| {
        let callee = summary.callee_or_itself(decorator);
        let Some([owner, maker]) =
            summary.dotted_parts(callee).as_deref().map(<[&str; 2]>::try_from).and_then(Result::ok)
        else {
            return false;
        };
        let is_of_group = owner == group_name && [COMMAND, GROUP].contains(&maker);
        is_of_group && is_called(summary, function, decorator, word)
    };
    let mut functions = (0..summary.functions.len() as u32).map(FunctionId);
    let found = functions.find(|function| {
        let decorators = summary.list(summary.function(*function).decorators);
        decorators.iter().any(|decorator| makes_it(*function, *decorator))
    });
    found.map(|function| FunctionRef { module: group.module, function })
}

/// Returns whether a command has this name, from its decorator or its function.
fn is_called(summary: &Summary, function: FunctionId, decorator: ExpressionId, word: &str) -> bool {
    let stated = argument_named(summary, decorator, "name", 0).filter(|_| summary.call(decorator).is_some());
    if let Some(stated) = stated {
        return summary.text_of(stated) == Some(word);
    }
    let name = summary.name(summary.function(function).name).to_lowercase().replace('_', "-");
    name == word || SUFFIXES.iter().any(|suffix| name.strip_suffix(suffix) == Some(word))
}

/// Returns the words of a list of strings, or of one string; `None` if not all are literals.
fn words(summary: &Summary, arguments: ExpressionId) -> Option<Vec<String>> {
    match summary.expression(arguments) {
        Expression::Display { elements, .. } | Expression::Tuple(elements) => {
            let words = summary.list(elements).iter().map(|word| summary.text_of(*word).map(str::to_owned));
            words.collect()
        }
        _ => Some(summary.text_of(arguments)?.split_whitespace().map(str::to_owned).collect()),
    }
}
