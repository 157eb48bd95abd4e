# The attacker wants the text of a failed run, which `doctor` reads, to steer the terminal and forge lines.
git init -q
printf 'import asyncio\n\n\nasync def f():\n    asyncio.sleep(1)\n' > a.py
git add -A
git commit -q -m one
printf '\n\nasync def g():\n    f()\n' >> a.py
odd=$(printf '\033[2J\007\302\2331m\342\200\256')
printf '=== FAILURES ===\n___ test_a%s ___\nE   RuntimeError: %s There is no current event loop in thread <forged>\n\ntest_a.py:1: RuntimeError\n=== short test summary info ===\nFAILED test_a%s.py::test - RuntimeError: Event loop is closed %s\n' "$odd" "$odd" "$odd" "$odd" > run.txt
cat > report.xml <<END
<?xml version="1.0"?><testsuites><testsuite><testcase classname="a&#10;FORGED" name="t&#155;&#10;FORGED&lt;forged&gt;">
<failure message="RuntimeError: Event loop is closed &#133; &lt;forged&gt;&#10;FORGED">RuntimeError: Event loop is closed
FORGED &#8238;</failure></testcase></testsuite></testsuites>
END
