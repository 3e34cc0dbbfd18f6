"""The addresses of this room."""

from django.urls import URLPattern, path

from wijkaanzet.web.networks import (
    agenda,
    attending,
    holding,
    inviting,
    inviting_papers,
    joining,
    keeping,
    leading,
    meetings,
    members,
    organising,
    papers,
    reporting,
    seating,
    table,
    views,
)

NETWORK = "netwerken/<slug:network>/"
INVITATION = f"{NETWORK}uitnodigingen/<slug:public_id>/"
MEETING = f"{NETWORK}bijeenkomst/<slug:public_id>/"

urlpatterns: list[URLPattern] = [
    path("wijken/<slug:slug>/netwerken/", views.networks, name="networks-of-area"),
    path("wijken/<slug:slug>/netwerken/bord/", organising.sign, name="network-sign"),
    path(NETWORK, views.network, name="network"),
    path(f"{NETWORK}coordinatie/", organising.entrust, name="network-entrust"),
    path(f"{NETWORK}herinneren/", organising.remind, name="network-remind"),
    path(f"{NETWORK}tafel/", table.table, name="network-table"),
    path(f"{NETWORK}over/", keeping.describe, name="network-describe"),
    path(f"{NETWORK}deelnemers/", members.members, name="network-members"),
    path(f"{NETWORK}deelnemers/<int:number>/wijzigen/", members.change, name="network-member-change"),
    path(f"{NETWORK}deelnemers/<int:number>/beeindigen/", members.end, name="network-member-end"),
    path(f"{NETWORK}gespreksleider/", leading.lead, name="network-lead"),
    path(f"{NETWORK}zetels/", seating.seats, name="network-seats"),
    path(f"{NETWORK}zetels/beeindigen/", seating.end_seat, name="network-seat-end"),
    path(f"{NETWORK}uitnodigingen/", inviting.invitations, name="network-invitations"),
    path(INVITATION, inviting.invitation, name="network-invitation"),
    path(f"{INVITATION}brief.pdf", inviting_papers.joining_letter, name="network-invitation-letter"),
    path("meedoen/<str:code>/", joining.join, name="join"),
    path(f"{NETWORK}afspraak/<int:number>/", reporting.settle, name="agreement-settle"),
    path(f"{NETWORK}bijeenkomst/nieuw/", meetings.new, name="meeting-new"),
    path(MEETING, views.meeting, name="meeting"),
    path(f"{MEETING}wijzigen/", meetings.change, name="meeting-change"),
    path(f"{MEETING}agenda/", agenda.agenda, name="meeting-agenda"),
    path(f"{MEETING}agenda.pdf", papers.agenda_paper, name="meeting-agenda-pdf"),
    path(f"{MEETING}aanwezig.pdf", attending.attendance_sheet, name="meeting-attendance-pdf"),
    path(f"{MEETING}brief.pdf", inviting_papers.meeting_letter, name="meeting-letter"),
    path(f"{MEETING}affiche.pdf", inviting_papers.meeting_poster, name="meeting-poster"),
    path(f"{MEETING}uitnodigen/", meetings.invite, name="meeting-invite"),
    path(f"{MEETING}gehouden/", holding.hold, name="meeting-hold"),
    path(f"{MEETING}gehouden/verbeteren/", holding.correct, name="meeting-hold-correct"),
    path(f"{MEETING}verslag/", reporting.report, name="meeting-report"),
    path(f"{MEETING}verslag/verbeteren/", reporting.correct, name="meeting-correct"),
    path(f"{MEETING}afzeggen/", meetings.cancel, name="meeting-cancel"),
]
