//! Tests of what counts as visible to other modules.

use loopmend_core::{SourceKind, SourceText};
use loopmend_project::PythonVersion;
use loopmend_python::SyntaxTree;

use crate::call_targets::Catalogue;
use crate::summary::{
    Asked, EAGER_FACTORY, Extent, Interface, NameHash, NameUse, SET_TASK_FACTORY, Target, Units, lower,
};

/// Returns the complete interface of a module with this text.
fn interface(text: &str) -> Interface {
    interface_where(text, |_| true)
}

/// Returns the interface with the calls of some names requested.
fn interface_where(text: &str, is_asked: impl Fn(&str) -> bool) -> Interface {
    let source = SourceText::new(text, SourceKind::Python);
    let version = PythonVersion { major: 3, minor: 12 };
    let target =
        Target { module: Some("m"), is_package: false, is_first_party: true, keeps_all: false, version };
    let summary = lower(&source, &SyntaxTree::parse(&source), &target);
    let calls = summary.calls.iter().filter_map(|call| summary.last_name(call.expression));
    let calls = calls.filter(|name| is_asked(name)).map(Interface::name_of_calls).collect();
    let mut steps: Vec<_> =
        summary.functions.iter().map(|function| Interface::name_hash(summary.name(function.name))).collect();
    steps.sort_unstable();
    let extent = Extent { definitions: true, bodies: true, calls_by_name: true };
    let asked = Asked { calls: &calls, steps: &steps, extent };
    summary.interface(Some(text.as_bytes()), asked, &Catalogue::default())
}

fn hash(text: &str) -> u64 {
    interface(text).hash()
}

const BASE: &str =
    "import a\nclass C(a.B):\n    x: int\n    def f(self, y: str) -> None:\n        self.z = a.Z()\n";

#[test]
fn what_others_cannot_see_leaves_the_hash_as_it_was() {
    for same in [
        "# moved down\n\nimport a\nclass C(a.B):\n    x: int\n    def f(self, y: str) -> None:\n        self.z = a.Z()\n",
        "import a\nclass C(a.B):\n    x: int\n    def f(self, y: str) -> None:\n        a.call(y)\n        self.z = a.Z()\n",
    ] {
        assert_eq!(hash(same), hash(BASE), "{same}");
    }
    let other = |body: &str| hash(&format!("{BASE}    def g(self) -> int:\n        {body}\n"));
    assert_eq!(other("pass"), other("local = 1; a.call(local)"));
    assert_eq!(other("pass"), other("def inner(): ..."));
    assert_eq!(other("return 1"), other("return local"));
}

#[test]
fn what_others_can_see_changes_it() {
    let variants = [
        "import b as a\nclass C(a.B):\n    x: int\n    def f(self, y: str) -> None:\n        self.z = a.Z()\n",
        "import a\nclass C(a.D):\n    x: int\n    def f(self, y: str) -> None:\n        self.z = a.Z()\n",
        "import a\nclass C(a.B):\n    x: str\n    def f(self, y: str) -> None:\n        self.z = a.Z()\n",
        "import a\nclass C(a.B):\n    x: int\n    async def f(self, y: str) -> None:\n        self.z = a.Z()\n",
        "import a\nclass C(a.B):\n    x: int\n    def f(self, y: str) -> int:\n        self.z = a.Z()\n",
        "import a\nclass C(a.B):\n    x: int\n    def f(self, y: str) -> None:\n        self.z = a.Y()\n",
        "import a\nclass C(a.B):\n    x: int\n    @a.d\n    def f(self, y: str) -> None:\n        self.z = a.Z()\n",
        "import a\nif a:\n    class C(a.B):\n        x: int\n        def f(self, y: str) -> None:\n            self.z = a.Z()\n",
        "from a import *\nimport a\nclass C(a.B):\n    x: int\n    def f(self, y: str) -> None:\n        self.z = a.Z()\n",
    ];
    let mut hashes: Vec<u64> = variants.iter().map(|text| hash(text)).chain([hash(BASE)]).collect();
    hashes.sort_unstable();
    hashes.dedup();
    assert_eq!(hashes.len(), variants.len() + 1);
}

#[test]
fn a_body_that_decides_what_an_attribute_is_changes_it() {
    let with =
        |first: &str| hash(&format!("class C:\n    def f(self):\n        {first}\n        self.z = z\n"));
    assert_ne!(with("z = A()"), with("z = B()"));
    assert_ne!(with("from a import z"), with("from b import z"));
}

#[test]
fn a_body_that_drops_what_a_parameter_gives_is_part_of_it() {
    let with = |body: &str| hash(&format!("def f(g) -> None:\n    {body}\n"));
    let drops = with("g(1)");
    assert_eq!(drops, with("if g is not None: g(2)\n    g()"));
    for other in ["print(g)", "print(g())", "g(1); print(g)", "g = 1; g()", "import g; g()", "def h(): g()"] {
        assert_ne!(drops, with(other), "{other}");
        assert_eq!(with("pass"), with(other), "{other}");
    }
}

#[test]
fn a_body_that_may_raise_before_it_returns_is_part_of_it() {
    let with = |body: &str| hash(&format!("def f(g) -> A:\n    {body}\n    return g\n"));
    for refuses in ["if g: raise E", "assert g", "check(g)"] {
        assert_ne!(with("pass"), with(refuses), "{refuses}");
    }
    assert_eq!(with("a = []"), with("a = []; a.append(1)"));
    let gives_nothing = |body: &str| hash(&format!("def f(g) -> A:\n    {body}\n"));
    assert_eq!(gives_nothing("pass"), gives_nothing("raise E"));
}

#[test]
fn the_order_of_bindings_of_different_names_is_part_of_it() {
    assert_ne!(hash("x = g\ny = x\nx = h\n"), hash("x = g\nx = h\ny = x\n"));
}

#[test]
fn a_subclass_in_a_function_is_part_of_it() {
    let with = |name: &str| hash(&format!("def f():\n    class C(B):\n        def {name}(self): ...\n"));
    assert_ne!(with("close"), with("open"));
}

#[test]
fn a_global_statement_in_a_function_is_seen_by_others() {
    let with = "x = None\ndef f():\n    global x\n    x = C()\n";
    assert_ne!(hash(with), hash("x = None\ndef f():\n    x = C()\n"));
}

/// Returns those of some names for which two texts have different information.
fn changed(
    part: impl Fn(&Interface) -> &Units,
    before: &str,
    after: &str,
    names: &[&'static str],
) -> Vec<&'static str> {
    let changed = part(&interface(before)).changed(part(&interface(after)));
    let of_text = |name: &&&str| changed.contains(&name_hash(name));
    let found: Vec<&str> = names.iter().filter(of_text).copied().collect();
    assert_eq!(found.len(), changed.len(), "names beside {names:?} changed");
    found
}

fn mentions(units: &Units, name: NameHash) -> Vec<NameHash> {
    units.iter().find(|(unit, ..)| *unit == name).map(|(.., mentions)| mentions.to_vec()).unwrap()
}

fn name_hash(name: &str) -> NameHash {
    xxhash_rust::xxh3::xxh3_64(name.as_bytes()) as NameHash
}

fn changed_definitions(before: &str, after: &str) -> Vec<&'static str> {
    changed(|interface| &interface.definitions, before, after, &["A", "B", "C", "f", "g", "x", "y", "z", "T"])
}

#[test]
fn a_change_is_that_of_the_names_it_concerns() {
    let f = "def f() -> int: ...\n";
    assert_eq!(changed_definitions(f, &format!("# moved\n{f}")), [""; 0]);
    assert_eq!(changed_definitions(f, &format!("def g(): ...\n{f}")), ["g"]);
    assert_eq!(changed_definitions(f, "def f() -> str: ...\n"), ["f"]);
    assert_eq!(changed_definitions(f, "async def f() -> int: ...\n"), ["f"]);
    assert_eq!(changed_definitions(f, "x = 1\n"), ["f", "x"]);
    assert_eq!(changed_definitions("class C(A): pass\n", "class C(B): pass\n"), ["C"]);
    assert_eq!(changed_definitions("x.y = 1\n", "x.y = A()\n"), ["y"]);
    assert_eq!(changed_definitions("def f(): x.y = 1\n", "def f(): x.z = 1\n"), ["y", "z"]);
    let with = |body: &str| format!("def f() -> int:\n  {body}\n");
    assert_eq!(changed_definitions(&with("..."), &with("def g[T](): ...")), ["T"]);
}

#[test]
fn a_member_is_told_from_one_of_another_class() {
    let with = |one: &str, two: &str| format!("class A:\n  {one}\nclass B:\n  {two}\n");
    let (f, g) = ("def f(self): ...", "def g(self): ...");
    assert_eq!(changed_definitions(&with(f, g), &with(g, f)), ["f", "g"]);
    let twice =
        |one: &str, two: &str| format!("if x:\n  class A:\n    {one}\nelse:\n  class A:\n    {two}\n");
    assert_eq!(changed_definitions(&twice(f, g), &twice(g, f)), ["f", "g"]);
}

#[test]
fn special_methods_belong_to_their_class() {
    let with = |body: &str| format!("class C:\n  def f(self): ...\n  {body}\n");
    assert_eq!(changed_definitions(&with("pass"), &with("def __call__(self) -> A: ...")), ["C"]);
    assert_eq!(changed_definitions(&with("pass"), &with("def __init__(self): self.x = A()")), ["C", "x"]);
}

#[test]
fn special_names_of_the_module_and_star_imports_belong_to_no_name() {
    let rest = |text: &str| interface(text).rest;
    for other in ["__all__ = ['x']\n", "__all__ = ['y']\n", "from a import *\n", "if x: from a import *\n"] {
        assert_ne!(rest(other), rest(""), "{other}");
    }
    assert_ne!(rest("from a import *\nfrom b import *\n"), rest("from b import *\nfrom a import *\n"));
    assert_eq!(rest("__all__ = ['x']\nx = 1\n"), rest("__all__ = ['x']\nx = 2\n"));
}

#[test]
fn the_place_of_a_use_among_the_bindings_of_its_name_is_part_of_it() {
    assert_eq!(changed_definitions("x = g\ny = x\nx = f\n", "x = g\nx = f\ny = x\n"), ["y"]);
    let star = "from a import *\n";
    assert_eq!(changed_definitions(&format!("x = 1\n{star}"), &format!("{star}x = 1\n")), ["x"]);
    assert_eq!(changed_definitions("x = g\nf = 1\ny = x\n", "f = 1\nx = g\ny = x\n"), [""; 0]);
}

#[test]
fn a_local_name_is_seen_where_an_attribute_rests_on_it() {
    let with = |local: &str| format!("class C:\n  def f(self, y):\n    {local}\n    self.x = z\n");
    let before = interface(&with("z = A()"));
    let after = interface(&with("z = B()"));
    let changed = before.definitions.changed(&after.definitions);
    let [local] = changed.as_slice() else { panic!("{changed:?}") };
    assert!(mentions(&before.definitions, name_hash("x")).contains(local));
    assert!(mentions(&before.definitions, *local).contains(&name_hash("A")));
    assert_eq!(hash(&with("z = A()")), hash(&with("z = A(); other = B()")));
}

#[test]
fn bodies_and_calls_are_told_apart_from_definitions() {
    let (before, after) = ("async def f(): await A()\n", "async def f(): await B()\n");
    assert_eq!(changed_definitions(before, after), [""; 0]);
    assert_eq!(changed(|interface| &interface.bodies, before, after, &["f"]), ["f"]);
    let (before, after) = ("def g(): f(A())\n", "def g(): f(B())\n");
    assert_eq!(changed_definitions(before, after), [""; 0]);
}

#[test]
fn what_a_call_is_given_is_told_where_it_is_asked() {
    let changed = |asked: &str| {
        let with = |given: &str| interface_where(&format!("def g(): f({given}())\n"), |name| name == asked);
        with("A").calls.changed(&with("B").calls)
    };
    let calls = |names: &[&str]| {
        let mut calls: Vec<NameHash> = names.iter().map(|name| Interface::name_of_calls(name)).collect();
        calls.sort_unstable();
        calls
    };
    assert_eq!(changed("f"), calls(&["f", "A", "B"]));
    assert_eq!(changed("g"), calls(&["A", "B"]));
}

#[test]
fn a_local_name_that_another_part_mentions_first_does_not_change() {
    let with = |value: &str, is_awaited: bool| {
        let call = if is_awaited { "await f(x)" } else { "f(x)" };
        interface_where(&format!("async def g():\n    x = {value}()\n    {call}\n"), |name| name == "f")
    };
    let parts: [fn(&Interface) -> &Units; 2] = [|interface| &interface.bodies, |interface| &interface.calls];
    let changed = |value: &str, is_awaited: bool| {
        parts.map(|part| with("A", false).changed(&with(value, is_awaited), part).len())
    };
    assert_eq!(changed("A", false), [0, 0]);
    assert_eq!(changed("A", true), [1, 0], "the body of `g` changes, and `x` does not");
    assert_eq!(changed("B", false)[0], 0);
    let of_both = changed("B", true);
    assert!(of_both[0] >= 2 && of_both[1] >= 1, "{of_both:?}");
}

#[test]
fn a_body_is_seen_where_it_decides() {
    let returns = |annotation: &str, value: &str| format!("def f(){annotation}:\n  {value}\n");
    let changed = |annotation: &str, before: &str, after: &str| {
        changed_definitions(&returns(annotation, before), &returns(annotation, after))
    };
    assert_eq!(changed("", "return A()", "return B()"), ["f"]);
    assert_eq!(changed(" -> Awaitable", "return A()", "return B()"), ["f"]);
    assert_eq!(changed(" -> int", "return A()", "return B()"), [""; 0]);
    assert_eq!(changed("", "return A()", "yield A()"), ["f"]);
    assert_eq!(changed("", "A()", "B()"), [""; 0]);
    assert_eq!(changed_definitions("x = lambda: A()\n", "x = lambda: B()\n"), ["x"]);
}

#[test]
fn the_target_of_a_comprehension_is_seen_where_the_element_is() {
    let of = |iterable: &str| interface(&format!("x = [y for y in {iterable}]\nz = 1\n"));
    let (before, after) = (of("A()"), of("B()"));
    assert_eq!(before.definitions.changed(&after.definitions).len(), 1);
    assert!(
        mentions(&before.definitions, name_hash("x"))
            .iter()
            .any(|name| { before.definitions.changed(&after.definitions).contains(name) })
    );
    let second = "x = [[y for y in A()] for y in y]\n";
    assert_ne!(hash(second), hash("x = [[y for y in y] for y in A()]\n"));
}

#[test]
fn a_test_of_a_name_is_seen_where_it_holds() {
    let with = |first: &str, second: &str| {
        hash(&format!("def f(y):\n  {first}:\n    return y\n  return y.z{second}\n"))
    };
    assert_ne!(with("if isinstance(y, A)", ""), with("if isinstance(y, B)", ""));
    assert_ne!(with("if isinstance(y.z, A)", ""), with("if not isinstance(y.z, A)", ""));
    assert_ne!(with("if y is None", ""), with("if y is not None", ""));
}

#[test]
fn a_fixture_is_found_by_the_name_that_it_states() {
    let with = |value: &str| format!("@pytest.fixture(name=\"x\")\ndef f():\n  return {value}()\n");
    assert_eq!(changed_definitions(&with("A"), &with("B")), ["f", "x"]);
}

#[test]
fn what_nests_deep_is_told_in_linear_time() {
    let depth = 3_000;
    for (open, close) in
        [("(a := f(", "))"), ("f(lambda: ", ")"), ("[g(b) for b in f(", ")]"), ("f(x or ", ")")]
    {
        let text = |inner: &str| {
            let (open, close) = (open.repeat(depth), close.repeat(depth));
            format!("def f(p): ...\ndef g(p): ...\nx = {open}{inner}{close}\n")
        };
        let (one, other) = (interface(&text("A()")), interface(&text("B()")));
        assert_ne!(one, other, "{open}");
        let told: usize = [&one.definitions, &one.calls].map(|units| units.iter().count()).iter().sum();
        let mentions = [&one.definitions, &one.calls].into_iter().flat_map(Units::iter);
        let mentions: usize = mentions.map(|(.., mentions)| mentions.len()).sum();
        assert!(told < 4 * depth && mentions < 100 * depth, "{open}: {told}, {mentions}");
    }
}

#[test]
fn what_a_file_can_look_up_is_what_it_writes_other_than_to_define_it() {
    let found = interface("from a import b as c\ndef f(p): q.r(\"s\")\nclass K(e): t: u\n").mentions;
    let mut expected = ["b", "p", "q", "r", "s", "e", "u", "K"].map(name_hash).to_vec();
    expected.push(Interface::name_of_calls("f"));
    // Any file may discard a task.
    expected.extend([SET_TASK_FACTORY, EAGER_FACTORY].map(Interface::name_of_request));
    expected.sort_unstable();
    assert_eq!(found, expected);
}

#[test]
fn calls_of_what_a_module_defines_matter_if_it_may_run_a_loop() {
    let definitions = "async def f(): ...\nclass K:\n  async def g(self): ...\n";
    let calls = ["f", "K", "g"].map(Interface::name_of_calls);
    let mentioned = |text: &str| {
        let found = interface(text).mentions;
        calls.map(|name| found.binary_search(&name).is_ok())
    };
    assert_eq!(mentioned(&format!("import asyncio\n{definitions}asyncio.run(f())\n")), [true, true, false]);
    assert_eq!(mentioned(definitions), [false; 3]);
}

#[test]
fn plain_methods_are_told_bound_or_not() {
    let plain = |text: &str| interface(text).plain_methods;
    let class = "class C:\n  async def f(self): ...\n  def g(self): ...\n  @g.setter\n  def x(self, v): ...\ndef y(): ...\n";
    let mut expected = ["g", "x"].map(name_hash).to_vec();
    expected.sort_unstable();
    assert_eq!(plain(class), expected);
}

#[test]
fn names_are_found_by_their_use() {
    let text = "import a.b\nfrom c import d\n@e.f(1)\ndef g(): ...\nclass K:\n  def g(self): ...\n  def h(self): ...\ng([i, j.k], l=m, n=1)\n";
    let mut expected: Vec<NameHash> = ["a", "c", "c.d"].map(|name| NameUse::Import.of(name)).to_vec();
    expected.push(NameUse::Decorator.of("f"));
    expected.extend(["i", "k", "m"].map(|name| NameUse::Argument.of(name)));
    expected.extend(["g", "h"].map(|name| NameUse::Function.of(name)));
    expected.sort_unstable();
    assert_eq!(interface(text).name_uses, expected);
    let passed_on = "def f(): ...\nx = f\n";
    assert!(interface(passed_on).name_uses.contains(&NameUse::PassedOn.of("f")));
}

#[test]
fn a_module_without_star_imports_and_special_names_has_no_rest() {
    for text in ["", "import a\nx = 1\n", "@a.b\ndef f(x):\n  return x\n"] {
        assert!(interface(text).has_no_rest(), "{text}");
    }
    assert!(!interface("pytest_plugins = ['a']\n").has_no_rest());
    assert!(!interface("from a import *\n").has_no_rest());
}

#[test]
fn interfaces_are_read_back_from_their_bytes() {
    let interfaces = [BASE, "", "async def f(): await g.h()\n"].map(interface);
    let mut bytes = Vec::new();
    interfaces.iter().for_each(|interface| interface.write_to(&mut bytes).unwrap());
    assert_eq!(Interface::all_of_bytes(&bytes).unwrap(), interfaces);
    for len in (0..bytes.len()).step_by(7) {
        let read = Interface::all_of_bytes(&bytes[..len]);
        assert!(read.is_none_or(|read| read.len() < interfaces.len()), "{len}");
    }
    assert_eq!(Interface::all_of_bytes(&[1]), None);
}

#[test]
fn what_a_plain_function_calls_is_told_and_where_it_stands_is_not() {
    let steps = |text: &str| interface(text).steps;
    let text = "import m\nclass A:\n    def __init__(self):\n        self.x()\ndef f(a):\n    b = a\n    b.run(1)\nasync def g():\n    f(0)\n";
    let changed = |from: &str, to: &str| steps(text).changed(&steps(&text.replace(from, to)));
    assert!(changed("def f(a):\n", "def f(a):\n    c = 1\n").is_empty());
    assert_eq!(changed("f(0)", "f(1)"), [Interface::name_hash("g")]);
    let of_f = [Interface::name_hash("f")];
    assert_eq!(changed("run(1)", "run(2)"), of_f);
    assert!(changed("b.run(1)", "if a: b.run(1)").contains(&of_f[0]));
    assert_eq!(changed("self.x()", "self.y()"), [Interface::name_hash("A")]);
    let local = changed("b = a", "b = m.B()");
    assert!(!local.is_empty(), "what a local name is bound to is told under a name of its own");
}

#[test]
fn containers_that_are_put_into_each_other_are_told_of_once() {
    const ADDITIONS: usize = 20;
    const CONTAINERS: usize = 2 * ADDITIONS;
    let text = format!("def f(x):\n{}", "    x.append(f([], []))\n".repeat(ADDITIONS));
    let Interface { definitions, bodies, calls, steps, .. } = interface(&text);
    let units = [definitions, bodies, calls, steps];
    let mentions: usize = units.iter().flat_map(Units::iter).map(|(_, _, mentions)| mentions.len()).sum();
    assert!(mentions < CONTAINERS * ADDITIONS, "{mentions}");
}
