"""A site with two tables and its pages, in memory."""

SECRET_KEY = "of a test"
USE_TZ = True
ALLOWED_HOSTS = ["testserver"]
ROOT_URLCONF = "site_pages"
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth"]
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"
