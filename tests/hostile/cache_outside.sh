# The attacker wants the cache to be written outside.
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
ln -s "$OUTSIDE" kept
printf '[tool.loopmend]\ncache-dir = "kept/cache"\n' > pyproject.toml
