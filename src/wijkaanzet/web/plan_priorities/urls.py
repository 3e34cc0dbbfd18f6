"""The addresses of this room."""

from django.urls import URLPattern, path

from wijkaanzet.web.plan_priorities import (
    asking,
    base,
    changing,
    letters,
    others,
    own_yes,
    pictures,
    reading,
    reasons,
)

PLAN = "plannen/<slug:public_id>/"
PRIORITY = f"{PLAN}prioriteit/<slug:priority>/"
CONTRIBUTION = f"{PLAN}inbreng/<slug:contribution>/"

urlpatterns: list[URLPattern] = [
    path(f"{PLAN}prioriteit/nieuw/", changing.new, name="priority-new"),
    path(PRIORITY, reading.priority, name="priority"),
    path(f"{PRIORITY}wijzigen/", changing.change, name="priority-change"),
    path(f"{PRIORITY}eerst-informeel/", changing.informal, name="priority-informal"),
    path(f"{PRIORITY}plaats/", changing.move, name="priority-move"),
    path(f"{PRIORITY}laten-gaan/", changing.drop, name="priority-drop"),
    path(f"{PRIORITY}aanleiding/", reasons.reasons, name="priority-reasons"),
    path(f"{PRIORITY}bewoners-vragen/", asking.residents, name="priority-ask-residents"),
    path(f"{PRIORITY}vragen/", asking.professionals, name="priority-ask"),
    path(f"{PRIORITY}anderen-vragen/", others.ask, name="priority-ask-others"),
    path(f"{CONTRIBUTION}brief/", letters.letter, name="contribution-letter"),
    path(f"{CONTRIBUTION}brief.pdf", letters.paper, name="contribution-letter-pdf"),
    path(f"{CONTRIBUTION}verder-zonder/", asking.lapse, name="contribution-lapse"),
    path(f"{CONTRIBUTION}intrekken/", asking.withdraw, name="contribution-withdraw"),
    path("inbreng/code/<str:code>/", own_yes.by_code, name="contribution-code"),
    path("inbreng/<slug:contribution>/", own_yes.by_account, name="contribution"),
    path(f"{PLAN}basis/", base.base, name="plan-base"),
    path(f"{PLAN}fotos/", pictures.pictures, name="plan-pictures"),
    path(f"{PLAN}fotos/<slug:picture>/weg/", pictures.remove, name="plan-picture-remove"),
    path(f"{PLAN}foto/<slug:picture>.jpg", pictures.picture, name="plan-picture"),
    path("vragen-aan-anderen/<slug:ask>/", others.answer_ask, name="ask-answer"),
]
