# shows: no-running-loop
# in: libraries-new
import aiohttp

aiohttp.ClientSession()
