//! Detects coroutines bound to a local name that are consumed twice on every control flow path. Only a rule
//! that found a coroutine runs this analysis.

use std::cell::Cell;

use loopmend_core::Span;
use ruff_python_ast::visitor::source_order::{SourceOrderVisitor, walk_expr};
use ruff_python_ast::{
    AnyNodeRef, ExceptHandler, Expr, ExprCall, Pattern, Stmt, StmtFor, StmtIf, StmtMatch, StmtTry, StmtWhile,
    StmtWith,
};
use ruff_text_size::{Ranged, TextRange, TextSize};

use super::assigned::{NamesUsed, bound_name, function_around};
use super::awaited::mentions;
use super::value_use::{gives_on, nodes_around, range_of};
use crate::file::{Call, File};
use crate::stack::{grow_stack, grow_stack_for_step};
use crate::summary::SyntaxTree;

/// A coroutine that is consumed twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AwaitedTwice {
    /// The name that the coroutine is bound to.
    pub name: String,
    /// The name at the first use.
    pub first: Span,
    /// The name at the second use.
    pub again: Span,
    /// Whether the second use is in the next iteration of the same loop.
    pub is_in_next_turn: bool,
}

impl File<'_> {
    /// Returns the uses of the coroutine of a call that is bound to a local name and consumed twice, on
    /// every control flow path. Awaiting a coroutine and creating a task from it both consume it. Returns
    /// `None` inside a function that mentions `RuntimeError`, where this is expected.
    pub fn awaited_twice(&self, call: &Call) -> Option<AwaitedTwice> {
        self.is_bound_to_name(call).then(|| {
            let tree = self.tree_within(call.span.start);
            awaited_twice(&self.names_used, &self.steps_left, &tree, self.text(), call.span)
        })?
    }
}

fn awaited_twice(
    names_used: &NamesUsed,
    steps_left: &StepsLeft,
    tree: &SyntaxTree,
    text: &str,
    call: Span,
) -> Option<AwaitedTwice> {
    let around = nodes_around(tree, call);
    let range = range_of(call);
    if around.last().is_some_and(|node| gives_on(*node, range)) {
        return None;
    }
    let name = bound_name(&around, range)?;
    let function = function_around(&around)?;
    // Not a name of other scopes.
    names_used.of(name, function)?;
    let last_mention = names_used.last_mention(name, function)?;
    let functions = around.iter().rev().filter(|node| matches!(node, AnyNodeRef::StmtFunctionDef(_)));
    if functions.skip(1).any(|node| mentions(*node, text, &[RAISED])) {
        return None;
    }
    let mut flow = Flow::new(name, range, last_mention, steps_left);
    flow.run(&function.body);
    let (again, is_in_next_turn) = flow.again?;
    Some(AwaitedTwice { name: name.to_owned(), first: flow.first?, again, is_in_next_turn })
}

/// The possible states of the name, one bit each; no bit if control does not reach the point.
type States = u8;

/// The name holds something other than the coroutine.
const OTHER: States = 1;
/// The coroutine has not been consumed.
const FRESH: States = 2;
/// The coroutine has been consumed.
const USED: States = 4;

/// The maximum nesting depth of loops: each level doubles the time.
const DEEPEST_LOOP: u32 = 6;

/// Functions of `asyncio` that consume a coroutine argument (docs.python.org/3/library/asyncio-task.html,
/// docs.python.org/3/library/asyncio-runner.html).
const FUNCTIONS: [&str; 7] =
    ["create_task", "ensure_future", "gather", "run", "run_coroutine_threadsafe", "shield", "wait_for"];
/// Methods of event loops and task groups that consume a coroutine argument.
const METHODS: [&str; 2] = ["create_task", "run_until_complete"];
/// Context managers after which control continues although an exception ended the block.
const SWALLOWING: [&str; 4] = ["CancelScope", "move_on_after", "move_on_at", "suppress"];
/// Context managers that expect an exception in their block.
const EXPECTING: [&str; 3] = ["assertRaises", "assertRaisesRegex", "raises"];
/// The exception of a coroutine that is awaited again.
const RAISED: &str = "RuntimeError";

/// The maximum number of statements to follow in a file. A file crafted to be slow would need the square of
/// its length.
const MOST_STEPS: u32 = 4_000_000;

/// The number of statements of a file that may still be followed.
pub(crate) struct StepsLeft(Cell<u32>);

impl Default for StepsLeft {
    fn default() -> Self {
        Self(Cell::new(MOST_STEPS))
    }
}

impl StepsLeft {
    /// Takes one step, and returns whether one was left.
    fn take_one(&self) -> bool {
        let left = self.0.get();
        self.0.set(left.saturating_sub(1));
        left > 0
    }
}

/// A walk through the statements of a function along the control flow.
struct Flow<'a> {
    name: &'a str,
    /// The call that creates the coroutine.
    call: TextRange,
    /// The states of the name at this point.
    states: States,
    /// The states of the name anywhere in the innermost block that can exit anywhere.
    seen: States,
    breaks: States,
    continues: States,
    /// The number of enclosing blocks that expect an exception.
    expecting: u32,
    is_next_turn: bool,
    /// The number of enclosing loops.
    loops: u32,
    /// The last occurrence of the name.
    last_mention: TextSize,
    steps_left: &'a StepsLeft,
    /// The expression or assignment being visited.
    at: TextRange,
    first: Option<Span>,
    again: Option<(Span, bool)>,
}

impl<'a> Flow<'a> {
    fn new(name: &'a str, call: TextRange, last_mention: TextSize, steps_left: &'a StepsLeft) -> Self {
        Self {
            name,
            call,
            states: OTHER,
            seen: 0,
            breaks: 0,
            continues: 0,
            expecting: 0,
            is_next_turn: false,
            loops: 0,
            last_mention,
            steps_left,
            at: TextRange::default(),
            first: None,
            again: None,
        }
    }

    fn run(&mut self, body: &[Stmt]) {
        for statement in body {
            let is_behind = self.loops == 0 && statement.start() > self.last_mention;
            if self.states == 0 || is_behind {
                return;
            }
            if self.comes_before(statement) {
                continue;
            }
            if !self.steps_left.take_one() {
                return;
            }
            grow_stack_for_step(|| self.statement(statement));
            self.seen |= self.states;
        }
    }

    /// Returns whether control leaves a compound statement before the coroutine is created, so that the
    /// statement is irrelevant.
    fn comes_before(&self, statement: &Stmt) -> bool {
        let has_others = matches!(
            statement,
            Stmt::For(_) | Stmt::If(_) | Stmt::Match(_) | Stmt::Try(_) | Stmt::While(_) | Stmt::With(_)
        );
        has_others && self.loops == 0 && self.states == OTHER && statement.end() <= self.call.start()
    }

    fn statement(&mut self, statement: &Stmt) {
        match statement {
            Stmt::If(statement) => self.if_statement(statement),
            Stmt::While(statement) => self.while_loop(statement),
            Stmt::For(statement) => self.for_loop(statement),
            Stmt::Try(statement) => self.try_statement(statement),
            Stmt::With(statement) => self.with_statement(statement),
            Stmt::Match(statement) => self.match_statement(statement),
            Stmt::FunctionDef(definition) => self.bind_text(definition.name.as_str()),
            Stmt::ClassDef(definition) => self.bind_text(definition.name.as_str()),
            Stmt::Break(_) => self.breaks |= std::mem::take(&mut self.states),
            Stmt::Continue(_) => self.continues |= std::mem::take(&mut self.states),
            Stmt::Return(statement) => {
                statement.value.iter().for_each(|value| self.value(value));
                self.states = 0;
            }
            Stmt::Raise(statement) => {
                statement.exc.iter().for_each(|value| self.value(value));
                self.states = 0;
            }
            Stmt::Import(statement) => statement.names.iter().for_each(|alias| {
                self.bind_text(alias.asname.as_ref().unwrap_or(&alias.name).as_str());
            }),
            Stmt::ImportFrom(statement) => statement.names.iter().for_each(|alias| {
                self.bind_text(alias.asname.as_ref().unwrap_or(&alias.name).as_str());
            }),
            Stmt::Assign(statement) => {
                self.at = statement.range;
                self.visit_expr(&statement.value);
                self.seen |= self.states;
                statement.targets.iter().for_each(|target| self.visit_expr(target));
            }
            Stmt::AnnAssign(statement) => {
                self.at = statement.range;
                statement.value.iter().for_each(|value| self.visit_expr(value));
                self.seen |= self.states;
                if statement.value.is_some() {
                    self.visit_expr(&statement.target);
                }
            }
            Stmt::AugAssign(statement) => {
                self.at = statement.range;
                self.visit_expr(&statement.value);
                self.visit_expr(&statement.target);
            }
            Stmt::Expr(statement) => self.value(&statement.value),
            Stmt::Assert(statement) => self.value(&statement.test),
            Stmt::Delete(statement) => statement.targets.iter().for_each(|target| self.value(target)),
            _ => {}
        }
    }

    fn value(&mut self, value: &Expr) {
        self.at = value.range();
        self.visit_expr(value);
        self.seen |= self.states;
    }

    fn if_statement(&mut self, statement: &StmtIf) {
        self.value(&statement.test);
        let mut joined = self.branch(&statement.body);
        let mut has_else = false;
        for clause in &statement.elif_else_clauses {
            clause.test.iter().for_each(|test| self.value(test));
            has_else |= clause.test.is_none();
            joined |= self.branch(&clause.body);
        }
        self.states = if has_else { joined } else { joined | self.states };
    }

    /// Walks a branch, restores the states, and returns those at the end of the branch.
    fn branch(&mut self, body: &[Stmt]) -> States {
        let before = self.states;
        self.run(body);
        std::mem::replace(&mut self.states, before)
    }

    fn while_loop(&mut self, statement: &StmtWhile) {
        let is_endless = statement.test.as_boolean_literal_expr().is_some_and(|literal| literal.value);
        self.turns(is_endless, &statement.orelse, |flow| {
            flow.value(&statement.test);
            flow.run(&statement.body);
        });
    }

    fn for_loop(&mut self, statement: &StmtFor) {
        self.value(&statement.iter);
        self.turns(false, &statement.orelse, |flow| {
            flow.value(&statement.target);
            flow.run(&statement.body);
        });
    }

    /// Walks a loop twice. If every path to the next iteration has consumed the coroutine, that iteration
    /// is walked on its own.
    fn turns(&mut self, is_endless: bool, orelse: &[Stmt], turn: impl Fn(&mut Self)) {
        if self.loops == DEEPEST_LOOP {
            self.states = OTHER;
            return;
        }
        self.loops += 1;
        let outer = (std::mem::take(&mut self.breaks), std::mem::take(&mut self.continues));
        let before = self.states;
        turn(self);
        let back = self.states | std::mem::take(&mut self.continues);
        let was_next_turn = self.is_next_turn;
        self.is_next_turn |= back == USED;
        self.states = if back == USED { back } else { before | back };
        turn(self);
        self.is_next_turn = was_next_turn;
        let back = back | self.states | self.continues;
        self.states = if is_endless { 0 } else { before | back };
        self.run(orelse);
        self.states |= self.breaks;
        (self.breaks, self.continues) = outer;
        self.loops -= 1;
    }

    fn try_statement(&mut self, statement: &StmtTry) {
        let before = self.states;
        let outer_seen = std::mem::take(&mut self.seen);
        let is_expected = statement.handlers.iter().any(handles_second_await);
        self.expecting += u32::from(is_expected);
        let is_used_at_once = statement.body.first().is_some_and(|first| self.awaits_at_once(first));
        self.run(&statement.body);
        self.expecting -= u32::from(is_expected);
        let raised = if is_used_at_once { self.seen } else { self.seen | before };
        self.run(&statement.orelse);
        let mut joined = self.states;
        for ExceptHandler::ExceptHandler(handler) in &statement.handlers {
            self.states = raised;
            handler.name.iter().for_each(|name| self.bind_text(name.as_str()));
            self.run(&handler.body);
            joined |= self.states;
        }
        self.states = joined;
        self.run(&statement.finalbody);
        self.seen |= outer_seen | raised;
    }

    /// Returns whether a statement starts with an `await` that consumes the coroutine, with nothing before
    /// it that can fail.
    fn awaits_at_once(&self, statement: &Stmt) -> bool {
        let value = match statement {
            Stmt::Expr(statement) => Some(&statement.value),
            Stmt::Return(statement) => statement.value.as_ref(),
            Stmt::Assign(statement) => Some(&statement.value),
            _ => None,
        };
        let Some(awaited) = value.and_then(|value| value.as_await_expr()) else { return false };
        self.is_coroutine(&awaited.value)
            || awaited.value.as_call_expr().is_some_and(|call| self.uses_up(call))
    }

    fn with_statement(&mut self, statement: &StmtWith) {
        for item in &statement.items {
            self.value(&item.context_expr);
            item.optional_vars.iter().for_each(|target| self.value(target));
        }
        let any = |names: &[&str]| statement.items.iter().any(|item| is_call_of(&item.context_expr, names));
        let expects = any(&EXPECTING);
        let before = self.states;
        let outer_seen = std::mem::take(&mut self.seen);
        self.expecting += u32::from(expects);
        self.run(&statement.body);
        self.expecting -= u32::from(expects);
        if expects || any(&SWALLOWING) {
            self.states |= before | self.seen;
        }
        self.seen |= outer_seen;
    }

    fn match_statement(&mut self, statement: &StmtMatch) {
        self.value(&statement.subject);
        let before = self.states;
        let mut joined = before;
        for case in &statement.cases {
            self.states = before;
            if may_bind(&case.pattern) {
                self.states |= OTHER;
            }
            case.guard.iter().for_each(|guard| self.value(guard));
            self.run(&case.body);
            joined |= self.states;
        }
        self.states = joined;
    }

    fn bind_text(&mut self, name: &str) {
        if name == self.name {
            self.states = OTHER;
        }
    }

    fn is_coroutine(&self, value: &Expr) -> bool {
        value.as_name_expr().is_some_and(|name| name.id.as_str() == self.name)
    }

    /// Returns whether a call consumes the coroutine that it receives.
    fn uses_up(&self, call: &ExprCall) -> bool {
        let is_consumer = match &*call.func {
            Expr::Attribute(attribute) => {
                let is_module =
                    attribute.value.as_name_expr().is_some_and(|name| name.id.as_str() == "asyncio");
                let names: &[&str] = if is_module { &FUNCTIONS } else { &METHODS };
                names.contains(&attribute.attr.as_str())
            }
            _ => false,
        };
        is_consumer && call.arguments.args.iter().any(|argument| self.is_coroutine(argument))
    }

    fn use_up(&mut self, place: TextRange) {
        let span = Span::new(place.start().to_u32(), place.end().to_u32());
        if self.states == USED && self.expecting == 0 && self.again.is_none() {
            self.again = Some((span, self.is_next_turn));
        }
        if self.states & FRESH != 0 {
            self.first.get_or_insert(span);
            self.states = self.states & !FRESH | USED;
        }
    }
}

impl<'a> SourceOrderVisitor<'a> for Flow<'_> {
    fn visit_expr(&mut self, expression: &'a Expr) {
        grow_stack(|| match expression {
            Expr::Await(awaited) if self.is_coroutine(&awaited.value) => self.use_up(awaited.value.range()),
            Expr::Call(call) if self.uses_up(call) => {
                let mut place = None;
                for argument in &call.arguments.args {
                    match self.is_coroutine(argument) {
                        true => place = Some(argument.range()),
                        false => self.visit_expr(argument),
                    }
                }
                call.arguments.keywords.iter().for_each(|keyword| self.visit_expr(&keyword.value));
                // `gather` takes the same coroutine several times.
                place.into_iter().for_each(|place| self.use_up(place));
            }
            Expr::If(choice) => {
                self.visit_expr(&choice.test);
                let before = self.states;
                self.visit_expr(&choice.body);
                let joined = std::mem::replace(&mut self.states, before);
                self.visit_expr(&choice.orelse);
                self.states |= joined;
            }
            Expr::BoolOp(operation) => {
                let mut joined = 0;
                for value in &operation.values {
                    self.visit_expr(value);
                    joined |= self.states;
                }
                self.states = joined;
            }
            Expr::Named(named) => {
                self.at = named.range;
                self.visit_expr(&named.value);
                self.visit_expr(&named.target);
            }
            Expr::Name(name) if name.id.as_str() == self.name && !name.ctx.is_load() => {
                self.states = if self.at.contains_range(self.call) { FRESH } else { OTHER };
            }
            Expr::Lambda(_) => {}
            Expr::ListComp(comprehension) => self.visit_expr(&comprehension.generators[0].iter),
            Expr::SetComp(comprehension) => self.visit_expr(&comprehension.generators[0].iter),
            Expr::DictComp(comprehension) => self.visit_expr(&comprehension.generators[0].iter),
            Expr::Generator(comprehension) => self.visit_expr(&comprehension.generators[0].iter),
            other => walk_expr(self, other),
        });
    }
}

/// Returns whether a pattern can bind names.
fn may_bind(pattern: &Pattern) -> bool {
    !matches!(pattern, Pattern::MatchValue(_) | Pattern::MatchSingleton(_))
}

/// Returns whether a handler catches the exception of a second `await`.
fn handles_second_await(handler: &ExceptHandler) -> bool {
    let ExceptHandler::ExceptHandler(handler) = handler;
    let is_raised = |caught: &Expr| caught.as_name_expr().is_some_and(|name| name.id.as_str() == RAISED);
    match handler.type_.as_deref() {
        Some(Expr::Tuple(several)) => several.iter().any(is_raised),
        Some(one) => is_raised(one),
        None => false,
    }
}

fn is_call_of(expression: &Expr, names: &[&str]) -> bool {
    let Expr::Call(call) = expression else { return false };
    let name = match &*call.func {
        Expr::Name(name) => name.id.as_str(),
        Expr::Attribute(attribute) => attribute.attr.as_str(),
        _ => return false,
    };
    names.contains(&name)
}

#[cfg(test)]
mod tests {
    use loopmend_core::{SourceKind, SourceText, Span};

    use super::super::assigned::NamesUsed;
    use super::{StepsLeft, awaited_twice};
    use crate::summary::SyntaxTree;

    /// Returns the line, counted from 1, where `c`, bound to `f()`, is consumed again in a function with
    /// this body. The number is negative for the next iteration of a loop.
    fn again(body: &str) -> Option<i64> {
        let lines: String = body.lines().map(|line| format!("    {line}\n")).collect();
        let text = format!("async def main(a, b):\n{lines}");
        let start = text.find("f()").expect("the text calls f") as u32;
        let tree = SyntaxTree::parse(&SourceText::new(text.as_str(), SourceKind::Python));
        let found = awaited_twice(
            &NamesUsed::default(),
            &StepsLeft::default(),
            &tree,
            &text,
            Span::new(start, start + 3),
        )?;
        let line = text[..found.again.start as usize].matches('\n').count() as i64;
        Some(if found.is_in_next_turn { -line } else { line })
    }

    #[test]
    fn a_second_await_is_found() {
        assert_eq!(again("c = f()\nawait c\nawait c"), Some(3));
        assert_eq!(again("c = f()\nx = await c\nreturn [await c]"), Some(3));
        assert_eq!(again("c = f()\nasyncio.create_task(c)\nawait c"), Some(3));
        assert_eq!(again("c = f()\nawait asyncio.wait_for(c, 1)\nawait asyncio.gather(b, c)"), Some(3));
        assert_eq!(again("c = f()\nloop.run_until_complete(c)\nasyncio.run(c)"), Some(3));
        assert_eq!(again("if a:\n    c = f()\n    await c\n    if b:\n        await c"), Some(5));
        assert_eq!(again("c = f()\nif a:\n    await c\nelse:\n    await c\nawait c"), Some(6));
        assert_eq!(again("await (c := f())\nawait c"), None);
        assert_eq!(again("if (c := f()):\n    await c\n    await c"), Some(3));
    }

    #[test]
    fn a_loop_comes_back() {
        assert_eq!(again("c = f()\nfor x in a:\n    await c"), Some(-3));
        assert_eq!(again("c = f()\nwhile a:\n    if b:\n        continue\n    await c"), None);
        let retried = "c = f()\nfor x in a:\n    try:\n        return await c\n    except E:\n        pass";
        assert_eq!(again(retried), Some(-4));
        for body in [
            "c = f()\nfor x in a:\n    await c\n    break",
            "for x in a:\n    c = f()\n    await c",
            "c = f()\nfor x in a:\n    await c\n    c = f()",
            "c = f()\nwhile True:\n    if b:\n        return await c",
            "c = f()\nfor x in a:\n    if x:\n        await c",
        ] {
            assert_eq!(again(body), None, "{body}");
        }
    }

    #[test]
    fn other_ways_and_other_values_are_left_alone() {
        for body in [
            "c = f()\nawait c",
            "c = f()\nif a:\n    await c\nelse:\n    await c",
            "c = f()\nif a:\n    await c\nif b:\n    await c",
            "c = f()\nif a:\n    return await c\nawait c",
            "c = f()\nawait c\nc = f()\nawait c",
            "c = f()\nc = await c\nawait c",
            "c = f() if a else b\nawait c\nawait c",
            "c = f()\nawait asyncio.gather(c, c)",
            "c = f()\nx = await c if a else await c",
            "c = f()\na and await c\nawait c",
            "c = f()\ntry:\n    await a\n    await c\nexcept E:\n    await c",
            "c = f()\ntry:\n    asyncio.run(c)\nexcept RuntimeError:\n    loop.run_until_complete(c)",
            "c = f()\nawait c\ntry:\n    await c\nexcept RuntimeError:\n    pass",
            "c = f()\nawait c\nwith raises(RuntimeError):\n    await c",
            "c = f()\nwith move_on_after(1):\n    await a\n    await c\nawait c",
            "c = f()\nfor c in a:\n    await c",
            "c = f()\nawait c\nasync with a as c:\n    await c",
            "c = f()\nawait c\nlambda: await c",
            "c = f()\nawait c\ndef g(c):\n    return c",
            "c = f()\nawait c\nmatch a:\n    case c:\n        await c",
            "global c\nc = f()\nawait c\nawait c",
            "c = f()\nfor x in a:\n    [g(c) for y in x]",
        ] {
            assert_eq!(again(body), None, "{body}");
        }
    }

    #[test]
    fn what_fails_when_it_is_awaited_is_used_up() {
        assert_eq!(again("c = f()\ntry:\n    await c\nexcept E:\n    await c"), Some(5));
        assert_eq!(
            again("c = f()\ntry:\n    x = await asyncio.wait_for(c, 1)\nexcept E:\n    x = await c"),
            Some(5)
        );
        assert_eq!(again("c = f()\ntry:\n    await c\nfinally:\n    await c"), Some(5));
    }
}
