# The attacker wants memory to be filled by the patterns that the configuration of pytest has: each is compiled alone.
printf 'import asyncio\n\n\nasync def test_f():\n    asyncio.sleep(1)\n' > test_a.py
{
    printf '[pytest]\npython_files ='
    awk 'BEGIN { for (i = 0; i < 600000; i++) printf " a*%d*b?[!c]", i }'
    printf '\n'
} > pytest.ini
