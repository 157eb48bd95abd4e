# in: plain-3_12
b"\xff".decode("utf-8")
