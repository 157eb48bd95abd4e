//! How the value of an expression is used, found by the surrounding syntax. Only a rule with a finding runs
//! this analysis.

use loopmend_catalog::{Role, Words, named};
use loopmend_core::Span;
use loopmend_index::summary::{taker_of_elements, taker_of_values};
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{
    AnyNodeRef, BoolOp, Expr, ExprCall, ExprContext, MatchCase, Operator, Pattern, UnaryOp,
};
use loopmend_python::text_size::{Ranged, TextRange};
use loopmend_python::{SyntaxTree, is_unpacking};

use super::assigned::is_element_of;
use crate::file::File;

use loopmend_python::{nodes_around, range_of, walk_body};

/// The kind of use of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UseKind {
    /// Its truth value is tested: by `if`, `while`, `assert`, `not`, `and` or `or`.
    Condition,
    /// It is the left operand of `or`, whose right operand it makes useless.
    Fallback,
    /// It is compared with another value.
    Comparison,
    /// It is an operand of an arithmetic operator.
    Operand,
    /// Its attribute with this name is accessed.
    Attribute(String),
    /// One of its items is read, set or deleted.
    Item,
    /// It selects an item of another value.
    Key,
    /// It is called.
    Call,
    /// It is iterated over by `for` or a comprehension, or unpacked with a star.
    Iteration,
    /// Its elements are bound to several names.
    Unpacking,
    /// It is formatted in an f-string.
    Formatting,
    /// It is raised.
    Raising,
    /// It is the subject of a `match`.
    Matching,
    /// It is entered by `with` or `async with`.
    Context,
    /// It is passed to the built-in function of this name, which uses it as a plain value. A name with a
    /// dot is a method that logs the value or writes it as JSON.
    Given(String),
    /// It is iterated over by `async for`.
    AsyncIteration,
    /// Any other use.
    Other,
}

/// A use of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueUse {
    /// The kind of the use.
    pub kind: UseKind,
    /// Whether an `await` inserted before the value needs parentheses around both.
    pub needs_parentheses: bool,
    /// Whether an inserted `await` would make a nested comprehension asynchronous, which Python allows
    /// since 3.11 (docs.python.org/3/whatsnew/3.11.html#other-language-changes).
    pub needs_python_3_11: bool,
    /// Whether the value is in a generator expression, which an `await` turns into an asynchronous one.
    pub is_in_generator: bool,
    /// The `await` that applies to an attribute or item of the value instead: `await f()["a"]`.
    pub awaited_behind: Option<AwaitedBehind>,
}

/// An `await` that applies to an attribute or item of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AwaitedBehind {
    /// The range from `await` to the value.
    pub keyword: Span,
    /// Whether the awaited expression is a call, which may return an awaitable itself: `await f().read()`.
    pub is_call: bool,
}

impl File<'_> {
    /// Returns how the value of the call at a range is used.
    pub fn value_use(&self, call: Span) -> ValueUse {
        value_use(&self.tree_within(call.start), call)
    }

    /// Returns how a container is used whose element is the value of the call, if the container is used
    /// immediately. Returns `None` if there is no such container.
    pub fn container_use(&self, call: Span) -> Option<UseKind> {
        container_use(&self.tree_within(call.start), call)
    }
}

/// Returns how the container of a value is used. Containers may be nested.
fn container_use(tree: &SyntaxTree, call: Span) -> Option<UseKind> {
    let around = nodes_around(tree, call);
    let mut value = range_of(call);
    let mut outwards = around.as_slice();
    while let [further @ .., container] = outwards
        && is_element_of(*container, value)
    {
        (value, outwards) = (container.range(), further);
    }
    (value != range_of(call)).then(|| use_of(outwards, value).0)
}

fn value_use(tree: &SyntaxTree, call: Span) -> ValueUse {
    let range = range_of(call);
    let around = nodes_around(tree, call);
    let (kind, needs_parentheses) = match use_of(&around, range) {
        (UseKind::Other, _) if has_fallback(&around, range) => (UseKind::Fallback, false),
        used => used,
    };
    let is_in_generator = around.iter().any(|node| is_computed_later(*node, range));
    let comprehensions = around.iter().filter(|node| is_comprehension(**node)).count();
    ValueUse {
        kind,
        needs_parentheses,
        needs_python_3_11: comprehensions > 1,
        is_in_generator,
        awaited_behind: awaited_behind(&around, range),
    }
}

/// Returns whether a value is an operand of `or` before the last one.
fn has_fallback(around: &[AnyNodeRef], value: TextRange) -> bool {
    matches!(around.last(), Some(AnyNodeRef::ExprBoolOp(operation))
        if operation.op == BoolOp::Or && operation.values.last().is_some_and(|last| last.range() != value))
}

fn awaited_behind(around: &[AnyNodeRef], value: TextRange) -> Option<AwaitedBehind> {
    let mut taken = value;
    let mut is_call = false;
    for node in around.iter().rev() {
        match node {
            AnyNodeRef::ExprAttribute(_) => is_call = false,
            AnyNodeRef::ExprSubscript(subscript) if subscript.value.range() == taken => is_call = false,
            AnyNodeRef::ExprCall(call) if call.func.range() == taken => is_call = true,
            AnyNodeRef::ExprAwait(awaited) if taken != value => {
                let keyword = Span::new(awaited.range.start().to_u32(), value.start().to_u32());
                return Some(AwaitedBehind { keyword, is_call });
            }
            _ => return None,
        }
        taken = node.range();
    }
    None
}

/// Returns how a value is used, given its enclosing nodes, outermost first. The results of a conditional
/// expression, `and` or `or` are followed to their use. An inserted `await` needs parentheses only if no
/// node is in between.
pub fn use_of(around: &[AnyNodeRef], value: TextRange) -> (UseKind, bool) {
    let Some((node, further)) = around.split_last() else { return (UseKind::Other, false) };
    if matches!(node, AnyNodeRef::ExprBinOp(operation) if combines(operation.op)) {
        return (UseKind::Other, false);
    }
    if gives_on(*node, value) {
        return (use_of(further, node.range()).0, false);
    }
    // The keys of the container may be awaited.
    if let AnyNodeRef::ExprSubscript(subscript) = node
        && subscript.slice.range() == value
        && subscript.ctx == ExprContext::Store
        && !matches!(further.last(), Some(AnyNodeRef::StmtAugAssign(_)))
    {
        return (UseKind::Other, false);
    }
    if is_formatted(*node, further, value) {
        return (UseKind::Formatting, false);
    }
    match taker(*node, further, value) {
        Some(name) => (UseKind::Given(name), false),
        None => kind(*node, value),
    }
}

/// Returns whether a string shows a value: `"{}".format(value)`, `"%s" % value`.
fn is_formatted(node: AnyNodeRef, further: &[AnyNodeRef], value: TextRange) -> bool {
    match node {
        AnyNodeRef::ExprBinOp(operation) => {
            operation.op == Operator::Mod && is_text(&operation.left) && operation.right.range() == value
        }
        AnyNodeRef::Arguments(_) | AnyNodeRef::Keyword(_) => {
            let call = further.iter().rev().find_map(|node| node.as_expr_call());
            let method = call.and_then(|call| call.func.as_attribute_expr());
            method.is_some_and(|method| {
                named(method.attr.as_str()).has(Role::FormatsText) && is_text(&method.value)
            })
        }
        _ => false,
    }
}

fn is_text(value: &Expr) -> bool {
    value.is_string_literal_expr() || value.is_f_string_expr()
}

/// Returns whether an operator combines pipelines or conditions, including coroutines.
fn combines(operator: Operator) -> bool {
    matches!(
        operator,
        Operator::BitAnd
            | Operator::BitOr
            | Operator::BitXor
            | Operator::LShift
            | Operator::MatMult
            | Operator::RShift
    )
}

/// Returns the builtin that receives a value as an argument, or as the element of a comprehension that is
/// one.
fn taker(node: AnyNodeRef, further: &[AnyNodeRef], value: TextRange) -> Option<String> {
    let mut calls = further.iter().rev().filter_map(|node| match node {
        AnyNodeRef::ExprCall(call) => Some(*call),
        _ => None,
    });
    match node {
        AnyNodeRef::Arguments(arguments) => {
            let call = calls.next()?;
            let is_given = arguments.args.iter().any(|argument| argument.range() == value);
            taker_of_values(call).or_else(|| class_test(call, value)).filter(|_| is_given)
        }
        AnyNodeRef::ExprGenerator(_) | AnyNodeRef::ExprListComp(_) | AnyNodeRef::ExprSetComp(_) => {
            let (name, element) = taker_of_elements(calls.next()?)?;
            (element.range() == value).then(|| name.to_owned())
        }
        _ => None,
    }
}

/// Returns `isinstance` for a call that tests whether a value is an instance of classes of other values than awaitables.
fn class_test(call: &ExprCall, value: TextRange) -> Option<String> {
    let Expr::Name(name) = &*call.func else { return None };
    let [tested, classes] = &*call.arguments.args else { return None };
    let classes = match classes {
        Expr::Tuple(several) => several.elts.as_slice(),
        one => std::slice::from_ref(one),
    };
    let is_of_value = |class: &Expr| match class {
        Expr::Name(class) => is_class_of_values(class.id.as_str()),
        Expr::Attribute(class) => is_class_of_values(class.attr.as_str()),
        _ => false,
    };
    let is_test = named(name.id.as_str()).has(Role::InspectsClass) && tested.range() == value;
    (is_test && classes.iter().all(is_of_value)).then(|| name.id.to_string())
}

/// Returns whether a name is that of a class, and does not sound like one of awaitables.
fn is_class_of_values(name: &str) -> bool {
    let is_class = name.starts_with(char::is_uppercase) || named(name).has(Role::HoldsNoAwaitable);
    is_class && !Words::AwaitableClasses.all().iter().any(|word| name.contains(word))
}

/// Returns whether the value of a node is that of a part. A coroutine is truthy, so the left operand of
/// `or` is the result.
pub fn gives_on(node: AnyNodeRef, part: TextRange) -> bool {
    match node {
        AnyNodeRef::ExprIf(node) => node.test.range() != part,
        AnyNodeRef::ExprBoolOp(node) => {
            let is_last = node.values.last().is_some_and(|last| last.range() == part);
            is_last || node.op == BoolOp::Or
        }
        _ => false,
    }
}

fn is_comprehension(node: AnyNodeRef) -> bool {
    matches!(
        node,
        AnyNodeRef::ExprListComp(_)
            | AnyNodeRef::ExprSetComp(_)
            | AnyNodeRef::ExprDictComp(_)
            | AnyNodeRef::ExprGenerator(_)
    )
}

/// Returns whether a node is a generator expression that evaluates a value lazily. Its first iterable is
/// evaluated immediately.
fn is_computed_later(node: AnyNodeRef, value: TextRange) -> bool {
    let AnyNodeRef::ExprGenerator(generator) = node else { return false };
    let first = generator.generators.first();
    !first.is_some_and(|first| first.iter.range().contains_range(value))
}

/// Returns how a node uses a value in it, and whether an `await` of that value needs parentheses.
pub(crate) fn kind(node: AnyNodeRef, value: TextRange) -> (UseKind, bool) {
    let is = |expression: &Expr| expression.range() == value;
    let kind = match node {
        AnyNodeRef::ExprAttribute(node) => return (UseKind::Attribute(node.attr.to_string()), true),
        AnyNodeRef::ExprSubscript(node) if is(&node.value) => return (UseKind::Item, true),
        AnyNodeRef::ExprSubscript(_) => UseKind::Key,
        AnyNodeRef::ExprCall(node) if is(&node.func) => return (UseKind::Call, true),
        AnyNodeRef::StmtAssert(node) if !is(&node.test) => UseKind::Formatting,
        AnyNodeRef::StmtIf(_)
        | AnyNodeRef::ElifElseClause(_)
        | AnyNodeRef::StmtWhile(_)
        | AnyNodeRef::StmtAssert(_)
        | AnyNodeRef::ExprIf(_)
        | AnyNodeRef::ExprBoolOp(_)
        | AnyNodeRef::MatchCase(_) => UseKind::Condition,
        AnyNodeRef::ExprUnaryOp(node) if node.op == UnaryOp::Not => UseKind::Condition,
        AnyNodeRef::Comprehension(node) if !is(&node.iter) => UseKind::Condition,
        AnyNodeRef::ExprCompare(_) => UseKind::Comparison,
        AnyNodeRef::ExprBinOp(_) | AnyNodeRef::ExprUnaryOp(_) | AnyNodeRef::StmtAugAssign(_) => {
            UseKind::Operand
        }
        AnyNodeRef::StmtFor(node) if node.is_async => UseKind::AsyncIteration,
        AnyNodeRef::Comprehension(node) if node.is_async => UseKind::AsyncIteration,
        AnyNodeRef::Keyword(keyword) if keyword.arg.is_some() => UseKind::Other,
        AnyNodeRef::ExprDict(dict)
            if !dict.items.iter().any(|item| item.key.is_none() && is(&item.value)) =>
        {
            UseKind::Other
        }
        AnyNodeRef::StmtFor(_)
        | AnyNodeRef::Comprehension(_)
        | AnyNodeRef::ExprStarred(_)
        | AnyNodeRef::Keyword(_)
        | AnyNodeRef::ExprDict(_) => UseKind::Iteration,
        AnyNodeRef::StmtAssign(node) if node.targets.iter().any(is_unpacking) => UseKind::Unpacking,
        AnyNodeRef::InterpolatedElement(_) => UseKind::Formatting,
        AnyNodeRef::StmtRaise(_) => UseKind::Raising,
        AnyNodeRef::StmtMatch(node) if node.cases.iter().any(awaits_capture) => UseKind::Other,
        AnyNodeRef::StmtMatch(_) => UseKind::Matching,
        AnyNodeRef::WithItem(_) => UseKind::Context,
        _ => UseKind::Other,
    };
    (kind, false)
}

/// Returns whether a `case` binds the whole value to a name and awaits the name.
fn awaits_capture(case: &MatchCase) -> bool {
    let Pattern::MatchAs(capture) = &case.pattern else { return false };
    let Some(name) = &capture.name else { return false };
    let mut is_awaited = false;
    walk_body(&case.body, |around, node| {
        let is_name = matches!(node, AnyNodeRef::ExprName(it) if it.id == name.id);
        is_awaited |= is_name && matches!(around.last(), Some(AnyNodeRef::ExprAwait(_)));
        TraversalSignal::Traverse
    });
    is_awaited
}

#[cfg(test)]
mod tests {
    use loopmend_core::Span;

    use super::super::tests::{parsed, place_of_f};
    use super::{UseKind, ValueUse, value_use};

    /// Returns how `f()` is used in a text.
    fn used(text: &str) -> ValueUse {
        value_use(&parsed(text), place_of_f(text))
    }

    #[test]
    fn a_test_asks_for_the_truth() {
        let tests = [
            "if f(): pass",
            "if a: pass\nelif f(): pass",
            "while f(): pass",
            "assert f(), 'words'",
            "x = not f()",
            "x = f() and 1",
            "if f() or a: pass",
            "if a and (b or f()): pass",
            "x = 1 if f() else 2",
            "x = [a for a in b if f()]",
            "match x:\n    case 1 if f(): pass",
        ];
        for text in tests {
            assert_eq!(used(text).kind, UseKind::Condition, "{text}");
        }
    }

    #[test]
    fn what_is_given_on_is_used_as_the_whole_is() {
        assert_eq!(used("(f() if a else b).name").kind, UseKind::Attribute("name".to_owned()));
        assert_eq!(used("x, y = a or f()").kind, UseKind::Unpacking);
        assert_eq!(used("with (f() if a else b): pass").kind, UseKind::Context);
        assert_eq!(used("x = a and f() or b").kind, UseKind::Other);
        assert_eq!(used("async def g():\n    await (a and f() or b)").kind, UseKind::Other);
        assert!(!used("(f() if a else b).name").needs_parentheses);
    }

    #[test]
    fn operators_and_parts_take_the_value() {
        assert_eq!(used("x = f() == 1").kind, UseKind::Comparison);
        assert_eq!(used("x = 1 + f()").kind, UseKind::Operand);
        assert_eq!(used("x = -f()").kind, UseKind::Operand);
        assert_eq!(used("x = pipe | f()").kind, UseKind::Other);
        assert_eq!(used("x += f()").kind, UseKind::Operand);
        assert_eq!(used("f().name").kind, UseKind::Attribute("name".to_owned()));
        assert_eq!(used("x = f()[0]").kind, UseKind::Item);
        assert_eq!(used("f()(1)").kind, UseKind::Call);
        assert_eq!(used("print(f'{f()}')").kind, UseKind::Formatting);
        assert_eq!(used("assert x, f()").kind, UseKind::Formatting);
        assert_eq!(used("raise f()").kind, UseKind::Raising);
        assert_eq!(used("match f():\n    case 1: pass").kind, UseKind::Matching);
        assert_eq!(used("match f():\n    case x: print(x)").kind, UseKind::Matching);
        assert_eq!(used("async def g():\n    match f():\n        case x: await x").kind, UseKind::Other);
        assert_eq!(used("g(f())").kind, UseKind::Other);
    }

    #[test]
    fn texts_show_the_value() {
        for text in [
            "x = '%s' % f()",
            "x = 'a {}'.format(f())",
            "x = f'{a}'.format(b=f())",
            "print('%s' % (a or f()))",
        ] {
            assert_eq!(used(text).kind, UseKind::Formatting, "{text}");
        }
        assert_eq!(used("x = a % f()").kind, UseKind::Operand);
        assert_eq!(used("x = f() % 'a'").kind, UseKind::Operand);
        assert_eq!(used("x = a.format(f())").kind, UseKind::Other);
        assert_eq!(used("x = '{}'.format(g(f()))").kind, UseKind::Other);
    }

    #[test]
    fn the_left_of_or_hides_the_right() {
        assert_eq!(used("x = f() or None").kind, UseKind::Fallback);
        assert_eq!(used("g(a or f() or b)").kind, UseKind::Fallback);
        assert_eq!(used("x = a or f()").kind, UseKind::Other);
        assert_eq!(used("x = a and f() or b").kind, UseKind::Other);
    }

    #[test]
    fn built_in_functions_take_values() {
        let given = |name: &str| UseKind::Given(name.to_owned());
        assert_eq!(used("print(1, f())").kind, given("print"));
        assert_eq!(used("print(a if b else f())").kind, given("print"));
        assert_eq!(used("self._logger.info('%s', f())").kind, given("_logger.info"));
        assert_eq!(used("any(f() for a in b)").kind, given("any"));
        assert_eq!(used("sum([f() for a in b])").kind, given("sum"));
        for text in [
            "x = list(f() for a in b)",
            "print(a, file=f())",
            "g(print, f())",
            "any(a for a in b if g(f()))",
            "type(f())",
            "any(g(f()) for a in b)",
            "queue.info(f())",
            "logger.add(f())",
        ] {
            assert_eq!(used(text).kind, UseKind::Other, "{text}");
        }
    }

    #[test]
    fn a_key_and_a_test_of_the_class_take_the_value() {
        assert_eq!(used("x[f()] += 1").kind, UseKind::Key);
        assert_eq!(used("x[f()] = 1").kind, UseKind::Other);
        assert_eq!(used("x = a[f()]").kind, UseKind::Key);
        assert_eq!(used("x = a[f():]").kind, UseKind::Other);
        for text in ["isinstance(f(), str)", "isinstance(f(), (Reply, api.Error))"] {
            assert_eq!(used(text).kind, UseKind::Given("isinstance".to_owned()), "{text}");
        }
        for text in ["isinstance(f(), Awaitable)", "isinstance(f(), (str, Future))", "isinstance(f(), cls)"] {
            assert_eq!(used(text).kind, UseKind::Other, "{text}");
        }
    }

    #[test]
    fn iteration_unpacking_and_contexts() {
        assert_eq!(used("for x in f(): pass").kind, UseKind::Iteration);
        assert_eq!(used("x = [a for a in f()]").kind, UseKind::Iteration);
        assert_eq!(used("g(*f())").kind, UseKind::Iteration);
        assert_eq!(used("g(**f())").kind, UseKind::Iteration);
        assert_eq!(used("x = {**f()}").kind, UseKind::Iteration);
        assert_eq!(used("g(a=f())").kind, UseKind::Other);
        assert_eq!(used("x = {a: f(), **b}").kind, UseKind::Other);
        assert_eq!(used("a, b = f()").kind, UseKind::Unpacking);
        assert_eq!(used("with f() as x: pass").kind, UseKind::Context);
        assert_eq!(used("async def g():\n    async with f(): pass").kind, UseKind::Context);
        assert_eq!(used("async def g():\n    async for x in f(): pass").kind, UseKind::AsyncIteration);
        assert_eq!(used("async def g():\n    [x async for x in f()]").kind, UseKind::AsyncIteration);
    }

    #[test]
    fn a_container_is_used_with_its_elements() {
        let of = |text: &str| super::container_use(&parsed(text), place_of_f(text));
        let json = Some(UseKind::Given("json.dumps".to_owned()));
        assert_eq!(of("json.dumps({'a': f()})"), json);
        assert_eq!(of("json.dumps({'a': [g, f()]})"), json);
        assert_eq!(of("logger.info('%s', [f()])"), Some(UseKind::Given("logger.info".to_owned())));
        assert_eq!(of("x = {'a': f()}"), Some(UseKind::Other));
        assert_eq!(of("json.dumps(f())"), None);
        assert_eq!(of("json.dumps({f(): 1})"), None);
    }

    #[test]
    fn an_await_may_stand_before_more_than_the_value() {
        let behind = |text: &str| used(text).awaited_behind.map(|behind| (behind.keyword, behind.is_call));
        assert_eq!(behind("await f()['a'].b"), Some((Span::new(0, 6), false)));
        assert_eq!(behind("await f().b()"), Some((Span::new(0, 6), true)));
        assert_eq!(behind("await f()"), None);
        assert_eq!(behind("await g(f().b)"), None);
        assert_eq!(behind("await a[f()]"), None);
    }

    #[test]
    fn parentheses_are_needed_where_more_binds_to_the_value() {
        for text in ["f().name", "x = f()[0]", "f()(1)"] {
            assert!(used(text).needs_parentheses, "{text}");
        }
        for text in ["x = f() + 1", "x = not f()", "x = a[f()]", "g(f())"] {
            assert!(!used(text).needs_parentheses, "{text}");
        }
    }

    #[test]
    fn a_generator_expression_computes_all_but_its_first_iterable_later() {
        assert!(used("any(f() == x for x in y)").is_in_generator);
        assert!(used("any(x for x in y if f())").is_in_generator);
        assert!(used("any(z for x in y for z in f())").is_in_generator);
        assert!(!used("any(x for x in f())").is_in_generator);
        assert!(!used("x = [a for a in y if f()]").is_in_generator);
    }
}
