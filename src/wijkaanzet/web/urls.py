"""Addresses inside one municipality; the prefix or the host name says which."""

from django.urls import path

from wijkaanzet.web.advice import views as advice
from wijkaanzet.web.areas import views as areas
from wijkaanzet.web.budget import views as budget
from wijkaanzet.web.calendar.urls import urlpatterns as calendar
from wijkaanzet.web.city import views as city
from wijkaanzet.web.codes.urls import urlpatterns as codes
from wijkaanzet.web.council import views as council
from wijkaanzet.web.decisions import views as decisions
from wijkaanzet.web.divide import views as divide
from wijkaanzet.web.divisions import acts as division_acts
from wijkaanzet.web.divisions import asking
from wijkaanzet.web.divisions import deciding as division_deciding
from wijkaanzet.web.divisions import views as divisions
from wijkaanzet.web.frames import views as frames
from wijkaanzet.web.inbox.urls import urlpatterns as inbox
from wijkaanzet.web.mandates import views as mandates
from wijkaanzet.web.messages.urls import urlpatterns as messages
from wijkaanzet.web.moves import views as moves
from wijkaanzet.web.neighbourhood_scan.urls import urlpatterns as neighbourhood_scan
from wijkaanzet.web.networks.urls import urlpatterns as networks
from wijkaanzet.web.networks_part.urls import urlpatterns as networks_part
from wijkaanzet.web.people import views as people
from wijkaanzet.web.places import divisions as area_divisions
from wijkaanzet.web.places import files as division_files
from wijkaanzet.web.places import keeping
from wijkaanzet.web.plan import views as plan
from wijkaanzet.web.plan_life.urls import urlpatterns as plan_life
from wijkaanzet.web.plan_priorities.urls import urlpatterns as plan_priorities
from wijkaanzet.web.plan_reading.urls import urlpatterns as plan_reading
from wijkaanzet.web.plan_writing.urls import urlpatterns as plan_writing
from wijkaanzet.web.role_keeping.urls import urlpatterns as role_keeping
from wijkaanzet.web.scans import area_figures, figure_files
from wijkaanzet.web.scans import views as scans
from wijkaanzet.web.telling.urls import urlpatterns as telling
from wijkaanzet.web.told.urls import urlpatterns as told
from wijkaanzet.web.tools.urls import urlpatterns as tools

urlpatterns = [
    path("", city.municipality, name="municipality"),
    path("aan-zet/", moves.your_move, name="your-move"),
    path("wie-beslist/", mandates.mandates, name="mandates"),
    path("verdeling/nieuw/<int:year>/", divide.new, name="division-new"),
    path("verdeling/<int:year>.csv", budget.division_csv, name="division-csv"),
    path("verdeling/<int:year>/verdeelmodel.json", budget.model_json, name="model-json"),
    path("verdeling/<int:year>/cijfers.csv", budget.figures_csv, name="figures-csv"),
    path("verdeling/", divisions.divisions, name="divisions"),
    path("verdeling/<slug:public_id>/", divisions.division, name="division-run"),
    path("verdeling/<slug:public_id>/bedragen.csv", divisions.amounts_csv, name="division-run-csv"),
    path("verdeling/<slug:public_id>/bewaren/", division_acts.keep, name="division-keep"),
    path("verdeling/<slug:public_id>/oppakken/", division_acts.take_up, name="division-take-up"),
    path("verdeling/<slug:public_id>/voorleggen/", division_acts.propose, name="division-propose"),
    path("verdeling/<slug:public_id>/zonder-advies/", division_acts.go_on, name="division-go-on"),
    path("verdeling/<slug:public_id>/besluit/", division_deciding.decide, name="division-decide"),
    path("verdeling/<slug:public_id>/advies/", asking.ask, name="division-ask"),
    path("advies/<slug:public_id>/", advice.advice, name="advice"),
    path("besluiten/", decisions.decisions, name="decisions"),
    path("besluiten/<slug:public_id>/", decisions.decision, name="decision"),
    path("besluiten/<slug:public_id>/bekendmaken/", decisions.publish, name="decision-publish"),
    path("besluiten/<slug:public_id>/gemeld/<slug:body>/", decisions.send_notice, name="notice-send"),
    path("kader/<int:year>/", frames.frame, name="frame"),
    path("kader/<int:year>/besluit/", frames.decide, name="frame-decide"),
    path("raad/", council.council, name="council"),
    path("wijken/", areas.areas, name="areas"),
    path("wijken/<slug:slug>/", areas.area, name="area"),
    path("wijken/<slug:slug>/waarom/<int:year>/", budget.why, name="why"),
    path("wijken/<slug:slug>/waarom/<int:year>.csv", budget.why_csv, name="why-csv"),
    path("wijken/<slug:slug>/plan/<int:year>/", plan.open_plan, name="open-plan"),
    path("beheer/rollen/", people.roles, name="roles"),
    path("wijken/<slug:slug>/cijfers/", area_figures.figures, name="area-figures"),
    path("wijken/<slug:slug>/cijfers.csv", area_figures.figures_csv, name="area-figures-csv"),
    path("wijken/<slug:slug>/cijfers/<slug:figure>/", area_figures.figure, name="area-figure"),
    path("cijfers/<slug:figure>.csv", figure_files.figure_csv, name="figure-csv"),
    path("cijfers/<slug:figure>.json", figure_files.figure_json, name="figure-json"),
    path("cijfers/<slug:figure>.geojson", figure_files.figure_geojson, name="figure-geojson"),
    path("cijfers/inlezen/", scans.imports, name="figure-imports"),
    path("cijfers/inlezen/<slug:public_id>/", scans.one, name="figure-import"),
    path("cijfers/inlezen/<slug:public_id>/koppelen/", scans.map_columns, name="figure-import-map"),
    path("cijfers/inlezen/<slug:public_id>/inlezen/", scans.run, name="figure-import-run"),
    path("cijfers/inlezen/<slug:public_id>/voortgang/", scans.progress, name="figure-import-progress"),
    path("cijfers/inlezen/<slug:public_id>/weigeren/", scans.refuse, name="figure-import-refuse"),
    path("cijfers/inlezen/<slug:public_id>/terugdraaien/", scans.undo, name="figure-import-undo"),
    path("indeling/", area_divisions.divisions, name="area-divisions"),
    path("indeling/nieuw/", area_divisions.draw, name="area-division-new"),
    path("indeling/omnummering/", division_files.concordance, name="area-concordance"),
    path("indeling/<slug:division>/grenzen/", division_files.borders, name="area-division-borders"),
    path("indeling/<slug:division>/samenstelling/", division_files.composition, name="area-division-parts"),
    path("wijken/<slug:slug>/plekken/", keeping.area_places, name="area-places"),
    path("wijken/<slug:slug>/plekken/beeindigen/", keeping.end_area_place, name="area-place-end"),
    path("gemeenschappen/", keeping.communities, name="communities"),
    path("gemeenschappen/beeindigen/", keeping.end_community, name="community-end"),
    *codes,
    *telling,
    *inbox,
    *told,
    *neighbourhood_scan,
    *networks,
    *plan_priorities,
    *networks_part,
    *messages,
    *calendar,
    *plan_life,
    *plan_reading,
    *plan_writing,
    *tools,
    *role_keeping,
]
