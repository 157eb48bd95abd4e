# The attacker wants a command that names a directory to wait for ever: it is a link, and the ignore file above what it links to is
# a pipe.
git init -q
mkdir -p real/below
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > real/below/b.py
ln -s real/below deep
mkfifo real/.gitignore
