"""The pages for people in the office."""

import asyncio

from flask import Blueprint
from flask.views import MethodView

from .client import locate_all

admin = Blueprint("admin", __name__)


@admin.route("/admin")
def overview():
    return asyncio.run(locate_all([]))


class ParcelView(MethodView):
    def get(self, number):
        return asyncio.run(locate_all([number]))
