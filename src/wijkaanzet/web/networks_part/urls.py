"""The addresses of this room."""

from django.urls import URLPattern, path

from wijkaanzet.web.networks.urls import MEETING, NETWORK
from wijkaanzet.web.networks_part import asked, cards, city, views

urlpatterns: list[URLPattern] = [
    path("netwerken/", city.networks, name="networks"),
    path(f"{NETWORK}wie-doet-mee/", views.who_takes_part, name="network-taking-part"),
    path(f"{NETWORK}kaartje.pdf", cards.card_paper, name="network-card-pdf"),
    path(f"{NETWORK}gevraagd/", asked.of_network, name="asked-of-network"),
    path("gevraagd/", asked.organisations, name="asked-organisations"),
    path("gevraagd/<int:number>/", asked.of_organisation, name="asked-of-organisation"),
    path(f"{MEETING}kaartjes/", cards.count, name="meeting-cards"),
]
