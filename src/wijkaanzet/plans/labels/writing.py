"""The words for what people write together in a plan."""

from django.utils.functional import Promise

ACTIONS: dict[str, str | Promise] = {}

REFUSALS: dict[str, str | Promise] = {}
