"""The addresses of this room."""

from django.urls import URLPattern, path

from wijkaanzet.web.tools import spheres, staircase, views

urlpatterns: list[URLPattern] = [
    path("woorden/", views.own_words, name="own-words"),
    path("netwerken/<slug:network>/kringen/", spheres.of_network, name="network-spheres"),
    path("netwerken/<slug:network>/trap/", staircase.of_network, name="network-staircase"),
    path("plannen/<slug:public_id>/kringen/", spheres.of_plan, name="plan-spheres"),
    path("plannen/<slug:public_id>/trap/", staircase.of_plan, name="plan-staircase"),
]
