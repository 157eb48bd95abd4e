# The attacker wants elements of HTML in the Markdown of `doctor`: a test without a name leaves two backticks, which begin code that
# ends in its message.
printf 'def test_one():\n    assert True\n' > test_a.py
cat > report.xml <<'END'
<testsuites><testsuite tests="1" failures="1"><testcase classname="" name=""><failure message="Failed: ``&lt;forged src=x&gt;``">E   Failed: ``&lt;forged src=x&gt;``</failure></testcase></testsuite></testsuites>
END
