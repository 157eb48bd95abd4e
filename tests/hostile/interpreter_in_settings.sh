# The attacker wants the interpreter that the settings name to be started.
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
printf '#!/bin/sh\ntouch "%s"\n' "$CANARY" > evil
chmod +x evil
cp evil python3
printf '[tool.loopmend]\npython = "./evil"\n' > pyproject.toml
mkdir deep
cp a.py deep/b.py
printf 'python = "../python3"\n' > deep/loopmend.toml
