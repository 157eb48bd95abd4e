# The attacker wants a file outside in the patch that `categories --diff` prints: it is linked as a file that marks could be
# registered in.
ln -s "$SECRET" setup.cfg
printf 'def test_one():\n    assert True\n' > test_a.py
