from tortoise import fields
from tortoise.models import Model


class Race(Model):
    id = fields.IntField(primary_key=True)
    place = fields.TextField()
    laps = fields.IntField(default=10)
