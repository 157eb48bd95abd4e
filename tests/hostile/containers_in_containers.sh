# The attacker wants memory to be filled by a few lines: containers that are put into each other, told of over and over for the cache.
{
    printf 'import asyncio\n\n\nasync def g():\n    asyncio.sleep(1)\n\n\ndef f(x):\n'
    for number in $(seq 20); do
        echo '    x.append(f([], []))'
    done
} > a.py
