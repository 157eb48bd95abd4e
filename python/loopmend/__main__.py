"""`python -m loopmend`: the program that was installed with this package.

`-m` looks for modules in the current directory first, which may hold the user's own `subprocess.py`: what is imported
here, is imported without it.
"""

import os
import sys


def program() -> str:
    """The path of the program; ends with status 2 where it was not installed."""
    from importlib import metadata

    for file in metadata.files("loopmend") or ():
        if file.name in ("loopmend", "loopmend.exe"):
            return str(file.locate())
    sys.stderr.write("error: the program `loopmend` is not there; install the package again\n")
    sys.exit(2)


def main() -> None:
    """Becomes the program; on Windows, where no process can, waits for it."""
    here = os.getcwd()
    sys.path[:] = [path for path in sys.path if path not in ("", here)]
    command = [program(), *sys.argv[1:]]
    if os.name == "nt":
        import subprocess

        sys.exit(subprocess.run(command).returncode)
    os.execv(command[0], command)


if __name__ == "__main__":
    main()
