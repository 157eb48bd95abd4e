# The attacker wants a program outside to be started as if it were Python: it reads a file of the repository.
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
printf 'all:\n\ttouch "%s"\n' "$CANARY" > Makefile
ln -s "$(command -v make || command -v sh)" python3
printf '[tool.loopmend]\npython = "%s"\n' "$(command -v make || command -v sh)" > pyproject.toml
