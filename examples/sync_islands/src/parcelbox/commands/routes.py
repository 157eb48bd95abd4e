"""Commands for routes."""

import asyncio

import click

from parcelbox.carrier import route_of


@click.group()
def routes() -> None:
    """Routes of parcels."""


@routes.command("show")
@click.argument("parcel")
def show_command(parcel: str) -> None:
    """Prints the route of a parcel."""
    click.echo(" - ".join(asyncio.run(route_of(parcel))))


@routes.command("length")
@click.argument("parcel")
def length_command(parcel: str) -> None:
    """Prints how many places a route has, on a loop that the command makes itself."""
    loop = asyncio.new_event_loop()
    try:
        click.echo(len(loop.run_until_complete(route_of(parcel))))
    finally:
        loop.close()


@routes.group()
def stops() -> None:
    """Stops on routes: a group below a group."""


@stops.command("first")
@click.argument("parcel")
def first_command(parcel: str) -> None:
    """Prints the first stop."""
    click.echo(asyncio.run(route_of(parcel))[0])


@stops.command("last")
@click.argument("parcel")
def last_command(parcel: str) -> None:
    """Prints the last stop."""
    click.echo(asyncio.run(route_of(parcel))[-1])
