mod dump;

use loopmend_core::{SourceKind, SourceText};
use loopmend_project::PythonVersion;
use loopmend_python::SyntaxTree;

use self::dump::Dump;
use super::super::{FunctionId, ScopeId, Summary};
use super::{Target, lower};

fn lowered(text: &str, is_first_party: bool) -> Summary {
    let source = SourceText::new(text, SourceKind::Python);
    let version = PythonVersion { major: 3, minor: 12 };
    let target = Target { module: Some("m"), is_package: false, is_first_party, keeps_all: false, version };
    let tree = SyntaxTree::parse(&source);
    let summary = lower(&source, &tree, &target);
    assert!(summary.syntax_errors.is_empty(), "{text}: {:?}", summary.syntax_errors);
    summary
}

fn dump(text: &str, is_first_party: bool) -> Dump {
    Dump { summary: lowered(text, is_first_party), text: text.to_owned() }
}

/// Returns the bindings of the module.
fn bindings(text: &str) -> Vec<String> {
    dump(text, true).bindings(Summary::MODULE_SCOPE)
}

/// Returns the bindings of the first scope in the module.
fn inner_bindings(text: &str) -> Vec<String> {
    dump(text, true).bindings(ScopeId(1))
}

fn calls(text: &str) -> Vec<String> {
    dump(text, true).calls()
}

fn narrowings(text: &str) -> Vec<String> {
    dump(text, true).narrowings()
}

/// Returns the first function of the module.
fn function(text: &str) -> String {
    dump(text, true).function(FunctionId(0))
}

/// Returns the value of `x = text`.
fn value(text: &str) -> String {
    let lines = bindings(&format!("x = {text}\n"));
    lines.iter().find_map(|line| line.strip_prefix("x: ")).expect("x is bound").to_owned()
}

#[test]
fn values_are_kept_with_all_their_parts() {
    for (text, expected) in [
        ("a.b[c](1, 'two', *d, k=e, **f)", "a.b[c](1, \"two\", *d, k=e, **f)"),
        ("(a, *b)", "(a, *b)"),
        ("[a, f()]", "list[a, f()]"),
        ("{a}", "set[a]"),
        ("{a: b, **c}", "dict[a, b, ?, *c]"),
        ("[f(y) for y in z]", "list[f(y) for]"),
        ("{y async for y in z}", "set[y for]"),
        ("{y: z for y, z in w}", "dict[(y, z) for]"),
        ("(y for y in z)", "generator[y for]"),
        ("(y async for y in z)", "async generator[y for]"),
        ("(await y for y in z)", "async generator[await y for]"),
        ("(y for y in await z)", "generator[y for]"),
        ("a + b | c", "((a Add b) BitOr c)"),
        ("a ** b", "?"),
        ("a if b else c", "if(a, c)"),
        ("a and b or c", "or(and(a, b), c)"),
        ("lambda y, *z: f(y)", "<<lambda>(y, *z) returns f(y)>"),
        ("(y := f())", "f()"),
        ("a[1:f()]", "a[:]"),
        ("(-1, 2 ** 3, 10 ** 99, 1.5, 1j)", "(-1, ?, ?, Float(Other), plain)"),
        ("(99999999999, True, None, ..., b'', f'{a}')", "(LargeInteger, true, None, plain, Bytes, Text)"),
        ("(not a, a < b, ~a)", "(bool, bool, a.__invert__())"),
    ] {
        assert_eq!(value(text), expected, "{text}");
    }
    assert_eq!(value(&format!("'{}'", "long ".repeat(100))), "Text");
}

#[test]
fn literals_are_kept_once() {
    let summary = lowered("x = [None, 1, 1, True, True, 1.5, 2.5, None, b'', b'']\n", true);
    assert_eq!(summary.expressions.len(), super::SHARED.len() + 2, "an integer and the display");
}

#[test]
fn an_unpacking_gives_each_target_its_path() {
    let lines = bindings("a, (b, *c), *d, e, [f, g] = h()\n");
    let expected = [
        "a: Value h() [0]",
        "b: Value h() [1 0]",
        "c: Value h() [1 *]",
        "d: Value h() [*]",
        "e: Value h() [-1]",
        "f: Value h() [-0 0]",
        "g: Value h() [-0 1]",
    ];
    assert_eq!(lines, expected);
}

#[test]
fn a_tuple_gives_each_target_its_element() {
    assert_eq!(bindings("a, (b, c) = d, (e, f())\n"), ["a: d", "b: e", "c: f()"]);
    assert_eq!(bindings("w = a, b = c, d\n"), ["a: c", "b: d", "w: (c, d)"]);
    assert_eq!(bindings("a, *b = c, d\n"), ["a: Value (c, d) [0]", "b: Value (c, d) [*]"]);
    assert_eq!(bindings("a, b = c, *d\n"), ["a: Value (c, *d) [0]", "b: Value (c, *d) [1]"]);
}

#[test]
fn paths_are_kept_once() {
    assert_eq!(lowered("a, b = x\nc, d = y\n", true).paths.len(), 2);
    let many: Vec<String> = (0..300).map(|index| format!("a{index}")).collect();
    let lines = bindings(&format!("{} = x\n", many.join(", ")));
    assert!(lines.contains(&"a255: Value x [255]".to_owned()));
    assert!(lines.contains(&"a256: ?".to_owned()));
    assert_eq!(bindings("[[[[[[[[[a]]]]]]]]] = x\n"), ["a: ?"]);
}

#[test]
fn loops_and_managers_bind_their_targets() {
    let text = "\
async def f():
    for a in b(): pass
    async for c in d(): pass
    for e, g in h(): pass
    async for i, j in k(): pass
    with l() as m, n() as (o, p): pass
    async with q() as r, s() as (t, u): pass
";
    let expected = [
        "a: for b()",
        "c: async for d()",
        "e: For h() [0]",
        "g: For h() [1]",
        "i: AsyncFor k() [0]",
        "j: AsyncFor k() [1]",
        "m: with l()",
        "o: With n() [0]",
        "p: With n() [1]",
        "r: async with q()",
        "t: AsyncWith s() [0]",
        "u: AsyncWith s() [1]",
    ];
    assert_eq!(inner_bindings(text), expected);
}

#[test]
fn the_target_of_a_comprehension_is_confined_to_it() {
    let text = "x = 1\ny = [f(x) for x in a for z in x]\n";
    let expected = [
        "x: 1",
        "x: for a in [f(x) for x in a for z in x]",
        "y: list[f(x) for]",
        "z: for x in [f(x) for x in a for z in x]",
    ];
    assert_eq!(bindings(text), expected);
    let summary = lowered(text, true);
    assert_eq!(summary.bindings_of(Summary::MODULE_SCOPE, "x").len(), 1);
    assert!(summary.entry(Summary::MODULE_SCOPE, "z").is_none());
    let at = |place: &str| {
        let offset = text.find(place).expect("the place is there") as u32;
        summary
            .names
            .find("x")
            .and_then(|x| summary.confined_binding(Summary::MODULE_SCOPE, x, offset))
            .is_some()
    };
    assert!(at("(x) for") && at("in x]") && !at("= [f"));
}

#[test]
fn a_global_name_is_not_that_of_a_comprehension() {
    let text = "def f():\n    global x\n    y = [x for x in z]\n    x = 1\n";
    assert_eq!(bindings(text), ["f: def f() falls through", "x: 1"]);
    assert_eq!(inner_bindings(text), ["x: for z in [x for x in z]", "y: list[x for]"]);
}

#[test]
fn adding_to_a_name_does_not_bind_it() {
    assert_eq!(bindings("x = set()\nx |= a\nself.y += 1\n"), ["x: set()"]);
    assert_eq!(bindings("__all__ = ['a']\n__all__ += b\n"), ["__all__: list[\"a\"]", "__all__: ?"]);
    assert_eq!(bindings("__all__ = ['a']\n__all__.extend(b)\n"), ["__all__: list[\"a\"]", "__all__: ?"]);
}

#[test]
fn exceptions_and_patterns_bind() {
    assert_eq!(bindings("try: pass\nexcept (A, B) as e: pass\n"), ["e: except (A, B)"]);
    assert_eq!(bindings("try: pass\nexcept* A as e: pass\n"), ["e: ?"]);
    let text = "\
match f():
    case A() as a: pass
    case A() | B() as b: pass
    case C(c) as d: pass
    case [e, *g]: pass
    case 1 as h: pass
    case i: pass
";
    let expected = [
        "a: A of f()",
        "b: (A, B) of f()",
        "c: ?",
        "d: C of f()",
        "e: all of f()[0]",
        "g: Value f() [*]",
        "h: ?",
        "i: all of f()",
    ];
    assert_eq!(bindings(text), expected);
}

#[test]
fn parameters_have_kinds_and_defaults() {
    let text = "def f(a, /, b: int = g(), *c, d=1, **e): pass\n";
    assert_eq!(function(text), "f(/a, b: int = g(), *c, =d = 1, **e) falls through");
    let text = "def f(a=lambda: b): return a\n";
    let expected = "f(a = <<lambda>() returns b>) returns a";
    assert_eq!(dump(text, true).function(FunctionId(1)), expected);
}

#[test]
fn the_scope_of_a_lambda_is_its_own() {
    let summary = lowered("def f(a):\n    return lambda b: (c := a(b))\n", true);
    let [_, _, lambda] = &summary.scopes[..] else { panic!("three scopes") };
    assert_eq!(lambda.parent, Some(ScopeId(1)));
    assert!(summary.entry(ScopeId(2), "c").is_some());
    assert_eq!(summary.qualified_name(ScopeId(2)), "f.<lambda>");
}

#[test]
fn a_function_gives_what_its_reachable_statements_give() {
    for (body, expected) in [
        ("return a", "returns a"),
        ("return", "returns None"),
        ("return a\n    return b", "returns a"),
        ("if a:\n        return b\n    return c", "returns b, c"),
        ("def g():\n        return a", "falls through"),
        ("x = yield a\n    yield", "yields a, None falls through"),
        ("yield from a", "yields from a falls through"),
        ("raise a\n    yield", ""),
        ("if TYPE_CHECKING:\n        return a\n    else:\n        return b", "returns a"),
    ] {
        let expected = format!("f() {expected}");
        assert_eq!(function(&format!("def f():\n    {body}\n")), expected.trim_end(), "{body}");
    }
}

#[test]
fn control_reaches_the_end_or_not() {
    let falls_through = |body: &str| {
        let lines = body.lines().map(|line| format!("    {line}\n"));
        let summary = lowered(&format!("def f(self):\n{}", lines.collect::<String>()), true);
        summary.functions[0].falls_through
    };
    for body in [
        "pass",
        "if a: return",
        "if a: return\nelif b: return",
        "while a: return",
        "while True:\n if a: break",
        "while True:\n for x in y: pass\n if a: break",
        "for x in y: return",
        "for x in y: break\nelse: return",
        "with suppress(A): return",
        "try: a()\nexcept B: return",
        "try: return\nexcept B: pass",
        "match a:\n case 1: return",
        "match a:\n case 1: return\n case _ if b: return",
        "exit_later()",
        "if not TYPE_CHECKING: return",
    ] {
        assert!(falls_through(body), "{body}");
    }
    for body in [
        "return",
        "raise A",
        "if a: return\nelse: raise A",
        "if a: return\nelif b: return\nelse: return",
        "if TYPE_CHECKING: return",
        "while True: pass",
        "while True:\n for x in y: break",
        "while a: pass\nelse: return",
        "for x in y: pass\nelse: return",
        "with a: return",
        "try: return\nexcept B: raise",
        "try: pass\nexcept B: return\nelse: return",
        "try: pass\nfinally: return",
        "match a:\n case 1: return\n case _: raise A",
        "match a:\n case 1 | _: return",
        "sys.exit()",
        "pytest.skip(a)",
        "self.fail()",
        "assert_never(a)",
        "assert False",
        "return\npass",
    ] {
        assert!(!falls_through(body), "{body}");
    }
}

#[test]
fn the_usage_of_a_call_is_what_becomes_of_its_value() {
    for (text, expected) in [
        ("f()", "f() Dropped"),
        ("(f())", "f() Dropped"),
        ("await f()", "f() AwaitedAndDropped"),
        ("x = await f()", "f() Awaited"),
        ("return f()", "f() Returned"),
        ("return await f()", "f() Awaited"),
        ("yield f()", "f() Returned"),
        ("x = yield f()", "f() Returned"),
        ("lambda: f()", "f() Returned"),
        ("x = f()", "f() Assigned"),
        ("x.y = z[0] = f()", "f() Assigned"),
        ("x: A = f()", "f() Assigned"),
        ("(x := f())", "f() Assigned"),
        ("x, y = f()", "f() Used"),
        ("x, y = f(), z", "f() Assigned"),
        ("x, *y = f(), z", "f() Other"),
        ("x = f(), z", "f() Other"),
        ("x += f()", "f() Used"),
        ("if f(): pass", "f() Used"),
        ("if not f(): pass", "f() Used"),
        ("while f(): pass", "f() Used"),
        ("assert f(), 1", "f() Used"),
        ("assert 1, f()", "f() Used"),
        ("x = f() == 1", "f() Used"),
        ("x = f() + 1", "f() Used"),
        ("x = -f()", "f() Used"),
        ("x = f'{f()}'", "f() Used"),
        ("x = f'{1:{f()}}'", "f() Used"),
        ("x = f().y", "f() Used"),
        ("x = f()[0]", "f() Used"),
        ("x = y[f()]", "f() Other"),
        ("x = y[f():]", "f() Used"),
        ("f().x = 1", "f() Used"),
        ("x = f() if y else z", "f() Assigned"),
        ("x = y if f() else z", "f() Used"),
        ("f() if y else z", "f() Dropped"),
        ("await (f() if y else z)", "f() AwaitedAndDropped"),
        ("y or f()", "f() Dropped"),
        ("f() or y", "f() Used"),
        ("return y and await f()", "f() Awaited"),
        ("x = [f()]", "f() Other"),
        ("x = {1: f()}", "f() Other"),
        ("x = [f() for y in z]", "f() Other"),
        ("x = [y for y in f()]", "f() Used"),
        ("x = [y async for y in f()]", "f() Entered"),
        ("x = [y for y in z if f()]", "f() Used"),
        ("for x in f(): pass", "f() Used"),
        ("async for x in f(): pass", "f() Entered"),
        ("with f(): pass", "f() Entered"),
        ("async with f() as x: pass", "f() Entered"),
        ("match f():\n        case _: pass", "f() Used"),
        ("raise f()", "f() Used"),
        ("del x[f()]", "f() Other"),
    ] {
        let text = format!("async def g():\n    {text}\n");
        assert_eq!(calls(&text), [expected], "{text}");
    }
}

#[test]
fn calls_stand_in_source_order() {
    let text = "x = f(g(), k=h(), *i(), **j()).l(m())[n()]\n@d(e())\ndef o(p=q()): r()\n";
    let expected = [
        "f(g(), *i(), k=h(), **j()).l(m()) Used",
        "f(g(), *i(), k=h(), **j()) Used",
        "g() Argument",
        "h() Argument",
        "i() Used",
        "j() Used",
        "m() Argument",
        "n() Other",
        "d(e()) Other",
        "e() Argument",
        "q() Other",
        "r() Dropped",
    ];
    assert_eq!(calls(text), expected);
}

#[test]
fn only_calls_that_can_run_are_kept() {
    assert_eq!(calls("def f():\n    return a()\n    b()\n"), ["a() Returned"]);
    assert_eq!(calls("if not TYPE_CHECKING: a()\n"), Vec::<String>::new());
    assert_eq!(calls("x: 'a()' = b()\n"), ["b() Assigned"]);
    let library = dump("a(b)\nx = c(d)\nif isinstance(y, E): f(y)\n", false);
    assert_eq!(library.calls(), Vec::<String>::new());
    assert_eq!(library.bindings(Summary::MODULE_SCOPE), ["x: c(d)"]);
}

#[test]
fn a_library_keeps_what_its_bodies_do_to_their_scopes() {
    let text = "\
async def f(x):
    g(await h(), (y := i()))
    if isinstance(x, A):
        return [j(z) for z in x]
    pass
def k():
    g((yield l))
";
    let dump = dump(text, false);
    assert_eq!(dump.function(FunctionId(0)), "f(x) returns list[j(z) for] falls through");
    assert_eq!(dump.function(FunctionId(1)), "k() yields l falls through");
    assert_eq!(dump.bindings(ScopeId(1)), ["y: i()", "z: for x in [j(z) for z in x]"]);
    assert_eq!(dump.narrowings()[0], "x is A in `return [j(z) for z in x]`");
    assert!(dump.summary.functions[1].is_generator);
}

#[test]
fn blocks_that_expect_exceptions_are_known() {
    for manager in ["pytest.raises(A)", "self.assertRaises(A)", "suppress(A)", "pytest.warns(A)"] {
        let text = format!("with {manager}:\n    f()\n    def g(): h()\ni()\n");
        let lines = calls(&text);
        assert_eq!(lines[1..], ["f() Dropped, expects an exception", "h() Dropped", "i() Dropped"], "{text}");
    }
}

#[test]
fn what_another_branch_awaits_is_known() {
    let text = "\
async def f():
    if a.is_async:
        await b.c()
    elif d:
        x = e.c()
        g()
    else:
        await h()
    c()
    if i: h()
";
    let expected = [
        "b.c() AwaitedAndDropped",
        "e.c() Assigned, awaited in a sibling",
        "g() Dropped",
        "h() AwaitedAndDropped",
        "c() Dropped",
        "h() Dropped",
    ];
    assert_eq!(calls(text), expected);
}

#[test]
fn what_an_excluded_branch_uses_is_known() {
    let text = "\
async def f():
    if a:
        run(b())
        return
    b()
    try:
        await c()
    except TypeError:
        c()
    c()
    if d:
        await e()
    e()
";
    let expected = [
        "run(b()) Dropped",
        "b() Argument",
        "b() Dropped, used in a sibling",
        "c() AwaitedAndDropped",
        "c() Dropped, used in a sibling",
        "c() Dropped",
        "e() AwaitedAndDropped",
        "e() Dropped",
    ];
    assert_eq!(calls(text), expected);
}

#[test]
fn every_test_says_what_it_asks() {
    for (test, expected) in [
        ("isinstance(x, A)", "x is A"),
        ("isinstance(x, (A, B))", "x is (A, B)"),
        ("isinstance(x, A | B)", "x is (A BitOr B)"),
        ("isinstance(self.x, A)", "self.x is A"),
        ("x is None", "x is None"),
        ("x is not None", "x is not None"),
        ("x", "x is not None"),
        ("x.y.z", "x.y.z is not None"),
        ("(x := f())", "x is not None"),
        ("(x := f()) is not None", "x is not None"),
        ("inspect.isawaitable(x)", "x is Awaitable"),
        ("asyncio.iscoroutine(x)", "x is Coroutine"),
        ("inspect.iscoroutinefunction(x)", "x is CoroutineFunction"),
        ("not is_coroutine_callable(x.y)", "x.y is not CoroutineFunction"),
        ("not self._is_async_func(x)", "x is not CoroutineFunction"),
        ("not is_async(x)", "x is not CoroutineFunction"),
        ("callable(x)", "x is Callable"),
        ("hasattr(x, 'y')", "x is .y"),
        ("not isinstance(x, A)", "x is not A"),
        ("not x", "x is not Truth"),
        ("not (x is None or y)", "x is not None"),
        ("x is None and f()", "x is None"),
    ] {
        let expected = format!("{expected} in `pass`");
        let lines = narrowings(&format!("if {test}:\n    pass\n"));
        assert!(lines.contains(&expected), "{test}: {lines:?}");
    }
    for test in [
        "is_async(x)",
        "not is_coroutine(x)",
        "not is_async_generator(x)",
        "x or y",
        "f(x)",
        "x is y",
        "isinstance(x.y(), A)",
        "isinstance(x, A) or y",
    ] {
        let lines = narrowings(&format!("if {test}:\n    pass\n"));
        assert!(!lines.iter().any(|line| line.contains("`pass`")), "{test}: {lines:?}");
    }
}

#[test]
fn a_test_holds_where_it_was_passed() {
    for (text, expected) in [
        ("a if x is None else b", vec!["x is None in `a`", "x is not None in `b`"]),
        ("x is None and a and b", vec!["x is None in `and a and b`", "a is not None in `and b`"]),
        ("x is None or a", vec!["x is not None in `or a`"]),
        ("while x is None:\n    a\nb", vec!["x is None in `a`", "x is not None in `b`"]),
        ("while x is None:\n    break\nb", vec!["x is None in `break`"]),
        ("assert x is None\na\nb", vec!["x is None in `a b`"]),
        ("[a for y in z if x is None]", vec!["x is None in `a`", "x is None in `]`"]),
        (
            "if x is None:\n    a\nelif y is None:\n    b\nelse:\n    c",
            vec![
                "x is None in `a`",
                "x is not None in `elif y is None: b else: c`",
                "y is None in `b`",
                "y is not None in `else: c`",
            ],
        ),
    ] {
        assert_eq!(narrowings(&format!("{text}\n")), expected, "{text}");
    }
}

#[test]
fn a_test_of_a_name_tells_of_the_test_that_it_holds() {
    let of_x = |text: &str| {
        let lines = narrowings(&format!("{text}if t:\n    a\nelse:\n    b\n"));
        lines.into_iter().filter(|line| line.starts_with("x ")).collect::<Vec<_>>()
    };
    let both = ["x is A in `a`", "x is not A in `else: b`"];
    let nothing = Vec::<String>::new();
    assert_eq!(of_x("t = isinstance(x, A)\n"), both);
    assert_eq!(of_x("t: bool = isinstance(x, A)\n"), both);
    assert_eq!(of_x("try:\n    t = isinstance(x, A)\nexcept B:\n    t = False\n"), both);
    assert_eq!(of_x("t = not isinstance(x, A)\n"), ["x is not A in `a`", "x is A in `else: b`"]);
    assert_eq!(of_x("t = x is None\n"), ["x is None in `a`", "x is not None in `else: b`"]);
    assert_eq!(of_x("t = False\nif y:\n    t = x is None\n"), ["x is None in `a`"]);
    assert_eq!(of_x("t = isinstance(x, A) and y\n"), ["x is A in `and y`", "x is A in `a`"]);
    assert_eq!(of_x("t = isinstance(x, A)\nt = y\n"), nothing);
    assert_eq!(of_x("t = isinstance(x, A)\nt = isinstance(x, B)\n"), nothing);
    assert_eq!(of_x("t = isinstance(x, A)\nfor t in y: pass\n"), nothing);
    assert_eq!(of_x("t = isinstance(x, A)\ndel t\n"), nothing);
    assert_eq!(of_x("t = f(isinstance(x, A))\n"), nothing);
    assert_eq!(of_x("t = isinstance(x, A)\ndef f():\n    global t\n    t = y\n"), nothing);
}

#[test]
fn an_early_exit_tells_of_the_rest_of_its_block() {
    let after = |text: &str| {
        let lines = narrowings(&format!("def f():\n  if z:\n{text}\n    rest\n  out\n"));
        let lines = lines.iter().filter(|line| line.ends_with("in `rest`") && !line.starts_with('z'));
        lines.map(|line| line.replace(" in `rest`", "")).collect::<Vec<_>>()
    };
    let nothing = Vec::<String>::new();
    assert_eq!(after("    if not isinstance(x, A): return"), ["x is A"]);
    assert_eq!(after("    if x is None: raise B"), ["x is not None"]);
    assert_eq!(after("    if x is None: pass"), nothing);
    assert_eq!(
        after("    if x is None: return\n    elif y is None: return"),
        ["x is not None", "y is not None"]
    );
    assert_eq!(after("    if x is None: pass\n    elif y is None: return"), nothing);
    assert_eq!(after("    if isinstance(x, A): pass\n    else: return"), ["x is A"]);
    // It is said of what `x` was before.
    assert_eq!(after("    if isinstance(x, A): x = b\n    else: return"), ["x is A"]);
    assert_eq!(after("    if x is None: self.fail()"), ["x is not None"]);
}

#[test]
fn a_pattern_tells_of_the_subject_in_its_case() {
    let text = "match x:\n    case A(): a\n    case B() | C() if b: c\n    case None: d\n    case [e]: f\n";
    let expected = [
        "x is A in `A(): a`",
        "x is not A in `case B() | C() if b: c case None: d case [e]: f`",
        "x is (B, C) in `B() | C() if b: c`",
        "b is not None in `: c`",
        "x is None in `None: d`",
        "x is not None in `case [e]: f`",
    ];
    assert_eq!(narrowings(text), expected);
}

#[test]
fn a_huge_file_is_lowered_in_one_pass() {
    let text = "x = f(a, 1)\nx.y(lambda z: z)\n".repeat(50_000);
    let summary = lowered(&text, true);
    assert_eq!(summary.calls.len(), 100_000);
    assert_eq!(summary.expressions.len(), super::SHARED.len() + 1 + 50_000 * 8);
}

#[test]
fn deep_expressions_are_visited_once() {
    const DEEP: usize = 10_000;
    for (opening, closing) in [
        ("f(", ")"),
        ("(a := ", ")"),
        ("await g(", ")"),
        ("lambda: f(", ")"),
        ("[f(y) for y in ", "]"),
        ("(", "and b)"),
    ] {
        let text = format!("async def h():\n    x = {}a {}\n", opening.repeat(DEEP), closing.repeat(DEEP));
        let thread = std::thread::Builder::new().stack_size(512 * 1024);
        let work = thread.spawn(move || lowered(&text, true).expressions.len());
        let count = work.expect("a thread starts").join().expect("the thread ends");
        assert!(count < 8 * DEEP, "{opening}: {count}");
    }
}

const DEEP: usize = 20_000;

/// Returns the number of syntax errors of a text.
fn syntax_errors(text: &str) -> usize {
    let source = SourceText::new(text, SourceKind::Python);
    let version = PythonVersion { major: 3, minor: 12 };
    let target = Target { module: None, is_package: false, is_first_party: true, keeps_all: false, version };
    lower(&source, &SyntaxTree::parse(&source), &target).syntax_errors.len()
}

#[test]
fn a_small_thread_reads_deep_trees() {
    let texts = [
        format!("x = {}1{}", "(".repeat(DEEP), ")".repeat(DEEP)),
        format!("x = a{}", " | a".repeat(DEEP)),
        format!("x = {}1", "not ".repeat(DEEP)),
        format!("x = {}1", "lambda: ".repeat(DEEP)),
        format!("a{}()", ".b".repeat(DEEP)),
        format!("x: '{}int{}'", "list[".repeat(DEEP), "]".repeat(DEEP)),
        format!("{}a{} = 1", "[".repeat(DEEP), "]".repeat(DEEP)),
        format!("if {}TYPE_CHECKING: pass", "not ".repeat(DEEP)),
        format!("x = {}1{}", "(a := ".repeat(DEEP), ").b".repeat(DEEP)),
        format!("match a:\n case {}a{}: pass", "[".repeat(DEEP), "]".repeat(DEEP)),
        format!("def f():\n x = f'{}{}'\n yield", "{a:".repeat(DEEP / 10), "}".repeat(DEEP / 10)),
        (0..DEEP / 10).map(|depth| format!("{:depth$}if a:\n", "")).collect::<String>()
            + &format!("{:1$}pass\n", "", DEEP / 10),
    ];
    let thread = std::thread::Builder::new().stack_size(512 * 1024);
    let read = thread.spawn(move || texts.map(|text| syntax_errors(&text))).expect("a thread starts");
    assert_eq!(read.join().expect("the thread ends"), [0; 12]);
}

#[test]
fn a_tree_that_is_too_deep_is_an_error_and_empty() {
    assert_eq!(syntax_errors(&"(".repeat(300_000)), 1);
}

#[test]
fn only_loops_around_a_use_and_other_functions_bring_later_bindings_back() {
    let text = "x = 1\nx\nwhile x:\n    x\n    for y in x:\n        x = 2\n    x = 3\nwhile x:\n    x = 4\n";
    let in_function = "def f():\n    global x\n    x = 5\n";
    let brought_back = |text: &str, used: &str| -> Vec<usize> {
        let summary = lowered(text, true);
        let entry = summary.entry(Summary::MODULE_SCOPE, "x").unwrap();
        let offset = text.find(used).unwrap() as u32 + used.len() as u32 - 1;
        let scope = summary.scope(Summary::MODULE_SCOPE);
        scope.bindings_brought_back(summary.bindings_in(entry), offset).collect()
    };
    assert!(brought_back(text, "\nx").is_empty());
    assert_eq!(brought_back(text, "while x:\n    x"), [1, 2]);
    assert_eq!(brought_back(&format!("{text}{in_function}"), "\nx"), [4]);
    assert_eq!(brought_back(&format!("{text}{in_function}"), "while x:\n    x"), [1, 2, 4]);
}

#[test]
fn the_last_statement_that_binds_on_all_paths_hides_earlier_bindings() {
    let branches = "if c:\n    x = 1\nelse:\n    x = 2\n";
    let text = format!("{branches}{branches}if c:\n    x = 3\nx\n");
    let summary = lowered(&text, true);
    let name = summary.names.find("x").unwrap();
    let joined = |offset| summary.scope(Summary::MODULE_SCOPE).joined_before(name, offset);
    assert_eq!(joined(0), None);
    assert_eq!(joined(branches.len() as u32), Some(0));
    assert_eq!(joined(text.len() as u32 - 2), Some(branches.len() as u32));
}

#[test]
fn the_functions_around_a_place() {
    let text = "def f(a=lambda: one):\n    def g():\n        two\n    three\n\nclass C:\n    def m(self): four\n\nfive\n";
    let summary = lowered(text, true);
    let place = |word: &str| text.find(word).unwrap() as u32;
    let name = |id: Option<FunctionId>| id.map(|id| summary.name(summary.function(id).name));
    let innermost =
        ["one", "two", "three", "four", "five"].map(|word| name(summary.function_at(place(word))));
    assert_eq!(innermost, [None, Some("g"), Some("f"), Some("m"), None]);
    let outermost = |word| summary.outermost_function_around(place(word)).map(|range| range.start);
    let starts = ["one", "two", "three", "four", "five"].map(outermost);
    assert_eq!(starts, [Some(0), Some(0), Some(0), Some(place("def m")), None]);
    assert_eq!(name(summary.function_with_name_end(place("g()") + 1)), Some("g"));
    assert_eq!(summary.function_with_name_end(place("two")), None);
    let header = summary.function(summary.function_at(place("two")).unwrap()).header;
    assert_eq!(name(summary.function_with_header(header)), Some("g"));
}
