# The attacker commits virtual environments whose interpreters, and those of their homes, are scripts.
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
for place in .venv venv; do
    mkdir -p $place/bin $place/lib/python3.12/site-packages
    printf 'home = %s\ninclude-system-site-packages = true\nversion = 3.12.1\n' "$PWD/$place/bin" > $place/pyvenv.cfg
    for name in python python3 python3.12; do
        printf '#!/bin/sh\ntouch "%s"\n' "$CANARY" > $place/bin/$name
        chmod +x $place/bin/$name
    done
    printf 'import os; open("%s", "w")\n' "$CANARY" > $place/lib/python3.12/site-packages/x.pth
    printf 'open("%s", "w")\n' "$CANARY" > $place/lib/python3.12/site-packages/sitecustomize.py
done
rm .venv/pyvenv.cfg
printf '[tool.loopmend]\npython = ".venv/bin/python3"\n' > pyproject.toml
