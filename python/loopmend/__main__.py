"""`python -m loopmend`: the program that was installed with this package."""

import os
import subprocess
import sys
import sysconfig
from typing import Iterator


def directories() -> Iterator[str]:
    """Where installers put programs: the environment, the user's directory, and that of `pip install --target`."""
    yield sysconfig.get_path("scripts")
    yield sysconfig.get_path("scripts", scheme="nt_user" if os.name == "nt" else "posix_user")
    yield os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "bin")


def program() -> str:
    """The path of the program.

    Raises `FileNotFoundError` where it was not installed.
    """
    name = "loopmend" + (sysconfig.get_config_var("EXE") or "")
    paths = [os.path.join(directory, name) for directory in directories()]
    for path in paths:
        if os.path.isfile(path):
            return path
    raise FileNotFoundError(f"the program `{name}` is at none of {', '.join(paths)}; install `loopmend` again")


def main() -> None:
    """Becomes the program; on Windows, where no process can, waits for it."""
    command = [program(), *sys.argv[1:]]
    if os.name == "nt":
        sys.exit(subprocess.run(command).returncode)
    os.execv(command[0], command)


if __name__ == "__main__":
    main()
