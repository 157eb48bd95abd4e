# The attacker wants the terminal to obey names, strings and comments: titles, colours, cleared lines, text that
# runs backwards.
git init -q
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
git add -A
git commit -q -m one
printf '\n\nasync def g():\n    f()\n' >> a.py
odd=$(printf '\033]0;title\007\033[2J\302\2331m\302\205\342\200\256\331\234x\b\r')
printf 'import asyncio\n\n\nasync def f():\n    x = "%s"; asyncio.sleep(1)  # %s\n' "$odd" "$odd" > "b$odd.py"
mkdir "tests$odd"
printf 'import pytest\n\n\n@pytest.mark.parametrize("x", ["%s"])\nasync def test_a(x):\n    pass\n' "$odd" > "tests$odd/test_b.py"
printf '[tool.loopmend]\nselect = ["%s"]\n' "$(printf '\302\2331m')" > "tests$odd/pyproject.toml"
cp "b$odd.py" c.py
printf 'x = 1 +* 2 # %s\n' "$odd" > d.py
