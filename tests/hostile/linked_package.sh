# The attacker wants `fix` to write through a link to a directory of the user, and to a file.
git init -q
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
git add -A
git commit -q -m one
printf '\n\nasync def g():\n    f()\n' >> a.py
ln -s "$OUTSIDE/package" package
ln -s "$OUTSIDE/package/module.py" module.py
