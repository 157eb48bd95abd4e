"""Fills in what is missing; run by hand."""

import asyncio

from parcels.client import locate_all


def main():
    asyncio.run(locate_all([]))


if __name__ == "__main__":
    main()
