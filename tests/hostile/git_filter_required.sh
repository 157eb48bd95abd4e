# The attacker wants a filter of each kind to run on files that git compares.
git init -q
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
git add -A
git commit -q -m one
printf '\n\nasync def g():\n    f()\n' >> a.py
printf '* filter=x\n' > .gitattributes
cat >> .git/config <<END
[filter "x"]
	clean = touch '$CANARY'; cat
	smudge = touch '$CANARY'; cat
	process = touch '$CANARY'
	required = true
END
