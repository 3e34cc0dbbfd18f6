"""Addresses of an installation with several municipalities: each under its own prefix."""

from django.urls import include, path

from wijkaanzet.config.site_urls import urlpatterns as site_patterns
from wijkaanzet.web.site import views as site

handler400 = "wijkaanzet.web.site.errors.bad_request"
urlpatterns = [
    path("", site.home, name="home"),
    *site_patterns,
    path("<slug:gemeente>/", include("wijkaanzet.web.urls")),
]
