SECRET_KEY = "demo"
DEBUG = False
ALLOWED_HOSTS = ["*"]
INSTALLED_APPS = ["shelf"]
ROOT_URLCONF = "shelf.urls"
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "/tmp/shelf-demo.sqlite3"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
