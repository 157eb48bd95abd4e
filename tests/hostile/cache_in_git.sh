# The attacker wants the cache to be written into `.git`: the settings of a clone name a directory there that is new or empty.
# In `.git/refs/tags` the files break `git fetch`, `git gc` and `git log --all` of the user.
git init -q
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
printf '[tool.loopmend]\ncache-dir = ".git/refs/tags"\n' > pyproject.toml
git add -A
git commit -q -m one
