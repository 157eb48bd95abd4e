"""Draws the mutations of `cargo lab nested` by the syntax of the code, and by nothing that loopmend knows of it.

The argument is a file with a JSON object: the seed, how many mutations of each family, and for each corpus its name, tree and
files. Standard output is a JSON list of mutations, each of one file: a statement that starts an event loop (`run`) or sleeps (`sleep`),
put at the start of a function. What calls what is told by plain names only: a function of the same module or one that is imported
from a module of the project, a method of `self` or `cls` of the same class, and a class with its `__init__`.
"""

import ast
import json
import random
import sys
from pathlib import Path, PurePosixPath

STATEMENTS = {
    "run": "import asyncio as asyncio_; asyncio_.run(asyncio_.sleep(0))",
    "sleep": "import time as time_; time_.sleep(1)",
}
# The calls between the function and the nearest async one: 0 is the async function itself.
DEEPEST = 4
# Words of functions that ask whether a loop is running.
ASKING = ("is_running", "get_running_loop", "_get_running_loop", "current_async_library", "current_task", "RuntimeError")
TEST_PARTS = {"test", "tests", "testing"}


class Function:
    def __init__(self, path, node, cls, is_nested):
        self.path, self.node, self.cls, self.is_nested = path, node, cls, is_nested
        self.is_async = isinstance(node, ast.AsyncFunctionDef)
        self.called = set()
        self.callers = set()

    @property
    def key(self):
        return (self.path, self.node.lineno)

    def is_plain(self):
        plain = {"staticmethod", "classmethod"}
        decorated = any(not (isinstance(d, ast.Name) and d.id in plain) for d in self.node.decorator_list)
        return not self.is_async and not self.is_nested and not decorated and not yields(self.node)


def own(node):
    """The nodes of a function's body, without those of functions and classes inside."""
    todo = list(ast.iter_child_nodes(node))
    while todo:
        child = todo.pop()
        yield child
        if not isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)):
            todo.extend(ast.iter_child_nodes(child))


def yields(node):
    return any(isinstance(child, (ast.Yield, ast.YieldFrom)) for child in own(node))


def is_of_tests(path):
    parts = PurePosixPath(path).parts
    name = parts[-1]
    return bool(TEST_PARTS & set(parts[:-1])) or name.startswith("test_") or name in ("conftest.py", "setup.py")


class Project:
    def __init__(self, tree, files):
        self.root = Path(tree)
        self.texts, self.lines, self.modules, self.functions = {}, {}, {}, {}
        self.top, self.methods, self.classes, self.imports, self.bases = {}, {}, {}, {}, {}
        for path in sorted(files):
            if path.endswith(".py") and not is_of_tests(path):
                self.read(path)
        for function in list(self.functions.values()):
            self.link(function)

    def read(self, path):
        try:
            text = (self.root / path).read_bytes().decode()
            tree = ast.parse(text)
        except (SyntaxError, UnicodeDecodeError, ValueError):
            return
        if "\r" in text or "\f" in text:
            return
        self.texts[path], self.lines[path] = text, text.split("\n")
        parts = PurePosixPath(path).with_suffix("").parts
        parts = parts[1:] if parts[0] == "src" else parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        self.modules[name] = path
        self.imports[path] = {}
        package = name if parts[-1] == "__init__" else name.rpartition(".")[0]
        for node in tree.body:
            self.note_imports(path, package, node)
        self.walk(path, tree, None, False)

    def note_imports(self, path, package, node):
        if isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                around = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join(around + ([node.module] if node.module else []))
            for alias in node.names:
                self.imports[path][alias.asname or alias.name] = (base, alias.name)

    def walk(self, path, node, cls, is_nested):
        for child in ast.iter_child_nodes(node):
            if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)):
                function = Function(path, child, cls, is_nested)
                self.functions[function.key] = function
                if cls is None and not is_nested and node.__class__ is ast.Module:
                    self.top.setdefault((path, child.name), []).append(function)
                elif cls is not None:
                    self.methods.setdefault((path, cls, child.name), []).append(function)
                self.walk(path, child, None, True)
            elif isinstance(child, ast.ClassDef) and not is_nested and cls is None:
                self.classes[(path, child.name)] = child
                self.walk(path, child, child.name, False)
            else:
                self.walk(path, child, cls, is_nested)

    def only(self, found):
        return found[0] if found and len(found) == 1 else None

    def link(self, function):
        stored = {n.id for n in own(function.node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
        arguments = function.node.args
        stored |= {a.arg for a in arguments.args + arguments.kwonlyargs + arguments.posonlyargs}
        for node in own(function.node):
            if isinstance(node, ast.Call):
                callee = self.callee(function, node.func, stored)
                if callee is not None and callee is not function:
                    function.called.add(callee.key)
                    callee.callers.add(function.key)

    def callee(self, function, name, stored):
        if isinstance(name, ast.Name) and name.id not in stored:
            return self.named(function.path, name.id)
        is_own = isinstance(name, ast.Attribute) and isinstance(name.value, ast.Name) and name.value.id in ("self", "cls")
        if is_own and function.cls is not None:
            return self.only(self.methods.get((function.path, function.cls, name.attr)))
        return None

    def named(self, path, name):
        if (path, name) in self.imports_from():
            path, name = self.imports_from()[(path, name)]
        if (path, name) in self.classes:
            return self.only(self.methods.get((path, name, "__init__")))
        return self.only(self.top.get((path, name)))

    def imports_from(self):
        if not hasattr(self, "resolved"):
            self.resolved = {}
            for path, names in self.imports.items():
                for name, (module, original) in names.items():
                    target = self.modules.get(module)
                    if target is not None and (path, name) not in self.top and (path, name) not in self.classes:
                        self.resolved[(path, name)] = (target, original)
        return self.resolved

    def depths(self):
        """How many calls lie between each plain function and the nearest async one."""
        depths = {key: 0 for key, function in self.functions.items() if function.is_async and not yields(function.node)}
        front = dict(depths)
        for depth in range(1, DEEPEST + 1):
            called = {key for caller in front for key in self.functions[caller].called}
            front = {
                key: depth for key in called if key not in depths and self.functions[key].is_plain() and self.may_hold(key)
            }
            depths.update(front)
        return depths

    def may_hold(self, key):
        """Whether nothing in a function asks if a loop runs."""
        function = self.functions[key]
        lines = self.lines[function.path][function.node.lineno - 1 : function.node.end_lineno]
        return not any(word in line for line in lines for word in ASKING)

    def never_called_from_async(self):
        """Plain functions whose names no async function, and nothing it may call by any name, writes."""
        written = {}
        for function in self.functions.values():
            names = {n.id for n in own(function.node) if isinstance(n, ast.Name)}
            names |= {n.attr for n in own(function.node) if isinstance(n, ast.Attribute)}
            written.setdefault(function.node.name, set()).update(names)
        reached, front = set(), set()
        for function in self.functions.values():
            if function.is_async or function.is_nested:
                front |= {n.id for n in ast.walk(function.node) if isinstance(n, ast.Name)}
                front |= {n.attr for n in ast.walk(function.node) if isinstance(n, ast.Attribute)}
        constructors = {name: {"__init__"} for (_, name) in self.classes}
        while front:
            reached |= front
            further = {name for one in front for name in written.get(one, set()) | constructors.get(one, set())}
            front = further - reached
        plain = [f for f in self.functions.values() if f.is_plain() and f.cls is None and f.callers]
        return [f.key for f in plain if f.node.name not in reached]


def insertion(project, key, statement):
    """Where a statement goes at the start of a function, as a byte of the file, and the text."""
    function = project.functions[key]
    body = function.node.body
    first = body[0]
    is_docstring = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    if is_docstring and len(body) == 1:
        return None
    target = body[1] if is_docstring else first
    line = min([target.lineno] + [d.lineno for d in getattr(target, "decorator_list", [])])
    text = project.texts[function.path]
    lines = text.split("\n")
    if lines[line - 1][: target.col_offset].strip():
        return None
    start = sum(len(one.encode()) + 1 for one in lines[: line - 1])
    return start, " " * target.col_offset + statement + "\n", line


def draw(request):
    random_ = random.Random(request["seed"])
    drawn = []
    for corpus in request["corpora"]:
        project = Project(corpus["tree"], corpus["files"])
        drawn += of_corpus(corpus["name"], project, request, random_)
    return drawn


def of_corpus(name, project, request, random_):
    by_depth = {}
    for key, depth in sorted(project.depths().items()):
        if project.may_hold(key):
            by_depth.setdefault(depth, []).append(key)
    for keys in by_depth.values():
        random_.shuffle(keys)
    found = []
    for kind, statement in STATEMENTS.items():
        wanted, depth, failed = request["bad"], 0, 0
        while wanted and failed <= DEEPEST:
            keys = by_depth.get(depth, [])
            failed = failed + 1 if not keys else 0
            if keys:
                one = mutation(name, project, keys.pop(), kind, statement, "bad", depth)
                if one is not None:
                    found.append(one)
                    wanted -= 1
            depth = (depth + 1) % (DEEPEST + 1)
        entries = sorted(project.never_called_from_async())
        random_.shuffle(entries)
        good = [mutation(name, project, key, kind, statement, "entry", 0) for key in entries]
        found += [one for one in good if one is not None][: request["good"] // 2]
        found += threads(name, project, kind, statement, request["good"] - request["good"] // 2, random_)
    return found


def mutation(corpus, project, key, kind, statement, family, depth):
    place = insertion(project, key, statement)
    if place is None:
        return None
    start, text, line = place
    function = project.functions[key]
    return {
        "corpus": corpus,
        "path": function.path,
        "kind": kind,
        "family": family,
        "depth": depth,
        "function": function.node.name,
        "line": line,
        "edits": [[start, start, text]],
    }


def threads(corpus, project, kind, statement, count, random_):
    """A plain function with the statement that async functions, put behind all others, hand to a thread."""
    paths = sorted({f.path for f in project.functions.values() if f.is_async})
    random_.shuffle(paths)
    ways = ["await asyncio_.to_thread(plain_)", "await asyncio_.get_running_loop().run_in_executor(None, plain_)"]
    found = []
    for path, way in zip(paths[:count], ways * count):
        text = project.texts[path]
        added = (
            f"\n\ndef plain_():\n    {statement}\n\n\nasync def hands_over_():\n    import asyncio as asyncio_\n    {way}\n"
        )
        end = len(text.encode())
        found.append(
            {
                "corpus": corpus,
                "path": path,
                "kind": kind,
                "family": "thread",
                "depth": 0,
                "function": "plain_",
                "line": text.count("\n") + 4,
                "edits": [[end, end, added]],
            }
        )
    return found


if __name__ == "__main__":
    print(json.dumps(draw(json.loads(Path(sys.argv[1]).read_text()))))
