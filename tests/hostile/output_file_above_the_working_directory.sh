# The attacker wants a report to be written over a file of the user, who works in a part of the repository and names the file
# above by `../out.txt` or its absolute path, or names it from a directory above both the repository and the file.
git init -q
mkdir deep
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > deep/a.py
ln -s "$SECRET" out.txt
