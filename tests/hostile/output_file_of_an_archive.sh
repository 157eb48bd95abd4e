# The attacker wants a report to be written over a file of the user, who names a file of an unpacked archive: nothing on top of it says
# that it is a project.
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
ln -s "$SECRET" out.txt
