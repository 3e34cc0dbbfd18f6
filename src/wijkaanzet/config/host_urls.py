"""Addresses on a host name that belongs to one municipality: the same pages without the prefix."""

from django.urls import include, path

from wijkaanzet.config.site_urls import urlpatterns as site_patterns
from wijkaanzet.web.city import views as city

OF_THE_HOST = {"gemeente": None}  # the tenant middleware fills in whose host it is

handler400 = "wijkaanzet.web.site.errors.bad_request"
urlpatterns = [
    path("", city.municipality, OF_THE_HOST, name="home"),
    *site_patterns,
    path("", include("wijkaanzet.web.urls"), OF_THE_HOST),
]
