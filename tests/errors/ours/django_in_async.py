# shows: django-sync-only
# in: libraries-old libraries-new
import asyncio

import django
from django.conf import settings

settings.configure(DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}})
django.setup()
from django.db import connection


async def main():
    connection.cursor()


asyncio.run(main())
