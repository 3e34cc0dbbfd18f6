"""The addresses of this room."""

from django.urls import URLPattern, path

from wijkaanzet.web.told import files, prompts, views

urlpatterns: list[URLPattern] = [
    path("verteld/", views.voices, name="voices"),
    path("verteld.csv", files.voices_csv, name="voices-csv"),
    path("verteld.json", files.voices_json, name="voices-json"),
    path("verteld/<slug:public_id>/", views.voice, name="voice"),
    path("verteld/<slug:public_id>/foto/", views.photo, name="voice-photo"),
    path("vragen/", prompts.prompts, name="prompts"),
    path("vragen/<slug:public_id>/beeindigen/", prompts.end_prompt, name="prompt-end"),
]
