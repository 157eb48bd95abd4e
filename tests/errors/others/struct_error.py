# in: plain-3_12
import struct

struct.unpack("I", b"")
