"""Addresses of the installation itself, the same whether a municipality has a host of its own or not."""

from django.conf import settings
from django.urls import include, path
from django.views.i18n import set_language

from wijkaanzet.web import health
from wijkaanzet.web.site import views as site
from wijkaanzet.web.style import views as style

urlpatterns = [
    path("gezond/leeft/", health.live, name="live"),
    path("gezond/klaar/", health.ready, name="ready"),
    path("account/", include("wijkaanzet.web.account.urls")),
    path("taal/", set_language, name="set_language"),
    path("toegankelijkheid/", site.accessibility, name="accessibility"),
    path("stijl/", style.style, name="style"),
    *([path("demo/", include("wijkaanzet.demo.urls"))] if settings.WZ_DEMO else []),
]
