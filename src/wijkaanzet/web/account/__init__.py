"""Logging in and out, passwords and the second step: the pages of django-allauth in our frame, with our words."""
