# in: plain-3_12
values = {1: 1}
for key in values:
    values[key + 1] = 1
