# in: plain-3_12
file = open(__file__)
file.close()
file.read()
