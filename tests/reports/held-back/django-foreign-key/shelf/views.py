from django.http import Http404, JsonResponse

from shelf.models import Book


def as_dict(book: Book) -> dict:
    return {"title": book.title, "author": book.author.name}


async def book_detail(request, pk: int):
    try:
        book = await Book.objects.aget(pk=pk)
    except Book.DoesNotExist:
        raise Http404
    return JsonResponse(as_dict(book))


async def book_count(request):
    return JsonResponse({"books": await Book.objects.acount()})
