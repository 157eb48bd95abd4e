from django.urls import path

from shelf import views

urlpatterns = [
    path("books/count", views.book_count),
    path("books/<int:pk>", views.book_detail),
]
