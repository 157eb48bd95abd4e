# The attacker wants git to write a trace, or to check a signature by a program.
git init -q
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
git add -A
git commit -q -m one
printf '\n\nasync def g():\n    f()\n' >> a.py
cat >> .git/config <<END
[trace2]
	eventTarget = $CANARY
	normalTarget = $CANARY
	perfTarget = $CANARY
[log]
	showSignature = true
[gpg]
	program = $PWD/gpg
[core]
	alternateRefsCommand = touch '$CANARY'; :
END
printf '#!/bin/sh\ntouch "%s"\n' "$CANARY" > gpg
chmod +x gpg
cp gpg git
