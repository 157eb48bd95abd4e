# The attacker wants the stack to overflow: a glob of the settings has braces in braces (so can `include` and the `paths` of
# overrides).
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
{ printf 'exclude = ["'; yes '{' | head -n 100000 | tr -d '\n'; printf a; yes ',b}' | head -n 100000 | tr -d '\n'; printf '"]\n'; } > loopmend.toml
