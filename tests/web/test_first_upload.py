"""The first table of a municipality draws its neighbourhoods for everybody, once somebody said so."""

import pytest
from django.test import Client

from tests.conftest import AT
from tests.factories import install, somebody
from tests.scans.figure_town import wijk
from tests.scans.tables import HEADER, table
from tests.web.division_town import browser
from tests.web.importing import named, words
from wijkaanzet.areas.models import Area
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.models import AuditEntry
from wijkaanzet.people.rules import Role
from wijkaanzet.scans.models import FigureImport

pytestmark = pytest.mark.django_db
LIST, DIVISIONS = "/proefstad/cijfers/inlezen/", 'href="/proefstad/indeling/"'
FILE = table([(wijk(1), "Noord", "1000"), (wijk(2), "Zuid", "2000")], header=HEADER[:3])
TOLD = {"source": "CBS", "year": "2016", "for_year": "2018"}


@pytest.fixture
def officer(db: None, monkeypatch: pytest.MonkeyPatch) -> Client:
    """The policy officer of Proefstad, which has no neighbourhoods yet."""
    monkeypatch.setattr(clock, "now", lambda: AT)
    return browser(somebody(Role.POLICY_OFFICER, install().municipality))


def test_the_page_asks_whether_to_draw_and_leads_to_another_way(officer: Client):
    page = officer.get(LIST).content.decode()
    assert 'name="draw"' in page
    assert DIVISIONS in page


def test_without_that_word_nothing_is_drawn_and_nothing_kept(officer: Client):
    before = AuditEntry.objects.count()
    answer = officer.post(LIST, {**TOLD, "file": named(FILE)})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["draw"])
    assert (Area.objects.count(), FigureImport.objects.count(), AuditEntry.objects.count()) == (0, 0, before)


def test_with_it_each_wijk_is_a_neighbourhood_and_it_is_asked_no_more(officer: Client):
    assert officer.post(LIST, {**TOLD, "draw": "on", "file": named(FILE)}).status_code == 302
    assert list(Area.objects.order_by("name").values_list("name", flat=True)) == ["Noord", "Zuid"]
    assert 'name="draw"' not in officer.get(LIST).content.decode()
    again = table([(wijk(1), "Noord", "1001")], header=HEADER[:3])
    assert officer.post(LIST, {**TOLD, "file": named(again)}).status_code == 302


def test_who_throws_the_file_away_reads_that_they_stay_and_where_to_divide_again(officer: Client):
    page = officer.post(LIST, {**TOLD, "draw": "on", "file": named(FILE)})["Location"]
    assert DIVISIONS in officer.get(page).content.decode().split('id="away"')[1]
    answer = officer.post(f"{page}weigeren/", follow=True)
    (said,) = [str(one) for one in answer.context["messages"]]
    assert said in words(answer)
    assert Area.objects.count() == 2
    assert (FigureImport.objects.get().status, FigureImport.objects.get().content) == ("refused", None)
