"""`python -m parcels`."""

import anyio

from .client import locate_all

anyio.run(locate_all, [])
