# The attacker wants lines of the report that loopmend did not write: names have line breaks and commands.
git init -q
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
git add -A
git commit -q -m one
printf '\n\nasync def g():\n    f()\n' >> a.py
name=$(printf 'b\nFORGED: All checks passed.py')
cp a.py "$name"
name=$(printf 'c\n::FORGED::x.py')
cp a.py "$name"
name=$(printf 'test_d\nFORGED.py')
printf 'import asyncio\n\n\nasync def f():\n    pass\n\n\nasync def test_d():\n    f()\n' > "$name"
