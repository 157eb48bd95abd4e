# The attacker wants `clean --all` to remove the objects of git: the directory of its packs has the tag of a cache. `check` has a
# reason to remove packs too, since there are more than 512 MiB.
git init -q
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
printf '[tool.loopmend]\ncache-dir = ".git/objects/pack"\n' > pyproject.toml
git add -A
git commit -q -m one
git gc -q
printf 'Signature: 8a477f597d28d172789f06886806bc55\n# The cache of loopmend. `loopmend clean` removes it.\n' > .git/objects/pack/CACHEDIR.TAG
truncate -s 600M .git/objects/pack/z.pack
