# The attacker wants memory to be filled by sources, notebooks, runs and plans: each small object in them takes some hundred bytes.
# A text so many million times: one million is made, and copied.
many_million() {
    yes "$2" | head -n 1000000 | tr -d '\n' > piece
    for _ in $(seq "$1"); do
        cat piece
    done
    rm piece
}
code='import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n\n\nx = ['
{
    printf "$code"
    many_million 1 '1,'
    printf ']\n'
} > a.py
cp a.py b.py
{
    printf "$code"
    many_million 12 '1,'
    printf ']\n'
} > large.py
{
    printf '{"cells": [{"cell_type": "code", "execution_count": 1, "metadata": {}, "source": "f()", "outputs": ['
    many_million 2 '[],'
    printf '[]]}], "metadata": {}, "nbformat": 4, "nbformat_minor": 4}'
} > c.ipynb
{
    printf '{"format": ['
    many_million 33 '[],'
    printf '[]]}'
} > run.json
cp run.json baseline.json
cp run.json plan.json
