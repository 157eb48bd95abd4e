# The attacker wants the disk, or the memory behind /tmp, to be filled: files called `sharedindex.*`, which take no place here, are
# copied for git.
git init -q
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
git add -A
git commit -q -m one
printf '\n\nasync def g():\n    f()\n' >> a.py
for number in 1 2 3 4 5 6 7 8; do
    truncate -s 256M .git/sharedindex.$number
done
