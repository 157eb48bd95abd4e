# The attacker wants a walk without an end: one file of patterns of 0.8 MB (one blob of git) lies in 400 directories, and is
# compiled for each of them.
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
git init -q
awk 'BEGIN { for (i = 0; i < 60000; i++) printf "*a%d*b[!c]\n", i }' > patterns
for number in $(seq 400); do
    mkdir d$number
    ln patterns d$number/.gitignore
done
