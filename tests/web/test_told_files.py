"""What people told as a table and as data: what everybody may read, the same as in the list, and no more."""

import csv
import json
from io import StringIO
from typing import Any

import pytest
from django.test import Client

from tests.conftest import AT
from tests.helpers.queries import assert_same_queries
from tests.stories.town import ALT, MEANING, TEXT, TITLE, Town, build_town, later
from tests.web.told_town import CSV, HERE, JSON, LIST, client_of, entry, many, page_of, read, titles
from wijkaanzet.intake.rules import EntryKind
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.stories import operations as stories
from wijkaanzet.stories.rules import PROMPT, Scope

pytestmark = pytest.mark.django_db
FILES = [CSV, JSON]


@pytest.fixture
def town() -> Town:
    return build_town()


@pytest.fixture(autouse=True)
def on_the_day_of_telling(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: AT)


def rows(client: Client, asked: str = "") -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(read(client, CSV + asked)), delimiter=";"))


def data(client: Client, asked: str = "") -> Any:
    return json.loads(read(client, JSON + asked))


@pytest.mark.parametrize("asked", ["", "?soort=verhaal", "?soort=zorg", "?zoek=uitrusten", "?wijk=nothing-there"])
def test_hold_what_the_list_shows_in_its_order(town: Town, client: Client, asked: str) -> None:
    many(town, 60)
    town.shared()
    entry(town, "Donker", kind=EntryKind.SIGNAL, at=later(-1))
    asked = asked.replace("nothing-there", town.other_area.slug)
    listed = [title for n in (1, 2) for title in titles(client, f"{LIST}{asked or '?'}&pagina={n}")]
    listed = list(dict.fromkeys(listed))  # one page is given again for a second one
    assert [row["titel"] for row in rows(client, asked)] == listed
    assert [one["titel"] for one in data(client, asked)["verteld"]] == listed


def test_say_all_that_the_page_says_and_no_day(town: Town, client: Client) -> None:
    asked = stories.add_prompt(
        town.municipality, question="Waar eet u?", area=None, ends_before=None, actor=town.officer, at=AT
    )
    made = town.prepared(about=Subject(PROMPT, asked.pk), photo=True)
    story = town.shared({Scope.PUBLIC, Scope.PHOTO}, entry=made, place_public=True)
    (row,) = rows(client)
    (one,) = data(client)["verteld"]
    assert {name: cell for name, cell in row.items() if name != "gebruik"} == one
    told = {"titel": TITLE, "betekenis": MEANING, "tekst": TEXT, "plek": "Lijsterlaan", "wijk": town.area.name}
    assert one.items() >= told.items()
    assert (one["soort"], one["maand"], one["foto"], one["vraag"]) == ("verhaal", "2017-10", "ja", "Waar eet u?")
    assert one["adres"] == f"http://testserver{page_of(story)}"
    for path in FILES:
        text = read(client, path)
        assert ALT not in text
        assert "2017-10-02" not in text.replace('"opgehaald_op": "2017-10-02"', "")


def test_say_on_what_terms_it_was_shared_and_what_was_asked(town: Town, client: Client) -> None:
    town.shared()
    told = data(client, "?soort=verhaal")
    assert told["gebruik"]
    assert (told["gezocht"], told["opgehaald_op"]) == ({"soort": "verhaal"}, "2017-10-02")
    assert rows(client)[0]["gebruik"] == told["gebruik"]


@pytest.mark.parametrize("path", FILES)
def test_hold_only_what_everybody_may_read_whoever_asks(town: Town, client: Client, path: str) -> None:
    town.shared({Scope.NETWORK})
    entry(town, "Alleen hier", may_share=False)
    entry(town, "Voor iedereen")
    for reader in (client, client_of(town.member), client_of(town.officer)):
        text = read(reader, path)
        assert "Voor iedereen" in text
        assert not [word for word in ("Alleen hier", TITLE, "Lijsterlaan") if word in text]


@pytest.mark.parametrize(("path", "kind"), [(CSV, "text/csv"), (JSON, "application/json")])
def test_are_files_that_stay_behind_nowhere_and_are_dutch(town: Town, client: Client, path: str, kind: str) -> None:
    entry(town, kind=EntryKind.STRENGTH)
    answer = client.get(path)
    assert answer["Content-Type"] == f"{kind}; charset=utf-8"
    assert answer["Content-Disposition"] == f'attachment; filename="proefstad-verteld.{path.split(".")[-1]}"'
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noarchive"
    client.post("/taal/", {"language": "en", "next": "/"})
    assert client.get(path).content == answer.content


@pytest.mark.parametrize("path", FILES)
@pytest.mark.parametrize("asked", ["wijk=nergens", "soort=roddel", "zoek=a%00b"])
def test_are_not_there_for_what_cannot_be_looked_for(town: Town, client: Client, path: str, asked: str) -> None:
    entry(town)
    assert client.get(f"{path}?{asked}").status_code == 404
    assert client.post(path).status_code == 405


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "\t="])
def test_no_cell_is_run_as_a_formula(town: Town, client: Client, sign: str) -> None:
    entry(town, f"{sign}HYPERLINK('x')", f"{sign}cmd|' /C calc'!A1")
    (row,) = rows(client)
    assert [row[name][0] for name in ("titel", "tekst")] == ["'", "'"]
    assert data(client)["verteld"][0]["tekst"] == f"{sign}cmd|' /C calc'!A1".strip()


@pytest.mark.parametrize("path", FILES)
def test_cost_no_query_more_when_more_was_told(town: Town, client: Client, path: str) -> None:
    entry(town)
    town.shared()
    assert_same_queries(client, path, lambda: many(town, 101), at_most=4)


def test_the_list_leads_to_the_files_of_what_was_looked_for(town: Town, client: Client) -> None:
    town.shared()
    html = client.get(f"{LIST}?soort=verhaal").content.decode()
    assert f'href="{HERE}/verteld.csv?soort=verhaal"' in html
    assert f'href="{HERE}/verteld.json?soort=verhaal"' in html
