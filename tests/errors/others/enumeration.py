# in: plain-3_12
import enum


class Colour(enum.Enum):
    RED = 1


Colour("blue")
