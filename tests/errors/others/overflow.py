# in: plain-3_12
float(10) ** 1000
