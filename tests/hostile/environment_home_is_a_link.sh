# The attacker wants Python files outside to be read, and quoted: a committed environment names a `home` in the repository,
# whose site-packages is a link.
mkdir -p .venv/lib/python3.12/site-packages fake/bin fake/lib/python3.12
: > fake/lib/python3.12/os.py
ln -s "$OUTSIDE" fake/lib/python3.12/site-packages
printf 'home = %s/fake/bin\ninclude-system-site-packages = true\nversion = 3.12.1\n' "$PWD" > .venv/pyvenv.cfg
printf 'from package.module import f\n\n\nasync def g():\n    f()\n' > b.py
