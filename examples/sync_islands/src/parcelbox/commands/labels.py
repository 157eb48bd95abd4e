"""Commands for labels."""

import asyncio

import click

from parcelbox.carrier import locate, weigh


async def label_of(parcel: str) -> str:
    """The text of a label."""
    place, grams = await asyncio.gather(locate(parcel), weigh(parcel))
    return f"{parcel} to {place}, {grams} g"


@click.group()
def labels() -> None:
    """Labels of parcels."""


@labels.command("print")
@click.argument("parcel")
def print_command(parcel: str) -> None:
    """Prints the label of a parcel."""
    click.echo(asyncio.run(label_of(parcel)))


@labels.command("count")
@click.argument("parcels", nargs=-1)
def count_command(parcels: tuple[str, ...]) -> None:
    """Prints how many labels there are."""

    async def texts() -> list[str]:
        return [await label_of(parcel) for parcel in parcels]

    click.echo(len(asyncio.run(texts())))
