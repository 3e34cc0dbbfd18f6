"""The page of a neighbourhood against the same bare queries with an empty template.

The floor is what no page can do without: a request through the same middleware and view that puts the same questions
to the database, gets the same rows, and answers with an empty template. What is above it is our own work: choosing
words, drawing and rendering.
"""

import io
import logging
import os
import tempfile
import time
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from unittest.mock import patch

import django

LIMIT = 3.0
ROUNDS = 200
ADDRESS = "/tilburg/wijken/noord/"


def run(scale: float) -> list[tuple[str, float, float, float]]:
    """Time page and floor in turns in one process: name, our seconds, bare seconds, limit of the ratio."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["WZ_DATABASE_URL"] = f"sqlite:///{Path(folder) / 'page.sqlite3'}"
        os.environ["WZ_CLOCK_FILE"] = str(Path(folder) / "clock")
        os.environ["WZ_STATIC_ROOT"] = str(Path(folder) / "static")
        django.setup()
        logging.disable(logging.CRITICAL)
        try:
            return _timed(max(3, round(ROUNDS * scale)))
        finally:
            logging.disable(logging.NOTSET)


def _timed(rounds: int) -> list[tuple[str, float, float, float]]:
    from django.core.management import call_command
    from django.test import Client

    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    call_command("build_demo", stdout=io.StringIO())
    client = Client(SERVER_NAME="localhost")
    asked = {name: _queries(client, context()) for name, context in (("page", nullcontext), ("floor", floor))}
    if asked["page"] != asked["floor"]:
        raise SystemExit(f"The floor asks other questions than the page: {asked}; make them the same again.")
    best = dict.fromkeys(asked, float("inf"))
    for _ in range(rounds):
        for name, context in (("page", nullcontext), ("floor", floor)):
            with context():
                start = time.perf_counter()
                client.get(ADDRESS)
                best[name] = min(best[name], time.perf_counter() - start)
    return [(f"page of a neighbourhood, {asked['page']} queries", best["page"], best["floor"], LIMIT)]


def _queries(client: object, context: AbstractContextManager[object]) -> int:
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    assert isinstance(client, Client)
    with context, CaptureQueriesContext(connection) as captured:
        answer = client.get(ADDRESS)
    if answer.status_code != 200:
        raise SystemExit(f"{ADDRESS} answered {answer.status_code}")
    return len(captured.captured_queries)


def floor() -> AbstractContextManager[object]:
    """The view of the page, for as long as this lasts: same questions, nothing made of the answers."""
    from django.http import HttpRequest, HttpResponse
    from django.template import engines

    from wijkaanzet.areas import access, queries
    from wijkaanzet.areas.models import Area
    from wijkaanzet.budget import queries as budget
    from wijkaanzet.cycle import queries as cycle
    from wijkaanzet.kernel import clock
    from wijkaanzet.people.queries import contacts_of
    from wijkaanzet.web.areas import views
    from wijkaanzet.web.areas.years import years_of
    from wijkaanzet.web.told import reading, section
    from wijkaanzet.web.words import of_year

    empty = engines["django"].from_string("")

    def ask(request: HttpRequest, _name: str, context: dict[str, Area]) -> HttpResponse:
        area, municipality = context["page"], request.municipality  # type: ignore[attr-defined]
        run = years_of(area.division, today=clock.today()).running
        cycle.turn_of(area)
        of_year(municipality, run.year)
        contacts_of(area)
        budget.money_of(area, year=run.year)
        budget.used_in(run, area)
        queries.composition(area)
        queries.places_of(access.public_places(municipality), area, on=clock.today())
        list(reading.everybodys(request, on=clock.today()).in_area(area).voices[: section.MOST])
        return HttpResponse(empty.render({}, request))

    return patch.multiple(views, render=ask, build=_Unbuilt)


class _Unbuilt:
    """In place of the builder of the page: hands the area on as it is."""

    @staticmethod
    def area_map(*_drawn: object, **_current: object) -> None:
        """Nothing is drawn."""

    @staticmethod
    def area_page(_request: object, area: object, _drawn: object, *, today: object) -> object:
        """Nothing is built."""
        return area
