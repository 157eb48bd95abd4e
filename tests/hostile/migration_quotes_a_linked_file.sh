# The attacker wants lines of a file outside in the steps of `doctor --migrate`: it is linked as a file that can ask for
# versions. The secret stands on a line of the user's that bounds pytest.
printf '[testenv]\ninstall_command = pip install --index-url https://user:hunter2-correct-horse@host/ "pytest<7"\n' > "$OUTSIDE/tox.ini"
ln -s "$OUTSIDE/tox.ini" tox.ini
printf 'pytest-asyncio==0.21.1\npytest==7.1\n' > requirements.txt
printf 'import pytest\n\n\n@pytest.mark.asyncio\nasync def test_one():\n    assert True\n' > test_a.py
