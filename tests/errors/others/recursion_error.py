# in: plain-3_12
def load():
    return load()


load()
