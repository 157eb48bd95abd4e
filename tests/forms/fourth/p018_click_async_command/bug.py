import asyncio

import click


async def ingest(source):
    await asyncio.sleep(0)
    return f"3 files analysed in {source}"


@click.command()  # ALSO
@click.argument("source", default=".")
async def main(source):  # BUG
    """Analyze a directory and print a summary."""
    summary = await ingest(source)
    click.echo(f"Analysis complete: {summary}")


if __name__ == "__main__":
    main()
