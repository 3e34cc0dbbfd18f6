"""The addresses of this room."""

from django.urls import URLPattern, path

from wijkaanzet.web.calendar import feeds, year

urlpatterns: list[URLPattern] = [
    path("jaar/", year.of_municipality, name="year"),
    path("wijken/<slug:slug>/jaar/", year.of_area, name="area-year"),
    path("aan-zet/agenda/<str:token>.ics", feeds.own, name="calendar-feed"),
    path("netwerken/<slug:network>/bijeenkomsten.ics", feeds.of_network, name="network-calendar"),
]
