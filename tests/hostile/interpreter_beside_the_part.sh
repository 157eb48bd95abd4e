# The attacker wants an interpreter of the repository to be started: who runs loopmend in a part of it, as in a submodule or
# an unpacked archive, would take what lies beside the part for the user's.
printf 'all' > README
mkdir -p deep tools
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > deep/a.py
printf '[project]\nname = "x"\n' > pyproject.toml
printf '#!/bin/sh\ntouch "%s"\n' "$CANARY" > tools/python3
chmod +x tools/python3
printf 'python = "../tools/python3"\n' > deep/loopmend.toml
