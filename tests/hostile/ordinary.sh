# Nobody attacks: an ordinary repository, with which each command does its work.
git init -q
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
printf 'import a\n\n\ndef test_one():\n    assert a\n' > test_a.py
git add -A
git commit -q -m one
printf '\n\nasync def g():\n    f()\n' >> a.py
