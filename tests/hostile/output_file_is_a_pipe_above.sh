# The attacker wants a command to wait for ever: who works in a part of the repository names a file above by `../out.txt`, and it is a
# pipe.
mkdir deep
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > deep/a.py
mkfifo out.txt
