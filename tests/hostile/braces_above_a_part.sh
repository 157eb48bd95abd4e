# The attacker wants the search for the project around a part of it to overflow the stack.
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
git init -q
{ yes '{' | head -n 30000 | tr -d '\n'; echo a; yes ',b}' | head -n 30000 | tr -d '\n'; } | tr -d '\n' > .gitignore
mkdir deep
cp a.py deep/b.py
