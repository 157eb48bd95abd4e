# The attacker wants git to wait for ever: pipes lie in the place of files that git reads.
git init -q
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
git add -A
git commit -q -m one
printf '\n\nasync def g():\n    f()\n' >> a.py
rm -f .git/index .git/packed-refs .git/info/exclude
mkdir -p .git/objects/info .git/info
mkfifo .git/index .git/packed-refs .git/ORIG_HEAD .git/refs/heads/pipe .git/objects/info/alternates .git/info/exclude
