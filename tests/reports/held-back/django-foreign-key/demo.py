"""Make a data base with one book and ask the views as a client would."""
import asyncio
import os
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config")
Path("/tmp/shelf-demo.sqlite3").unlink(missing_ok=True)

import django  # noqa: E402

django.setup()

from django.db import connection  # noqa: E402
from django.test import AsyncClient  # noqa: E402

from shelf.models import Author, Book  # noqa: E402


def seed() -> int:
    with connection.schema_editor() as editor:
        editor.create_model(Author)
        editor.create_model(Book)
    author = Author.objects.create(name="T. Jansson")
    return Book.objects.create(title="The Summer Book", author=author).pk


async def main(pk: int) -> None:
    client = AsyncClient()
    print((await client.get("/books/count")).json())
    print((await client.get(f"/books/{pk}")).json())


if __name__ == "__main__":
    asyncio.run(main(seed()))
