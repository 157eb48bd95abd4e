# The attacker commits a repository under another name, and a `.git` file that points to it; its parts lie
# in a third directory, with a configuration that names programs.
git init -q
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
git add -A
git commit -q -m one
printf '\n\nasync def g():\n    f()\n' >> a.py
mv .git parts.git
mkdir pointed.git
mv parts.git/HEAD parts.git/index pointed.git/
printf '../parts.git\n' > pointed.git/commondir
printf 'gitdir: pointed.git\n' > .git
printf '*.py filter=x\n' > .gitattributes
cat >> parts.git/config <<END
[core]
	fsmonitor = touch '$CANARY'; :
[filter "x"]
	clean = touch '$CANARY'; cat
END
cp parts.git/config pointed.git/config
cp parts.git/config pointed.git/config.worktree
