"""The command `parcels`."""

import asyncio

import click
import uvicorn

from .bridge import command, run_sync
from .client import Carrier, locate_all


@click.group()
def cli():
    """Where parcels are."""


@cli.command()
@click.argument("numbers", nargs=-1)
def locate(numbers):
    click.echo(asyncio.run(locate_all(numbers)))


@cli.command()
@click.argument("number")
@command
async def watch(number):
    click.echo(await Carrier().locate(number))


@cli.command()
def serve():
    from .web import app

    uvicorn.run(app)


@cli.command()
def status():
    show(locate_all([]))


def show(coroutine):
    loop = asyncio.get_event_loop()
    click.echo(loop.run_until_complete(coroutine))


@cli.command()
def check():
    click.echo(run_sync(locate_all([])))
