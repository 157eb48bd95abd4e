# The attacker wants memory to be filled from files that take no place on the disk.
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
mkdir deep
for name in .gitignore .ignore deep/.gitignore pytest.ini setup.cfg setup.py tox.ini .python-version uv.lock \
    requirements.txt Pipfile b.py c.pyi d.ipynb conftest.py baseline.json run.json report.xml plan.json; do
    truncate -s 64G $name
done
