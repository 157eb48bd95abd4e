# shows: aiohttp-made-outside
# in: libraries-old
import aiohttp

aiohttp.ClientSession()
