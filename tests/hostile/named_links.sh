# Names links that lead out of the repository like its own files, so that `fix *.py`, a hook or `fix tests` follows them.
git init -q
printf 'async def f(): ...\nasync def g():\n    f()\n' > a.py
ln -s "$OUTSIDE/package/module.py" s.py
ln -s "$OUTSIDE" tests
ln -s ../outside/package package
ln -s s.py twice.py
mkdir deep
cp a.py deep/a.py
ln -s ../s.py deep/s.py
ln -s ../../outside/package/test_module.py deep/test_s.py
git add -A
git commit -qm one
