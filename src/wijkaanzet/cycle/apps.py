from django.apps import AppConfig


class CycleConfig(AppConfig):
    name = "wijkaanzet.cycle"
