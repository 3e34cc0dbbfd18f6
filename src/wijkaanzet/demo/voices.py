"""What people of the demo told, read and answered by its readers, and the scans that their network made of it.

All of it stands in the file `<municipality>-voices.toml` and goes through operations, day after day.
"""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any, Final

from wijkaanzet.areas.models import Area, Division
from wijkaanzet.demo.profile import morning
from wijkaanzet.intake import operations as intake
from wijkaanzet.intake.models import Entry
from wijkaanzet.intake.rules import EntryKind, Route, StrengthKind, Tone
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people.rules import Role
from wijkaanzet.scans import operations as scans
from wijkaanzet.scans.models import Scan, ScanComment
from wijkaanzet.scans.rules.scan import STORY, VOICE, Chosen, FilledSection, HowSure, ScanPartKey
from wijkaanzet.stories import operations as stories
from wijkaanzet.stories.models import Prompt, Story
from wijkaanzet.stories.rules import ConsentWay, Scope, Yes

DATA: Final = Path(__file__).parent / "data"
VISITOR: Final = Actor(user_id=None, channel=Channel.DEMO)
READ_AFTER, AGAIN_AFTER, SAID_AFTER = timedelta(days=1), timedelta(days=2), timedelta(days=3)

Told = Mapping[str, Any]
Actors = Mapping[Role, Actor]


def file_of(slug: str) -> Path:
    """Where it stands what people told in a municipality."""
    return DATA / f"{slug}-voices.toml"


def told_in(slug: str) -> Mapping[str, Any]:
    """All that stands in that file."""
    return tomllib.loads(file_of(slug).read_text(encoding="utf-8"))


def tell_all(place: Division, actors: Actors) -> None:
    """Let everybody tell, read, answer and make scans, in the order of the days."""
    told = told_in(place.municipality.slug)
    area = Area.objects.select_related("division__municipality").get(division=place, slug=told["area"])
    voices = _Voices(area, actors, told)
    for _day, act in sorted(voices.acts(), key=lambda one: one[0]):
        act()


@dataclass
class _Voices:
    """One neighbourhood, and what was told there so far."""

    area: Area
    actors: Actors
    told: Mapping[str, Any]
    prompt: Prompt | None = None
    subjects: dict[str, Subject] = field(default_factory=dict)

    def acts(self) -> list[tuple[date, Callable[[], object]]]:
        """What happens on which day."""
        found: list[tuple[date, Callable[[], object]]] = [(date(2016, 12, 1), self._ask)]
        for one in self.told["told"]:
            found.append((one["told"], partial(self._tell, one)))
            if "withdrawn" in one:
                found.append((one["withdrawn"], partial(self._withdraw, one)))
        found += [(one["told"], partial(self._wait, one)) for one in self.told["waiting"]]
        found += [(one["started"], partial(self._scan, one)) for one in self.told["scan"]]
        return found

    def _ask(self) -> None:
        for question in self.told["prompts"]:
            self.prompt = stories.add_prompt(
                self.area.division.municipality,
                question=question,
                area=self.area,
                ends_before=None,
                actor=self.actors[Role.COORDINATOR],
                at=morning(date(2016, 12, 1)),
            )

    def _receive(self, one: Told) -> Entry:
        route = Route(one["route"])
        sending = intake.Sending(
            token=f"demo:{self.area.slug}:{one['told'].isoformat()}:{one['text'][:20]}",
            told=intake.Telling(text=one["text"], title=one.get("title", ""), meaning=one.get("meaning", "")),
            may_share=one.get("shared", True),
            route=route,
            area=self.area,
            about=Subject("stories.prompt", self.prompt.pk) if one.get("prompt") and self.prompt else None,
        )
        actor = VISITOR if route is Route.WEB else self.actors[Role.COORDINATOR]
        town = self.area.division.municipality
        return intake.receive(town, sending=sending, actor=actor, at=morning(one["told"])).entry

    def _prepare(self, entry: Entry, one: Told, kind: EntryKind) -> Entry:
        prepared = intake.Prepared(
            kind=kind,
            title=one["title"],
            text=one["text"],
            meaning=one.get("meaning", ""),
            tone=Tone(one["tone"]) if "tone" in one else None,
            strength_kind=StrengthKind(one["strength"]) if "strength" in one else None,
        )
        at = morning(one["told"] + READ_AFTER)
        return intake.prepare(entry, prepared=prepared, actor=self.actors[Role.COORDINATOR], at=at)

    def _tell(self, one: Told) -> None:
        """Something that went all the way: told, made ready, let through, and for a story agreed to by its teller."""
        kind, manager = EntryKind(one["kind"]), self.actors[Role.AREA_MANAGER]
        entry = self._prepare(self._receive(one), one, kind)
        judged = intake.Judged(risk=1, answer=one["answer"], finds_checked=True)
        at = morning(one["told"] + AGAIN_AFTER)
        if kind is not EntryKind.STORY:
            intake.place(entry, judged=judged, actor=manager, at=at)
            self.subjects[one["key"]] = Subject(VOICE, entry.pk)
            return
        story = stories.offer(entry, judged=judged, actor=manager, at=at)
        self.subjects[one["key"]] = Subject(STORY, story.pk)
        if "scopes" in one:
            yes = Yes(scopes=[Scope(scope) for scope in one["scopes"]], way=ConsentWay.LINK, of_age=True)
            stories.share(story, yes=yes, actor=VISITOR, at=morning(one["told"] + SAID_AFTER))

    def _withdraw(self, one: Told) -> None:
        story = Story.objects.get(pk=self.subjects[one["key"]].id)
        stories.withdraw(story, actor=VISITOR, at=morning(one["withdrawn"]))

    def _wait(self, one: Told) -> None:
        """Something that still waits for a reader, or for a second one."""
        entry = self._receive(one)
        if "made_ready" in one:
            self._prepare(entry, one, EntryKind(one["made_ready"]))

    def _scan(self, one: Told) -> None:
        """A scan that is made, laid before the network, commented on, and perhaps published."""
        coordinator = self.actors[Role.COORDINATOR]
        at = morning(one["started"])
        scan = scans.start_scan(self.area, year=one["year"], actor=coordinator, at=at)
        for key in ScanPartKey:
            filled = self._filled(one["sections"].get(key.value, {}))
            scans.fill_section(scan, section=key, filled=filled, actor=coordinator, at=at)
        scan = scans.ask_network(scan, actor=coordinator, at=morning(one["asked"]))
        comment = self._comment(scan, one["comment"])
        if "published" in one:
            at = morning(one["comment"]["answered"])
            scans.answer_comment(comment, answer=one["comment"]["answer"], actor=coordinator, at=at)
            scans.publish_scan(scan, actor=coordinator, at=morning(one["published"]))

    def _filled(self, section: Told) -> FilledSection:
        figures = [Chosen(figure=slug) for slug in section.get("figures", [])]
        voices = [Chosen(subject=self.subjects[key]) for key in section.get("told", [])]
        sure = HowSure(section["sure"]) if "sure" in section else None
        return FilledSection(words=section.get("words", ""), sure=sure, items=(*figures, *voices))

    def _comment(self, scan: Scan, one: Told) -> ScanComment:
        member = self.actors[Role.NETWORK_MEMBER]
        section = ScanPartKey(one["section"])
        return scans.comment(scan, section=section, text=one["text"], actor=member, at=morning(one["given"]))
