"""Addresses inside one municipality; the prefix or the host name says which."""

from django.urls import path

from wijkaanzet.web.areas import views as areas
from wijkaanzet.web.budget import views as budget
from wijkaanzet.web.city import views as city
from wijkaanzet.web.decisions import views as decisions
from wijkaanzet.web.people import views as people

urlpatterns = [
    path("", city.municipality, name="municipality"),
    path("verdeling/<int:year>.csv", budget.division_csv, name="division-csv"),
    path("verdeling/<int:year>/verdeelmodel.json", budget.model_json, name="model-json"),
    path("verdeling/<int:year>/cijfers.csv", budget.figures_csv, name="figures-csv"),
    path("besluiten/", decisions.decisions, name="decisions"),
    path("besluiten/<slug:public_id>/", decisions.decision, name="decision"),
    path("wijken/", areas.areas, name="areas"),
    path("wijken/<slug:slug>/", areas.area, name="area"),
    path("wijken/<slug:slug>/waarom/<int:year>/", budget.why, name="why"),
    path("wijken/<slug:slug>/waarom/<int:year>.csv", budget.why_csv, name="why-csv"),
    path("beheer/rollen/", people.roles, name="roles"),
]
