# The attacker wants `clean` to follow links out of a directory that bears the tag of a cache.
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
mkdir kept
printf 'Signature: 8a477f597d28d172789f06886806bc55\n# The cache of loopmend. `loopmend clean` removes it.\n' > kept/CACHEDIR.TAG
ln -s "$OUTSIDE" kept/interpreters
ln -s "$OUTSIDE/keep.txt" kept/findings.pack
mkfifo kept/interfaces.pack
printf '[tool.loopmend]\ncache-dir = "kept"\n' > pyproject.toml
