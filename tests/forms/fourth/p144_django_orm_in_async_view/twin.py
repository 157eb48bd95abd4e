import django
from asgiref.sync import async_to_sync
from django.conf import settings

settings.configure(
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    INSTALLED_APPS=["django.contrib.contenttypes"],
)
django.setup()

from django.contrib.contenttypes.models import ContentType
from django.db import connection


def create_tables():
    with connection.schema_editor() as editor:
        editor.create_model(ContentType)


async def model_count():
    return await ContentType.objects.acount()


if __name__ == "__main__":
    create_tables()
    print("models:", async_to_sync(model_count)())
