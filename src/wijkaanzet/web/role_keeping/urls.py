"""The addresses of this room."""

from django.urls import URLPattern, path

from wijkaanzet.web.role_keeping import ending, giving, holders, standing_in

urlpatterns: list[URLPattern] = [
    path("beheer/rollen/wie/", holders.holders, name="role-holders"),
    path("beheer/rollen/geven/", giving.give, name="role-give"),
    path("beheer/rollen/<int:number>/beeindigen/", ending.end, name="role-end"),
    path("beheer/rollen/<int:number>/terugnemen/", ending.take_back, name="role-take-back"),
    path("beheer/rollen/<int:number>/vervanging/", standing_in.stand_in, name="role-stand-in"),
    path("beheer/rollen/vervanging/<int:number>/beeindigen/", standing_in.end, name="role-stand-in-end"),
]
