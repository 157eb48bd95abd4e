# The attacker wants a parser to quote a file outside, or to read settings from it.
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
for name in loopmend.toml pyproject.toml setup.cfg pytest.ini pytest.toml tox.ini .gitignore .ignore \
    .python-version uv.lock poetry.lock Pipfile environment.yml hatch.toml requirements.txt requirements-dev.txt; do
    ln -s "$SECRET" $name
done
mkdir requirements deep
cp a.py deep/b.py
ln -s "$SECRET" deep/setup.py
ln -s "$SECRET" requirements/dev.txt
ln -s "$SECRET" requirements/conftest.py
