# The attacker wants Python files outside to be read, and quoted: what lies above the part of an unpacked archive that commands run in
# looks like an environment of the user's.
mkdir -p deep .venv/lib/python3.12
ln -s "$OUTSIDE" .venv/lib/python3.12/site-packages
printf 'home = /usr/bin\nversion = 3.12.1\n' > .venv/pyvenv.cfg
printf 'from package.module import f\n\n\nasync def g():\n    f()\n' > deep/b.py
