"""Addresses on a host name that belongs to one municipality: the same pages without the prefix."""

from django.urls import include, path

from wijkaanzet.config.site_urls import urlpatterns as site_patterns

urlpatterns = [*site_patterns, path("", include("wijkaanzet.web.urls"))]
