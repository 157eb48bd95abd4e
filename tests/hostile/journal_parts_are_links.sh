# The attacker wants the lock and the ignore file of the journal to be made, and old parts removed, elsewhere.
git init -q
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
git add -A
git commit -q -m one
printf '\n\nasync def g():\n    f()\n' >> a.py
mkdir .loopmend-fix
ln -s "$CANARY" .loopmend-fix/lock
ln -s "$CANARY" .loopmend-fix/.gitignore
ln -s "$OUTSIDE" .loopmend-fix/draft
ln -s "$OUTSIDE" .loopmend-fix/discarded
