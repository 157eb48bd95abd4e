# The attacker wants Python files outside to be read, and quoted: the settings name an environment of the repository by a path that
# does not look like it, and a root in the same way; both have links.
mkdir -p env/lib/python3.12 roots
ln -s "$OUTSIDE" env/lib/python3.12/site-packages
ln -s "$OUTSIDE/package" roots/others
printf 'home = /usr/bin\nversion = 3.12.1\n' > env/pyvenv.cfg
printf 'python = "/proc/self/cwd/env"\nroots = [".", "/proc/self/cwd/roots"]\n' > loopmend.toml
printf 'import others.module\nfrom package.module import f\n\n\nasync def g():\n    f()\n    others.module.f()\n' > b.py
