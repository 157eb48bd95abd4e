# in: plain-3_12
def items():
    yield next(generator)


generator = items()
next(generator)
