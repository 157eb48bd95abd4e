# in: plain-3_12
def items():
    raise StopIteration
    yield 1


list(items())
