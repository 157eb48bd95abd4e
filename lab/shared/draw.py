"""Draws for `cargo lab shared`, by the syntax of the code.

The argument is a file with a JSON object. With `states`, a list of lists of names, it draws `count` of each, by the seed. With
`locks`, it draws `with` statements whose lock is one of those that a class or module has and whose body writes what that lock is said
to guard, and gives for each the text without it: the body stays, one level to the left. Standard output is a JSON list.
"""

import ast
import json
import random
import sys
from pathlib import Path

CHANGING = {
    "add", "append", "appendleft", "clear", "discard", "extend", "insert", "move_to_end", "pop", "popitem", "popleft", "remove",
    "setdefault", "update",
}


def dotted(node):
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        inner = dotted(node.value)
        return inner and f"{inner}.{node.attr}"
    if isinstance(node, ast.Subscript):
        return dotted(node.value)
    return None


def written(node):
    """What a statement or call changes, by its dotted name."""
    if isinstance(node, (ast.Assign, ast.Delete)):
        targets = node.targets
    elif isinstance(node, (ast.AugAssign, ast.AnnAssign)):
        targets = [node.target]
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CHANGING:
        targets = [node.func.value]
    else:
        targets = []
    for target in targets:
        for part in target.elts if isinstance(target, (ast.Tuple, ast.List)) else [target]:
            name = dotted(part)
            if name:
                yield name


def without(text, statement, item):
    """The text in which a `with` lacks an item, or is gone with its body kept."""
    lines = text.split("\n")
    if len(statement.items) > 1:
        return None
    first = statement.body[0]
    if first.lineno == statement.lineno:
        return None
    shift = first.col_offset - statement.col_offset
    # Text that spans lines must not be moved.
    for node in ast.walk(statement):
        if isinstance(node, (ast.Constant, ast.JoinedStr)) and node.end_lineno != node.lineno:
            return None
    body = lines[first.lineno - 1 : statement.end_lineno]
    if any(line.strip() and line[:shift].strip() for line in body):
        return None
    comment = [" " * statement.col_offset + "pass"] * (first.lineno - statement.lineno)
    return "\n".join(lines[: statement.lineno - 1] + comment + [line[shift:] for line in body] + lines[statement.end_lineno :])


def class_of(tree, one):
    """The class of the state, if it stands in this file."""
    wanted = one["name"].split(".")[-1]
    return next((node for node in ast.walk(tree) if isinstance(node, ast.ClassDef) and node.name == wanted), None)


def is_held_by_callers(owner, statement):
    """Whether another `with` of the same lock calls the method: then the lock is held without this one."""
    if owner is None:
        return False
    text = ast.unparse(statement.items[0].context_expr)
    methods = [part for part in owner.body if isinstance(part, (ast.FunctionDef, ast.AsyncFunctionDef))]
    method = next((part for part in methods if any(inner is statement for inner in ast.walk(part))), None)
    call = method and f"self.{method.name}("
    others = [part for part in ast.walk(owner) if isinstance(part, (ast.With, ast.AsyncWith)) and part is not statement]
    return call is not None and any(
        ast.unparse(part.items[0].context_expr) == text and call in ast.unparse(part) for part in others
    )


def locks(one):
    """The statements of a file that hold the lock of a state and write what it guards."""
    text = Path(one["file"]).read_text(encoding="utf-8")
    guards = {(guard["lock"], guard["state"]) for guard in one["guards"]}
    tree = ast.parse(text)
    owner = class_of(tree, one)
    if owner is None and one["kind"] == "class":
        return
    for node in ast.walk(owner or tree):
        if not isinstance(node, (ast.With, ast.AsyncWith)) or is_held_by_callers(owner, node):
            continue
        for item in node.items:
            lock = dotted(item.context_expr)
            states = {name for inner in node.body for part in ast.walk(inner) for name in written(part)}
            hit = sorted(state for known, state in guards if known == lock and state in states)
            mutated = without(text, node, item) if hit else None
            if mutated is not None:
                ast.parse(mutated)
                yield {**{key: one[key] for key in ("corpus", "path", "name")}, "line": node.lineno, "lock": lock,
                       "states": hit, "text": mutated}


def main():
    request = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    chosen = random.Random(request["seed"])
    if "states" in request:
        drawn = [sorted(chosen.sample(part, min(request["count"], len(part)))) for part in request["states"]]
    else:
        found = [mutation for one in request["locks"] for mutation in locks(one)]
        seen, unique = set(), []
        for mutation in found:
            key = mutation["corpus"], mutation["path"], mutation["line"]
            if key not in seen:
                seen.add(key)
                unique.append(mutation)
        drawn = chosen.sample(unique, min(request["count"], len(unique)))
    json.dump(drawn, sys.stdout)


main()
