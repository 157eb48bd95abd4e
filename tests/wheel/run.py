"""What a wheel brings, asked in the environment it was installed in: `cargo xtask wheel` starts it there."""

import importlib.metadata
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

PROGRAM = Path(sysconfig.get_path("scripts")) / "loopmend"
MODULE = [sys.executable, "-m", "loopmend"]
PYTEST = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--strict-markers"]
SEEN = [
    "test_orders.py:11: unawaited-coroutine: save, made by test_orders.py::test_forgotten (call)",
    "test_orders.py:21: task-leak: sleep, made by test_orders.py::test_leak (call)",
]


def main() -> int:
    with tempfile.TemporaryDirectory() as directory:
        suite = Path(directory) / "suite"
        shutil.copytree(Path(__file__).parent / "suite", suite, ignore=shutil.ignore_patterns("__pycache__"))
        problems = [*files(), *versions(), *imports(), *checks(suite), *watches(suite), *stays_out(suite)]
    print("\n".join(problems) or "the program, the modules, the plugin and the probe work")
    return 1 if problems else 0


def files():
    """The packages and the program, and nothing of the tests."""
    names = {str(path) for path in importlib.metadata.files("loopmend")}
    modules = ["loopmend/__main__.py", "loopmend/pytest_plugin.py", "_loopmend_probe/plugin.py"]
    helpers = ["loopmend/aio.py", "loopmend/testing/__init__.py", "loopmend/py.typed"]
    for wanted in [*modules, *helpers]:
        if wanted not in names:
            yield f"`{wanted}` is missing"
    known = ("loopmend/", "_loopmend_probe/", "loopmend-", "../../../bin/loopmend")
    yield from (f"`{name}` is too much" for name in names if not name.startswith(known))


def versions():
    version = f"loopmend {importlib.metadata.version('loopmend')}"
    for command in [[PROGRAM], MODULE]:
        said = run([*command, "--version"]).stdout.strip()
        if said.split(" (")[0] != version:
            yield f"{command} says {said!r}, not {version!r}"


def imports():
    """The helpers need nothing that is not installed."""
    ran = run([sys.executable, "-c", "import loopmend.aio, loopmend.testing"])
    if ran.returncode != 0:
        yield f"the helpers cannot be imported: {ran.stderr}"


def checks(suite: Path):
    found = run([*MODULE, "check", "--no-cache", "--output-format", "concise"], suite)
    if found.returncode != 1 or "test_orders.py:11:5: LM101" not in found.stdout:
        yield f"`check` ends with {found.returncode}: {found.stdout}{found.stderr}"


def watches(suite: Path):
    asked = run([*PYTEST, "--loopmend"], suite)
    seen = [line for line in asked.stdout.splitlines() if ", made by " in line]
    if asked.returncode != 0 or sorted(seen) != SEEN:
        yield f"`pytest --loopmend` ends with {asked.returncode}: {asked.stdout}{asked.stderr}"
    watched = run([PROGRAM, "test", "--output-format", "concise", "--python", sys.executable], suite)
    if watched.returncode != 1 or "LM101" not in watched.stdout or "LM113" not in watched.stdout:
        yield f"`loopmend test` ends with {watched.returncode}: {watched.stdout}{watched.stderr}"


def stays_out(suite: Path):
    """Without the option the plugin only knows the marker."""
    plain = run(PYTEST, suite)
    if plain.returncode != 0 or "made by" in plain.stdout:
        yield f"`pytest` ends with {plain.returncode}: {plain.stdout}{plain.stderr}"


def run(command: list, directory: Path = Path(tempfile.gettempdir())) -> subprocess.CompletedProcess:
    return subprocess.run(command, cwd=directory, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=300)


if __name__ == "__main__":
    sys.exit(main())
