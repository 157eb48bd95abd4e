# in: plain-3_12
import threading

threading.Lock().release()
