//! The uses of a value that is bound to a local name. Only a rule with a finding runs this analysis.

use std::cell::RefCell;
use std::rc::Rc;

use loopmend_catalog::{Role, named};
use loopmend_core::Span;
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{
    AnyNodeRef, ExceptHandler, Expr, ExprCall, ExprContext, ExprName, Identifier, StmtFunctionDef,
};
use loopmend_python::text_size::{Ranged, TextRange, TextSize};
use loopmend_python::{
    SyntaxTree, function_around, function_with, last_name, makes_scope, nodes_around, range_of, span,
    walk_body,
};
use rustc_hash::{FxHashMap, FxHashSet};

use super::value_use::{UseKind, gives_on, use_of};
use crate::file::{Call, File};
use crate::infer::AwaitableSource;

/// A value that is bound to a local name and accessible only through that name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assigned {
    /// The name.
    pub name: String,
    /// The use in the same expression, if `:=` binds the name: `(x := f()).y`.
    used_where_bound: Option<NameUsed>,
    /// The uses elsewhere in the function, in source order.
    used: Rc<Vec<NameUsed>>,
    /// The places in the function at which something else takes the value, in source order.
    passed: Rc<Vec<Span>>,
    /// Whether the value may escape or be awaited elsewhere. Another scope may use it, a call may receive
    /// it, or a use is not known to be a plain value use.
    pub is_open: bool,
    /// Whether code that is not followed may use the value: another scope, or a `try` that expects the use to fail.
    pub is_used_elsewhere: bool,
    /// Whether the name is awaited anywhere in the function.
    pub is_awaited: bool,
    /// Whether the value is one of the values of a dict.
    pub is_entry: bool,
}

impl Assigned {
    /// Returns the uses of the value: first the use in its assignment, then the others in source order.
    pub fn uses(&self) -> impl Iterator<Item = &NameUsed> {
        self.used_where_bound.iter().chain(self.used.iter())
    }

    /// Creates the uses of a name that nothing passes on.
    pub fn of_uses(name: String, used: Vec<NameUsed>) -> Self {
        Self {
            name,
            used_where_bound: None,
            used: Rc::new(used),
            passed: Rc::default(),
            is_open: false,
            is_used_elsewhere: false,
            is_awaited: false,
            is_entry: false,
        }
    }

    /// Returns the places where the value is passed on, in source order. What takes it may await it.
    pub fn passed(&self) -> &[Span] {
        &self.passed
    }
}

/// A use of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameUsed {
    /// The kind of the use.
    pub kind: UseKind,
    /// The range of the name at the use.
    pub span: Span,
}

impl File<'_> {
    /// Returns the local name that the value of a call is bound to, with all its uses. Returns `None` if
    /// the value is bound in another way, or if other scopes also bind the name.
    pub fn assigned(&self, call: &Call) -> Option<Assigned> {
        self.is_bound_to_name(call)
            .then(|| assigned(&self.names_used, &self.tree_within(call.span.start), call.span))?
    }

    /// Returns the name of the container for a call whose value is an element of a list, set, tuple or
    /// dict, or of a comprehension. Otherwise like [`File::assigned`].
    pub fn collected(&self, call: &Call) -> Option<Assigned> {
        self.is_bound_to_name(call)
            .then(|| collected(&self.names_used, &self.tree_within(call.span.start), call.span))?
    }

    /// Returns whether a name in the scope is bound to a call or to an expression that contains it. This
    /// check needs no syntax tree, and rules out most calls.
    pub fn is_bound_to_name(&self, call: &Call) -> bool {
        self.summary().is_bound_to_name(&call.site)
    }

    /// Returns how a function of the file, given by its header, uses a parameter.
    pub fn uses_of_parameter(&self, header: Span, parameter: &str) -> Option<Assigned> {
        self.names_used.of(parameter, function_with(&self.tree_within(header.start), header)?)
    }

    /// Returns the first use of a name that may run after a call bound it: a use behind the call, or in a loop around both.
    pub fn first_use_after<'u>(&self, call: &Call, assigned: &'u Assigned) -> Option<&'u NameUsed> {
        let tree = self.tree_within(call.span.start);
        let around = nodes_around(&tree, call.span);
        let function = function_around(&around).map(Ranged::range);
        let loops = around.iter().filter(|node| {
            matches!(node, AnyNodeRef::StmtFor(_) | AnyNodeRef::StmtWhile(_))
                && function.is_none_or(|function| function.contains_range(node.range()))
        });
        let outermost = loops.map(|node| span(node.range())).next();
        // What `:=` binds is used around the call.
        let behind = |used: &&NameUsed| used.span.start >= call.span.end || used.span.contains(call.span);
        let repeated = |used: &&NameUsed| outermost.is_some_and(|repeated| repeated.contains(used.span));
        assigned.uses().find(behind).or_else(|| assigned.uses().find(repeated))
    }

    /// Returns whether, at a byte offset, a name is bound only to coroutines of `async def` functions. The name
    /// is resolved in the scope of the call.
    pub fn is_coroutine_named_at(&mut self, call: &Call, name: &str, offset: u32) -> bool {
        let (module, scope) = (self.module(), call.scope());
        let inference = self.inference_mut();
        let value = inference.name_at(module, scope, name, offset);
        let source = inference.awaitable(value).map(|(source, _)| source);
        source == Some(AwaitableSource::Definition) && !inference.is_given_by_callers()
    }
}

fn assigned(names_used: &NamesUsed, tree: &SyntaxTree, call: Span) -> Option<Assigned> {
    let around = nodes_around(tree, call);
    let name = bound_name(&around, range_of(call))?;
    let function = function_around(&around)?;
    let mut assigned = names_used.of(name, function)?;
    match used_where_bound(&around, range_of(call)) {
        Use::Known(used) => assigned.used_where_bound = Some(used),
        Use::Open | Use::Passed => assigned.is_open = true,
        Use::None => {}
    }
    Some(assigned)
}

/// Returns how the value of a `:=` expression is used where it is bound.
fn used_where_bound(around: &[AnyNodeRef], value: TextRange) -> Use {
    let mut value = value;
    for (place, node) in around.iter().enumerate().rev() {
        let is_named = matches!(node, AnyNodeRef::ExprNamed(_));
        if !is_named && !gives_on(*node, value) {
            return Use::None;
        }
        value = node.range();
        if is_named {
            let further = &around[..place];
            return match (use_of(further, value).0, further.last()) {
                (_, Some(AnyNodeRef::StmtExpr(_))) => Use::None,
                (UseKind::Other, _) => Use::Open,
                (kind, _) => {
                    let span = Span::new(value.start().to_u32(), value.end().to_u32());
                    Use::Known(NameUsed { kind, span })
                }
            };
        }
    }
    Use::None
}

/// Returns the uses of the container that holds the value of a call.
fn collected(names_used: &NamesUsed, tree: &SyntaxTree, call: Span) -> Option<Assigned> {
    let around = nodes_around(tree, call);
    let (container, around) = around.split_last()?;
    if !is_element_of(*container, range_of(call)) {
        return None;
    }
    let name = bound_name(around, container.range())?;
    let function = function_around(around)?;
    let is_entry = matches!(container, AnyNodeRef::ExprDict(_));
    Some(Assigned { is_entry, ..names_used.of(name, function)? })
}

/// Returns whether a value is an element of a container or comprehension; for a dict, one of its values.
pub(super) fn is_element_of(container: AnyNodeRef, value: TextRange) -> bool {
    match container {
        AnyNodeRef::ExprList(_) | AnyNodeRef::ExprSet(_) | AnyNodeRef::ExprTuple(_) => true,
        AnyNodeRef::ExprListComp(comprehension) => comprehension.elt.range() == value,
        AnyNodeRef::ExprSetComp(comprehension) => comprehension.elt.range() == value,
        AnyNodeRef::ExprDict(dict) => {
            let place = dict.items.partition_point(|item| item.value.end() < value.end());
            dict.items.get(place).is_some_and(|item| item.key.is_some() && item.value.range() == value)
        }
        _ => false,
    }
}

/// Returns the name that a value is bound to, alone or as one of several.
pub fn bound_name<'a>(around: &[AnyNodeRef<'a>], value: TextRange) -> Option<&'a str> {
    let mut value = value;
    let mut outwards = around.iter().rev().copied().peekable();
    while let Some(node) = outwards.next_if(|node| gives_on(*node, value)) {
        value = node.range();
    }
    let target = match outwards.next()? {
        AnyNodeRef::StmtAssign(assign) => match assign.targets.as_slice() {
            [target] => target,
            _ => return None,
        },
        AnyNodeRef::StmtAnnAssign(assign) => &assign.target,
        AnyNodeRef::ExprNamed(named) => &named.target,
        AnyNodeRef::ExprTuple(tuple) => {
            let AnyNodeRef::StmtAssign(assign) = outwards.next()? else { return None };
            let [Expr::Tuple(targets)] = assign.targets.as_slice() else { return None };
            let is_paired =
                targets.len() == tuple.len() && !targets.iter().chain(&tuple.elts).any(Expr::is_starred_expr);
            let place = tuple.iter().position(|element| element.range() == value).filter(|_| is_paired)?;
            &targets.elts[place]
        }
        _ => return None,
    };
    Some(target.as_name_expr()?.id.as_str())
}

/// A cache of the uses of names, by function.
#[derive(Default)]
pub struct NamesUsed(RefCell<FxHashMap<TextRange, Rc<NamesOfFunction>>>);

impl NamesUsed {
    /// Returns the last occurrence of a name in a function.
    pub fn last_mention(&self, name: &str, function: &StmtFunctionDef) -> Option<TextSize> {
        self.in_function(function).uses.get(name).map(|found| found.last_mention)
    }

    /// Returns whether the value of a name may be awaited or passed at two places of a function, or at one in a loop.
    pub fn may_be_consumed_twice(&self, name: &str, function: &StmtFunctionDef) -> bool {
        self.in_function(function).uses.get(name).is_some_and(|found| found.consumptions > 1)
    }

    /// Returns all uses of a name in a function; `None` for a name that other scopes share.
    pub fn of(&self, name: &str, function: &StmtFunctionDef) -> Option<Assigned> {
        let names = self.in_function(function);
        if names.shared.contains(name) {
            return None;
        }
        let found = names.uses.get(name);
        Some(Assigned {
            name: name.to_owned(),
            used_where_bound: None,
            used: found.map(|found| found.known.clone()).unwrap_or_default(),
            passed: found.map(|found| found.passed.clone()).unwrap_or_default(),
            is_open: names.reaches_all || found.is_some_and(|found| found.is_open),
            is_used_elsewhere: names.reaches_all || found.is_some_and(|found| found.is_used_elsewhere),
            is_awaited: names.awaits_all || found.is_some_and(|found| found.is_awaited),
            is_entry: false,
        })
    }

    fn in_function(&self, function: &StmtFunctionDef) -> Rc<NamesOfFunction> {
        let mut known = self.0.borrow_mut();
        known.entry(function.range).or_insert_with(|| Rc::new(NamesOfFunction::of(function))).clone()
    }
}

/// The uses of each name in a function.
struct NamesOfFunction {
    uses: FxHashMap<String, UsesOfName>,
    /// The names declared `global` or `nonlocal`.
    shared: FxHashSet<String>,
    /// Whether code in the function may store or await the value of any name, and whether the value is
    /// awaited.
    reaches_all: bool,
    awaits_all: bool,
}

/// The uses of one name in a function.
#[derive(Default)]
struct UsesOfName {
    /// The plain value uses, in source order.
    known: Rc<Vec<NameUsed>>,
    /// The places where something else takes the value, in source order.
    passed: Rc<Vec<Span>>,
    is_open: bool,
    is_used_elsewhere: bool,
    is_awaited: bool,
    /// The number of places that await or pass the value; a place in a loop counts twice.
    consumptions: u32,
    /// The last occurrence.
    last_mention: TextSize,
}

impl NamesOfFunction {
    fn of(function: &StmtFunctionDef) -> Self {
        let mut names = Self {
            uses: FxHashMap::default(),
            shared: FxHashSet::default(),
            reaches_all: false,
            awaits_all: false,
        };
        let mut uses: FxHashMap<&str, UsesOfName> = FxHashMap::default();
        walk_body(&function.body, |around, node| {
            let is_awaited = || matches!(around.last(), Some(AnyNodeRef::ExprAwait(_)));
            match node {
                AnyNodeRef::StmtGlobal(statement) => names.share(&statement.names),
                AnyNodeRef::StmtNonlocal(statement) => names.share(&statement.names),
                AnyNodeRef::ExprCall(call) if reaches_all_names(call) => {
                    names.reaches_all = true;
                    names.awaits_all |= is_awaited();
                }
                AnyNodeRef::ExprName(name) => {
                    let uses = uses.entry(name.id.as_str()).or_default();
                    uses.last_mention = name.start();
                    uses.consumptions += consumptions(around);
                    match use_of_name(around, name) {
                        Use::None => {}
                        Use::Known(used) => Rc::make_mut(&mut uses.known).push(used),
                        Use::Passed => {
                            uses.is_open = true;
                            uses.is_awaited |= is_awaited();
                            Rc::make_mut(&mut uses.passed).push(span(name.range));
                        }
                        Use::Open => {
                            uses.is_open = true;
                            uses.is_used_elsewhere = true;
                            uses.is_awaited |= is_awaited();
                        }
                    }
                }
                _ => {}
            }
            TraversalSignal::Traverse
        });
        names.uses = uses.into_iter().map(|(name, uses)| (name.to_owned(), uses)).collect();
        names
    }

    fn share(&mut self, names: &[Identifier]) {
        self.shared.extend(names.iter().map(|name| name.as_str().to_owned()));
    }
}

/// Returns the number of times that a use of a name may await or pass its value in one run of the function.
fn consumptions(around: &[AnyNodeRef]) -> u32 {
    let repeats = |node: &AnyNodeRef| {
        matches!(node, AnyNodeRef::StmtFor(_) | AnyNodeRef::StmtWhile(_)) || makes_scope(*node)
    };
    match around.last() {
        Some(AnyNodeRef::ExprAwait(_) | AnyNodeRef::Arguments(_)) if around.iter().any(repeats) => 2,
        Some(AnyNodeRef::ExprAwait(_) | AnyNodeRef::Arguments(_)) => 1,
        _ => 0,
    }
}

/// Returns whether a call accesses every local name.
fn reaches_all_names(call: &ExprCall) -> bool {
    call.func.as_name_expr().is_some_and(|callee| named(callee.id.as_str()).has(Role::ReachesAllNames))
}

/// How a node itself uses a name.
enum Use {
    None,
    Known(NameUsed),
    /// The node passes the value on.
    Passed,
    /// The node may store or await the value of the name.
    Open,
}

fn use_of_name(around: &[AnyNodeRef], name: &ExprName) -> Use {
    let is_added_to = matches!(around.last(), Some(AnyNodeRef::StmtAugAssign(_)));
    match name.ctx {
        ExprContext::Store if !is_added_to => return Use::None,
        ExprContext::Del => return Use::Open,
        _ => {}
    }
    let kind = use_of(around, name.range).0;
    if around.iter().any(|node| hides_use(*node, name.range)) {
        return Use::Open;
    }
    if kind == UseKind::Other {
        return Use::Passed;
    }
    Use::Known(NameUsed { kind, span: span(name.range) })
}

/// Returns whether a node makes a use belong to another scope, or expects it to fail.
fn hides_use(node: AnyNodeRef, used: TextRange) -> bool {
    match node {
        AnyNodeRef::StmtFunctionDef(_) | AnyNodeRef::StmtClassDef(_) | AnyNodeRef::ExprLambda(_) => true,
        AnyNodeRef::StmtTry(statement) => {
            let is_tried = statement.body.last().is_some_and(|last| used.end() <= last.end());
            is_tried && statement.handlers.iter().any(catches_wrong_use)
        }
        AnyNodeRef::StmtWith(statement) => {
            let is_inside = statement.body.first().is_some_and(|first| first.start() <= used.start());
            is_inside && statement.items.iter().any(|item| suppresses_wrong_use(&item.context_expr))
        }
        _ => false,
    }
}

/// Returns whether a context manager suppresses the exceptions of a coroutine that is used as a plain value.
fn suppresses_wrong_use(manager: &Expr) -> bool {
    let Expr::Call(call) = manager else { return false };
    named(last_name(&call.func)).has(Role::SwallowsExceptions) && call.arguments.args.iter().any(is_wrong_use)
}

/// Returns whether a class is that of an exception which a coroutine raises if it is used as a plain value.
fn is_wrong_use(class: &Expr) -> bool {
    class.as_name_expr().is_some_and(|name| named(name.id.as_str()).has(Role::RaisedByCoroutine))
}

/// Returns whether a handler catches the exceptions of a coroutine that is used as a plain value.
pub fn catches_wrong_use(handler: &ExceptHandler) -> bool {
    let ExceptHandler::ExceptHandler(handler) = handler;
    match handler.type_.as_deref() {
        None => false,
        Some(Expr::Tuple(several)) => several.iter().any(is_wrong_use),
        Some(one) => is_wrong_use(one),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{function_of, parsed, place_of_f};
    use super::super::value_use::UseKind;
    use super::{Assigned, NamesUsed, assigned, collected};

    /// Returns the uses of a value that is accessible only through its name.
    fn kinds_of(found: Option<Assigned>) -> Option<Vec<UseKind>> {
        let found = found.filter(|found| !found.is_open)?;
        Some(found.uses().map(|used| used.kind.clone()).collect())
    }

    fn collected_kinds(body: &str) -> Option<Vec<UseKind>> {
        let text = function_of(body);
        kinds_of(collected(&NamesUsed::default(), &parsed(&text), place_of_f(&text)))
    }

    /// Returns the uses of the name bound to `f()` in a function with this body.
    fn kinds(body: &str) -> Option<Vec<UseKind>> {
        let text = function_of(body);
        let found = assigned(&NamesUsed::default(), &parsed(&text), place_of_f(&text));
        assert!(found.as_ref().is_none_or(|found| found.name == "x"), "{body}");
        kinds_of(found)
    }

    #[test]
    fn a_container_is_followed_by_its_name() {
        for body in ["x = [f()]", "x = [f() for y in a]", "x = {f(), b}", "x = (f(), b)", "x = {a: f()}"] {
            assert_eq!(collected_kinds(body), Some(Vec::new()), "{body}");
        }
        let given = UseKind::Given("len".to_owned());
        assert_eq!(collected_kinds("x = [f() for y in a]\nlen(x)"), Some(vec![given]));
        for body in [
            "x = f()",
            "x = [y for y in f()]",
            "x = {f(): a}",
            "x = {**f()}",
            "x = [[f()]]",
            "x = [g(f())]",
            "x = [f()]\ng(*x, x)",
        ] {
            assert_eq!(collected_kinds(body), None, "{body}");
        }
    }

    #[test]
    fn a_value_is_bound_in_several_ways() {
        for body in ["x = f()", "x: int = f()", "x = f() if a else b", "(x := f())", "a, x = b, f()"] {
            assert_eq!(kinds(body), Some(Vec::new()), "{body}");
        }
        for body in ["self.x = f()", "x[0] = f()", "x = y = f()", "x, y = f()", "*x, y = f(), b", "x += f()"]
        {
            assert_eq!(kinds(body), None, "{body}");
        }
    }

    #[test]
    fn what_takes_it_for_a_value_is_told() {
        assert_eq!(kinds("x = f()\nif x: pass"), Some(vec![UseKind::Condition]));
        assert_eq!(
            kinds("x = f()\ntry: x.y\nexcept: pass"),
            Some(vec![UseKind::Attribute("y".to_owned())]),
            "a handler of all errors expects none"
        );
        assert_eq!(
            kinds("x = f()\nx.y.z(x[0])\nx += 1"),
            Some(vec![UseKind::Attribute("y".to_owned()), UseKind::Item, UseKind::Operand])
        );
        assert_eq!(
            kinds("if (x := f()) == 1:\n    return f'{x}'"),
            Some(vec![UseKind::Comparison, UseKind::Formatting])
        );
        assert_eq!(kinds("x = f()\nx = None\n[y for y in x]"), Some(vec![UseKind::Iteration]));
    }

    #[test]
    fn what_may_keep_or_await_it_leaves_it_open() {
        for rest in [
            "await x",
            "return x",
            "g(x)",
            "g(*[x])",
            "a.x = x",
            "y = x",
            "yield x",
            "del x",
            "def g(): return x",
            "def g():\n    if x: pass",
            "z = lambda: x.y",
            "g(**locals())",
            "if x:\n    await x",
            "try: x.y\nexcept (AttributeError, KeyError): pass",
            "[x for x in b]",
        ] {
            assert_eq!(kinds(&format!("x = f()\n{rest}")), None, "{rest}");
        }
    }

    #[test]
    fn a_walrus_gives_its_value_on() {
        assert_eq!(kinds("if (x := f()): pass"), Some(vec![UseKind::Condition]));
        assert_eq!(kinds("(x := f()).y"), Some(vec![UseKind::Attribute("y".to_owned())]));
        for body in ["await (x := f())", "g(x := f())", "return (x := f())", "y = [x := f()]"] {
            assert_eq!(kinds(body), None, "{body}");
        }
    }

    #[test]
    fn only_handlers_of_what_a_coroutine_raises_hide_a_use() {
        for rest in
            ["try: x.y\nexcept KeyError: pass", "try: pass\nexcept Exception: x.y", "try: x.y\nfinally: pass"]
        {
            assert_eq!(
                kinds(&format!("x = f()\n{rest}")),
                Some(vec![UseKind::Attribute("y".to_owned())]),
                "{rest}"
            );
        }
    }

    #[test]
    fn a_name_of_several_scopes_is_left_alone() {
        assert_eq!(kinds("global x\nx = f()"), None);
        assert_eq!(kinds("x = f()\ndef g():\n    nonlocal x\n    x = 1"), None);
    }

    #[test]
    fn other_scopes_than_a_function_are_left_alone() {
        let of = |text: &str| assigned(&NamesUsed::default(), &parsed(text), place_of_f(text));
        for text in [
            "x = f()",
            "class A:\n    x = f()",
            "def g(): [a for a in b if (x := f())]",
            "def g(): lambda: (x := f())",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
