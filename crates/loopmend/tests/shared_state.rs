//! `loopmend inventory --shared-state`: the example, which was judged by hand first, and the forms of the answer.

mod support;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Output;

use serde_json::Value;
use support::loopmend;

fn example() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/parcels")
}

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
    let judged = std::fs::read_to_string(example().join("../../docs/shared/parcels.json")).unwrap();
    let judged: BTreeMap<String, String> = serde_json::from_str(&judged).unwrap();
    assert_eq!(verdicts(&example()), judged);
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
fn methods_that_call_each_other_end() {
    let source = "class Pair:\n    def __init__(self):\n        self.n = 0\n\n    \
                  async def a(self):\n        await self.b()\n        self.n += 1\n\n    async def b(self):\n        await self.a()\n";
    assert_eq!(verdicts_of(source), ["Pair confined"]);
}

#[test]
fn the_forms_say_the_same() {
    let markdown = text(&example(), &["--output-format", "markdown"]);
    let count = states(&example()).len();
    assert!(markdown.starts_with("## Shared state\n\n"), "{markdown}");
    assert_eq!(markdown.lines().filter(|line| line.contains("src/parcels/state.py:")).count(), count);
    let table = text(&example(), &[]);
    assert!(table.contains("unguarded   src/parcels/state.py:55  class Rates"), "{table}");
    assert!(table.ends_with(&format!("{count} classes and globals in 18 files.\n")), "{table}");
    assert_eq!(table, text(&example(), &[]));
    assert!(!table.contains('\u{1b}'));
}
