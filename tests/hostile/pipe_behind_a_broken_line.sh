# The attacker wants every command to wait for ever: only the first line of the file in the place of `.git` is text, and it leads to a
# pipe.
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
mkdir -p real/worktree real/info
printf 'gitdir: real/worktree\n\377\n' > .git
printf '..\n\377\n' > real/worktree/commondir
mkfifo real/info/exclude
