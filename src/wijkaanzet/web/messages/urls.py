"""The addresses of this room."""

from django.urls import URLPattern, path

from wijkaanzet.web.messages import stand_ins

urlpatterns: list[URLPattern] = [
    path("aan-zet/vervanging/", stand_ins.stand_ins, name="stand-ins"),
    path("aan-zet/vervanging/<int:number>/beeindigen/", stand_ins.end, name="stand-in-end"),
]
