# The attacker wants the reading of a committed environment to wait for ever.
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
site=.venv/lib/python3.12/site-packages
mkdir -p $site/lib-1.0.dist-info .venv/bin
printf 'home = /usr/bin\nversion = 3.12.1\n' > .venv/pyvenv.cfg
printf 'import __editable___lib_finder\n' > $site/lib.pth
mkfifo $site/__editable___lib_finder.py $site/other.pth $site/module.py .venv/bin/python3
mkfifo $site/lib-1.0.dist-info/direct_url.json $site/lib-1.0.dist-info/entry_points.txt $site/lib-1.0.dist-info/METADATA
mkdir venv
mkfifo venv/pyvenv.cfg
printf 'import module, lib\n' > b.py
