"""Proefstad in which planted persons are spoken of: told on the site, read by two, shared, and used in a scan."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from io import BytesIO
from secrets import token_urlsafe

from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from pypdf import PdfReader

from tests.conftest import AT
from tests.intake.planted import Person
from tests.scans.scan_town import CONCERNS, STRENGTHS, TELLER, WANTED, YEAR, ScanTown, tale, voice
from tests.web.told_town import client_of
from wijkaanzet.intake import operations as intake
from wijkaanzet.intake import queries
from wijkaanzet.intake.labels import STAND_INS
from wijkaanzet.intake.models import Entry
from wijkaanzet.intake.rules import EntryKind, Tone
from wijkaanzet.intake.rules.anonymising import find, hidden
from wijkaanzet.kernel.searching import folded
from wijkaanzet.scans import operations as scans
from wijkaanzet.stories import operations as stories
from wijkaanzet.stories.models import Story
from wijkaanzet.stories.rules import ConsentWay, Scope, Yes

HERE = "/proefstad"
SCAN, ALL = f"{HERE}/wijken/noord/wijkscan/{YEAR}", f"{HERE}/wijkscans/{YEAR}"
TITLE, MEANING = "Wat {name} doet", "Zonder {name} van {address} was ik er niet meer. Bel maar: {phone}"
JUDGED = intake.Judged(risk=1, answer="Dank u wel. Het staat nu op de site.", finds_checked=True)
SHARED = Yes(scopes=frozenset({Scope.PUBLIC, Scope.NETWORK}), way=ConsentWay.LINK, of_age=True)
ENTRIES_OF_A_PART, STORIES_OF_A_PART = 8, 4


@dataclass(frozen=True)
class Planted:
    """One person, and all that was told in which they are named."""

    person: Person
    text: str
    title: str
    meaning: str

    @classmethod
    def of(cls, person: Person, text: str) -> "Planted":
        values = vars(person)
        return cls(person, text, title=TITLE.format(**values), meaning=MEANING.format(**values))

    def left_in(self, whole: str) -> Iterator[str]:
        """What of the person stands in a text that is folded already."""
        everything = f"{self.text} {self.title} {self.meaning}"
        for name, value in vars(self.person).items():
            if value in everything and folded(value) in whole:
                yield f"{name}: {value}"


def tell(one: Planted) -> None:
    """Somebody tells it on the site with an own title and meaning, and leaves where the answer must go."""
    answers = {"token": token_urlsafe(24), "area": "noord", "may_share": "yes", "email": "antwoord@voorbeeld.nl"}
    answer = Client().post(f"{HERE}/vertel/", {**answers, "text": one.text, "title": one.title, "meaning": one.meaning})
    assert answer.status_code == 302, answer.content.decode()


def let_through(town: ScanTown, entry: Entry, kind: EntryKind) -> Story | None:
    """Both readers take over what lies ready: what the rules found is hidden, and nothing more. Perhaps a story."""
    words = queries.told_of(entry)
    assert words is not None
    made = intake.Prepared(
        kind=kind,
        title=without_finds(entry, words.title),
        text=without_finds(entry, words.text),
        meaning=without_finds(entry, words.meaning),
        tone=Tone.GOOD,
    )
    intake.prepare(entry, prepared=made, actor=town.coordinator, at=AT)
    if kind is EntryKind.STORY:
        return stories.offer(entry, judged=JUDGED, actor=town.area_manager, at=AT)
    intake.place(entry, judged=JUDGED, actor=town.area_manager, at=AT)
    return None


def without_finds(entry: Entry, text: str) -> str:
    """A text as it lies ready for the first reader."""
    finds = find(text, known=queries.known_words(entry.municipality))
    return hidden(text, finds, stand_in=lambda kind: f"[{STAND_INS[kind]}]")


def share(story: Story) -> Story:
    """The teller agrees that everybody reads it."""
    return stories.share(story, yes=SHARED, actor=TELLER, at=AT)


def publish(town: ScanTown, entries: Sequence[Entry], shared: Sequence[Story]) -> None:
    """A scan of Noord that rests on what was told."""
    scan = town.started()
    for part, key in enumerate((STRENGTHS, CONCERNS, WANTED)):
        voices = entries[part * ENTRIES_OF_A_PART :][:ENTRIES_OF_A_PART]
        tales = shared[part * STORIES_OF_A_PART :][:STORIES_OF_A_PART]
        town.fill(scan, key, *map(voice, voices), *map(tale, tales))
    scans.publish_scan(town.asked(scan), actor=town.coordinator, at=AT)


def readers_look(town: ScanTown, entries: Sequence[Entry]) -> None:
    """Both readers open what came in, each in a session of their own."""
    for reader in (town.coordinator, town.area_manager):
        client = client_of(reader)
        for entry in entries:
            assert client.get(f"{HERE}/binnengekomen/{entry.public_id}/").status_code == 200


def rows() -> Iterator[str]:
    """All that stands in any table, as anybody with a copy of the database could read it."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            yield from (" ".join(map(as_text, row)) for row in cursor.fetchall())
    for session in Session.objects.order_by("pk"):
        yield plain(session.get_decoded())


def as_text(value: object) -> str:
    """What a reader of the bare table sees; JSON without the codes for letters in it."""
    if isinstance(value, (bytes, memoryview)):
        return bytes(value).decode("latin-1")
    text = str(value)
    return f"{text} {plain(json.loads(text))}" if re.match(r"[\[{].*\"", text) else text


def plain(value: object) -> str:
    """A value of JSON, with letters as they are."""
    return json.dumps(value, ensure_ascii=False, default=str)


def public(visitor: Client) -> Iterator[str]:
    """Every page of the list, everything that was told in full, the scan, and the files of both."""
    for voice_id in [*Entry.objects.values_list("public_id"), *Story.objects.values_list("public_id")]:
        yield unescape(visitor.get(f"{HERE}/verteld/{voice_id[0]}/").content.decode())
    for number in range(1, 13):
        yield unescape(visitor.get(f"{HERE}/verteld/", {"pagina": str(number)}).content.decode())
    for path in (f"{SCAN}/", f"{ALL}/", f"{HERE}/wijken/noord/"):
        yield unescape(read(visitor, path).decode())
    for path in (f"{HERE}/verteld.csv", f"{SCAN}.csv", f"{ALL}.csv"):
        yield read(visitor, path).decode()
    for path in (f"{HERE}/verteld.json", f"{SCAN}.json", f"{ALL}.json", f"{ALL}.geojson"):
        yield plain(json.loads(read(visitor, path)))
    for path in (f"{SCAN}.pdf", f"{ALL}.pdf"):
        yield from (page.extract_text() for page in PdfReader(BytesIO(read(visitor, path))).pages)


def read(visitor: Client, path: str) -> bytes:
    """A page or a file that is there."""
    answer = visitor.get(path)
    assert answer.status_code == 200, f"{path} answers {answer.status_code}"
    return bytes(answer.content)
