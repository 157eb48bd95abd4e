# The attacker wants the files that version managers read to lead to an interpreter of the repository.
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
mkdir -p evil/bin shims
printf '#!/bin/sh\ntouch "%s"\n' "$CANARY" > evil/bin/python3
chmod +x evil/bin/python3
cp evil/bin/python3 shims/python3
printf '%s\n' "../../../../../../../..$PWD/evil" > .python-version
printf 'python path:%s\n' "$PWD/evil" > .tool-versions
printf '[tools]\npython = "path:%s"\n' "$PWD/evil" > mise.toml
printf 'python = "shims/python3"\n' > loopmend.toml
