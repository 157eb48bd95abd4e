# The attacker wants memory to be filled by the settings, and by the file that stands for `.git`.
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
truncate -s 64G loopmend.toml
truncate -s 64G .git
