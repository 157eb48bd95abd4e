# The attacker wants elements of HTML and cells of a table in reports that go to a pull request.
git init -q
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
git add -A
git commit -q -m one
printf '\n\nasync def g():\n    f()\n' >> a.py
mkdir 'd`<forged>|'
printf 'import asyncio\n\n\nshared = {}\n\n\ndef test_a():\n    asyncio.run(asyncio.sleep(1))\n    shared["x"] = 1\n' > 'd`<forged>|/test_`<forged>|.py'
printf 'import threading, asyncio\nimport pytest\n\n\n@pytest.mark.parametrize("x", ["<forged src=x>"])\nasync def test_b(x):\n    asyncio.sleep(1)\n' > '<forged>test_b.py'
cp 'd`<forged>|/test_`<forged>|.py' 'test_`<forged>|.py'
printf '[pytest]\nasyncio_mode = <forged>\n' > pytest.ini
