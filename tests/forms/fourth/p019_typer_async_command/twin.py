import asyncio

import typer

app = typer.Typer()


async def run_search(query, limit):
    await asyncio.sleep(0)
    return [f"{query} result {i}" for i in range(limit)]


@app.command()
def version():
    typer.echo("1.0")


@app.command()
def search(query: str, limit: int = 2):
    """Search the index for QUERY."""
    results = asyncio.run(run_search(query, limit))
    typer.echo(f"results: {results}")


if __name__ == "__main__":
    app(["search", "prime"])
