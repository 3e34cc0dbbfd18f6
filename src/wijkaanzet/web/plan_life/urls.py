"""The addresses of this room."""

from django.urls import URLPattern, path

from wijkaanzet.web.plan_life import acts, agreeing, deciding, handed_in, opening, table

PLAN = "plannen/<slug:public_id>/"

urlpatterns: list[URLPattern] = [
    path("netwerken/<slug:network>/plan/nieuw/", opening.new, name="plan-new"),
    path(f"{PLAN}schrijven/", table.write, name="plan-write"),
    path(f"{PLAN}instemmen/", agreeing.agree, name="plan-agree"),
    path(f"{PLAN}indienen/", agreeing.submit, name="plan-submit"),
    path(f"{PLAN}rusten/", acts.rest, name="plan-rest"),
    path(f"{PLAN}oppakken/", acts.take_up, name="plan-take-up"),
    path(f"{PLAN}wijzigen/", acts.amend, name="plan-amend"),
    path(f"{PLAN}terugkijken/", acts.look_back, name="plan-look-back"),
    path(f"{PLAN}beeindigen/", acts.end, name="plan-end"),
    path(f"{PLAN}ingediend/<int:number>/", handed_in.handed_in, name="plan-handed-in"),
    path(
        f"{PLAN}ingediend/<int:number>/verschil/<int:before>/",
        handed_in.difference,
        name="plan-handed-in-difference",
    ),
    path(f"{PLAN}uitgave/<int:number>/besluit/", deciding.decide, name="plan-decide"),
]
