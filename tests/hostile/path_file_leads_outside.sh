# The attacker wants a committed environment to lead the search for modules outside.
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
site=.venv/lib/python3.12/site-packages
mkdir -p $site/own-1.0.dist-info
printf 'home = /usr/bin\nversion = 3.12.1\n' > .venv/pyvenv.cfg
printf '%s\n%s\n' "$OUTSIDE" "$(dirname "$SECRET")" > $site/x.pth
ln -s "$SECRET" $site/y.pth
ln -s "$SECRET" $site/secret.py
ln -s "$OUTSIDE" $site/linked
printf '{"url": "file://%s", "dir_info": {"editable": true}}\n' "$OUTSIDE" > $site/own-1.0.dist-info/direct_url.json
printf 'import secret, package.module, linked.package.module\n\n\nasync def g():\n    secret.f()\n    package.module.f()\n' > b.py
