# The attacker wants memory to be filled from a device that never ends.
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
mkdir deep
for name in .gitignore .ignore deep/.gitignore loopmend.toml pyproject.toml setup.cfg setup.py pytest.ini tox.ini \
    .python-version uv.lock requirements.txt Pipfile b.py c.pyi d.ipynb conftest.py baseline.json run.json \
    report.xml plan.json; do
    ln -s /dev/zero $name
done
