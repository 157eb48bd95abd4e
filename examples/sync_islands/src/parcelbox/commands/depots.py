"""Commands for depots."""

import asyncio
from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any

import click

from parcelbox.carrier import PLACES, locate, weigh


def on_loop(command: Callable[..., Coroutine[Any, Any, None]]) -> Callable[..., None]:
    """Makes a plain command of an async function."""

    @wraps(command)
    def plain(*arguments: Any, **options: Any) -> None:
        asyncio.run(command(*arguments, **options))

    return plain


@click.group()
def depots() -> None:
    """Depots with parcels."""


@depots.command("stock")
@click.argument("place")
@on_loop
async def stock_command(place: str) -> None:
    """Prints the parcels of a depot."""
    click.echo(" ".join([parcel for parcel in PLACES if await locate(parcel) == place]))


@depots.command("load")
@on_loop
async def load_command() -> None:
    """Prints the weight of all parcels."""
    click.echo(sum(await asyncio.gather(*map(weigh, PLACES))))


@depots.command("heaviest")
def heaviest_command() -> None:
    """Prints the heaviest parcel."""
    click.echo(max(PLACES, key=lambda parcel: asyncio.run(weigh(parcel))))
