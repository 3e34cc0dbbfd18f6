"""The addresses of this room."""

from django.urls import URLPattern, path

from wijkaanzet.web.messages import messages, own_calendar, stand_ins

urlpatterns: list[URLPattern] = [
    path("aan-zet/berichten/", messages.messages, name="messages"),
    path("aan-zet/berichten/stop/<str:token>/", messages.stop, name="digest-stop"),
    path("aan-zet/agenda/", own_calendar.own_calendar, name="own-calendar"),
    path("aan-zet/vervanging/", stand_ins.stand_ins, name="stand-ins"),
    path("aan-zet/vervanging/<int:number>/beeindigen/", stand_ins.end, name="stand-in-end"),
]
