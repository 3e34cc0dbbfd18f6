"""A story or idea beside a figure: the figure comes with all that keeps it from standing alone, and is never older."""

import pytest
from django.test import Client

from tests.factories import NOBODY, somebody
from tests.helpers.queries import assert_same_queries
from tests.scans.figure_town import LATER, PEOPLE, FigureTown, open_town, wijk
from tests.web.figure_pages import words
from tests.web.told_town import HERE, JUDGED, LIST
from wijkaanzet.intake import operations as intake
from wijkaanzet.intake.models import Entry
from wijkaanzet.intake.rules import EntryKind
from wijkaanzet.kernel import clock
from wijkaanzet.people.rules import Role
from wijkaanzet.scans.rules.columns import Column, ColumnKind

pytestmark = pytest.mark.django_db
LONELY = Column("p", "Eenzaam", ColumnKind.PERCENTAGE, of="inwoners", unit="van de inwoners")


@pytest.fixture
def town(monkeypatch: pytest.MonkeyPatch) -> FigureTown:
    monkeypatch.setattr(clock, "now", lambda: LATER)
    return open_town()


def fill(town: FigureTown, value: object, *, year: int = 2016, people: int = 4_000) -> None:
    town.put({wijk(n): {"inwoners": people, "p": value} for n in range(4)}, PEOPLE, LONELY, year=year)


def beside(town: FigureTown, figure: str = "eenzaam", *, everywhere: bool = False) -> Entry:
    """A concern that stands beside a figure."""
    area = None if everywhere else town.area("noord")
    sending = intake.Sending(
        token="the form of a concern", told=intake.Telling(text="Stil hier."), may_share=True, area=area, figure=figure
    )
    entry = intake.receive(town.municipality, sending=sending, actor=NOBODY, at=LATER).entry
    readers = [somebody(Role.POLICY_OFFICER, town.municipality) for _ in range(2)]
    made = intake.Prepared(kind=EntryKind.SIGNAL, title="Stil", text="Stil hier.")
    intake.prepare(entry, prepared=made, actor=readers[0], at=LATER)
    return intake.place(entry, judged=JUDGED, actor=readers[1], at=LATER).entry


def test_shows_its_newest_year_with_its_source_and_the_way_to_it(town: FigureTown, client: Client) -> None:
    fill(town, 11, year=2014)
    fill(town, 23, year=2016)
    answer = client.get(f"{LIST}{beside(town).public_id}/")
    text = words(answer.content.decode())
    assert "23" in answer.context["page"].figure.number
    assert "Bron:" in text
    assert "nog niet besproken" in text
    assert f'href="{HERE}/wijken/noord/cijfers/eenzaam/"' in answer.content.decode()


def test_says_why_when_a_figure_is_not_shown(town: FigureTown, client: Client) -> None:
    fill(town, 20, people=20)
    card = client.get(f"{LIST}{beside(town).public_id}/").context["page"].figure
    assert (card.value, bool(card.missing)) == (None, True)


@pytest.mark.parametrize(("figure", "everywhere"), [("", False), ("weg-gegaan", False), ("eenzaam", True)])
def test_stands_by_itself_when_there_is_no_such_figure(
    town: FigureTown, client: Client, figure: str, everywhere: bool
) -> None:
    fill(town, 20)
    answer = client.get(f"{LIST}{beside(town, figure, everywhere=everywhere).public_id}/")
    assert (answer.status_code, answer.context["page"].figure) == (200, None)


def test_another_year_costs_no_query_more(town: FigureTown, client: Client) -> None:
    fill(town, 20)
    path = f"{LIST}{beside(town).public_id}/"
    assert_same_queries(client, path, lambda: fill(town, 30, year=2015), at_most=15)
