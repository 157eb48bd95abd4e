# The attacker wants the parts of an environment to be links to what is outside.
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
mkdir -p .venv/bin
ln -s "$SECRET" .venv/pyvenv.cfg
mkdir -p venv/lib/python3.12
printf 'home = %s\nversion = 3.12.1\ninclude-system-site-packages = true\n' "$OUTSIDE" > venv/pyvenv.cfg
ln -s "$OUTSIDE" venv/lib/python3.12/site-packages
printf 'import package.module\n\n\nasync def g():\n    package.module.f()\n' > b.py
