# The attacker wants Python files outside to be read, and quoted: a path file of a committed environment names a directory of the
# repository by a path that does not look like it, and the directory has a link.
mkdir -p .venv/lib/python3.12/site-packages fake
ln -s "$OUTSIDE/package" fake/package
printf 'home = /usr/bin\nversion = 3.12.1\n' > .venv/pyvenv.cfg
printf '/proc/self/cwd/fake\n' > .venv/lib/python3.12/site-packages/x.pth
printf 'from package.module import f\n\n\nasync def g():\n    f()\n' > b.py
