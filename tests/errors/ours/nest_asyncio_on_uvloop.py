# shows: cannot-patch-loop
# in: libraries-old libraries-new
import nest_asyncio
import uvloop

nest_asyncio.apply(uvloop.new_event_loop())
