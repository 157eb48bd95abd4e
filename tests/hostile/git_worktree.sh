# The attacker wants the working tree to be a directory of the user, so that `fix` writes there.
git init -q
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
git add -A
git commit -q -m one
printf '\n\nasync def g():\n    f()\n' >> a.py
git config core.worktree "$OUTSIDE"
