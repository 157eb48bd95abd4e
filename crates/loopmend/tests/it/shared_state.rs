//! `loopmend inventory --shared-state`: the example, which was judged by hand first, and the forms of the answer.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Output;

use crate::support::{copied_example, loopmend};
use serde_json::Value;

fn run(directory: &Path, arguments: &[&str]) -> Output {
    let mut command = loopmend();
    let command = command.current_dir(directory).args(["inventory", "--shared-state"]).args(arguments);
    command.output().expect("the program starts")
}

fn text(directory: &Path, arguments: &[&str]) -> String {
    let output = run(directory, arguments);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn states(directory: &Path) -> Vec<Value> {
    let json: Value = serde_json::from_str(&text(directory, &["--output-format", "json"])).unwrap();
    json["states"].as_array().unwrap().clone()
}

/// The verdict of each class and global.
fn verdicts(directory: &Path) -> BTreeMap<String, String> {
    let word = |value: &Value| value.as_str().unwrap().to_owned();
    states(directory).iter().map(|state| (word(&state["name"]), word(&state["verdict"]))).collect()
}

/// The verdicts in a project that is one file: `Pool guarded`.
fn verdicts_of(source: &str) -> Vec<String> {
    let directory = tempfile::tempdir().unwrap();
    std::fs::write(directory.path().join("a.py"), source).unwrap();
    verdicts(directory.path()).into_iter().map(|(name, verdict)| format!("{name} {verdict}")).collect()
}

#[test]
fn each_state_of_the_example_is_judged_as_by_hand() {
    let example = copied_example("parcels");
    let example = example.path();
    let judged = std::fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/lab/shared/parcels.json"),
    )
    .unwrap();
    let judged: BTreeMap<String, String> = serde_json::from_str(&judged).unwrap();
    assert_eq!(verdicts(example), judged);
}

#[test]
fn classes_that_tests_reach_from_threads_have_a_sentence_each() {
    let directory = tempfile::tempdir().unwrap();
    let source = "import threading\n\n\nclass Counter:\n    def __init__(self):\n        self.count = 0\n\n    \
                  def add(self):\n        self.count += 1\n\n\nclass Locked:\n    def __init__(self):\n        \
                  self._lock = threading.Lock()\n        self.count = 0\n\n    def add(self):\n        \
                  with self._lock:\n            self.count += 1\n\n\nclass Alone:\n    def __init__(self):\n        \
                  self.count = 0\n\n    def add(self):\n        self.count += 1\n";
    let test = "import asyncio\nfrom concurrent.futures import ThreadPoolExecutor\n\nfrom a import Alone, Counter, Locked\n\n\n\
                async def test_counter():\n    counter = Counter()\n    \
                await asyncio.gather(*[asyncio.to_thread(counter.add) for _ in range(9)])\n    assert counter.count == 9\n\n\n\
                def test_locked():\n    locked = Locked()\n    with ThreadPoolExecutor() as pool:\n        \
                for _ in range(9):\n            pool.submit(locked.add)\n\n\n\
                def test_alone():\n    Alone().add()\n";
    std::fs::write(directory.path().join("a.py"), source).unwrap();
    std::fs::create_dir(directory.path().join("tests")).unwrap();
    std::fs::write(directory.path().join("tests/test_a.py"), test).unwrap();
    let word = |value: &Value| value.as_str().unwrap().to_owned();
    let states = states(directory.path());
    let found: Vec<(String, String)> =
        states.iter().map(|state| (word(&state["name"]), word(&state["summary"]))).collect();
    let [(first, not_safe), (second, safe)] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((first.as_str(), second.as_str()), ("Counter", "Locked"));
    assert!(not_safe.starts_with("not safe: "), "{not_safe}");
    assert!(safe.starts_with("safe: "), "{safe}");
    let table = text(directory.path(), &[]);
    assert!(table.contains("[tests call `add` in threads]") && table.contains(not_safe.as_str()), "{table}");
}

#[test]
fn a_check_and_a_write_need_one_hold_of_the_lock() {
    let pool = |get: &str| {
        format!(
            "import asyncio\n\nclass Pool:\n    def __init__(self):\n        self._lock = asyncio.Lock()\n        self._made = None\n\n{get}"
        )
    };
    let held = "    async def get(self):\n        async with self._lock:\n            if self._made is None:\n                \
                self._made = await make()\n            return self._made\n";
    assert_eq!(verdicts_of(&pool(held)), ["Pool guarded"]);
    let twice = "    async def get(self):\n        async with self._lock:\n            made = self._made\n        \
                 if made is None:\n            made = await make()\n            async with self._lock:\n                \
                 self._made = made\n        return made\n";
    assert_eq!(verdicts_of(&pool(twice)), ["Pool unguarded"]);
    let claimed = "    async def get(self):\n        if self._made is None:\n            \
                   self._made = asyncio.ensure_future(make())\n        return await self._made\n";
    let claimed = pool(claimed).replace("        self._lock = asyncio.Lock()\n", "");
    assert_eq!(verdicts_of(&claimed), ["Pool confined"]);
}

#[test]
fn a_lock_may_be_taken_by_all_callers() {
    let source = "import threading\n\nclass Counts:\n    def __init__(self):\n        self._lock = threading.Lock()\n        \
                  self._by = {}\n\n    def add(self, key):\n        with self._lock:\n            self._add(key)\n\n    \
                  def _add(self, key):\n        self._by[key] = self._by.get(key, 0) + 1\n";
    assert_eq!(verdicts_of(source), ["Counts guarded"]);
    let open = format!("{source}\n    def reset(self, key):\n        self._by.pop(key)\n");
    assert_eq!(verdicts_of(&open), ["Counts unguarded"]);
    let idle = source.replace("with self._lock:", "if key:");
    assert_eq!(verdicts_of(&idle), ["Counts unguarded"]);
}

#[test]
fn what_other_modules_and_methods_write_is_not_immutable() {
    let settings = "class Settings:\n    def __init__(self):\n        self.level = 1\n        self._load()\n\n    \
                    def _load(self):\n        self.path = '.'\n\nSETTINGS = Settings()\n";
    assert_eq!(verdicts_of(settings), ["Settings immutable"]);
    for write in ["SETTINGS.level = 2", "setattr(SETTINGS, 'level', 2)", "s = SETTINGS\n    s.level += 1"] {
        let source = format!("{settings}\ndef change():\n    {write}\n");
        assert_ne!(verdicts_of(&source), ["Settings immutable"], "{write}");
    }
    let any =
        settings.replace("        self._load()\n", "").replace("self.path = '.'", "setattr(self, name, 1)");
    assert_eq!(verdicts_of(&any), ["Settings confined"]);
}

#[test]
fn a_method_of_another_file_does_not_see_the_functions_inside_its_callers() {
    let directory = tempfile::tempdir().unwrap();
    let base = "class Base:\n    def run(self):\n        helper()\n";
    let main = "from base import Base\n\nclass Main(Base):\n    def one(self):\n        pass\n\n    def start(self):\n        \
                def helper():\n            self.count = 1\n        self.run()\n";
    std::fs::write(directory.path().join("base.py"), base).unwrap();
    std::fs::write(directory.path().join("main.py"), main).unwrap();
    assert_eq!(run(directory.path(), &[]).status.code(), Some(0));
}

/// The verdict of one class or global in a project that is one file.
fn verdict_of(name: &str, source: &str) -> String {
    let directory = tempfile::tempdir().unwrap();
    std::fs::write(directory.path().join("a.py"), source).unwrap();
    verdicts(directory.path()).remove(name).unwrap_or_else(|| "not listed".to_owned())
}

#[test]
fn what_the_making_of_another_object_writes_counts() {
    let wizard = "class Wizard:\n    def __init__(self):\n        self.scene = None\n\n    async def go(self):\n        return self.scene\n\n\n";
    let scene = |body: &str| {
        format!(
            "{wizard}class Scene:\n    def __init__(self, wizard: Wizard):\n{body}\n    async def leave(self):\n        return 1\n"
        )
    };
    let given = scene("        self.wizard = wizard\n        self.wizard.scene = self\n");
    assert_eq!(verdict_of("Wizard", &given), "confined");
    let made = scene("        self.wizard = Wizard()\n        self.wizard.scene = self\n");
    assert_eq!(verdict_of("Wizard", &made), "immutable");
    let in_branch = scene(
        "        self.wizard = wizard\n        if wizard is None:\n            self.wizard = Wizard()\n        self.wizard.scene = self\n",
    );
    assert_eq!(verdict_of("Wizard", &in_branch), "confined");
    let registry = "ALL = []\n\n\nclass One:\n    def __init__(self):\n        ALL.append(self)\n";
    assert_eq!(verdict_of("ALL", registry), "confined");
}

#[test]
fn what_is_set_on_the_class_while_an_object_is_made_counts() {
    let class = |body: &str| {
        format!("class Only:\n    one = None\n\n{body}\n    async def use(self):\n        return 1\n")
    };
    let new = class(
        "    def __new__(cls):\n        if cls.one is None:\n            cls.one = super().__new__(cls)\n        return cls.one\n",
    );
    assert_eq!(verdict_of("Only", &new), "confined");
    let init = class("    def __init__(self):\n        type(self).one = self\n");
    assert_eq!(verdict_of("Only", &init), "confined");
    let names = class(
        "    def __init__(self, **more):\n        for name in more:\n            setattr(self, name, 1)\n",
    );
    assert_eq!(verdict_of("Only", &names), "immutable");
}

#[test]
fn an_object_that_is_not_known_may_be_of_each_class_with_the_attribute() {
    let class = |name: &str| {
        format!(
            "class {name}:\n    def __init__(self):\n        self.level = 1\n\n    async def use(self):\n        return 1\n\n\n"
        )
    };
    let classes: String = ["A", "B", "C"].map(class).concat();
    assert_eq!(verdict_of("A", &classes), "immutable");
    let written = format!("{classes}def raise_level(one):\n    one.level = 2\n");
    assert_eq!(verdict_of("A", &written), "confined");
}

#[test]
fn a_test_and_a_reset_behind_an_await_interleave() {
    let reader = |next: &str| {
        format!(
            "class Reader:\n    def __init__(self):\n        self._part = None\n\n    async def next(self):\n{next}"
        )
    };
    let reset = reader(
        "        if self._part is not None:\n            await self._part.release()\n            self._part = None\n        \
         self._part = await fetch()\n",
    );
    assert_eq!(verdicts_of(&reset), ["Reader unguarded"]);
    let own = reader(
        "        self._part = make()\n        if self._part:\n            await run()\n        self._part = None\n",
    );
    assert_eq!(verdicts_of(&own), ["Reader confined"]);
    let first = reader(
        "        part, self._part = self._part, None\n        if part is not None:\n            await part.release()\n",
    );
    assert_eq!(verdicts_of(&first), ["Reader confined"]);
}

#[test]
fn several_threads_of_a_pool_run_at_a_time() {
    let counter = |head: &str, body: &str| {
        format!(
            "import asyncio\nimport threading\nfrom concurrent.futures import ThreadPoolExecutor\n\n\nclass Counter:\n    \
             def __init__(self):\n        self._n = 0\n{head}\n{body}\n    def _count(self):\n        self._n += 1\n\n\nCOUNTER = Counter()\n"
        )
    };
    let handed = "    async def count(self):\n        await asyncio.to_thread(self._count)\n";
    assert_eq!(verdict_of("Counter", &counter("", handed)), "unguarded");
    let mapped =
        "    def count(self, pool: ThreadPoolExecutor):\n        list(pool.map(self._count, range(3)))\n";
    assert_eq!(verdict_of("Counter", &counter("", mapped)), "unguarded");
    let pool = |size: &str| format!("        self._pool = ThreadPoolExecutor({size})\n");
    let submitted = "    def count(self):\n        self._pool.submit(self._count)\n";
    assert_eq!(verdict_of("Counter", &counter(&pool("4"), submitted)), "unguarded");
    assert_eq!(verdict_of("Counter", &counter(&pool("max_workers=1"), submitted)), "confined");
    let in_loop =
        "    def count(self):\n        for _ in range(3):\n            self._pool.submit(self._count)\n";
    assert_eq!(verdict_of("Counter", &counter(&pool("max_workers=1"), in_loop)), "confined");
    let once = "    async def start(self):\n        await asyncio.to_thread(self._count)\n";
    assert_eq!(verdict_of("Counter", &counter("", once)), "confined");
    let locked = counter("        self._lock = threading.Lock()\n", handed)
        .replace("        self._n += 1\n", "        with self._lock:\n            self._n += 1\n");
    assert_eq!(verdict_of("Counter", &locked), "guarded");
}

#[test]
fn one_place_is_reached_from_a_thread_and_from_elsewhere() {
    let names = "import threading\n\nNAMES = set()\n\n\ndef add(name):\n    NAMES.add(name)\n\n\ndef retry():\n    add('a')\n\n\n\
                 def start():\n    threading.Thread(target=retry).start()\n";
    assert_eq!(verdict_of("NAMES", names), "confined");
    let both = format!("{names}\n\ndef register(name):\n    add(name)\n");
    assert_eq!(verdict_of("NAMES", &both), "unguarded");
    let imported = format!("{names}\n\nadd('b')\n");
    assert_ne!(verdict_of("NAMES", &imported), "guarded");
}

#[test]
fn a_lock_is_taken_in_other_ways_than_by_with() {
    let pool = |get: &str| {
        format!(
            "import asyncio\nfrom contextlib import AsyncExitStack\n\n\nclass Pool:\n    def __init__(self):\n        self._lock = asyncio.Lock()\n        \
             self._made = None\n\n    async def get(self):\n{get}"
        )
    };
    let fill = "            if self._made is None:\n                self._made = await make()\n";
    let acquired = format!(
        "        await self._lock.acquire()\n        try:\n{fill}        finally:\n            self._lock.release()\n"
    );
    assert_eq!(verdicts_of(&pool(&acquired)), ["Pool guarded"]);
    let waited =
        acquired.replace("await self._lock.acquire()", "await asyncio.wait_for(self._lock.acquire(), 1)");
    assert_eq!(verdicts_of(&pool(&waited)), ["Pool guarded"]);
    let in_time = acquired.replace(
        "        await self._lock.acquire()",
        "        async with asyncio.timeout(1):\n            await self._lock.acquire()",
    );
    assert_eq!(verdicts_of(&pool(&in_time)), ["Pool guarded"]);
    let stack = format!(
        "        async with AsyncExitStack() as stack:\n            await stack.enter_async_context(self._lock)\n{fill}"
    );
    assert_eq!(verdicts_of(&pool(&stack)), ["Pool guarded"]);
    let left = format!(
        "        async with AsyncExitStack() as stack:\n            await stack.enter_async_context(self._lock)\n        if True:\n{fill}"
    );
    assert_eq!(verdicts_of(&pool(&left)), ["Pool unguarded"]);
    let refused = acquired.replace(
        "        try:\n",
        "        if self._made:\n            self._lock.release()\n            return None\n        try:\n",
    );
    assert_eq!(verdicts_of(&pool(&refused)), ["Pool guarded"]);
}

#[test]
fn a_lock_that_both_branches_take_is_held_behind_them() {
    let counter = |take: &str| {
        format!(
            "import threading\n\n\nclass Counter:\n    def __init__(self):\n        self._lock = threading.Lock()\n        self.n = 0\n\n    \
             def add(self, wait):\n{take}        self.n += 1\n        self._lock.release()\n\n    def reset(self):\n        \
             with self._lock:\n            self.n = 0\n"
        )
    };
    let first = "        if wait:\n            self._lock.acquire()\n";
    let both = format!("{first}        else:\n            self._lock.acquire(blocking=False)\n");
    assert_eq!(verdicts_of(&counter(&both)), ["Counter guarded"]);
    assert_eq!(verdicts_of(&counter(first)), ["Counter unguarded"]);
    let third =
        both.replace("        else:", "        elif wait is None:\n            self.n = 1\n        else:");
    assert_eq!(verdicts_of(&counter(&third)), ["Counter unguarded"]);
    let left = both.replace("        else:", "        elif wait is None:\n            return\n        else:");
    assert_eq!(verdicts_of(&counter(&left)), ["Counter guarded"]);
}

#[test]
fn what_was_read_in_a_branch_is_fresh_while_its_lock_is_held() {
    let pool = |between: &str| {
        format!(
            "import asyncio\n\n\nclass Pool:\n    def __init__(self):\n        self._lock = asyncio.Lock()\n        self._n = 0\n\n    \
             async def add(self, more):\n        if more:\n            await self._lock.acquire()\n            n = self._n\n        \
             else:\n            await self._lock.acquire()\n            n = self._n\n{between}        await asyncio.sleep(0)\n        \
             self._n = n + 1\n        self._lock.release()\n"
        )
    };
    assert_eq!(verdicts_of(&pool("")), ["Pool guarded"]);
    let again = "        if n:\n            self._lock.release()\n            await asyncio.sleep(0)\n            await self._lock.acquire()\n";
    assert_eq!(verdicts_of(&pool(again)), ["Pool unguarded"]);
}

#[test]
fn a_stack_of_contexts_ends_with_its_own_block() {
    let pool = |get: &str| {
        format!(
            "import asyncio\nfrom contextlib import AsyncExitStack\n\n\nclass Pool:\n    def __init__(self):\n        self._lock = asyncio.Lock()\n        \
             self._n = 0\n\n    async def add(self):\n{get}"
        )
    };
    let add = "            n = self._n\n            await asyncio.sleep(0)\n            self._n = n + 1\n";
    let enter = "                await stack.enter_async_context(self._lock)\n";
    let inner = |head: &str| format!("        {head}\n            with open('x'):\n{enter}{add}");
    assert_eq!(verdicts_of(&pool(&inner("async with AsyncExitStack() as stack:"))), ["Pool guarded"]);
    assert_eq!(
        verdicts_of(&pool(&inner("stack = AsyncExitStack()\n        async with stack:"))),
        ["Pool guarded"]
    );
    let own = format!(
        "        async with AsyncExitStack() as outer:\n            async with AsyncExitStack() as stack:\n{enter}{add}"
    );
    assert_eq!(verdicts_of(&pool(&own)), ["Pool unguarded"]);
    let helper = |given: &str| {
        format!(
            "        async with AsyncExitStack() as {given}:\n            await self._enter({given})\n{add}\n    \
             async def _enter(self, stack):\n        await stack.enter_async_context(self._lock)\n"
        )
    };
    assert_eq!(verdicts_of(&pool(&helper("stack"))), ["Pool guarded"]);
    assert_eq!(verdicts_of(&pool(&helper("entered"))), ["Pool guarded"]);
}

#[test]
fn a_function_takes_a_lock_for_its_callers_if_its_name_says_so() {
    let pool = |name: &str| {
        format!(
            "import asyncio\n\n\nclass Pool:\n    def __init__(self):\n        self._lock = asyncio.Lock()\n        self._n = 0\n\n    \
             async def add(self):\n        await self.{name}()\n        n = self._n\n        await asyncio.sleep(0)\n        \
             self._n = n + 1\n\n    async def {name}(self):\n        await self._lock.acquire()\n"
        )
    };
    for name in ["_acquire", "take_lock", "_enter_pool"] {
        assert_eq!(verdicts_of(&pool(name)), ["Pool guarded"], "{name}");
    }
    for name in ["_block", "wind_clock", "center"] {
        assert_eq!(verdicts_of(&pool(name)), ["Pool unguarded"], "{name}");
    }
}

#[test]
fn what_a_branch_has_just_made_is_not_stale_behind_it() {
    let source = "class Entity:\n    def __init__(self):\n        self._ends = None\n\n    def on_end(self, call):\n        \
                  if self._ends is None:\n            self._ends = []\n        self._ends.append(call)\n\n    \
                  async def add(self):\n        self.on_end(1)\n        await run()\n        self.on_end(2)\n";
    assert_eq!(verdicts_of(source), ["Entity confined"]);
}

#[test]
fn an_object_is_made_until_it_is_stored() {
    let client = |made: &str, own: &str| {
        format!(
            "import asyncio\n\n\nclass Conn:\n    def __init__(self):\n        self.uses = 0\n\n    async def ask(self):\n        \
             return self.uses\n\n\nclass Client:\n    def __init__(self):\n        self.conn = None\n\n    async def go(self):\n{made}        \
             used = {own}.uses\n        await asyncio.sleep(0)\n        {own}.uses = used + 1\n\n\nCLIENT = Client()\nOTHER = Conn()\n"
        )
    };
    let stored = client("        self.conn = Conn()\n", "self.conn");
    assert_eq!(verdict_of("Conn", &stored), "confined");
    for made in ["self.conn = conn = Conn()\n", "conn = Conn()\n        self.conn = conn\n"] {
        assert_eq!(verdict_of("Conn", &client(&format!("        {made}"), "conn")), "confined", "{made}");
    }
    assert_eq!(verdict_of("Conn", &client("        conn = Conn()\n", "conn")), "immutable");
    let in_making = client("", "self.conn")
        .replace("        self.conn = None\n", "        self.conn = Conn()\n        self.conn.uses = 1\n")
        .replace("        self.conn.uses = used + 1\n", "");
    assert_eq!(verdict_of("Conn", &in_making), "immutable");
}

#[test]
fn a_pool_of_one_thread_is_one_of_its_class() {
    let classes = |one: &str, two: &str| {
        let class = |name: &str, pool: &str| {
            format!(
                "class {name}:\n    def __init__(self, pool=None):\n        self.executor = {pool}\n        self._n = 0\n\n    \
                 def count(self):\n        self.executor.submit(self._count)\n\n    def _count(self):\n        self._n += 1\n\n\n"
            )
        };
        let (one, two) = (class("A", one), class("B", two));
        format!("from concurrent.futures import ThreadPoolExecutor\n\n\n{one}{two}ALL = A()\nOTHERS = B()\n")
    };
    let single = "ThreadPoolExecutor(max_workers=1)";
    let source = classes(single, "ThreadPoolExecutor()");
    assert_eq!(verdict_of("A", &source), "confined");
    assert_eq!(verdict_of("B", &source), "unguarded");
    assert_eq!(verdict_of("A", &classes("pool or ThreadPoolExecutor(1)", single)), "unguarded");
    let heir = format!(
        "{source}\n\nclass C(A):\n    def grow(self):\n        self.executor = ThreadPoolExecutor(8)\n"
    );
    assert_eq!(verdict_of("A", &heir), "unguarded");
    let global = |pool: &str| {
        format!(
            "from concurrent.futures import ThreadPoolExecutor\n\nPOOL = {pool}\nN = []\n\n\ndef count():\n    \
             N.append(1)\n\n\ndef start_all():\n    POOL.submit(count)\n\n\ndef other():\n    POOL = {single}\n    return POOL\n"
        )
    };
    assert_eq!(verdict_of("N", &global(single)), "confined");
    assert_eq!(verdict_of("N", &global("ThreadPoolExecutor()")), "unguarded");
}

#[test]
fn a_method_of_a_class_of_the_project_changes_no_container() {
    let page = |kind: &str| {
        format!(
            "class Hits:\n    def update(self):\n        pass\n\n\nclass Page:\n    def __init__(self, hits: {kind}):\n        \
             self._hits = hits\n\n    async def show(self):\n        self._hits.update()\n"
        )
    };
    assert_eq!(verdict_of("Page", &page("Hits")), "immutable");
    assert_eq!(verdict_of("Page", &page("set")), "confined");
}

#[test]
fn methods_that_call_each_other_end() {
    let source = "class Pair:\n    def __init__(self):\n        self.n = 0\n\n    \
                  async def a(self):\n        await self.b()\n        self.n += 1\n\n    async def b(self):\n        await self.a()\n";
    assert_eq!(verdicts_of(source), ["Pair confined"]);
}

#[test]
fn deep_code_does_not_overflow_the_stack() {
    const DEPTH: usize = 6_000;
    let around = |open: &str, close: &str| format!("{}self.a{}", open.repeat(DEPTH), close.repeat(DEPTH));
    let attributes = format!("self.a{}", ".b".repeat(DEPTH));
    let targets = [attributes.clone(), around("[", "]"), around("(", ",)")];
    let mut statements: Vec<String> = targets.iter().map(|target| format!("{target} = f()")).collect();
    statements.extend(targets.iter().map(|target| format!("del {target}")));
    statements.extend([
        format!("with self.a{}: self.a = 1", ".b(1)".repeat(DEPTH)),
        format!("with {attributes} as z: z.a = 1"),
        format!("with {}: self.a = 1", vec!["self.lock"; DEPTH].join(", ")),
        format!("self.a = {}", around("f(", ")")),
    ]);
    let branches = "            elif self.a: self.a = 2\n".repeat(DEPTH / 4);
    let mut source = "import threading\nclass A:\n    def __init__(self):\n        self.a = 0\n        \
                      self.lock = threading.Lock()\n"
        .to_owned();
    for (number, statement) in statements.iter().enumerate() {
        source += &format!("    def m{number}(self):\n        {statement}\n");
    }
    source += &format!(
        "    def branches(self):\n        if self.a: self.a = 1\n{}",
        branches.replace("            elif", "        elif")
    );
    source += "a = A()\n";
    assert_eq!(verdicts_of(&source).len(), 1);
}

#[test]
fn the_forms_say_the_same() {
    let example = copied_example("parcels");
    let example = example.path();
    let markdown = text(example, &["--output-format", "markdown"]);
    let count = states(example).len();
    assert!(markdown.starts_with("## Shared state\n\n"), "{markdown}");
    assert_eq!(markdown.lines().filter(|line| line.contains("src/parcels/state.py:")).count(), count);
    let table = text(example, &[]);
    assert!(table.contains("unguarded   src/parcels/state.py:55  class Rates"), "{table}");
    assert!(table.ends_with(&format!("{count} classes and globals in 18 files.\n")), "{table}");
    assert_eq!(table, text(example, &[]));
    assert!(!table.contains('\u{1b}'));
}
