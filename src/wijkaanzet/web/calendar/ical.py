"""A calendar as a file of iCalendar (RFC 5545), for the agenda that somebody keeps already."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard
from icalendar.prop import vRecur, vText

CONTENT_TYPE: Final = "text/calendar; charset=utf-8"
ZONE: Final = ZoneInfo("Europe/Amsterdam")
LOOK_AGAIN: Final = timedelta(hours=6)
"""How often a program is asked to come back."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """Something on a day, or at a time of the Netherlands."""

    uid: str
    """The same every time that the file is made: by it a program knows that it is still the same thing."""
    title: str
    starts: date | datetime
    text: str = ""
    place: str = ""
    href: str = ""
    """The whole address of where it can be read."""
    off: bool = False
    """Called off: the program takes it away, or strikes it out."""


def calendar_file(name: str, entries: Iterable[Entry], *, host: str, made_at: datetime) -> bytes:
    """The file with these entries, in their order; `host` makes their ids differ from those of other sites."""
    calendar = Calendar()
    calendar.add("prodid", "-//Wijk aan Zet//wijkaanzet//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", vText(name))
    calendar.add("x-wr-timezone", ZONE.key)
    calendar.add("refresh-interval", LOOK_AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add_component(_zone())
    for entry in entries:
        calendar.add_component(_event(entry, host=host, made_at=made_at))
    content: bytes = calendar.to_ical()
    return content


def _event(entry: Entry, *, host: str, made_at: datetime) -> Event:
    event = Event()
    event.add("uid", f"{entry.uid}@{host}")
    event.add("dtstamp", made_at)
    timed = isinstance(entry.starts, datetime)
    event.add("dtstart", entry.starts.astimezone(ZONE) if isinstance(entry.starts, datetime) else entry.starts)
    event.add("summary", entry.title)
    event.add("status", "CANCELLED" if entry.off else "CONFIRMED")
    event.add("transp", "OPAQUE" if timed else "TRANSPARENT")  # a day on which something may be done keeps nobody busy
    for key, value in (("description", entry.text), ("location", entry.place), ("url", entry.href)):
        if value:
            event.add(key, value)
    return event


def _zone() -> Timezone:
    """The clock of the Netherlands since 1996 (directive 2000/84/EC): the last Sundays of March and October."""
    zone, winter, summer = Timezone(), timedelta(hours=1), timedelta(hours=2)
    zone.add("tzid", ZONE.key)
    for part, starts, before, after, name in (
        (TimezoneDaylight(), datetime(1996, 3, 31, 2), winter, summer, "CEST"),  # noqa: DTZ001  # the zone itself
        (TimezoneStandard(), datetime(1996, 10, 27, 3), summer, winter, "CET"),  # noqa: DTZ001
    ):
        part.add("dtstart", starts)
        part.add("rrule", vRecur(freq="yearly", bymonth=starts.month, byday="-1SU"))
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("tzname", name)
        zone.add_component(part)
    return zone
