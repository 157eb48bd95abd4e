"""Makes the environments, runs the programs, and keeps what they say: `cargo xtask errors` starts it.

A program begins with comments: `# in:` names environments, `# shows:` the entries of the table of errors of which it shows
one, `# ini:` a line of pytest.ini, `# args:` arguments of Python or pytest, `# beside:` the name of an empty file beside it. Those that begin with `test_` are run by pytest.
In what they say, the places of this machine are called `/project`, `/environment` and `/python`.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).parent


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--uv", required=True)
    parser.add_argument("--environments", type=Path, required=True, help="the directory they are made in")
    parser.add_argument("--check", action="store_true", help="write nothing, and fail where a text has changed")
    parser.add_argument("programs", nargs="*", help="parts of the names of those to run")
    arguments = parser.parse_args()
    arguments.environments = arguments.environments.absolute()
    with (HERE / "environments.toml").open("rb") as file:
        environments = tomllib.load(file)
    jobs = [job for job in all_jobs() if not arguments.programs or any(part in job[0].name for part in arguments.programs)]
    for name in sorted({name for _, name in jobs}):
        make_environment(arguments.uv, arguments.environments / name, environments[name])
    with ThreadPoolExecutor(2) as pool:
        texts = list(pool.map(lambda job: run(job[0], arguments.environments / job[1]), jobs))
    changed = [job for job, text in zip(jobs, texts) if keep(job, text, arguments.check)]
    for program, name in changed:
        print(f"{program.parent.name}/{program.stem} in {name} says something else than before")
    print(f"{len(jobs)} texts of {len({job[0] for job in jobs})} programs, {len(changed)} changed")
    return 1 if arguments.check and changed else 0


def all_jobs() -> list[tuple[Path, str]]:
    programs = sorted([*HERE.glob("ours/*.py"), *HERE.glob("others/*.py")])
    return [(program, name) for program in programs for name in said(program, "in")[0].split()]


def said(program: Path, key: str) -> list[str]:
    return re.findall(rf"^# {key}: (.*)$", program.read_text(), re.MULTILINE)


def make_environment(uv: str, directory: Path, wanted: dict) -> None:
    stamp = directory / "installed.txt"
    text = repr(wanted)
    if stamp.exists() and stamp.read_text() == text:
        return
    version = wanted["python"]
    pyenv = Path.home() / ".pyenv/versions"
    of_pyenv = sorted(pyenv.glob(f"{version}.*/bin/python"), key=lambda path: len(str(path)))
    python = str(of_pyenv[-1]) if of_pyenv else version
    subprocess.run([uv, "-q", "venv", "--clear", "--python", python, str(directory)], check=True)
    if packages := wanted.get("packages"):
        subprocess.run([uv, "-q", "pip", "install", "--python", str(directory), *packages], check=True)
    stamp.write_text(text)


def run(program: Path, environment: Path) -> str:
    with tempfile.TemporaryDirectory() as temporary:
        directory = Path(temporary).resolve()
        text = program.read_text()
        body = re.sub(r"\A(# (in|shows|ini|args|beside): .*\n)+", "", text)
        (directory / program.name).write_text(body)
        for name in said(program, "beside"):
            (directory / name).touch()
        python = str(environment / "bin/python")
        arguments = [word for line in said(program, "args") for word in line.split()]
        if program.name.startswith("test_"):
            (directory / "pytest.ini").write_text("\n".join(["[pytest]", *said(program, "ini"), ""]))
            command = [python, "-m", "pytest", "-p", "no:cacheprovider", *arguments]
        else:
            command = [python, *arguments, program.name]
        variables = {"PATH": os.environ["PATH"], "HOME": temporary, "PYTHONDONTWRITEBYTECODE": "1", "COLUMNS": "100"}
        done = subprocess.run(
            command, cwd=directory, env=variables, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120
        )
        said_there = done.stdout.decode("utf-8", "replace")
    return neutral(said_there, directory, environment)


def neutral(text: str, directory: Path, environment: Path) -> str:
    """Without the places of this machine, numbers of memory and times, which differ from run to run."""
    base = re.search(r"^home = (.*)/bin$", (environment / "pyvenv.cfg").read_text(), re.MULTILINE)
    text = text.replace(str(directory), "/project").replace(str(environment.resolve()), "/environment")
    text = text.replace(str(environment), "/environment")
    if base:
        text = text.replace(base[1], "/python")
    text = re.sub(r"0x[0-9a-f]{6,}", "0x7f0000000000", text)
    text = re.sub(r"\bin \d+\.\d\d\d?s\b", "in 0.01s", text)
    text = re.sub(r"took \d+\.\d+ seconds", "took 0.150 seconds", text)
    text = re.sub(r"\('127\.0\.0\.1', \d{4,5}\)", "('127.0.0.1', 40000)", text)
    text = re.sub(r"\bpid=\d+", "pid=1", text)
    return re.sub(r"platform \w+", "platform linux", text)


def keep(job: tuple[Path, str], text: str, is_check: bool) -> bool:
    program, name = job
    place = HERE / "texts" / program.parent.name / f"{program.stem}.{name}.txt"
    if place.exists() and place.read_text() == text:
        return False
    if not is_check:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)
    return True


if __name__ == "__main__":
    sys.exit(main())
