"""The addresses of this room."""

from django.urls import URLPattern, path

from wijkaanzet.web.inbox import views
from wijkaanzet.web.inbox.words import Step

ENTRY = "binnengekomen/<slug:public_id>"

urlpatterns: list[URLPattern] = [
    path("binnengekomen/", views.inbox, name="inbox"),
    path(f"{ENTRY}/", views.entry, name="inbox-entry"),
    path(f"{ENTRY}/klaarzetten/", views.act, {"step": Step.PREPARE}, name="entry-prepare"),
    path(f"{ENTRY}/plaatsen/", views.act, {"step": Step.PLACE}, name="entry-place"),
    path(f"{ENTRY}/terug/", views.act, {"step": Step.SEND_BACK}, name="entry-send-back"),
    path(f"{ENTRY}/afwijzen/", views.act, {"step": Step.DECLINE}, name="entry-decline"),
    path(f"{ENTRY}/verteld/", views.act, {"step": Step.TELL}, name="entry-told"),
    path(f"{ENTRY}/delen/", views.act, {"step": Step.SHARE}, name="entry-share"),
    path(f"{ENTRY}/terugnemen/", views.act, {"step": Step.TAKE_BACK}, name="entry-take-back"),
    path(f"{ENTRY}/bijlage/<int:number>/", views.file, name="entry-file"),
]
