# in: plain-3_12
# args: -W always
def read():
    open(__file__)


read()
