# shows: not-a-worker-thread
# in: libraries-old libraries-new
import anyio.from_thread

anyio.from_thread.run(anyio.sleep, 0)
