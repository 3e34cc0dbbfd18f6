"""The addresses of this room."""

from django.urls import URLPattern, path

from wijkaanzet.web.neighbourhood_scan import files, making, papers, views

AREA = "wijken/<slug:slug>/wijkscan/"
SCAN = f"{AREA}<int:year>"

urlpatterns: list[URLPattern] = [
    path(AREA, views.scans_of_area, name="scans-of-area"),
    path(f"{SCAN}/", views.scan, name="scan"),
    path(f"{SCAN}.pdf", papers.scan_pdf, name="scan-pdf"),
    path(f"{SCAN}.csv", files.scan_csv, name="scan-csv"),
    path(f"{SCAN}.json", files.scan_json, name="scan-json"),
    path(f"{SCAN}/beginnen/", making.start, name="scan-start"),
    path(f"{SCAN}/samenstellen/", making.compose, name="scan-compose"),
    path(f"{SCAN}/onderdeel/<slug:part>/", making.section, name="scan-section"),
    path(f"{SCAN}/voorleggen/", making.ask, name="scan-ask"),
    path(f"{SCAN}/terughalen/", making.take_back, name="scan-take-back"),
    path(f"{SCAN}/reageren/", views.comment, name="scan-comment"),
    path(f"{SCAN}/beantwoorden/", views.answer_comment, name="scan-answer"),
    path(f"{SCAN}/uitgeven/", making.publish, name="scan-publish"),
    path("wijkscans/<int:year>/", views.scans, name="scans"),
    path("wijkscans/<int:year>.pdf", papers.scans_pdf, name="scans-pdf"),
    path("wijkscans/<int:year>.csv", files.scans_csv, name="scans-csv"),
    path("wijkscans/<int:year>.json", files.scans_json, name="scans-json"),
    path("wijkscans/<int:year>.geojson", files.scans_geojson, name="scans-geojson"),
]
