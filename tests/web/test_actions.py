"""Every action that an open move may ask for has words and a page that answers it."""

from importlib import import_module
from importlib.util import find_spec

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.web.permission_table import addresses
from wijkaanzet.cycle.rules import PROCESS
from wijkaanzet.kernel.models import OpenMove
from wijkaanzet.web import actions
from wijkaanzet.web.http import Request


def labelled() -> set[str]:
    """The actions that the contexts have words for."""
    names = [app.name for app in apps.get_app_configs() if app.name.startswith("wijkaanzet.")]
    labels = [import_module(f"{name}.labels") for name in names if find_spec(f"{name}.labels")]
    return {action for one in labels for action in getattr(one, "ACTIONS", {})}


def test_every_action_with_words_has_a_page_and_every_page_an_action_with_words():
    assert set(actions.ACTIONS) == labelled()
    assert all(actions.words_of(action) for action in actions.ACTIONS)


def test_every_action_is_an_order_in_dutch():
    """ "Bereid voor", never "De verdeling voorbereiden": the same on the list and on the button."""
    begin = {action: str(actions.words_of(action)).split()[0].lower() for action in actions.ACTIONS}
    no_order = {action for action, word in begin.items() if word in {"de", "het", "een"}}
    infinitive = {action for action, word in begin.items() if word.endswith("en") and word not in {"dien", "open"}}
    assert no_order | infinitive == set()
    assert actions.words_of("decisions.publish") == "Maak het besluit bekend"


def test_every_page_that_answers_an_action_exists():
    there = {one.name for one in addresses()}
    asked = {name for name, _ in actions.ACTIONS.values()}
    assert asked <= there


@pytest.mark.django_db
@pytest.mark.usefixtures("world")
def test_the_pages_of_many_moves_cost_one_query_per_kind():
    request = Request()
    request.address_prefix = "/tilburg"
    moves = list(OpenMove.objects.filter(subject_kind=PROCESS, municipality__slug="tilburg").order_by("id"))
    for move in moves:
        move.action = "cycle.open_plan"
    with CaptureQueriesContext(connection) as captured:
        found = actions.places(request, moves)
    assert len(captured) == 1
    assert len(set(found.values())) == len(moves) == 11
    assert "/tilburg/wijken/noord/plan/2018/" in found.values()
