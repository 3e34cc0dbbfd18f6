"""The addresses of this room."""

from django.urls import URLPattern, path

from wijkaanzet.web.codes import doors

urlpatterns: list[URLPattern] = [
    path("antwoord/", doors.find_answer, name="answer-find"),
    path("meedoen/", doors.find_invitation, name="join-find"),
    path("inbreng/", doors.find_contribution, name="contribution-find"),
]
