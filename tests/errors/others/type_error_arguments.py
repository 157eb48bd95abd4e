# in: plain-3_12
def load(name):
    return name


load()
