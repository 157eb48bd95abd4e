# The attacker wants every command to wait for ever: a common directory that does not begin with a dot is taken from the
# working directory, and what git ignores there is a pipe.
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
mkdir -p real/worktree common/info
printf 'gitdir: real/worktree\n' > .git
printf 'common\n' > real/worktree/commondir
mkfifo common/info/exclude
