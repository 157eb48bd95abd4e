# The attacker wants the journal to be kept, and removed, in a directory of the user.
git init -q
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
git add -A
git commit -q -m one
printf '\n\nasync def g():\n    f()\n' >> a.py
mkdir -p "$OUTSIDE/done" "$OUTSIDE/draft" "$OUTSIDE/discarded"
ln -s "$OUTSIDE" .loopmend-fix
