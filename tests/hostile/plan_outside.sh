# The attacker wants a plan to edit a file outside, to read a pipe, or to print a secret.
git init -q
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
git add -A
git commit -q -m one
printf '\n\nasync def g():\n    f()\n' >> a.py
mkfifo pipe
hash=$(sha256sum "$OUTSIDE/package/module.py" | cut -d' ' -f1)
version=0.1.0
cat > plan.json <<END
{"format": 2, "version": "$version", "files": [{"path": "../outside/package/module.py", "hash": "sha256:$hash"},
 {"path": "pipe", "hash": "sha256:$hash"}],
 "fixes": [{"path": "../outside/package/module.py", "rule": "unawaited-coroutine", "code": "LM101", "line": 5, "column": 5,
  "message": "m", "title": "t", "applicability": "safe", "safety": "s",
  "edits": [{"span": {"start": 0, "end": 6}, "replacement": "import os;"}]}]}
END
