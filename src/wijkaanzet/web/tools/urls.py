"""The addresses of this room."""

from django.urls import URLPattern, path

from wijkaanzet.plans.rules.tools import ToolKind
from wijkaanzet.web.tools import staircase, together, views

SPHERES, WORDS = {"kind": ToolKind.SPHERES}, {"kind": ToolKind.WORDS}

urlpatterns: list[URLPattern] = [
    path("woorden/", views.own_words, name="own-words"),
    path("netwerken/<slug:network>/kringen/", together.of_network, SPHERES, name="network-spheres"),
    path("netwerken/<slug:network>/trap/", staircase.of_network, name="network-staircase"),
    path("plannen/<slug:public_id>/kringen/", together.of_plan, SPHERES, name="plan-spheres"),
    path("netwerken/<slug:network>/woorden/", together.of_network, WORDS, name="network-words"),
    path("plannen/<slug:public_id>/woorden/", together.of_plan, WORDS, name="plan-words"),
    path("plannen/<slug:public_id>/trap/", staircase.of_plan, name="plan-staircase"),
]
