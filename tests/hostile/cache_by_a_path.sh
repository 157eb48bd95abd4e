# The attacker wants the cache to be written, and cleaned, outside.
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
printf '[tool.loopmend]\ncache-dir = "%s"\n' "$OUTSIDE" > pyproject.toml
