# The attacker wants memory to be filled and time to be taken by the comparison with a commit: a version of a file in git has 60
# million empty lines.
git init -q
head -c 60000000 /dev/zero | tr '\0' '\n' > a.py
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' >> a.py
git add a.py
git commit -q -m one
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
