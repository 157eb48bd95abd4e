"""Draws the mutations of `cargo lab misuse` by the syntax of the code, and by nothing that loopmend knows of it.

The argument is a file with a JSON object: the seed, how many mutations of each family, and for each corpus its name,
tree, files and environment. Standard output is a JSON list of mutations. Each is a few edits of one file (places are bytes of its
UTF-8 text), the lines of the mutated text in which the mistake stands, and what it is.
"""

import ast
import json
import random
import re
import sys
from pathlib import Path

# ---------------------------------------------------------------- rows of the slot table

# Each row, as `definition:parameter`, with what it needs, the imports, and statements with the slot `{f}`.
LOOP = "asyncio.get_running_loop()"
POOL = "with multiprocessing.Pool() as pool_:\n    "
THREADS = "with concurrent.futures.ThreadPoolExecutor() as pool_:\n    "
FUTURE = "asyncio.events.AbstractEventLoop."
APPLY = "multiprocessing.pool.Pool.apply_async:"


def row(imports, *statements, needs=None):
    return {"imports": imports.split(), "statements": statements, "needs": needs}


ROWS = {
    "asyncio.threads.to_thread:func": row(
        "asyncio",
        "await asyncio.to_thread({f})",
        "value_ = await asyncio.to_thread({f})\nprint(value_)",
        "if await asyncio.to_thread({f}):\n    print('done')",
    ),
    FUTURE + "run_in_executor:func": row(
        "asyncio",
        f"await {LOOP}.run_in_executor(None, {{f}})",
        f"value_ = await {LOOP}.run_in_executor(None, {{f}})\nprint(value_)",
    ),
    FUTURE + "call_soon:callback": row("asyncio", f"{LOOP}.call_soon({{f}})"),
    FUTURE + "call_soon_threadsafe:callback": row("asyncio", f"{LOOP}.call_soon_threadsafe({{f}})"),
    FUTURE + "call_later:callback": row("asyncio", f"{LOOP}.call_later(1, {{f}})"),
    FUTURE + "call_at:callback": row("asyncio", f"loop_ = {LOOP}\nloop_.call_at(loop_.time() + 1, {{f}})"),
    FUTURE + "add_reader:callback": row("asyncio", f"{LOOP}.add_reader(0, {{f}})"),
    FUTURE + "add_writer:callback": row("asyncio", f"{LOOP}.add_writer(1, {{f}})"),
    FUTURE + "add_signal_handler:callback": row(
        "asyncio signal", f"{LOOP}.add_signal_handler(signal.SIGTERM, {{f}})"
    ),
    FUTURE + "set_exception_handler:handler": row("asyncio", f"{LOOP}.set_exception_handler({{f}})"),
    "_asyncio.Future.add_done_callback:fn": row(
        "asyncio", f"future_ = {LOOP}.create_future()\nfuture_.add_done_callback({{f}})\nfuture_.cancel()"
    ),
    "concurrent.futures._base.Future.add_done_callback:fn": row(
        "concurrent.futures", THREADS + "pool_.submit(print).add_done_callback({f})"
    ),
    "concurrent.futures._base.Executor.submit:fn": row(
        "concurrent.futures",
        THREADS + "pool_.submit({f})",
        THREADS + "print(pool_.submit({f}).result())",
    ),
    "concurrent.futures._base.Executor.map:fn": row(
        "concurrent.futures",
        THREADS + "for value_ in pool_.map({f}, [1, 2]):\n        print(value_)",
        THREADS + "print(list(pool_.map({f}, [1, 2])))",
    ),
    "threading.Thread:target": row("threading", "threading.Thread(target={f}).start()"),
    "threading.Timer:function": row("threading", "threading.Timer(1, {f}).start()"),
    "multiprocessing.context.Process:target": row(
        "multiprocessing", "multiprocessing.Process(target={f}).start()"
    ),
    "multiprocessing.context.SpawnProcess:target": row(
        "multiprocessing", "multiprocessing.get_context('spawn').Process(target={f}).start()"
    ),
    "multiprocessing.context.ForkProcess:target": row(
        "multiprocessing", "multiprocessing.get_context('fork').Process(target={f}).start()"
    ),
    "multiprocessing.pool.Pool.apply:func": row("multiprocessing", POOL + "print(pool_.apply({f}))"),
    APPLY + "func": row("multiprocessing", POOL + "print(pool_.apply_async({f}).get())"),
    APPLY + "callback": row("multiprocessing", POOL + "pool_.apply_async(print, callback={f}).wait()"),
    APPLY + "error_callback": row("multiprocessing", POOL + "pool_.apply_async(print, error_callback={f}).wait()"),
    "multiprocessing.pool.Pool.map:func": row("multiprocessing", POOL + "print(pool_.map({f}, [1, 2]))"),
    "multiprocessing.pool.Pool.map_async:func": row(
        "multiprocessing", POOL + "print(pool_.map_async({f}, [1, 2]).get())"
    ),
    "multiprocessing.pool.Pool.imap:func": row(
        "multiprocessing", POOL + "for value_ in pool_.imap({f}, [1, 2]):\n        print(value_)"
    ),
    "multiprocessing.pool.Pool.imap_unordered:func": row(
        "multiprocessing", POOL + "for value_ in pool_.imap_unordered({f}, [1, 2]):\n        print(value_)"
    ),
    "multiprocessing.pool.Pool.starmap:func": row(
        "multiprocessing", POOL + "print(pool_.starmap({f}, [(1, 2)]))"
    ),
    "multiprocessing.pool.Pool.starmap_async:func": row(
        "multiprocessing", POOL + "print(pool_.starmap_async({f}, [(1, 2)]).get())"
    ),
    "builtins.map:func": row(
        "", "for value_ in map({f}, [1, 2]):\n    print(value_)", "print(list(map({f}, [1, 2])))"
    ),
    "builtins.filter:function": row(
        "", "for value_ in filter({f}, [1, 2]):\n    print(value_)", "print(list(filter({f}, [1, 2])))"
    ),
    "builtins.sorted:key": row("", "print(sorted([2, 1], key={f}))"),
    "builtins.min:key": row("", "print(min([2, 1], key={f}))"),
    "builtins.max:key": row("", "print(max([2, 1], key={f}))"),
    "builtins.list.sort:key": row("", "values_ = [2, 1]\nvalues_.sort(key={f})"),
    "functools.reduce:function": row("functools", "print(functools.reduce({f}, [1, 2]))"),
    "itertools.takewhile:predicate": row("itertools", "print(list(itertools.takewhile({f}, [1, 2])))"),
    "itertools.dropwhile:predicate": row("itertools", "print(list(itertools.dropwhile({f}, [1, 2])))"),
    "itertools.filterfalse:function": row("itertools", "print(list(itertools.filterfalse({f}, [1, 2])))"),
    "itertools.groupby:key": row("itertools", "print(dict(itertools.groupby([1, 2], {f})))"),
    "itertools.starmap:function": row(
        "itertools",
        "for value_ in itertools.starmap({f}, [(1, 2)]):\n    print(value_)",
        "print(list(itertools.starmap({f}, [(1, 2)])))",
    ),
    "re.sub:repl": row("re", "print(re.sub('a', {f}, 'abc'))"),
    "re.subn:repl": row("re", "print(re.subn('a', {f}, 'abc'))"),
    "re.Pattern.sub:repl": row("re", "pattern_ = re.compile('a')\nprint(pattern_.sub({f}, 'abc'))"),
    "re.Pattern.subn:repl": row("re", "pattern_ = re.compile('a')\nprint(pattern_.subn({f}, 'abc'))"),
    "signal.signal:handler": row("signal", "signal.signal(signal.SIGTERM, {f})"),
    "atexit.register:func": row("atexit", "atexit.register({f})"),
    "weakref.finalize:func": row("asyncio weakref", f"weakref.finalize({LOOP}, {{f}})"),
    "contextlib.AsyncExitStack.callback:callback": row(
        "contextlib", "async with contextlib.AsyncExitStack() as stack_:\n    stack_.callback({f})"
    ),
    "contextlib._BaseExitStack.callback:callback": row(
        "contextlib", "with contextlib.ExitStack() as stack_:\n    stack_.callback({f})"
    ),
    "unittest.case.TestCase.addCleanup:function": row("unittest", "unittest.TestCase().addCleanup({f})"),
    "unittest.case.TestCase.addClassCleanup:function": row("unittest", "unittest.TestCase.addClassCleanup({f})"),
    "unittest.case.addModuleCleanup:function": row("unittest", "unittest.addModuleCleanup({f})"),
    "tkinter.Misc.after:func": row("tkinter", "tkinter.Tk().after(10, {f})"),
    "tkinter.Misc.after_idle:func": row("tkinter", "tkinter.Tk().after_idle({f})"),
    "anyio.to_thread.run_sync:func": row(
        "anyio.to_thread",
        "await anyio.to_thread.run_sync({f})",
        "value_ = await anyio.to_thread.run_sync({f})\nprint(value_)",
        needs="anyio",
    ),
    "anyio.from_thread.run_sync:func": row(
        "anyio.from_thread anyio.to_thread",
        "def in_thread_():\n    print(anyio.from_thread.run_sync({f}))\nawait anyio.to_thread.run_sync(in_thread_)",
        needs="anyio",
    ),
    "trio._threads.to_thread_run_sync:sync_fn": row("trio", "await trio.to_thread.run_sync({f})", needs="trio"),
    "trio._threads.from_thread_run_sync:fn": row(
        "trio",
        "def in_thread_():\n    print(trio.from_thread.run_sync({f}))\nawait trio.to_thread.run_sync(in_thread_)",
        needs="trio",
    ),
    "starlette.concurrency.run_in_threadpool:func": row(
        "starlette.concurrency", "await starlette.concurrency.run_in_threadpool({f})", needs="starlette"
    ),
    "asgiref.sync.sync_to_async:func": row(
        "asgiref.sync", "await asgiref.sync.sync_to_async({f})()", needs="asgiref"
    ),
}

# Calls of real code by their resolved name: the row, the keyword and the place of the callable.
CALLS = {
    "asyncio.to_thread": ("asyncio.threads.to_thread:func", 0),
    "asyncio.threads.to_thread": ("asyncio.threads.to_thread:func", 0),
    "threading.Thread": ("threading.Thread:target", 1),
    "threading.Timer": ("threading.Timer:function", 1),
    "multiprocessing.Process": ("multiprocessing.context.Process:target", 1),
    "map": ("builtins.map:func", 0),
    "filter": ("builtins.filter:function", 0),
    "sorted": ("builtins.sorted:key", None),
    "min": ("builtins.min:key", None),
    "max": ("builtins.max:key", None),
    "functools.reduce": ("functools.reduce:function", 0),
    "itertools.takewhile": ("itertools.takewhile:predicate", 0),
    "itertools.dropwhile": ("itertools.dropwhile:predicate", 0),
    "itertools.filterfalse": ("itertools.filterfalse:function", 0),
    "itertools.groupby": ("itertools.groupby:key", 1),
    "itertools.starmap": ("itertools.starmap:function", 0),
    "re.sub": ("re.sub:repl", 1),
    "re.subn": ("re.subn:repl", 1),
    "signal.signal": ("signal.signal:handler", 1),
    "atexit.register": ("atexit.register:func", 0),
    "weakref.finalize": ("weakref.finalize:func", 1),
    "anyio.to_thread.run_sync": ("anyio.to_thread.run_sync:func", 0),
    "anyio.from_thread.run_sync": ("anyio.from_thread.run_sync:func", 0),
    "starlette.concurrency.run_in_threadpool": ("starlette.concurrency.run_in_threadpool:func", 0),
    "fastapi.concurrency.run_in_threadpool": ("starlette.concurrency.run_in_threadpool:func", 0),
    "asgiref.sync.sync_to_async": ("asgiref.sync.sync_to_async:func", 0),
}

IS_LOOP = r"(^|[._])loop$|get_(running|event)_loop\(\)$"
IS_POOL = r"(?i)(executor|pool)$|PoolExecutor\(.*\)$"
# Methods of real code: the row, what the receiver is written like, the place of the callable.
METHODS = {
    "run_in_executor": (FUTURE + "run_in_executor:func", IS_LOOP, 1),
    "call_soon": (FUTURE + "call_soon:callback", IS_LOOP, 0),
    "call_soon_threadsafe": (FUTURE + "call_soon_threadsafe:callback", IS_LOOP, 0),
    "call_later": (FUTURE + "call_later:callback", IS_LOOP, 1),
    "call_at": (FUTURE + "call_at:callback", IS_LOOP, 1),
    "add_reader": (FUTURE + "add_reader:callback", IS_LOOP, 1),
    "add_writer": (FUTURE + "add_writer:callback", IS_LOOP, 1),
    "add_signal_handler": (FUTURE + "add_signal_handler:callback", IS_LOOP, 1),
    "set_exception_handler": (FUTURE + "set_exception_handler:handler", IS_LOOP, 0),
    "add_done_callback": ("_asyncio.Future.add_done_callback:fn", r"(?i)(task|fut|future|job)\d?$", 0),
    "submit": ("concurrent.futures._base.Executor.submit:fn", IS_POOL, 0),
    "sort": ("builtins.list.sort:key", r"", None),
    "sub": ("re.Pattern.sub:repl", r"(?i)(_re|re_|pattern|regex|_rx)$|^_?[A-Z][A-Z_0-9]+$", 0),
    "callback": ("contextlib._BaseExitStack.callback:callback", r"(?i)stack$", 0),
}
OF_MAP = {"builtins.map:func", "itertools.starmap:function", "functools.reduce:function"}
ASKS = re.compile(r"iscoroutine|isawaitable|is_async_callable|is_coroutine|\b(Coroutine|Awaitable)\)")

# ---------------------------------------------------------------- files


class Source:
    """A file with its tree, and what its syntax says."""

    def __init__(self, corpus, tree, path):
        self.corpus, self.path = corpus, path
        self.text = (tree / path).read_bytes().decode("utf-8")
        self.tree = ast.parse(self.text)
        self.lines = self.text.split("\n")
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line.encode()) + 1)
        self.module = module_name(tree, path)
        self.home = self.module or path
        self.parents = {}
        self.nodes = []
        for node in ast.walk(self.tree):
            self.nodes.append(node)
            for child in ast.iter_child_nodes(node):
                self.parents[child] = node
        self.imports = {}
        for node in self.tree.body:
            if isinstance(node, ast.Import):
                for alias in node.names:
                    if alias.asname:
                        self.imports[alias.asname] = alias.name
                    else:
                        self.imports[alias.name.split(".")[0]] = alias.name.split(".")[0]
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                for alias in node.names:
                    self.imports[alias.asname or alias.name] = f"{node.module}.{alias.name}"
        self.bound = bound_names(self.nodes)

    def at(self, node):
        return self.starts[node.lineno - 1] + node.col_offset

    def end(self, node):
        return self.starts[node.end_lineno - 1] + node.end_col_offset

    def slice(self, node):
        return self.text.encode()[self.at(node) : self.end(node)].decode()

    def up(self, node):
        while node in self.parents:
            node = self.parents[node]
            yield node

    def statement(self, node):
        """The innermost statement around an expression."""
        return next(above for above in [node, *self.up(node)] if isinstance(above, ast.stmt))

    def function(self, node):
        """The innermost function around a node, where no class stands between."""
        for above in self.up(node):
            if isinstance(above, (ast.FunctionDef, ast.AsyncFunctionDef)):
                return above
            if isinstance(above, ast.ClassDef):
                return None
        return None

    def functions(self, node):
        return [up for up in self.up(node) if isinstance(up, (ast.FunctionDef, ast.AsyncFunctionDef))]

    def method_class(self, function):
        """The class of a method whose first parameter is `self`."""
        parent = self.parents.get(function)
        parameters = function.args.posonlyargs + function.args.args
        if isinstance(parent, ast.ClassDef) and parameters and parameters[0].arg == "self":
            return parent
        return None

    def own_line(self, statement):
        """Whether nothing stands before a statement on its line, so that lines can be put there."""
        before = self.lines[statement.lineno - 1].encode()[: statement.col_offset].decode()
        word = self.slice(statement)[:4]
        return before.strip() == "" and word != "elif"

    def dotted(self, node):
        """The full name of a name or attribute, through the imports of the module."""
        parts = []
        while isinstance(node, ast.Attribute):
            parts.append(node.attr)
            node = node.value
        if not isinstance(node, ast.Name):
            return None
        return ".".join([self.imports.get(node.id, node.id), *reversed(parts)])


def bound_names(nodes):
    """How often each name is bound anywhere in a file."""
    bound = {}

    def add(name):
        bound[name] = bound.get(name, 0) + 1

    for node in nodes:
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            add(node.id)
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            add(node.name)
        elif isinstance(node, ast.arg):
            add(node.arg)
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            for alias in node.names:
                add(alias.asname or alias.name.split(".")[0])
        elif isinstance(node, (ast.ExceptHandler, ast.MatchAs, ast.MatchStar)) and node.name:
            add(node.name)
    return bound


def module_name(tree, path):
    """The name under which a module is imported; `None` of one that is in no package."""
    path = Path(path)
    parts = [] if path.name == "__init__.py" else [path.stem]
    directory = path.parent
    while (tree / directory / "__init__.py").exists() and directory != Path("."):
        parts.insert(0, directory.name)
        directory = directory.parent
    in_package = (tree / path.parent / "__init__.py").exists()
    if not in_package or directory not in (Path("."), Path("src")) or not all(map(str.isidentifier, parts)):
        return None
    return ".".join(parts)


def own_nodes(function):
    """The nodes of a function, without those of what is defined in it."""
    todo = list(function.body)
    while todo:
        node = todo.pop()
        yield node
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)):
            todo.extend(ast.iter_child_nodes(node))


def is_generator(function):
    return any(isinstance(node, (ast.Yield, ast.YieldFrom)) for node in own_nodes(function))


def suspends(function):
    return any(isinstance(node, (ast.Await, ast.AsyncFor, ast.AsyncWith)) for node in own_nodes(function))


def required(function, is_method):
    """How many arguments a function needs; `None` where it needs some by name."""
    args = function.args
    if any(default is None for default in args.kw_defaults):
        return None
    return len(args.posonlyargs) + len(args.args) - len(args.defaults) - is_method


PLAIN_VALUES = (
    ast.Constant, ast.Compare, ast.BoolOp, ast.BinOp, ast.UnaryOp, ast.JoinedStr, ast.List, ast.Dict, ast.Set, ast.Tuple,
    ast.ListComp, ast.DictComp, ast.SetComp,
)  # fmt: skip


def gives_plain_value(function):
    """Whether a function gives nothing that could be awaited, as far as its syntax says."""
    values = [node.value for node in own_nodes(function) if isinstance(node, ast.Return) and node.value]
    return all(isinstance(value, PLAIN_VALUES) and not isinstance(value, ast.BoolOp) for value in values)


class Function:
    """A function of a project that mutations may use."""

    def __init__(self, source, node, owner):
        self.source, self.node, self.owner = source, node, owner
        self.name = node.name
        self.arguments = required(node, owner is not None)


class Project:
    """A corpus: its files, and the functions whose kind is plain to see."""

    def __init__(self, corpus):
        self.name = corpus["name"]
        tree = Path(corpus["tree"])
        self.packages = {path.name for path in Path(corpus["environment"]).glob("lib/python*/site-packages/*")}
        self.sources = []
        for path in corpus["files"]:
            try:
                source = Source(self.name, tree, path) if path.endswith(".py") else None
            except (SyntaxError, UnicodeDecodeError, RecursionError, ValueError):
                continue
            if source and "\r" not in source.text and "\f" not in source.text:
                self.sources.append(source)
        self.packages |= {source.module.split(".")[0] for source in self.sources if source.module}
        self.async_names, self.plain_names, self.waiting = set(), set(), {}
        for source in self.sources:
            for node in source.nodes:
                if isinstance(node, ast.AsyncFunctionDef):
                    self.async_names.add(node.name)
                    self.waiting[node.name] = self.waiting.get(node.name, False) or suspends(node)
                elif isinstance(node, ast.FunctionDef):
                    self.plain_names.add(node.name)
        self.usable = {True: {}, False: {}}
        self.methods = {True: {}, False: {}}
        for source in self.sources:
            self.read_functions(source)

    def read_functions(self, source):
        for node in source.nodes:
            if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                continue
            is_async = isinstance(node, ast.AsyncFunctionDef)
            parent = source.parents[node]
            owner = source.method_class(node)
            others = self.plain_names if is_async else self.async_names
            is_usable = (
                not node.decorator_list
                and not is_generator(node)
                and not node.name.startswith("__")
                and not node.name.startswith("test")
                and node.name not in others
                and (is_async or gives_plain_value(node))
                and required(node, owner is not None) is not None
                and (owner is not None or (parent is source.tree and source.bound[node.name] == 1))
                and (owner is None or self.is_bound_once(source, owner, node.name))
            )
            if is_usable:
                function = Function(source, node, owner)
                self.usable[is_async].setdefault(source, []).append(function)
                if owner:
                    self.methods[is_async].setdefault(f"{source.home}.{owner.name}", []).append(function)

    @staticmethod
    def is_bound_once(source, owner, name):
        in_class = sum(isinstance(node, ast.stmt) and getattr(node, "name", None) == name for node in owner.body)
        stored = any(
            isinstance(node, ast.Attribute) and node.attr == name and not isinstance(node.ctx, ast.Load)
            for node in source.nodes
        )
        in_test = any("Mock" in ast.unparse(base) for base in owner.bases)
        return in_class == 1 and not stored and not in_test


# ---------------------------------------------------------------- a mutation in the making


class Failed(Exception):
    """The drawn place does not allow the drawn mutation."""


class Edit:
    def __init__(self, start, end, text):
        self.start, self.end, self.text = start, end, text


class Mutation:
    """Edits of one file, and the range of bytes in the new text where the mistake stands."""

    def __init__(self, source):
        self.source = source
        self.edits = []
        self.marked = None

    def replace(self, start, end, text, mark=False):
        edit = Edit(start, end, text)
        self.edits.append(edit)
        if mark:
            self.marked = edit
        return edit

    def import_module(self, name):
        """Makes sure that `import name` holds in the whole file."""
        root = name.split(".")[0]
        source = self.source
        has = any(
            isinstance(node, ast.Import) and any(a.name == name and not a.asname for a in node.names)
            for node in source.tree.body
        )
        if has and source.bound.get(root, 0) == sum(
            (alias.asname or alias.name.split(".")[0]) == root
            for node in source.tree.body
            if isinstance(node, ast.Import)
            for alias in node.names
        ):
            return
        if source.bound.get(root, 0) and not (source.imports.get(root) == root):
            raise Failed(f"`{root}` is something else")
        self.at_top(f"import {name}\n")

    def at_top(self, text):
        """Puts a line behind the docstring and the future imports of the module, before all others."""
        at, body = 0, self.source.tree.body
        for node in body:
            is_docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
            is_future = isinstance(node, ast.ImportFrom) and node.module == "__future__"
            if not (is_docstring or is_future):
                break
            at = self.source.starts[node.end_lineno]
        if at == 0 and self.source.text.startswith("#"):
            for index, line in enumerate(self.source.lines):
                if not line.startswith("#"):
                    at = self.source.starts[index]
                    break
        self.replace(at, at, text)

    def finish(self, **facts):
        source = self.source
        edits = sorted(self.edits, key=lambda edit: (edit.start, edit.end))
        data, out, last = source.text.encode(), b"", 0
        for edit in edits:
            if edit.start < last:
                raise Failed("edits overlap")
            out += data[last : edit.start]
            if edit is self.marked:
                mark_start = len(out)
            out += edit.text.encode()
            if edit is self.marked:
                mark_end = len(out)
            last = edit.end
        out += data[last:]
        text = out.decode()
        try:
            tree = ast.parse(text)
        except SyntaxError as error:
            raise Failed(f"no Python: {error}") from None
        first = out[:mark_start].count(b"\n") + 1
        end = out[: max(mark_start, mark_end - 1)].count(b"\n") + 1
        statements = [
            node
            for node in ast.walk(tree)
            if isinstance(node, ast.stmt) and node.lineno <= first and end <= node.end_lineno
            and not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))
        ]  # fmt: skip
        if statements and facts.get("natural"):
            inner = max(statements, key=lambda node: (node.lineno, -node.end_lineno))
            if not hasattr(inner, "body"):
                first, end = inner.lineno, inner.end_lineno
        lines = text.split("\n")
        return {
            **facts,
            "corpus": source.corpus,
            "path": source.path,
            "edits": [[edit.start, edit.end, edit.text] for edit in edits],
            "lines": [first, end],
            "shown": lines[max(0, first - 4) : end],
        }


def indent(statement):
    return " " * statement.col_offset


def put_before(mutation, statement, lines, mark=False):
    """Puts lines before a statement, at its indentation. Decorators are no lines to be put between."""
    source = mutation.source
    if not source.own_line(statement) or "\t" in source.lines[statement.lineno - 1][: statement.col_offset]:
        raise Failed("no line of its own")
    at = source.starts[statement.lineno - 1]
    text = "".join(indent(statement) + line + "\n" for line in lines.split("\n"))
    return mutation.replace(at, at, text, mark)


# ---------------------------------------------------------------- how a function is reached


REACHES = ["direct", "name", "attribute", "partial", "module", "lambda"]
WEIGHTS = [20, 18, 24, 16, 17, 5]


class Drawer:
    def __init__(self, request):
        self.random = random.Random(request["seed"])
        self.projects = [Project(corpus) for corpus in request["corpora"]]

    # The expression of a callable, with the lines that must stand before it.

    def callable(self, project, mutation, at, is_async, reach):
        """Of an existing function, reached in some way from the statement `at`."""
        if reach == "lambda":
            lines, expression, function = self.callable(project, mutation, at, is_async, self.random.choice(["direct", "attribute"]))
            return lines, f"lambda *args: {expression}(*args)", function
        if reach == "partial":
            inner = self.random.choice(["direct", "attribute", "module"])
            lines, expression, function = self.callable(project, mutation, at, is_async, inner)
            mutation.import_module("functools")
            given = ", 1" if function.arguments else ""
            return lines, f"functools.partial({expression}{given})", function
        if reach == "name":
            inner = self.random.choice(["direct", "attribute", "module"])
            lines, expression, function = self.callable(project, mutation, at, is_async, inner)
            return [*lines, f"callback_ = {expression}"], "callback_", function
        if reach == "module":
            return self.of_other_module(project, mutation, is_async)
        source = mutation.source
        usable = project.usable[is_async].get(source, [])
        if reach == "direct":
            names = [function for function in usable if function.owner is None]
            function = self.pick(names)
            if any(function.name in local_names(up) for up in source.functions(at)):
                raise Failed("another thing has the name")
            if source.function(at) is None and function.node.lineno > at.lineno:
                raise Failed("not yet bound")
            return [], function.name, function
        return self.attribute(project, source, at, usable, is_async)

    def attribute(self, project, source, at, usable, is_async):
        """A method of `self`, or of a parameter by its annotation."""
        ways = []
        around = source.functions(at)
        for function in around:
            owner = source.method_class(function)
            if owner:
                ways += [("self", other) for other in usable if other.owner is owner]
        if around:
            innermost = around[0]
            for parameter in innermost.args.posonlyargs + innermost.args.args + innermost.args.kwonlyargs:
                for other in self.of_annotation(project, source, parameter.annotation, is_async):
                    if parameter.arg not in stored_names(innermost):
                        ways.append((parameter.arg, other))
        receiver, function = self.pick(ways)
        return [], f"{receiver}.{function.name}", function

    def of_annotation(self, project, source, annotation, is_async):
        if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
            name = annotation.value
            full = source.imports.get(name, name) if name.isidentifier() else None
        else:
            full = source.dotted(annotation) if annotation is not None else None
        if full is None:
            return []
        if "." not in full:
            full = f"{source.home}.{full}"
        return project.methods[is_async].get(full, [])

    def of_other_module(self, project, mutation, is_async):
        sources = [
            source
            for source, functions in project.usable[is_async].items()
            if source.module and source is not mutation.source and any(f.owner is None for f in functions)
            and not source.module.startswith(("test", "docs", "examples"))
        ]  # fmt: skip
        source = self.pick(sources)
        function = self.pick([f for f in project.usable[is_async][source] if f.owner is None])
        if self.random.random() < 0.5:
            return [f"from {source.module} import {function.name} as imported_"], "imported_", function
        package, _, module = source.module.rpartition(".")
        if not package or source.path.endswith("__init__.py"):
            return [f"import {source.module} as module_"], f"module_.{function.name}", function
        if any(other.module == package and other.bound.get(module) for other in project.sources):
            raise Failed("the package has something else of the name")
        return [f"from {package} import {module} as module_"], f"module_.{function.name}", function

    def pick(self, items):
        if not items:
            raise Failed("nothing there")
        return self.random.choice(items)

    # ------------------------------------------------------------ slots

    def natural_slots(self, project):
        """The calls of real code that have a slot, by row."""
        found = {}
        for source in project.sources:
            for node in source.nodes:
                if isinstance(node, ast.Call):
                    for name, argument in self.slot_of(source, node):
                        found.setdefault(name, []).append((project, source, node, argument))
        return found

    def slot_of(self, source, call):
        full = source.dotted(call.func)
        known = CALLS.get(full)
        if known and "." not in full and (full in source.bound or not isinstance(call.func, ast.Name)):
            known = None
        if known is None and isinstance(call.func, ast.Attribute) and call.func.attr in METHODS:
            name, receiver, place = METHODS[call.func.attr]
            written = ast.unparse(call.func.value)
            if re.search(receiver, written):
                known = (name, place)
        if known is None:
            return
        name, place = known
        around = source.function(call)
        text = source.slice(around) if around else ""
        statement = source.statement(call)
        if name.endswith("Future.add_done_callback:fn") and re.search(r"\.submit\(|run_coroutine_threadsafe", text):
            name = "concurrent.futures._base.Future.add_done_callback:fn"
        if name.startswith("contextlib.") and "AsyncExitStack" in source.text:
            if "ExitStack" in source.text.replace("AsyncExitStack", ""):
                return
            name = "contextlib.AsyncExitStack.callback:callback"
        keyword = name.rpartition(":")[2]
        argument = next((k.value for k in call.keywords if k.arg == keyword), None)
        if argument is None and place is not None and len(call.args) > place:
            if not any(isinstance(arg, ast.Starred) for arg in call.args[: place + 1]):
                argument = call.args[place]
        is_callable = isinstance(argument, (ast.Name, ast.Attribute, ast.Lambda)) or (
            isinstance(argument, ast.Call) and "partial" in ast.unparse(argument.func)
        )
        if not is_callable or ASKS.search(text) or re.search(r"\b(loop|executor|pool) = .*[Mm]ock", text):
            return
        if name.startswith("re.") and isinstance(argument, (ast.Name, ast.Attribute)):
            called = ast.unparse(argument).split(".")[-1]
            if not any(isinstance(n, ast.FunctionDef) and n.name == called for n in source.nodes):
                return
        if name in OF_MAP and (any(isinstance(n, ast.Await) for n in ast.walk(statement)) or "gather" in text):
            return
        if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            return
        if "asyncio.run(" in source.slice(statement) or "signal.SIG" in ast.unparse(argument):
            return
        if self.expects_exception(source, call):
            return
        yield name, argument

    @staticmethod
    def expects_exception(source, node):
        withs = (up for up in source.up(node) if isinstance(up, (ast.With, ast.AsyncWith)))
        return any("raises" in ast.unparse(item.context_expr) for up in withs for item in up.items)

    def natural_slot(self, site, is_async):
        project, source, call, argument = site
        statement = source.statement(call)
        mutation = Mutation(source)
        reach = self.random.choices(REACHES, WEIGHTS)[0]
        lines, expression, _ = self.callable(project, mutation, statement, is_async, reach)
        if lines:
            put_before(mutation, statement, "\n".join(lines))
        mutation.replace(source.at(argument), source.end(argument), expression, mark=True)
        return mutation, reach

    def made_async(self, site):
        """The plain function that stands in the slot becomes an `async def`."""
        project, source, call, argument = site
        definition = None
        if isinstance(argument, ast.Name):
            found = [n for n in source.nodes if isinstance(n, ast.FunctionDef) and n.name == argument.id]
            if len(found) == 1 and source.bound[argument.id] == 1:
                definition = found[0]
                parent = source.parents[definition]
                visible = parent is source.tree or parent in source.functions(call)
                definition = definition if visible else None
        elif isinstance(argument, ast.Attribute) and ast.unparse(argument.value) == "self":
            owners = [source.method_class(up) for up in source.functions(call)]
            found = [
                n
                for owner in owners if owner
                for n in owner.body
                if isinstance(n, ast.FunctionDef) and n.name == argument.attr
            ]  # fmt: skip
            definition = found[0] if len(found) == 1 else None
        usable = definition and not definition.decorator_list and not is_generator(definition)
        if not usable:
            raise Failed("no plain function of this file")
        is_method = source.method_class(definition) is not None
        others = sum(
            isinstance(n, (ast.FunctionDef, ast.AsyncFunctionDef)) and n.name == definition.name
            for other in project.sources
            for n in other.nodes
        )
        if is_method and others != 1:
            raise Failed("another class has a method of the name")
        mutation = Mutation(source)
        at = source.at(definition)
        mutation.replace(at, at, "async ")
        mutation.replace(source.at(argument), source.at(argument), "", mark=True)
        return mutation, "attribute" if isinstance(argument, ast.Attribute) else "direct"

    def inserted_slot(self, name, project, is_async):
        row = ROWS[name]
        source = self.pick([s for s in project.sources if any(isinstance(n, ast.AsyncFunctionDef) for n in s.nodes)])
        function = self.pick([n for n in source.nodes if isinstance(n, ast.AsyncFunctionDef)])
        if ASKS.search(source.slice(function)):
            raise Failed("asks what is asynchronous")
        at = self.pick(self.places(function))
        mutation = Mutation(source)
        for module in row["imports"]:
            mutation.import_module(module)
        reach = self.random.choices(REACHES, WEIGHTS)[0]
        lines, expression, _ = self.callable(project, mutation, at, is_async, reach)
        statement = self.random.choice(row["statements"]).format(f=expression)
        put_before(mutation, at, "\n".join([*lines, statement]), mark=True)
        return mutation, reach

    @staticmethod
    def places(function):
        """The statements of a body before which another one may stand and run."""
        body = function.body
        if isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
            body = body[1:]
        kept = []
        for node in body:
            if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                kept.append(node)
            if isinstance(node, (ast.Return, ast.Raise)):
                break
        return kept

    def obtainable(self, name):
        needs = ROWS[name]["needs"]
        return [project for project in self.projects if needs is None or needs in project.packages]

    def slots(self, count, is_async):
        """Rows by turns, until there are enough: first what real code has, then what is inserted."""
        family = "slot" if is_async else "alike"
        natural = {}
        for project in self.projects:
            for name, sites in self.natural_slots(project).items():
                natural.setdefault(name, []).extend(sites)
        for sites in natural.values():
            self.random.shuffle(sites)
        rows = [name for name in ROWS if self.obtainable(name)]
        mutations, used, turn = [], set(), 0
        # In each turn a row that occurs gives two mutations of real places, and any other row one that is inserted.
        while len(mutations) < count and turn < 100:
            self.random.shuffle(rows)
            for name in rows:
                made = []
                for _ in range(2):
                    drawn = self.draw_natural(natural.get(name, []), used, is_async)
                    if drawn:
                        made.append(drawn)
                if not made and turn < 6:
                    made = self.draw_inserted(name, is_async)
                for mutation, kind, reach, natural_place in made:
                    facts = {"family": family, "kind": kind, "row": name, "reach": reach, "natural": natural_place}
                    try:
                        mutations.append(mutation.finish(**facts))
                    except Failed:
                        continue
            turn += 1
        self.random.shuffle(mutations)
        return mutations[:count]

    def draw_natural(self, sites, used, is_async):
        while sites:
            site = sites.pop()
            key = (site[1].path, site[1].corpus, site[1].at(site[2]))
            if key in used:
                continue
            used.add(key)
            if is_async and self.random.random() < 0.5:
                try:
                    mutation, reach = self.made_async(site)
                    return mutation, "made async", reach, True
                except Failed:
                    pass
            for _ in range(8):
                try:
                    mutation, reach = self.natural_slot(site, is_async)
                    return mutation, "replaced" if is_async else "a plain function", reach, True
                except Failed:
                    continue
        return None

    def draw_inserted(self, name, is_async):
        for _ in range(60):
            try:
                project = self.pick(self.obtainable(name))
                mutation, reach = self.inserted_slot(name, project, is_async)
                return [(mutation, "inserted" if is_async else "a plain function", reach, False)]
            except Failed:
                continue
        return []

    # ------------------------------------------------------------ awaited as it should be

    AWAITED = {
        "awaited": ("", "await {f}({a})"),
        "gathered": ("asyncio", "await asyncio.gather({f}({a}), {f}({a}))"),
        "awaited with a limit": ("asyncio", "await asyncio.wait_for({f}({a}), 1)"),
        "awaited from a map": ("asyncio", "await asyncio.gather(*map({f}, [1, 2]))"),
        "run in a thread": ("asyncio threading", "threading.Thread(target=lambda: asyncio.run({f}({a}))).start()"),
        "run by to_thread": ("asyncio", "await asyncio.to_thread(asyncio.run, {f}({a}))"),
        "awaited from a thread": ("asyncio", "coroutine_ = await asyncio.to_thread({f})\nawait coroutine_"),
        "awaited in a comprehension": ("", "print([await value_ for value_ in map({f}, [1, 2])])"),
        "awaited key": ("", "print(sorted([await {f}({a}), await {f}({a})], key=str))"),
        "an exit that is awaited": (
            "contextlib",
            "async with contextlib.AsyncExitStack() as stack_:\n    stack_.push_async_callback({f})",
        ),
        "given to the loop": ("asyncio", f"asyncio.run_coroutine_threadsafe({{f}}({{a}}), {LOOP})"),
        "asked first": (
            "asyncio inspect",
            "if inspect.iscoroutinefunction({f}):\n    await {f}({a})\nelse:\n    await asyncio.to_thread({f})",
        ),
    }

    def awaited(self, count):
        mutations, kinds = [], list(self.AWAITED)
        for turn in range(count * 40):
            if len(mutations) == count:
                break
            kind = kinds[turn % len(kinds)] if turn < count * 2 else self.random.choice(kinds)
            imports, template = self.AWAITED[kind]
            try:
                project = self.pick(self.projects)
                source = self.pick(list(project.usable[True]))
                function = self.pick([n for n in source.nodes if isinstance(n, ast.AsyncFunctionDef)])
                at = self.pick(self.places(function))
                mutation = Mutation(source)
                for module in imports.split():
                    mutation.import_module(module)
                reach = self.random.choices(["direct", "name", "attribute", "module"], [25, 20, 30, 25])[0]
                lines, expression, called = self.callable(project, mutation, at, True, reach)
                given = ", ".join(["None"] * called.arguments)
                statement = template.format(f=expression, a=given)
                put_before(mutation, at, "\n".join([*lines, statement]), mark=True)
                mutations.append(
                    mutation.finish(family="alike", kind=kind, row=None, reach=reach, natural=False)
                )
            except Failed:
                continue
        return mutations

    # ------------------------------------------------------------ tasks

    def task_sites(self):
        """Statements of real code that keep a new task, with the call that makes it and how it is kept."""
        sites = []
        for project in self.projects:
            for source in project.sources:
                for node in source.nodes:
                    if isinstance(node, ast.Call) and self.makes_task(project, source, node):
                        kept = self.kept_by(source, node)
                        if kept:
                            sites.append((project, source, source.statement(node), node, kept))
        self.random.shuffle(sites)
        return sites

    def makes_task(self, project, source, call):
        full = source.dotted(call.func)
        name = full.split(".")[-1] if full else getattr(call.func, "attr", None)
        if name not in ("create_task", "ensure_future") or not call.args:
            return False
        by_loop = isinstance(call.func, ast.Attribute) and re.search(IS_LOOP, ast.unparse(call.func.value))
        if full not in ("asyncio.create_task", "asyncio.ensure_future") and not by_loop:
            return False
        made = call.args[0]
        if not isinstance(made, ast.Call):
            return False
        called = ast.unparse(made.func).split(".")[-1]
        if name == "ensure_future" and called in project.plain_names | {"wait", "gather", "shield"}:
            return False
        if name == "ensure_future" and called not in project.async_names:
            return False
        waits = project.waiting.get(called, True)
        around = source.function(call)
        text = source.slice(around) if around else ""
        mocked = re.search(r"\bloop = .*[Mm]ock", text) or ASKS.search(text)
        return waits and around is not None and not mocked and not self.expects_exception(source, call)

    @staticmethod
    def kept_by(source, call):
        """How a statement on a line of its own keeps the task that it makes; `None` where it does not."""
        statement = source.statement(call)
        if not source.own_line(statement):
            return None
        parent = source.parents[call]
        if isinstance(statement, (ast.Assign, ast.AnnAssign)) and statement.value is call:
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            if len(targets) != 1:
                return None
            if isinstance(targets[0], ast.Attribute):
                return "attribute"
            if isinstance(targets[0], ast.Subscript):
                return "item"
            return "name" if isinstance(targets[0], ast.Name) else None
        if not isinstance(statement, ast.Expr):
            return None
        if parent is statement.value and isinstance(parent, ast.Await):
            return "awaited"
        if parent is statement.value and isinstance(parent, ast.Call):
            if isinstance(parent.func, ast.Attribute) and parent.func.attr in ("append", "add"):
                return "container"
        return None

    def unkept(self, count):
        """Tasks that nobody keeps any more: by turns in each of the ways."""
        ways = ["statement", "lambda", "helper", "local"]
        sites = self.task_sites()
        by_way = {way: list(sites) for way in ways}
        for place in by_way.values():
            self.random.shuffle(place)
        mutations, used = [], set()
        while len(mutations) < count and any(by_way.values()):
            for way in ways:
                while by_way[way] and len(mutations) < count:
                    site = by_way[way].pop()
                    key = (way, site[1].corpus, site[1].path, site[1].at(site[3]))
                    if key in used:
                        continue
                    used.add(key)
                    try:
                        mutation = getattr(self, "unkept_" + way)(site)
                        mutations.append(
                            mutation.finish(family="task", kind=way, row=None, reach=site[4], natural=True)
                        )
                        break
                    except Failed:
                        continue
        return mutations

    @staticmethod
    def replaced(site, text, mark=True):
        _, source, statement, _, _ = site
        mutation = Mutation(source)
        lines = text.split("\n")
        joined = ("\n" + indent(statement)).join(lines)
        mutation.replace(source.at(statement), source.end(statement), joined, mark)
        return mutation

    def unkept_statement(self, site):
        """`self.task = create_task(f())` becomes `create_task(f())`."""
        _, source, _, call, kept = site
        if kept == "name":
            self.without_uses(site)
        mutation = self.replaced(site, source.slice(call))
        if kept == "name":
            self.drop_uses(mutation, site)
        return mutation

    def unkept_lambda(self, site):
        """The task is made by a lambda that the loop calls."""
        _, source, statement, call, kept = site
        if any(isinstance(n, (ast.Await, ast.NamedExpr)) for n in ast.walk(call)):
            raise Failed("awaits")
        if kept == "name":
            self.without_uses(site)
        made = source.slice(call)
        if "\n" in made:
            raise Failed("several lines")
        mutation = self.replaced(site, f"{LOOP}.{self.random.choice(['call_soon(', 'call_later(1, '])}lambda: {made})")
        mutation.import_module("asyncio")
        if kept == "name":
            self.drop_uses(mutation, site)
        return mutation

    def unkept_helper(self, site):
        """The task is made by a helper that gives it back, and the caller drops it."""
        _, source, statement, call, kept = site
        if source.bound.get("start_task_") or len(call.args) != 1:
            raise Failed("no helper")
        if kept == "name":
            self.without_uses(site)
        made = source.slice(call.args[0])
        mutation = self.replaced(site, f"start_task_({made})")
        mutation.import_module("asyncio")
        helper = "\n\ndef start_task_(coroutine):\n    return asyncio.create_task(coroutine)\n"
        end = len(source.text.encode())
        mutation.replace(end, end, helper if source.text.endswith("\n") else "\n" + helper)
        if kept == "name":
            self.drop_uses(mutation, site)
        return mutation

    def unkept_local(self, site):
        """The task is bound to a local name that nothing uses, in a function that waits for nothing after it."""
        _, source, statement, call, kept = site
        function = source.function(call)
        own = list(own_nodes(function))
        later = [n for n in own if getattr(n, "lineno", 0) > statement.end_lineno]
        if any(isinstance(n, (ast.Yield, ast.YieldFrom)) for n in own):
            raise Failed("its frame lives on")
        if re.search(r"run_until_complete|run_forever|\brun\(|\.result\(|\bwait\(", source.slice(function)):
            raise Failed("may run the loop")
        dropped = set()
        if kept == "name":
            dropped = {id(n) for use in self.without_uses(site) for n in ast.walk(use)}
        if any(isinstance(n, (ast.Await, ast.AsyncFor, ast.AsyncWith)) and id(n) not in dropped for n in later):
            raise Failed("waits")
        loops = [up for up in source.up(statement) if isinstance(up, (ast.For, ast.While, ast.AsyncFor, ast.AsyncWith))]
        if any(isinstance(n, (ast.Await, ast.AsyncFor, ast.AsyncWith)) for loop in loops for n in ast.walk(loop)):
            raise Failed("waits")
        name = statement.targets[0].id if kept == "name" and isinstance(statement, ast.Assign) else "task_"
        mutation = self.replaced(site, f"{name} = {source.slice(call)}")
        if kept == "name":
            self.drop_uses(mutation, site)
        return mutation

    def without_uses(self, site):
        """The statements that use the name of a task and could go; all uses must be in such."""
        _, source, statement, call, _ = site
        function = source.function(call)
        target = statement.targets[0] if isinstance(statement, ast.Assign) else statement.target
        uses = [n for n in ast.walk(function) if isinstance(n, ast.Name) and n.id == target.id and n is not target]
        statements = []
        for use in uses:
            around = source.statement(use)
            can_go = isinstance(around, ast.Expr) and source.own_line(around) and source.function(use) is function
            if not can_go or not isinstance(use.ctx, ast.Load):
                raise Failed("is used otherwise")
            if around not in statements:
                statements.append(around)
        if any(isinstance(n, (ast.Global, ast.Nonlocal)) for n in ast.walk(function)):
            raise Failed("no local name")
        if not statements:
            raise Failed("was not kept")
        return statements

    def drop_uses(self, mutation, site):
        for use in self.without_uses(site):
            source = mutation.source
            mutation.replace(source.at(use), source.end(use), "pass")

    # ------------------------------------------------------------ tasks that are kept another way

    def kept_otherwise(self, count):
        ways = [
            "in a set", "in a set until done", "in an attribute", "in a dictionary", "in a list", "by a helper",
            "gathered", "in a group", "awaited later", "waited for", "by a lambda", "in a tuple", "with a limit",
        ]  # fmt: skip
        sites = [site for site in self.task_sites() if site[4] != "name"]
        mutations, by_way = [], {way: list(sites) for way in ways}
        for place in by_way.values():
            self.random.shuffle(place)
        while len(mutations) < count and any(by_way.values()):
            for way in ways:
                while by_way[way] and len(mutations) < count:
                    site = by_way[way].pop()
                    try:
                        mutation = self.kept(site, way)
                        mutations.append(
                            mutation.finish(family="alike", kind="a task " + way, row=None, reach=site[4], natural=True)
                        )
                        break
                    except Failed:
                        continue
        return mutations

    def kept(self, site, way):
        _, source, statement, call, _ = site
        function = source.function(call)
        made, coroutine = source.slice(call), source.slice(call.args[0])
        in_async = isinstance(function, ast.AsyncFunctionDef)
        texts = {
            "in a set": f"kept_tasks_.add({made})",
            "in a set until done": (
                f"task_ = {made}\nkept_tasks_.add(task_)\ntask_.add_done_callback(kept_tasks_.discard)"
            ),
            "in a dictionary": f'kept_by_name_["a"] = {made}',
            "in a list": f"kept_list_.append({made})",
            "by a helper": f"kept_list_.append(start_kept_({coroutine}))",
            "by a lambda": f"kept_list_.append((lambda: {made})())",
            "in a tuple": f"kept_list_.extend(({made},))",
        }
        if in_async:
            texts |= {
                "gathered": f"await asyncio.gather({made})",
                "in a group": f"async with asyncio.TaskGroup() as group_:\n    group_.create_task({coroutine})",
                "awaited later": f"task_ = {made}\nawait asyncio.sleep(0)\nawait task_",
                "waited for": f"done, _ = await asyncio.wait({{{made}}})",
                "with a limit": f"await asyncio.wait_for({made}, 1)",
            }
        if source.method_class(function):
            texts["in an attribute"] = f"self.kept_task_ = {made}"
        if way not in texts:
            raise Failed("not here")
        if way == "by a lambda" and any(isinstance(n, ast.Await) for n in ast.walk(call)):
            raise Failed("awaits")
        mutation = self.replaced(site, texts[way])
        for name, value in [("kept_tasks_", "set()"), ("kept_by_name_", "{}"), ("kept_list_", "[]")]:
            if name in texts[way]:
                mutation.at_top(f"{name} = {value}\n")
        if "asyncio." in texts[way] or way == "by a helper":
            mutation.import_module("asyncio")
        if way == "by a helper":
            end = len(source.text.encode())
            helper = "\n\ndef start_kept_(coroutine):\n    return asyncio.create_task(coroutine)\n"
            mutation.replace(end, end, helper if source.text.endswith("\n") else "\n" + helper)
        return mutation


def local_names(function):
    """The names that a function binds."""
    return stored_names(function) | {arg.arg for arg in ast.walk(function.args) if isinstance(arg, ast.arg)}


def stored_names(function):
    return set(bound_names([node for node in own_nodes(function)]))


def main():
    request = json.loads(Path(sys.argv[1]).read_text())
    drawer = Drawer(request)
    mutations = drawer.slots(request["slots"], True)
    mutations += drawer.unkept(request["tasks"])
    alike = request["alikes"]
    mutations += drawer.slots(alike * 2 // 5, False)
    mutations += drawer.awaited(alike // 5)
    mutations += drawer.kept_otherwise(alike - alike * 2 // 5 - alike // 5)
    json.dump(mutations, sys.stdout)


if __name__ == "__main__":
    main()
