# The attacker wants modules outside to be read by way of a linked directory, or one that is stated.
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
ln -s "$OUTSIDE" linked
ln -s "$OUTSIDE/package" package
printf 'import package.module, linked.package.module, module\n\n\nasync def g():\n    package.module.f()\n    module.f()\n' > b.py
printf '[tool.loopmend]\nroots = [".", "linked", "%s"]\n[tool.pytest.ini_options]\npythonpath = ["%s/package"]\n' "$OUTSIDE" "$OUTSIDE" > pyproject.toml
