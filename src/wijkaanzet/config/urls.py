"""Addresses of the whole installation."""

urlpatterns: list[object] = []
