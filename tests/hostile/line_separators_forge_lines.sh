# The attacker wants lines of the report that loopmend did not write: U+2028 and U+2029 end a line for Python's `splitlines`, JavaScript and
# some viewers of logs. Other letters that are not seen hide in names.
for end in '\342\200\250' '\342\200\251'; do
    printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > "$(printf "a${end}FORGED.py")"
done
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > "$(printf 'b\342\200\213\363\240\201\201.py')"
