# shows: trio-outside-async
# in: libraries-old libraries-new
import trio

trio.lowlevel.current_task()
