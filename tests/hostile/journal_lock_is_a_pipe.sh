# The attacker wants `fix` to wait for ever for the lock of the journal.
git init -q
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
git add -A
git commit -q -m one
printf '\n\nasync def g():\n    f()\n' >> a.py
mkdir .loopmend-fix
mkfifo .loopmend-fix/lock
