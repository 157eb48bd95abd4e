# The attacker wants configuration that git includes from a committed file to name the filter.
git init -q
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
git add -A
git commit -q -m one
printf '\n\nasync def g():\n    f()\n' >> a.py
printf '*.py filter=x\n' > .gitattributes
cat > config.inc <<END
[filter "x"]
	clean = touch '$CANARY'; cat
	required = true
[core]
	fsmonitor = touch '$CANARY'; :
END
printf '[include]\n\tpath = ../config.inc\n[includeIf "gitdir:**"]\n\tpath = ../config.inc\n' >> .git/config
