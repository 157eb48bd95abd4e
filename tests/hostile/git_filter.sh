# The attacker wants `git diff` and `git status` to run a clean filter. Its name has a `=`, so that
# `git -c filter.NAME.clean=` splits at the wrong place and overrides nothing.
git init -q
printf '*.py filter="a=b"\n' > .gitattributes
printf '*.py filter=a=b\n' >> .gitattributes
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
git add -A
git commit -q -m one
printf '\n\n' >> a.py
cat >> .git/config <<END
[filter "a=b"]
	clean = touch '$CANARY'; cat
	smudge = touch '$CANARY'; cat
	process = touch '$CANARY'
	required = true
END
