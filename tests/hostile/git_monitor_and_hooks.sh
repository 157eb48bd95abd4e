# The attacker wants git to ask a file system monitor, or to run a hook after it refreshed the index.
git init -q
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
git add -A
git commit -q -m one
printf '\n\nasync def g():\n    f()\n' >> a.py
mkdir -p hooks
printf '#!/bin/sh\ntouch "%s"\n' "$CANARY" > hooks/post-index-change
chmod +x hooks/post-index-change
cp hooks/post-index-change .git/hooks/post-index-change
touch -d '2001-01-01' a.py
git config core.hooksPath "$PWD/hooks"
git config core.fsmonitor "touch '$CANARY'; :"
