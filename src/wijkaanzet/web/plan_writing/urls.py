"""The addresses of this room."""

from django.urls import URLPattern, path

from wijkaanzet.web.plan_writing import beside, comments, sections, seen, suggestions, versions

PLAN = "plannen/<slug:public_id>/"
SECTION = f"{PLAN}schrijven/<int:number>/"

urlpatterns: list[URLPattern] = [
    path(SECTION, sections.section, name="plan-section"),
    path(f"{SECTION}versies/", versions.versions, name="plan-versions"),
    path(f"{SECTION}ernaast/<int:version>/", beside.settle, name="plan-beside"),
    path(f"{SECTION}opmerkingen/", comments.comments, name="plan-comments"),
    path(f"{SECTION}opmerkingen/<int:comment>/klaar/", comments.settle, name="plan-comment-settle"),
    path(f"{PLAN}gezien/", seen.seen, name="plan-seen"),
    path(f"{PLAN}voorstellen/", suggestions.suggestions, name="plan-suggestions"),
    path(f"{PLAN}voorstellen/<int:number>/", suggestions.answer_one, name="plan-suggestion"),
]
