# in: libraries-old
from django.conf import settings

settings.DEBUG
