"""Addresses of the demo; they exist only when the demo is on."""

from django.urls import path

from wijkaanzet.demo import views

urlpatterns = [
    path("", views.choose, name="demo"),
    path("inloggen/", views.log_in, name="demo-login"),
    path("uitloggen/", views.log_out, name="demo-logout"),
    path("cijfers/<slug:slug>.csv", views.figures, name="demo-figures"),
]
