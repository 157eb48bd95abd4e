# The attacker wants the environment variables in the report, as source lines.
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
ln -s /proc/self/environ environ.py
ln -s "$SECRET" secret.py
ln -s "$SECRET" secret.ipynb
mkdir package
ln -s "$SECRET" package/__init__.py
printf 'import environ, secret, package\n\n\nasync def g():\n    secret.f()\n    package.f()\n' > b.py
