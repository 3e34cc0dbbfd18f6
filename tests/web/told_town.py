"""Proefstad in which people told things: what the tests of the public pages and files of voices share."""

import re
from dataclasses import replace
from datetime import datetime, timedelta
from html import unescape
from typing import Any

from django.test import Client

from tests.conftest import AT
from tests.stories.town import TELLER, Town, later
from wijkaanzet.intake import operations as intake
from wijkaanzet.intake.models import Entry
from wijkaanzet.intake.rules import EntryKind, EntryStatus, Outcome, Route, StrengthKind
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.people.models import User
from wijkaanzet.stories.models import Consent, Story
from wijkaanzet.stories.rules import ConsentWay, Scope, StoryStatus

HERE = "/proefstad"
LIST, CSV, JSON, PROMPTS = f"{HERE}/verteld/", f"{HERE}/verteld.csv", f"{HERE}/verteld.json", f"{HERE}/vragen/"
PUBLIC = [LIST, CSV, JSON]
JUDGED = intake.Judged(risk=1, answer="Dank u wel.", finds_checked=True)
STREET_NAMED = replace(JUDGED, place_public=True)


def client_of(actor: Actor) -> Client:
    """A browser in which somebody is logged in."""
    client = Client()
    assert actor.user_id is not None
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def page_of(voice: Story | Entry) -> str:
    return f"{LIST}{voice.public_id}/"


def read(client: Client, path: str) -> str:
    """A page as people read it, or a file."""
    answer = client.get(path)
    assert answer.status_code == 200, f"{path} answers {answer.status_code}"
    return words(answer)


def words(answer: Any) -> str:
    text = answer.content.decode("utf-8-sig")
    if not answer["Content-Type"].startswith("text/html"):
        return str(text)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", text.split("<main")[1].split("</main>")[0])))


def titles(client: Client, path: str = LIST) -> list[str]:
    """What stands in the list, in its order."""
    return [card.title for card in client.get(path).context["page"].cards]


def entry(
    town: Town,
    title: str = "Een bankje bij het water",
    text: str = "Dan kan mijn moeder uitrusten.",
    *,
    kind: EntryKind = EntryKind.IDEA,
    judged: intake.Judged = JUDGED,
    at: datetime = AT,
    **sent: Any,
) -> Entry:
    """Something that two people read and that has its place; `sent` is what else the sender sent, or in other words."""
    area = sent.pop("area", town.area)
    plain = intake.Sending(
        token=f"form of {title:>40}",
        told=intake.Telling(text=text),
        may_share=True,
        area=area,
        place=town.street if area == town.area else None,
    )
    came = intake.receive(town.municipality, sending=replace(plain, **sent), actor=TELLER, at=at).entry
    strength = StrengthKind.GROUPS if kind is EntryKind.STRENGTH else None
    made = intake.Prepared(kind=kind, title=title, text=text, strength_kind=strength)
    intake.prepare(came, prepared=made, actor=town.coordinator, at=at)
    return intake.place(came, judged=judged, actor=town.area_manager, at=at).entry


def many(town: Town, number: int) -> None:
    """So many of both, each told a day after the one before it; half of them stories."""
    for n in range(number):
        at = AT - timedelta(days=200 - n)
        row = Entry.objects.create(
            municipality=town.municipality,
            area=town.area,
            code_hash=f"hash-{n}",
            route=Route.WEB,
            received_at=at,
            status=EntryStatus.ANSWERED,
            status_since=at.date(),
            outcome=Outcome.PLACED,
            prepared_by_id=town.coordinator.user_id,
            decided_by_id=town.area_manager.user_id,
            kind=EntryKind.STORY if n % 2 else EntryKind.IDEA,
            may_share=True,
            title="" if n % 2 else f"Idee {n:03}",
            text="" if n % 2 else "Zo zou het kunnen.",
        )
        if n % 2:
            _shared(town, row, n)


def _shared(town: Town, row: Entry, n: int) -> None:
    story = Story.objects.create(
        municipality=town.municipality,
        area=town.area,
        entry=row,
        status=StoryStatus.SHARED,
        status_since=AT.date(),
        told_on=row.received_at.date(),
        title=f"Verhaal {n:03}",
        text="Zo is het.",
        folded=f"verhaal {n:03} zo is het.",
        lapses_on=AT.date(),
        expires_on=later(700).date(),
    )
    Consent.objects.create(
        story=story,
        scope=Scope.PUBLIC,
        wording="1",
        given_on=AT.date(),
        way=ConsentWay.LINK,
        expires_on=later(700).date(),
    )
