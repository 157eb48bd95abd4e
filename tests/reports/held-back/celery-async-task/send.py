"""Start a worker in this process and send two tasks to it."""
from celery.contrib.testing.worker import start_worker

from tasks import app, label, track

if __name__ == "__main__":
    with start_worker(app, perform_ping_check=False, pool="solo"):
        print(label.delay("1007").get(timeout=10))
        print(track.delay("1007").get(timeout=10))
