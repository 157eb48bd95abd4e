# in: plain-3_12
raise RuntimeError("the pump is already running")
