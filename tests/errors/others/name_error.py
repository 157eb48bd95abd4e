# in: plain-3_12
print(undefined)
