import threading
from concurrent.futures import ThreadPoolExecutor

from library import save

POOLS = []


def test_in_thread():
    thread = threading.Thread(target=lambda: save("in a thread"))
    thread.start()
    thread.join()


def test_pool_is_left():
    pool = ThreadPoolExecutor(max_workers=1)
    pool.submit(int).result()
    POOLS.append(pool)


def test_pool_is_shut_down():
    with ThreadPoolExecutor(max_workers=1) as pool:
        pool.submit(int).result()
    POOLS.append(pool)
