# The attacker wants time to be taken by one list of requirements to which hundreds of links lead, and by millions of options of pytest.
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
printf '[project]\nname = "p"\nversion = "1"\n' > pyproject.toml
yes 'pytest-x==1.0' | head -n 60000 > requirements.txt
mkdir requirements
for i in $(seq 1 500); do
    ln -s ../requirements.txt "requirements/r$i.txt"
done
{
    printf '[pytest]\nasyncio_mode = auto\naddopts ='
    yes ' -x' | head -n 5000000 | tr -d '\n'
    printf '\n'
} > pytest.ini
mkdir below
{
    printf '[pytest]\nasyncio_mode = auto\naddopts ='
    yes ' -x' | head -n 500000 | tr -d '\n'
    printf '\n'
} > below/pytest.ini
printf 'async def test_f(): ...\n' > test_a.py
cp test_a.py below/test_b.py
