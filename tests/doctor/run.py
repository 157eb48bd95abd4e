"""Runs each example in an environment of its own, `loopmend doctor` on it, and what `--migrate --write` makes of it in an
environment of the newest versions: `cargo xtask doctor` starts it."""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

HERE = Path(__file__).parent


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--uv", required=True)
    parser.add_argument("--environments", type=Path, required=True, help="the directory they are made in")
    parser.add_argument("--loopmend", type=Path, required=True, help="the program")
    arguments = parser.parse_args()
    wrong = 0
    for file in sorted(HERE.glob("*/expected.toml")):
        problems = [*examine(file, arguments), *migrate(file, arguments), *verify(file, arguments)]
        well = "fails as it is told, the cause is named first, and the migrated suite passes, as `fix --verify` finds too"
        print(f"{file.parent.name}: {'; '.join(problems) or well}", flush=True)
        wrong += bool(problems)
    return 1 if wrong else 0


def examine(file: Path, arguments: argparse.Namespace):
    with file.open("rb") as text:
        expected = tomllib.load(text)
    home = (arguments.environments / file.parent.name).absolute()
    project = home / "project"
    environment = home / "venv"
    shutil.rmtree(project, ignore_errors=True)
    shutil.copytree(file.parent, project)
    make_environment(arguments.uv, environment, project, expected)
    shutil.rmtree(project / "plugin", ignore_errors=True)
    run = subprocess.run(
        [environment / "bin/python", "-m", "pytest", "-p", "no:cacheprovider"],
        cwd=project, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=300,
    )
    said = run.stdout + run.stderr
    if run.returncode == 0:
        yield "the suite passes"
    if expected["symptom"] not in said:
        yield f"pytest does not say {expected['symptom']!r}"
    doctor = [arguments.loopmend.absolute(), "doctor", "--output-format", "json", "--python", environment]
    examined = json.loads(subprocess.run(doctor, cwd=project, capture_output=True, stdin=subprocess.DEVNULL).stdout)
    causes = [cause["code"] for cause in examined["causes"]]
    if causes[:1] != [expected["cause"]]:
        yield f"doctor names {causes}, not {expected['cause']} first"
    piped = subprocess.run([*doctor, "-"], cwd=project, capture_output=True, input=said.encode())
    diagnosed = json.loads(piped.stdout)
    if not any(expected["cause"] in error["rules"] for error in diagnosed["errors"]):
        yield f"what pytest says is taken for {[error['id'] for error in diagnosed['errors']]}"
    if diagnosed["not_recognised"]:
        yield f"not recognised: {diagnosed['not_recognised']}"


def migrate(file: Path, arguments: argparse.Namespace):
    with file.open("rb") as text:
        expected = tomllib.load(text)
    home = (arguments.environments / file.parent.name).absolute()
    project = home / "migrated"
    shutil.rmtree(project, ignore_errors=True)
    shutil.copytree(file.parent, project, ignore=shutil.ignore_patterns("plugin"))
    # The journal of a fix is at the top of the repository.
    subprocess.run(["git", "init", "-q"], cwd=project, check=True)
    before = texts(project)
    loopmend = arguments.loopmend.absolute()
    command = [loopmend, "doctor", "--migrate", "--write", "--allow-dirty", "--output-format", "json"]
    command += ["--python", home / "venv"]
    plan = json.loads(subprocess.run(command, cwd=project, capture_output=True, stdin=subprocess.DEVNULL).stdout)
    by_hand = [step["title"] for step in plan["steps"] if step["kind"] == "by-hand"]
    if by_hand != expected.get("by_hand", []):
        yield f"left to a person: {by_hand}"
    newest = home / "newest"
    others = [re.sub("==.*", "", package) for package in expected["packages"]]
    # What is installed from a directory is built there.
    source = home / "source"
    shutil.rmtree(source, ignore_errors=True)
    shutil.copytree(file.parent, source)
    make_environment(arguments.uv, newest, source, {"python": "3.13", "packages": others})
    run = subprocess.run(
        [newest / "bin/python", "-m", "pytest", "-p", "no:cacheprovider", "-q", "-rA"],
        cwd=project, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=300,
    )
    passed = re.findall(r"^PASSED (\S+)", run.stdout, re.MULTILINE)
    if run.returncode != 0 or sorted(passed) != sorted(expected["tests"]):
        yield f"after the migration {passed} pass: {(run.stdout + run.stderr)[-600:]}"
    undone = subprocess.run([loopmend, "fix", "--undo"], cwd=project, capture_output=True)
    if (undone.returncode == 0) != (plan["files"] > 0) or texts(project) != before:
        yield "`fix --undo` does not give back what was there"


def verify(file: Path, arguments: argparse.Namespace):
    """`fix --verify --migrate` writes what `doctor --migrate --write` does, runs both sides, and installs nothing into the environment."""
    with file.open("rb") as text:
        expected = tomllib.load(text)
    home = (arguments.environments / file.parent.name).absolute()
    project = home / "verified"
    shutil.rmtree(project, ignore_errors=True)
    shutil.copytree(file.parent, project, ignore=shutil.ignore_patterns("plugin"))
    subprocess.run(["git", "init", "-q"], cwd=project, check=True)
    loopmend = arguments.loopmend.absolute()
    installed = packages(home / "venv")
    report = home / "report.json"
    report.unlink(missing_ok=True)
    command = [loopmend, "fix", "--verify", "--allow-dirty", "--report", report]
    command += ["--cache-dir", home / "cache", "--python", home / "venv", "--migrate"]
    path = os.pathsep.join([str(Path(arguments.uv).parent), os.environ["PATH"]])
    run = subprocess.run(
        command, cwd=project, capture_output=True, text=True, stdin=subprocess.DEVNULL, env={**os.environ, "PATH": path}
    )
    said = run.stdout + run.stderr
    if not report.exists():
        yield f"`fix --verify --migrate` writes no report: {said[-600:]}"
        return
    verified = json.loads(report.read_text())
    if packages(home / "venv") != installed:
        yield "`fix --verify --migrate` changes the environment"
    if verified["after"]["counts"]["passed"] != len(expected["tests"]):
        yield f"after `fix --verify --migrate`: {said[-600:]}"
    newest = f"pytest-asyncio {verified['migration']['to']}"
    if newest not in verified["after"]["plugins"]:
        yield f"the side after has {verified['after']['plugins']}, not {newest}"
    doctor = [loopmend, "doctor", "--migrate", "--write", "--allow-dirty", "--python", home / "venv"]
    subprocess.run(doctor, cwd=home / "migrated", capture_output=True, stdin=subprocess.DEVNULL)
    if texts(project) != texts(home / "migrated"):
        yield f"`fix --verify --migrate` writes other edits than `doctor --migrate`: {said[-600:]}"


def packages(environment: Path) -> list:
    """The files of an environment, without those that Python compiles."""
    files = (path for path in environment.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return sorted((str(path), path.stat().st_mtime_ns) for path in files)


def texts(project: Path) -> dict:
    """What a run of pytest, git or the journal makes does not count."""
    made = {"__pycache__", ".git", ".loopmend-fix"}
    files = (path for path in project.rglob("*") if path.is_file() and made.isdisjoint(path.parts))
    return {path.relative_to(project): path.read_bytes() for path in files}


def make_environment(uv: str, environment: Path, project: Path, expected: dict) -> None:
    stamp = environment / "installed.txt"
    wanted = repr((expected["python"], expected["packages"]))
    if stamp.exists() and stamp.read_text() == wanted:
        return
    pyenv = sorted((Path.home() / ".pyenv/versions").glob(f"{expected['python']}.*/bin/python"))
    python = str(pyenv[-1]) if pyenv else expected["python"]
    subprocess.run([uv, "-q", "venv", "--clear", "--python", python, environment], check=True)
    subprocess.run([uv, "-q", "pip", "install", "--python", environment, *expected["packages"]], check=True, cwd=project)
    stamp.write_text(wanted)


if __name__ == "__main__":
    sys.exit(main())
