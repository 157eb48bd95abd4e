# The attacker wants git to read a device that never ends, or to wait for a pipe: the alternates of alternates.
git init -q
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
git add -A
git commit -q -m one
printf '\n\nasync def g():\n    f()\n' >> a.py
mkdir -p .git/objects/info other/info
printf '%s\n' "$PWD/other" > .git/objects/info/alternates
ln -s /dev/zero other/info/alternates
