# The attacker wants the file that names the common directory of a worktree to be a pipe.
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
mkdir -p real/worktree real/info
printf 'gitdir: %s/real/worktree\n' "$PWD" > .git
mkfifo real/worktree/commondir real/info/exclude
