# in: plain-3_12
value = 3
assert value == 4, f"got {value}"
