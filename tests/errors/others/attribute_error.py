# in: plain-3_12
class Client:
    pass


Client().connect()
