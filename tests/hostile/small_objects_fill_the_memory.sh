# The attacker wants memory to be filled by sources, notebooks, runs and plans: each small object in them takes some hundred bytes.
many() {
    yes "$2" | head -n "$1" | tr -d '\n'
}
code='import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n\n\nx = ['
{
    printf "$code"
    many 1000000 '1,'
    printf ']\n'
} > a.py
cp a.py b.py
{
    printf "$code"
    many 12000000 '1,'
    printf ']\n'
} > large.py
{
    printf '{"cells": [{"cell_type": "code", "execution_count": 1, "metadata": {}, "source": "f()", "outputs": ['
    many 2500000 '[],'
    printf '[]]}], "metadata": {}, "nbformat": 4, "nbformat_minor": 4}'
} > c.ipynb
{
    printf '{"format": ['
    many 33000000 '[],'
    printf '[]]}'
} > run.json
cp run.json baseline.json
cp run.json plan.json
