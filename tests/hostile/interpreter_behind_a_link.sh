# The attacker wants an interpreter to be started that a path outside of the repository leads to.
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
mkdir -p tools/bin
printf '#!/bin/sh\ntouch "%s"\n' "$CANARY" > tools/bin/python3
chmod +x tools/bin/python3
ln -s "$PWD/tools/bin/python3" python3
name=$(basename "$PWD")
printf '[tool.loopmend]\npython = "../%s/python3"\n' "$name" > pyproject.toml
