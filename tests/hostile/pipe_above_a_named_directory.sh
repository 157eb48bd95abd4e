# The attacker wants a command that names a directory, or a file below one, to wait for ever: the ignore file above is a pipe.
git init -q
mkdir deep
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > deep/b.py
mkfifo .gitignore
