# The attacker wants an interpreter of an unpacked archive to be started: nothing on top of the archive says that it is a project, and
# the settings of the part that commands run in name what lies beside it.
mkdir -p deep tools/bin
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > deep/a.py
printf '#!/bin/sh\ntouch "%s"\n' "$CANARY" > tools/bin/python3
chmod +x tools/bin/python3
printf 'python = "%s/tools/bin/python3"\n' "$PWD" > deep/loopmend.toml
