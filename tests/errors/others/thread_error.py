# in: plain-3_12
import threading


def work():
    raise ValueError("no such record")


thread = threading.Thread(target=work)
thread.start()
thread.join()
