"""The addresses at which anybody tells something and finds the answer."""

from django.urls import URLPattern, path

from wijkaanzet.web.telling import answers, sharing, tell

urlpatterns: list[URLPattern] = [
    path("vertel/", tell.tell, name="tell"),
    path("antwoord/<str:code>/", answers.status, name="answer"),
    path("antwoord/<str:code>/intrekken/", answers.withdraw, name="answer-withdraw"),
    path("antwoord/<str:code>/delen/", sharing.share, name="story-share"),
    path("antwoord/<str:code>/delen/foto/", sharing.share_photo, name="story-share-photo"),
]
