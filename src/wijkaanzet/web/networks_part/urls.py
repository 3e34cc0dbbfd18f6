"""The addresses of this room."""

from django.urls import URLPattern, path

from wijkaanzet.web.networks.urls import MEETING, NETWORK
from wijkaanzet.web.networks_part import cards, views

urlpatterns: list[URLPattern] = [
    path(f"{NETWORK}wie-doet-mee/", views.who_takes_part, name="network-taking-part"),
    path(f"{NETWORK}kaartje.pdf", cards.card_paper, name="network-card-pdf"),
    path(f"{MEETING}kaartjes/", cards.count, name="meeting-cards"),
]
