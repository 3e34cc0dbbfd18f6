from django.apps import AppConfig


class ArrangementsConfig(AppConfig):
    name = "wijkaanzet.arrangements"
