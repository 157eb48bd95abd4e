//! Calls that block only for an instant, although they wait for a process.

use loopmend_catalog::{Role, Words, named};
use loopmend_core::Span;
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, Expr, ExprCall, FStringPart, Operator, Stmt, StmtFunctionDef};
use loopmend_python::stack::grow_stack;
use loopmend_python::text_size::Ranged;
use loopmend_python::{dotted_parts, function_around, makes_scope, node_at, range_of, span, walk_body};
use rustc_hash::FxHashMap;

/// The maximum number of names between a command and its text.
const MAX_NAMES: u8 = 3;

/// The maximum number of values of a command.
const MAX_VALUES: usize = 8;

/// The maximum length of a function, in bytes, whose assignments are read. Each call reads them again.
const MAX_FUNCTION: usize = 16 * 1024;

/// An unknown part of a command.
const UNKNOWN: &str = "?";

/// Returns whether a call only asks where a program is, or for its version: `os.system("command -v git")`,
/// `subprocess.run(["git", "--version"])`.
pub(super) fn looks_up_program(around: &[AnyNodeRef], call: Span) -> bool {
    let Some(function) = function_around(around) else { return false };
    let Some(command) = call_in(function, call).and_then(|call| call.arguments.args.first()) else {
        return false;
    };
    let Expr::Name(name) = command else { return is_lookup(command) };
    function.range().len().to_usize() <= MAX_FUNCTION
        && find_values(function, &name.id).is_some_and(|values| values.into_iter().all(is_lookup))
}

fn call_in(function: &StmtFunctionDef, call: Span) -> Option<&ExprCall> {
    node_at(&function.body, range_of(call), |node| node.as_expr_call().copied())
}

/// The bindings of a name in a function.
#[derive(Default)]
struct Bindings<'a> {
    /// The values of its plain assignments.
    values: Vec<&'a Expr>,
    /// The number of the plain assignments.
    assigned: usize,
    /// The number of all places that bind, delete or change the name.
    stored: usize,
}

/// Returns the values of a name that are not names themselves; `None` if one of them is unknown.
fn find_values<'a>(function: &'a StmtFunctionDef, name: &'a str) -> Option<Vec<&'a Expr>> {
    let bindings = bindings_in(function);
    let mut values = Vec::new();
    let mut seen = vec![name];
    let mut names = vec![(name, MAX_NAMES)];
    while let Some((name, left)) = names.pop() {
        let bound = bindings.get(name).filter(|bound| bound.stored == bound.assigned)?;
        if left == 0 || bound.values.len() > MAX_VALUES {
            return None;
        }
        for value in &bound.values {
            match value {
                Expr::Name(other) if seen.contains(&other.id.as_str()) => {}
                Expr::Name(other) => {
                    seen.push(&other.id);
                    names.push((&other.id, left - 1));
                }
                value => values.push(*value),
            }
        }
        if values.len() + names.len() > MAX_VALUES {
            return None;
        }
    }
    (!values.is_empty()).then_some(values)
}

/// Returns the bindings of all names in a function.
fn bindings_in(function: &StmtFunctionDef) -> FxHashMap<&str, Bindings<'_>> {
    let mut bindings: FxHashMap<&str, Bindings<'_>> = FxHashMap::default();
    for parameter in function.parameters.iter() {
        bindings.entry(parameter.name().as_str()).or_default().stored += 1;
    }
    walk_body(&function.body, |around, node| {
        let mut store = |name| bindings.entry(name).or_default().stored += 1;
        match node {
            AnyNodeRef::ExprName(name) if !name.ctx.is_load() => store(name.id.as_str()),
            AnyNodeRef::Alias(alias) => {
                let name = alias.asname.as_ref().unwrap_or(&alias.name).as_str();
                store(name.split('.').next().unwrap_or(name));
            }
            AnyNodeRef::StmtGlobal(it) => it.names.iter().for_each(|name| store(name.as_str())),
            AnyNodeRef::StmtNonlocal(it) => it.names.iter().for_each(|name| store(name.as_str())),
            AnyNodeRef::StmtFunctionDef(it) => store(it.name.as_str()),
            AnyNodeRef::StmtClassDef(it) => store(it.name.as_str()),
            AnyNodeRef::ExceptHandlerExceptHandler(it) => {
                it.name.iter().for_each(|name| store(name.as_str()));
            }
            AnyNodeRef::PatternMatchAs(it) => it.name.iter().for_each(|name| store(name.as_str())),
            AnyNodeRef::PatternMatchStar(it) => it.name.iter().for_each(|name| store(name.as_str())),
            AnyNodeRef::PatternMatchMapping(it) => it.rest.iter().for_each(|name| store(name.as_str())),
            // A list may be changed in place.
            AnyNodeRef::ExprAttribute(it) if named(it.attr.as_str()).has(Role::AddsToContainer) => {
                it.value.as_name_expr().into_iter().for_each(|name| store(name.id.as_str()));
            }
            AnyNodeRef::ExprSubscript(it) if !it.ctx.is_load() => {
                it.value.as_name_expr().into_iter().for_each(|name| store(name.id.as_str()));
            }
            _ => {}
        }
        let (targets, value) = match node {
            AnyNodeRef::StmtAssign(assign) => (assign.targets.as_slice(), Some(&*assign.value)),
            AnyNodeRef::StmtAnnAssign(assign) => {
                (std::slice::from_ref(&*assign.target), assign.value.as_deref())
            }
            _ => return TraversalSignal::Traverse,
        };
        // A binding of an inner function is not one of this function.
        if !around.iter().any(|node| makes_scope(*node)) {
            for target in targets.iter().filter_map(Expr::as_name_expr) {
                let bound = bindings.entry(target.id.as_str()).or_default();
                bound.assigned += 1;
                bound.values.extend(value);
            }
        }
        TraversalSignal::Traverse
    });
    bindings
}

/// Returns whether a command looks up programs, or asks one for its version.
fn is_lookup(command: &Expr) -> bool {
    let words = match command {
        Expr::List(list) => list_words(&list.elts),
        Expr::Tuple(tuple) => list_words(&tuple.elts),
        _ => {
            let mut text = String::new();
            if !write_text(command, &mut text) {
                return false;
            }
            shell_words(&text)
        }
    };
    let Some(words) = words else { return false };
    let looks_up = |start: &&str| {
        let mut rest = words.iter();
        start.split(' ').all(|word| rest.next().is_some_and(|other| other == word))
            && rest.all(|name| !name.starts_with('-'))
    };
    let asks_version = || {
        matches!(words.as_slice(), [program, option]
            if !program.starts_with('-') && Words::VersionOptions.has(option.as_str()))
    };
    Words::ProgramLookups.all().iter().any(looks_up) || asks_version()
}

/// Returns the words of a list; `None` if their number is unknown.
fn list_words(elements: &[Expr]) -> Option<Vec<String>> {
    let word = |element: &Expr| {
        let mut word = String::new();
        let is_known = write_text(element, &mut word);
        match element {
            Expr::Starred(_) => None,
            _ if is_known => Some(word),
            _ => Some(UNKNOWN.to_owned()),
        }
    };
    elements.iter().map(word).collect()
}

/// Writes a text with its unknown parts. Returns whether the expression is a text.
fn write_text(expression: &Expr, text: &mut String) -> bool {
    match expression {
        Expr::StringLiteral(literal) => text.push_str(literal.value.to_str()),
        Expr::BinOp(operation) => {
            if !grow_stack(|| write_text(&operation.left, text)) {
                text.push_str(UNKNOWN);
            }
            if operation.op == Operator::Add && !grow_stack(|| write_text(&operation.right, text)) {
                text.push_str(UNKNOWN);
            }
        }
        Expr::FString(literal) => {
            for part in literal.value.iter() {
                match part {
                    FStringPart::Literal(literal) => text.push_str(literal),
                    FStringPart::FString(part) => part.elements.iter().for_each(|element| {
                        text.push_str(element.as_literal().map_or(UNKNOWN, |literal| &literal.value));
                    }),
                }
            }
        }
        _ => return false,
    }
    true
}

/// Returns the words of a shell text, without its redirections; `None` if the text may have several commands.
fn shell_words(text: &str) -> Option<Vec<String>> {
    let text = text.trim();
    let joins = [";", "|", "\n", "\r", "`", "$(", "<(", ">("];
    if joins.iter().any(|join| text.contains(join)) {
        return None;
    }
    let mut words = Vec::new();
    let mut all = text.split_whitespace();
    while let Some(word) = all.next() {
        let target = redirected_to(word);
        if target == Some("") {
            all.next().filter(|target| !target.contains('&'))?;
        } else if target.is_none_or(|target| target.contains('&')) {
            if word.contains('&') {
                return None;
            }
            words.push(word.to_owned());
        }
    }
    Some(words)
}

/// Returns the target of a redirection: `/dev/null` of `2>/dev/null`, `1` of `2>&1`.
fn redirected_to(word: &str) -> Option<&str> {
    let start =
        word.strip_prefix('&').unwrap_or_else(|| word.trim_start_matches(|c: char| c.is_ascii_digit()));
    let target = start.strip_prefix('>')?.trim_start_matches('>');
    Some(target.strip_prefix('&').filter(|target| !target.is_empty()).unwrap_or(target))
}

/// Returns whether the statement of a call is the first one after what has ended the process that the call waits for:
/// `process.kill()`, then `process.wait()`. A `try` may begin between them.
pub(super) fn waits_for_ended_process(around: &[AnyNodeRef], call: Span) -> bool {
    let Some(function) = function_around(around) else { return false };
    let Some(wait) = call_in(function, call) else { return false };
    let Some(method) = wait.func.as_attribute_expr() else { return false };
    let Some(waited) = dotted_parts(&method.value) else { return false };
    let ended = Ended { process: &waited, may_take_time: has_timeout(wait, &method.attr) };
    let mut statement = call;
    for node in around.iter().rev() {
        if let Some(before) =
            inner_blocks(*node).into_iter().find_map(|body| statement_before(body, statement))
        {
            return match before {
                Before::Statement(before) => ended.is_ended_by(before),
                // The block begins with the call: the `try` may follow.
                Before::Nothing if begins_with(*node, statement) => {
                    statement = span(node.range());
                    continue;
                }
                Before::Nothing => false,
            };
        }
    }
    false
}

/// Returns whether a node is a `try` whose body begins with a statement.
fn begins_with(node: AnyNodeRef, statement: Span) -> bool {
    let AnyNodeRef::StmtTry(it) = node else { return false };
    it.body.first().is_some_and(|first| first.range().contains_range(range_of(statement)))
}

/// Returns whether a call that waits for a process may have a timeout.
fn has_timeout(wait: &ExprCall, method: &str) -> bool {
    // The first argument of `communicate` is the input.
    let before = usize::from(method == "communicate");
    let is_timeout = |name: Option<&str>| name.is_none_or(|name| name == "timeout");
    let args = &wait.arguments.args;
    let keywords = wait.arguments.keywords.iter();
    let named = keywords.filter(|keyword| is_timeout(keyword.arg.as_ref().map(|name| name.as_str())));
    let is_starred = args.iter().any(Expr::is_starred_expr);
    let mut values = args.iter().skip(before).chain(named.map(|keyword| &keyword.value));
    is_starred || values.any(|value| !value.is_none_literal_expr())
}

/// What stands before a statement in its block.
enum Before<'a> {
    Statement(&'a Stmt),
    Nothing,
}

fn statement_before(body: &[Stmt], inside: Span) -> Option<Before<'_>> {
    let inside = range_of(inside);
    let place = body.partition_point(|statement| statement.range().end() < inside.end());
    body.get(place).filter(|statement| statement.range().contains_range(inside))?;
    let before = place.checked_sub(1).map(|before| Before::Statement(&body[before]));
    Some(before.unwrap_or(Before::Nothing))
}

fn inner_blocks<'a>(node: AnyNodeRef<'a>) -> Vec<&'a [Stmt]> {
    match node {
        AnyNodeRef::StmtIf(it) => vec![it.body.as_slice()],
        AnyNodeRef::ElifElseClause(it) => vec![it.body.as_slice()],
        AnyNodeRef::StmtFor(it) => vec![it.body.as_slice(), it.orelse.as_slice()],
        AnyNodeRef::StmtWhile(it) => vec![it.body.as_slice(), it.orelse.as_slice()],
        AnyNodeRef::StmtTry(it) => vec![it.body.as_slice(), it.orelse.as_slice(), it.finalbody.as_slice()],
        AnyNodeRef::ExceptHandlerExceptHandler(it) => vec![it.body.as_slice()],
        AnyNodeRef::MatchCase(it) => vec![it.body.as_slice()],
        AnyNodeRef::StmtWith(it) => vec![it.body.as_slice()],
        AnyNodeRef::StmtFunctionDef(it) => vec![it.body.as_slice()],
        _ => Vec::new(),
    }
}

/// A process that a call waits for.
struct Ended<'a> {
    process: &'a [&'a str],
    /// Whether the call has a timeout: the caller expects that the process handles the signal of `terminate`.
    may_take_time: bool,
}

impl Ended<'_> {
    /// Returns whether a statement ends the process. One branch of an `if` has to end the process, and the others send
    /// it a signal.
    fn is_ended_by(&self, statement: &Stmt) -> bool {
        let process = self.process;
        let Stmt::If(statement) = statement else {
            let may_go_on = self.may_take_time && called_method(statement) == Some("terminate");
            return !may_go_on && calls_on(statement, process, Role::EndsChild);
        };
        let others = statement.elif_else_clauses.iter();
        let has_else = others.clone().any(|clause| clause.test.is_none());
        let bodies = std::iter::once(&statement.body).chain(others.map(|clause| &clause.body));
        let ends: Vec<Option<&Stmt>> = bodies.map(|body| body.last()).collect();
        let all_call =
            |role| move |last: &Option<&Stmt>| last.is_some_and(|last| calls_on(last, process, role));
        has_else
            && ends.iter().all(all_call(Role::SignalsChild))
            && ends.iter().any(all_call(Role::EndsChild))
    }
}

/// Returns the name of the method that a statement calls.
fn called_method(statement: &Stmt) -> Option<&str> {
    let called = statement.as_expr_stmt()?.value.as_call_expr()?;
    Some(called.func.as_attribute_expr()?.attr.as_str())
}

/// Returns whether a statement calls a method with a role on an object.
fn calls_on(statement: &Stmt, object: &[&str], role: Role) -> bool {
    let called = statement.as_expr_stmt().and_then(|statement| statement.value.as_call_expr());
    let method = called.and_then(|call| call.func.as_attribute_expr());
    method.is_some_and(|method| {
        named(method.attr.as_str()).has(role) && dotted_parts(&method.value).as_deref() == Some(object)
    })
}
