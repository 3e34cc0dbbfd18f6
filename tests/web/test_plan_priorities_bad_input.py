"""What cannot be right in the forms of priorities: one clear sentence, nothing half-kept, and nothing typed is lost."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from io import BytesIO

import pytest
from django.test import Client

from tests.conftest import AT
from tests.factories import NOBODY
from tests.plans.wishes import Wishes, lay_wishes
from tests.web.division_town import browser
from tests.web.priority_pages import SCRIPT, Page, at, named, of_plan, photo, residents
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.codes import spelled
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.models import Ask, BaseCapacity, Contribution, Picture, Priority, Reason
from wijkaanzet.plans.rules.asks import NewAsk

pytestmark = [pytest.mark.django_db, pytest.mark.done("6.bad-input")]
LONG = "x" * 100_000
EMOJI = "Samen eten 🍲 en dansen 💃🏽"


@pytest.fixture
def wishes(monkeypatch: pytest.MonkeyPatch) -> Wishes:
    monkeypatch.setattr(clock, "now", lambda: AT)
    return lay_wishes()


@dataclass(frozen=True)
class Place:
    """A form: where it is sent, with what else, and which answer takes any words."""

    path: Callable[[Wishes], str]
    told: Callable[[Wishes], dict[str, str]]
    words: str
    rows: Callable[[], list[object]]


PLACES = {
    "new": Place(
        lambda wishes: of_plan(wishes, "prioriteit/nieuw/"),
        lambda _wishes: {"place_kind": "area"},
        "title",
        lambda: list(Priority.objects.values_list("title", flat=True)),
    ),
    "change": Place(
        lambda wishes: at(wishes, "wijzigen/"),
        lambda _wishes: {"title": "Eten", "place_kind": "street"},
        "place",
        lambda: list(Priority.objects.values_list("title", "place")),
    ),
    "informal": Place(
        lambda wishes: at(wishes, "eerst-informeel/"),
        lambda _wishes: {"informal": "want"},
        "informal_says",
        lambda: list(Priority.objects.values_list("informal", "informal_says")),
    ),
    "drop": Place(
        lambda wishes: at(wishes, "laten-gaan/"),
        lambda _wishes: {},
        "why",
        lambda: list(Priority.objects.values_list("dropped_why", flat=True)),
    ),
    "reasons": Place(
        lambda wishes: at(wishes, "aanleiding/"),
        lambda _wishes: {},
        "wish-0",
        lambda: list(Reason.objects.values_list("says", flat=True)),
    ),
    "residents": Place(
        lambda wishes: at(wishes, "bewoners-vragen/"),
        lambda _wishes: residents(),
        "what",
        lambda: list(Contribution.objects.values_list("what", flat=True)),
    ),
    "group": Place(
        lambda wishes: at(wishes, "bewoners-vragen/"),
        lambda _wishes: residents(),
        "group",
        lambda: list(Contribution.objects.values_list("group", flat=True)),
    ),
    "professionals": Place(
        lambda wishes: at(wishes, "vragen/"),
        lambda wishes: {"organisation": str(wishes.welfare.pk), "kind": "space"},
        "what",
        lambda: list(Contribution.objects.values_list("what", flat=True)),
    ),
    "others": Place(
        lambda wishes: at(wishes, "anderen-vragen/"),
        lambda _wishes: {"to_whom": "de gemeente"},
        "question",
        lambda: list(Ask.objects.values_list("question", flat=True)),
    ),
    "base": Place(
        lambda wishes: of_plan(wishes, "basis/"),
        lambda wishes: {"organisation-0": str(wishes.welfare.pk)},
        "what-0",
        lambda: list(BaseCapacity.objects.values_list("what", flat=True)),
    ),
}


def sent(wishes: Wishes, name: str, **changes: str) -> Page:
    """What the form answers to the coordinator."""
    place = PLACES[name]
    return browser(wishes.coordinator).post(place.path(wishes), {**place.told(wishes), **changes})


def says_one_thing(answer: Page) -> bool:
    """Whether the page says in one sentence what is not right."""
    form = answer.context["form"]
    return answer.status_code in {409, 422} and sum(map(len, form.errors.values())) == 1


@pytest.mark.parametrize("name", PLACES)
class TestWords:
    def test_100_000_characters_are_counted_and_stay_in_the_form(self, wishes: Wishes, name: str):
        before, place = PLACES[name].rows(), PLACES[name]
        answer = sent(wishes, name, **{place.words: LONG})
        assert says_one_thing(answer)
        assert "100.000" in str(answer.context["form"].errors)
        assert LONG in answer.content.decode()
        assert place.rows() == before

    def test_a_script_is_words_on_every_page(self, wishes: Wishes, name: str):
        answer = sent(wishes, name, **{PLACES[name].words: f"Eten {SCRIPT}"})
        assert answer.status_code in {200, 302}
        assert SCRIPT not in answer.content.decode()
        page = browser(wishes.coordinator).get(at(wishes))
        assert SCRIPT not in page.content.decode()
        assert any(SCRIPT in str(row) for row in PLACES[name].rows())

    def test_pictures_among_the_words_are_kept(self, wishes: Wishes, name: str):
        assert sent(wishes, name, **{PLACES[name].words: EMOJI}).status_code in {200, 302}
        assert any(EMOJI in str(row) for row in PLACES[name].rows())


@pytest.mark.parametrize("year", ["1900", "9999"])
@pytest.mark.parametrize(
    ("name", "field", "changes"),
    [
        ("change", "look_back_on", {"known_by": "look_back", "place": "Dorpsstraat"}),
        ("residents", "until", {}),
    ],
)
def test_a_year_that_cannot_be_meant_is_said(wishes: Wishes, name: str, field: str, changes: dict[str, str], year: str):
    day = {f"{field}_day": "1", f"{field}_month": "5", f"{field}_year": year}
    answer = sent(wishes, name, **{**changes, **day})
    assert says_one_thing(answer)
    assert f'value="{year}"' in answer.content.decode()


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("residents", {"hours": "-3", "per": "week"}),
        ("residents", {"hours": "veel", "per": "week"}),
        ("residents", {"hours": "9" * 30, "per": "week"}),
        ("residents", {"kind": "money", "cents": "gratis"}),
        ("residents", {"kind": "money", "cents": "-5", "money_from": "de pot"}),
        ("residents", {"kind": "money", "cents": "9" * 40, "money_from": "de pot"}),
        ("residents", {"kind": "geld"}),
        ("professionals", {"organisation": "999999", "what": "Een zaal"}),
        ("change", {"place": "Dorpsstraat", "known_by": "figure"}),
        ("informal", {"informal": "misschien"}),
        ("base", {"what-0": "Opbouwwerk", "hours-0": "1,5"}),
    ],
)
def test_what_no_form_of_ours_would_send_is_refused_in_one_sentence(wishes: Wishes, name: str, changes: dict[str, str]):
    before = PLACES[name].rows()
    assert says_one_thing(sent(wishes, name, **changes))
    assert PLACES[name].rows() == before


class TestAnswers:
    @pytest.mark.parametrize(("says", "status"), [(LONG, 409), (f"Ja {SCRIPT}", 302), (EMOJI, 302)])
    def test_what_is_said_with_a_yes(self, wishes: Wishes, says: str, status: int):
        path, visitor = f"/proefstad/inbreng/code/{spelled(wishes.ask().code)}/", Client()
        answer = visitor.post(path, {"answer": "yes", "says": says})
        assert answer.status_code == status
        assert (escape(says) in answer.content.decode()) is (status == 409)
        assert SCRIPT not in visitor.get(path).content.decode()
        assert Contribution.objects.get().status == ("asked" if status == 409 else "confirmed")

    @pytest.mark.parametrize("chosen", ["", "misschien", "confirmed"])
    def test_neither_yes_nor_no_is_no_answer(self, wishes: Wishes, chosen: str):
        answer = Client().post(f"/proefstad/inbreng/code/{spelled(wishes.ask().code)}/", {"answer": chosen})
        assert says_one_thing(answer)

    @pytest.mark.parametrize(("told", "status"), [(LONG, 409), (f"Ja {SCRIPT}", 302), (EMOJI, 302)])
    def test_what_others_answer(self, wishes: Wishes, told: str, status: int):
        ask = plans.ask_others(wishes.priority, new=NewAsk(to_whom="Ruimte", question="Mag?"), actor=NOBODY, at=AT)
        path, officer = f"/proefstad/vragen-aan-anderen/{ask.public_id}/", browser(wishes.officer)
        answer = officer.post(path, {"kind": "yes", "answer": told})
        assert answer.status_code == status
        assert SCRIPT not in browser(wishes.coordinator).get(at(wishes)).content.decode()
        assert Ask.objects.get().answer == ("" if status == 409 else told)


class TestPhotos:
    def post(self, wishes: Wishes, content: BytesIO, **changes: str) -> Page:
        told = {"alt": "Een tafel op straat", "consent": "Niemand is te herkennen.", **changes}
        return browser(wishes.coordinator).post(of_plan(wishes, "fotos/"), {"photo": content, **told})

    @pytest.mark.parametrize(
        "content",
        [
            named(b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "plaat.svg"),
            named(b"<svg xmlns='http://www.w3.org/2000/svg'/>", "plaat.jpg"),
            named(b"GIF89a" + b"\0" * 40, "plaat.gif"),
            named(b"%PDF-1.7", "plaat.pdf"),
            named(b"", "leeg.jpg"),
        ],
        ids=["svg", "svg-as-jpg", "gif", "pdf", "empty"],
    )
    def test_what_is_no_photo_is_refused_and_the_words_stay(self, wishes: Wishes, content: BytesIO):
        content.seek(0)
        answer = self.post(wishes, content)
        assert says_one_thing(answer)
        assert "Een tafel op straat" in answer.content.decode()
        assert not Picture.objects.exists()

    @pytest.mark.parametrize("megabytes", [21, 30])
    def test_a_photo_that_is_too_large_is_named_as_that_and_the_words_stay(self, wishes: Wishes, megabytes: int):
        answer = self.post(wishes, named(b"\xff\xd8\xff" + b"\0" * (megabytes * 1024 * 1024), "groot.jpg"))
        assert says_one_thing(answer)
        assert "20 MB" in str(answer.context["form"].errors)
        assert "Een tafel op straat" in answer.content.decode()

    def test_a_photo_of_twenty_megabytes_is_taken_and_made_small(self, wishes: Wishes):
        content = photo().getvalue()
        whole = content + b"\0" * (20 * 1024 * 1024 - len(content) - 10)
        assert self.post(wishes, named(whole, "net-goed.jpg")).status_code == 302
        assert len(bytes(Picture.objects.get().content)) < 100_000

    @pytest.mark.parametrize("field", ["alt", "consent"])
    @pytest.mark.parametrize("words", [LONG, "", "   "], ids=["long", "empty", "spaces"])
    def test_words_that_are_missing_or_too_long_are_said(self, wishes: Wishes, field: str, words: str):
        assert says_one_thing(self.post(wishes, photo(), **{field: words}))
        assert not Picture.objects.exists()


def test_a_new_priority_that_is_sent_twice_is_one(wishes: Wishes):
    coordinator, before = browser(wishes.coordinator), Priority.objects.count()
    told = {"title": "Een bank bij de vijver", "place_kind": "street", "place": "de vijver"}
    first, second = (coordinator.post(of_plan(wishes, "prioriteit/nieuw/"), told)["Location"] for _ in range(2))
    assert (first, Priority.objects.count()) == (second, before + 1)
    other = coordinator.post(of_plan(wishes, "prioriteit/nieuw/"), {**told, "place": "het plein"})["Location"]
    assert (other != first, Priority.objects.count()) == (True, before + 2)
