# The attacker wants Python files outside to be read, and quoted: the `home` of a committed environment is in the repository, and is
# named by a path that does not look like it.
mkdir -p .venv/lib/python3.12/site-packages fake/bin fake/lib/python3.12
: > fake/lib/python3.12/os.py
ln -s "$OUTSIDE" fake/lib/python3.12/site-packages
printf 'home = /proc/self/cwd/fake/bin\ninclude-system-site-packages = true\nversion = 3.12.1\n' > .venv/pyvenv.cfg
printf 'from package.module import f\n\n\nasync def g():\n    f()\n' > b.py
