"""The pages of the site."""

import asyncio

from django.http import HttpResponse, JsonResponse
from django.urls import path
from library import Store, double, save

STORE = Store()
TASKS = []


async def page(request, number):
    return JsonResponse({"number": await double(number)})


async def forgets(request):
    save(request.path)
    return HttpResponse("touched")


async def forgets_deeper(request):
    await STORE.forget(request.path)
    return HttpResponse("kept, so it says")


async def starts(request):
    TASKS.append(asyncio.create_task(asyncio.sleep(60)))
    return HttpResponse("started")


def plain(request):
    return HttpResponse("plain")


urlpatterns = [
    path("page/<int:number>/", page),
    path("forgets/", forgets),
    path("forgets-deeper/", forgets_deeper),
    path("starts/", starts),
    path("plain/", plain),
]
