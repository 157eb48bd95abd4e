# The attacker wants elements of HTML in the Markdown of `doctor`, which goes to a pull request: the values of two options
# have one backtick each, so that what stands between them looks like code.
printf 'def test_one():\n    assert True\n' > test_a.py
printf '[pytest]\nasyncio_mode = a`b\nasyncio_default_fixture_loop_scope = <forged src=x>`\naddopts = -p no:x\n' > pytest.ini
