# in: plain-3_12
import os

os.kill(1, 9) if os.getuid() else os.rmdir("/proc")
