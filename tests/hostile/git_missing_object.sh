# The attacker wants git to fetch an object that is missing, by a remote that is a command.
git init -q
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
git add -A
git commit -q -m one
printf '\n\nasync def g():\n    f()\n' >> a.py
name=$(git rev-parse HEAD:a.py)
cat >> .git/config <<END
[core]
	repositoryformatversion = 1
	sshCommand = touch '$CANARY'; :
	gitProxy = touch '$CANARY'
[extensions]
	partialClone = origin
[remote "origin"]
	url = ext::sh -c touch% $CANARY
	promisor = true
	partialclonefilter = blob:none
	uploadpack = touch '$CANARY'; :
[protocol "ext"]
	allow = always
[credential]
	helper = !touch '$CANARY'
END
rm -f ".git/objects/$(echo "$name" | cut -c1-2)/$(echo "$name" | cut -c3-)"
