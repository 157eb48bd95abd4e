# in: plain-3_12
None.name
