"""Whose move is it: the card with the saffron edge."""

from dataclasses import dataclass
from typing import Literal

from django.utils.text import capfirst
from django.utils.translation import gettext


@dataclass(frozen=True, kw_only=True)
class Action:
    """A button or link to what can be done."""

    label: str
    href: str
    kind: Literal["primary", "secondary"] = "primary"


@dataclass(frozen=True, kw_only=True)
class MoveCard:
    """Who is to move, what for, and the term if a paid role has one."""

    who: str
    """Starts the heading, so with its article: "De beleidsmedewerker", "Het college van B en W"; empty: nobody."""
    title: str = ""
    """The heading when nobody is to move: "Het netwerk begint op 15 januari 2018"; empty: that nobody needs to."""
    text: str
    """One or two sentences on what happens now and what comes after."""
    term: str = ""
    """Words: "nog 22 dagen, tot en met 24 oktober 2017"; empty for residents and volunteers."""
    resting: str = ""
    """Why it rests, by whose choice, and when somebody looks again."""
    note: str = ""
    """What it means for who reads this: whether there is something to do."""
    actions: tuple[Action, ...] = ()
    level: Literal[2, 3] = 2
    """Heading level in the page."""
    uid: str = "move"
    """Must differ for two cards on one page."""

    @property
    def heading(self) -> str:
        """Who is to move, as a sentence in which the name may stand anywhere: "De gemeente is aan zet"."""
        return capfirst(gettext("it is %(who)s’s move") % {"who": f"{self.who[:1].lower()}{self.who[1:]}"})
