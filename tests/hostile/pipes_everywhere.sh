# The attacker wants every command to wait for ever.
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
git init -q
mkdir deep requirements
cp a.py deep/b.py
rm -rf .git/info
mkdir .git/info
for name in .gitignore .ignore deep/.gitignore deep/.ignore .git/info/exclude loopmend.toml pyproject.toml setup.cfg \
    setup.py pytest.ini tox.ini .python-version pyvenv.cfg uv.lock requirements.txt requirements/dev.txt Pipfile \
    environment.yml deep/conftest.py c.ipynb baseline.json run.json report.xml plan.json; do
    mkfifo $name
done
