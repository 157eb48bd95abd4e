# The attacker wants the tag of the cache to be written over a file outside, and `clean` to delete more than a cache.
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
mkdir kept kept/interpreters
: > "$OUTSIDE/empty"
ln -s "$OUTSIDE/empty" kept/CACHEDIR.TAG
ln -s "$OUTSIDE" kept/more
ln -s "$OUTSIDE/keep.txt" kept/findings.pack
printf '[tool.loopmend]\ncache-dir = "kept"\n' > pyproject.toml
