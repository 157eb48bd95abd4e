# in: plain-3_12
1 + "1"
