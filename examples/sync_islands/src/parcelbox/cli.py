"""The command line. No loop runs here, so a command may start one."""

import asyncio

import click

from parcelbox.carrier import locate
from parcelbox.commands.depots import depots
from parcelbox.commands.labels import labels
from parcelbox.commands.routes import routes
from parcelbox.library import find


@click.group()
def cli() -> None:
    """Where parcels are."""


@cli.command("find")
@click.argument("parcel")
def find_command(parcel: str) -> None:
    """Prints the place of a parcel."""
    click.echo(find(parcel))


@cli.command("list")
@click.argument("parcels", nargs=-1)
def list_command(parcels: tuple[str, ...]) -> None:
    """Prints the places of parcels."""

    async def places() -> list[str]:
        return await asyncio.gather(*(locate(parcel) for parcel in parcels))

    click.echo("\n".join(asyncio.run(places())))


cli.add_command(depots)
cli.add_command(labels)
cli.add_command(routes)
