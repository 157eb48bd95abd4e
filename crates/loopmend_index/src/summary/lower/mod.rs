//! Lowers a syntax tree to a [`Summary`] in one walk that visits every expression once.

mod annotations;
mod bindings;
mod branches;
mod calls;
mod comments;
mod comprehensions;
mod constants;
mod containers;
mod control_flow;
mod definitions;
mod dropped_parameters;
mod expressions;
mod filling;
mod implicit_calls;
mod imports;
mod literals;
mod marks;
mod narrowing;
mod passed_on;
mod paths;
mod patterns;
mod protocol_uses;
mod scopes;
mod siblings;
mod statements;
mod swallowed;
#[cfg(test)]
mod tests;

use std::sync::OnceLock;

use loopmend_core::{SourceText, Span};
use loopmend_project::PythonVersion;
use loopmend_python::stack::grow_stack;
use loopmend_python::text_size::TextRange;
use loopmend_python::{SyntaxTree, span};
use rustc_hash::FxHashMap;

use super::names::NamesBuilder;
use super::{
    Argument, CallSite, Class, ClassId, Expectation, Expression, ExpressionId, FloatSize, Function,
    FunctionId, ImplicitCall, Imported, List, Literal, NameId, PathId, ProtocolUse, Replacement, Scope,
    ScopeId, ScopeKind, Step, Summary, Swallow,
};
use constants::constants_of;
use containers::OpenAddition;
use marks::Marks;
use scopes::{Deferred, OpenScope};
use siblings::{Exit, Use};

pub use control_flow::{expects_runtime_error, handles_runtime_error, may_catch_runtime_error};

/// The block of a binding at the top level of its scope.
const WHOLE_SCOPE: Span = Span { start: 0, end: u32::MAX };

/// The name of a module, and the Python version for which its conditions are evaluated.
pub struct Target<'t> {
    /// The dotted name, if there is one, which makes relative imports absolute.
    pub module: Option<&'t str>,
    /// Whether the module is a package's `__init__`.
    pub is_package: bool,
    /// Whether the module belongs to the project. The calls of libraries are not kept.
    pub is_first_party: bool,
    /// Whether every expression is kept with its range, for `reveal`.
    pub keeps_all: bool,
    /// The Python version whose branches are taken.
    pub version: PythonVersion,
}

/// Lowers a module to its summary.
pub fn lower(source: &SourceText, tree: &SyntaxTree, target: &Target) -> Summary {
    let text = source.text.as_str();
    let mut lowering = Lowering::new(text, target);
    lowering.open_scope(ScopeKind::Module, None);
    lowering.at = lowering.position_in(Summary::MODULE_SCOPE, None);
    lowering.constants = constants_of(text, &tree.module().body);
    lowering.body(&tree.module().body);
    let mut summary = lowering.finish();
    summary.comments = comments::suppression_comments(text, tree);
    summary.syntax_errors = comments::syntax_errors(source, tree);
    summary
}

/// The expressions at the start of every module, each of which exists once.
const SHARED: [Expression; 13] = [
    Expression::Opaque,
    Expression::None,
    Expression::Plain,
    Expression::Slice,
    Expression::Literal(Literal::Text),
    Expression::Literal(Literal::Bytes),
    Expression::Literal(Literal::LargeInteger),
    Expression::Literal(Literal::Float(FloatSize::Other)),
    Expression::Literal(Literal::Boolean(false)),
    Expression::Literal(Literal::Boolean(true)),
    Expression::Truth,
    Expression::Literal(Literal::Float(FloatSize::Zero)),
    Expression::Literal(Literal::Float(FloatSize::Short)),
];
const OPAQUE: ExpressionId = ExpressionId(0);
const NONE: ExpressionId = ExpressionId(1);
const PLAIN: ExpressionId = ExpressionId(2);
const SLICE: ExpressionId = ExpressionId(3);
const TEXT: ExpressionId = ExpressionId(4);
const BYTES: ExpressionId = ExpressionId(5);
const LARGE_INTEGER: ExpressionId = ExpressionId(6);
const FLOAT: ExpressionId = ExpressionId(7);
const FALSE: ExpressionId = ExpressionId(8);
const TRUE: ExpressionId = ExpressionId(9);
const TRUTH: ExpressionId = ExpressionId(10);
const ZERO: ExpressionId = ExpressionId(11);
const SHORT: ExpressionId = ExpressionId(12);

/// The position of a statement in the control flow of its scope.
#[derive(Clone, Copy)]
struct Position {
    scope: ScopeId,
    block: Span,
    in_loop: Span,
    /// The number of enclosing loops.
    loops: u32,
    /// The end of the innermost loop body; 0 without a loop.
    loop_end: u32,
    /// The end of the block in which a `return` or `raise` is caught, by `try` or `with`. Earlier bindings
    /// are still visible up to there.
    caught_until: u32,
    /// Whether its bindings count, because it is not in a branch that the target version never takes.
    is_live: bool,
    /// Whether it is reachable: neither in such a branch, nor after a `return`, `raise`, `break` or
    /// `continue`.
    is_reachable: bool,
    /// Whether an enclosing block in its scope expects an exception.
    expects_exception: bool,
    /// Whether an enclosing `try` in its scope may catch a `RuntimeError`.
    catches_runtime_error: bool,
    /// Whether a handler of such a `try` names `RuntimeError`.
    expects_runtime_error: bool,
    /// `true` if it is in a plain function, and an enclosing `try` ignores all exceptions: `except Exception: pass`.
    ignores_exceptions: bool,
    /// Whether it is in `if __name__ == "__main__":`.
    is_in_script: bool,
    /// Whether enclosing code handles a missing module.
    guards_imports: bool,
    /// The number of enclosing branches in its scope.
    branches: u8,
    /// Whether expressions whose value is not needed are visited too.
    visits_all: bool,
    /// In a method, the class and the name of the first parameter.
    receiver: Option<(ClassId, NameId)>,
}

/// The number of `break` and `continue` statements.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct LoopJumps {
    breaks: u32,
    continues: u32,
}

/// What is needed of an expression.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Want {
    /// The expression is kept.
    Value,
    /// Only its effects on the scope, and its calls.
    Effects,
}

struct Lowering<'t> {
    text: &'t str,
    target: &'t Target<'t>,
    names: NamesBuilder,
    expressions: Vec<Expression>,
    spans: Vec<Span>,
    lists: Vec<ExpressionId>,
    arguments: Vec<Argument>,
    argument_runs: Vec<List>,
    paths: Vec<Vec<Step>>,
    path_ids: FxHashMap<Vec<Step>, PathId>,
    integers: FxHashMap<i32, ExpressionId>,
    functions: Vec<Function>,
    /// The functions at the top level that call `setattr` with names from a loop, or with a name that they get, by their own names.
    setters: FxHashMap<NameId, FunctionId>,
    /// The names of the objects whose methods the module replaces at its top level.
    replaced_objects: Vec<NameId>,
    classes: Vec<Class>,
    calls: Vec<CallSite>,
    implicit_calls: Vec<ImplicitCall>,
    protocol_uses: Vec<ProtocolUse>,
    expectations: Vec<Expectation>,
    swallows: Vec<Swallow>,
    lost_updates: Vec<FunctionId>,
    /// The absolute names of the modules that imports need.
    needed: Vec<NameId>,
    /// The names that imports ask of modules.
    imported: Vec<Imported>,
    /// The uses, in source order.
    uses: Vec<Use>,
    /// The exits of the enclosing blocks.
    exits: Vec<Exit>,
    scopes: Vec<OpenScope>,
    deferred: Vec<Deferred>,
    additions: Vec<OpenAddition>,
    /// Names passed on as values, and attributes with the name they are read from.
    passed_on: Vec<(Option<NameId>, NameId)>,
    /// The names of attributes that are set from outside of their class.
    patched: Vec<(NameId, ScopeId, Replacement)>,
    /// The module-level functions that only raise.
    raising: Vec<FunctionId>,
    marks: Marks,
    /// The module names that are bound once, to `True` or `False`.
    constants: FxHashMap<String, bool>,
    /// Whether the innermost loop has a `break` so far.
    has_break: bool,
    /// The jumps of the innermost loop so far.
    loop_jumps: LoopJumps,
    /// Whether the generator expressions in the arguments of the current call are run through at once.
    is_consumed: bool,
    at: Position,
}

impl<'t> Lowering<'t> {
    fn new(text: &'t str, target: &'t Target<'t>) -> Self {
        // As much as most code has of each, counted in bytes of text: in Home Assistant and aiohttp.
        let one_in = |bytes: usize| text.len() / bytes;
        let mut expressions = Vec::with_capacity(SHARED.len() + one_in(20));
        expressions.extend_from_slice(&SHARED);
        let mut spans = Vec::with_capacity(SHARED.len() + one_in(20));
        spans.resize(SHARED.len(), Span::default());
        let mut argument_runs = Vec::with_capacity(1 + one_in(200));
        argument_runs.push(List::default());
        Self {
            text,
            target,
            names: NamesBuilder::with_capacity(one_in(50)),
            expressions,
            spans,
            lists: Vec::with_capacity(one_in(110)),
            arguments: Vec::with_capacity(one_in(110)),
            argument_runs,
            paths: Vec::new(),
            path_ids: FxHashMap::default(),
            integers: FxHashMap::default(),
            functions: Vec::with_capacity(one_in(450)),
            setters: FxHashMap::default(),
            replaced_objects: Vec::new(),
            classes: Vec::new(),
            calls: Vec::with_capacity(one_in(180)),
            implicit_calls: Vec::new(),
            protocol_uses: Vec::new(),
            expectations: Vec::new(),
            swallows: Vec::new(),
            lost_updates: Vec::new(),
            needed: Vec::new(),
            imported: Vec::new(),
            uses: Vec::new(),
            exits: Vec::new(),
            scopes: Vec::with_capacity(1 + one_in(400)),
            deferred: Vec::new(),
            additions: Vec::new(),
            passed_on: Vec::with_capacity(one_in(80)),
            patched: Vec::new(),
            raising: Vec::new(),
            marks: Marks::of(text),
            constants: FxHashMap::default(),
            has_break: false,
            loop_jumps: LoopJumps::default(),
            is_consumed: false,
            at: Position {
                scope: Summary::MODULE_SCOPE,
                block: WHOLE_SCOPE,
                in_loop: Span::default(),
                loops: 0,
                loop_end: 0,
                caught_until: 0,
                is_live: true,
                is_reachable: true,
                expects_exception: false,
                catches_runtime_error: false,
                expects_runtime_error: false,
                ignores_exceptions: false,
                is_in_script: false,
                guards_imports: false,
                branches: 0,
                visits_all: false,
                receiver: None,
            },
        }
    }

    /// Returns the position at the start of a scope; `is_async` is set for a function.
    fn position_in(&self, scope: ScopeId, is_async: Option<bool>) -> Position {
        let visits_all = self.target.is_first_party
            || self.marks.may_patch
            || self.marks.has_walrus
            || is_async.is_some_and(|is_async| is_async || self.marks.has_yield);
        Position {
            scope,
            block: WHOLE_SCOPE,
            in_loop: Span::default(),
            loops: 0,
            loop_end: 0,
            caught_until: 0,
            is_live: true,
            is_reachable: self.at.is_reachable,
            expects_exception: false,
            catches_runtime_error: false,
            expects_runtime_error: false,
            ignores_exceptions: false,
            is_in_script: false,
            guards_imports: false,
            branches: 0,
            visits_all,
            receiver: None,
        }
    }

    /// Lowers code that may be skipped.
    fn in_branch<T>(&mut self, lower: impl FnOnce(&mut Self) -> T) -> T {
        let outer = self.at.branches;
        self.at.branches = outer.saturating_add(1);
        let lowered = lower(self);
        self.at.branches = outer;
        lowered
    }

    fn push(&mut self, expression: Expression, range: TextRange) -> ExpressionId {
        self.expressions.push(expression);
        self.spans.push(span(range));
        ExpressionId(self.expressions.len() as u32 - 1)
    }

    fn push_list(&mut self, ids: &[ExpressionId]) -> List {
        let list = List { start: self.lists.len() as u32, len: ids.len() as u32 };
        self.lists.extend_from_slice(ids);
        list
    }

    fn finish(mut self) -> Summary {
        self.place_deferred();
        self.place_held_narrowings();
        let passed_on = self.functions_passed_on();
        let names = self.names.finish();
        let (scopes, bindings) = scopes::close(std::mem::take(&mut self.scopes));
        self.sort_attributes();
        self.mark_overloads(&names, &scopes, &bindings);
        self.sort_calls();
        self.sort_needed(&names);
        self.patched.sort_unstable();
        self.patched.dedup();
        self.functions.shrink_to_fit();
        self.classes.shrink_to_fit();
        // Copies take their own size; shrinking in place leaves the rest unused.
        let mut summary = Summary {
            names,
            expressions: self.expressions.to_vec(),
            spans: self.spans.to_vec(),
            lists: self.lists.to_vec(),
            bindings,
            scopes,
            functions: self.functions,
            classes: self.classes,
            argument_runs: self.argument_runs.to_vec(),
            arguments: self.arguments.to_vec(),
            paths: self.paths,
            calls: self.calls.to_vec(),
            implicit_calls: self.implicit_calls.to_vec(),
            containers: Vec::new(),
            protocol_uses: self.protocol_uses,
            expectations: self.expectations,
            swallows: self.swallows,
            lost_updates: self.lost_updates,
            replaced_objects: self.replaced_objects,
            needed: self.needed,
            imported: self.imported,
            additions: Vec::new(),
            passed_on,
            patched: self.patched,
            stated_names: Vec::new(),
            comments: Vec::new(),
            syntax_errors: Vec::new(),
            roles: OnceLock::new(),
            nesting: OnceLock::new(),
            bound_values: OnceLock::new(),
        };
        (summary.containers, summary.additions) = filling::containers(&summary, self.additions);
        summary.stated_names = summary.find_stated_names();
        place_calls(&mut summary.scopes, &summary.calls);
        for id in (0..summary.classes.len() as u32).map(ClassId) {
            summary.find_attribute_hooks(id);
        }
        summary
    }
}

/// Sets where the calls of each scope stand. The scopes inside a scope stand behind it.
fn place_calls(scopes: &mut [Scope], calls: &[CallSite]) {
    for (place, site) in (0..).zip(calls) {
        extend_calls(&mut scopes[site.scope.index()], place, place + 1);
    }
    for index in (0..scopes.len()).rev() {
        let Scope { parent, first_call, end_of_calls, .. } = scopes[index];
        if let Some(parent) = parent.filter(|_| first_call < end_of_calls) {
            extend_calls(&mut scopes[parent.index()], first_call, end_of_calls);
        }
    }
}

fn extend_calls(scope: &mut Scope, first: u32, end: u32) {
    let is_empty = scope.first_call == scope.end_of_calls;
    scope.first_call = if is_empty { first } else { scope.first_call.min(first) };
    scope.end_of_calls = scope.end_of_calls.max(end);
}
