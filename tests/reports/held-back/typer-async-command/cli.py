import typer

from index import PAGES, lookup

app = typer.Typer(help="Look words up in the garden handbook.")


@app.command()
def words():
    """List the words of the index."""
    for word in sorted(PAGES):
        typer.echo(word)


@app.command()
async def search(word: str, limit: int = 5):
    """Print the pages where WORD stands."""
    pages = await lookup(word)
    if not pages:
        typer.echo("nothing found", err=True)
        raise typer.Exit(1)
    for page in pages[:limit]:
        typer.echo(page)


if __name__ == "__main__":
    app()
