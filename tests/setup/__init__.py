"""Tests of the set-up: `run`, settings, health, logs and headers."""
