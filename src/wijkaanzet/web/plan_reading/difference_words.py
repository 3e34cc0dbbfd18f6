"""Each change of a plan as a sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from wijkaanzet.plans.labels import BRINGERS, CONTRIBUTION_KINDS, PLACE_KINDS, REASON_KINDS
from wijkaanzet.plans.rules.content import (
    AgreementKept,
    AskKept,
    BaseKept,
    ContributionKept,
    PlanContent,
    PriorityKept,
    ReasonKept,
)
from wijkaanzet.plans.rules.edition_changes import PlanChange
from wijkaanzet.plans.rules.priorities import ReasonKind
from wijkaanzet.plans.rules.priority_changes import Pair, PriorityChange
from wijkaanzet.scans.rules.frozen import FrozenFigure, from_json
from wijkaanzet.web.neighbourhood_scan import figures
from wijkaanzet.web.plan_reading import words
from wijkaanzet.web.plan_reading.belongs import Listed
from wijkaanzet.web.plan_reading.parts import MoneyParts
from wijkaanzet.web.plan_reading.priorities import measured_in


@dataclass(frozen=True)
class Names:
    """What the municipality calls its parts of the money, functions, themes and goals."""

    parts: MoneyParts
    listed: Listed


def new_priority(priority: PriorityKept, names: Names) -> Iterator[str]:
    """What people do or want, and who brings what."""
    if priority.informal_says:
        yield priority.informal_says
    for one in priority.contributions:
        yield _brings(_("%(who)s brings: %(what)s."), one, names)


def priority(changed: PriorityChange, names: Names) -> Iterator[str]:
    """What is otherwise in a priority: people first, then why and how we will know, where it belongs last."""
    before, after = changed.before, changed.after
    if changed.called_otherwise:
        yield _("It was called “%(title)s”.") % {"title": before.title}
    if changed.elsewhere:
        yield _("The place is now: %(place)s.") % {"place": _place(before, after)}
    if changed.informal_otherwise:
        yield _("Now it says of residents: %(says)s") % {"says": _informal(after)}
    yield from _contributions(changed, names)
    yield from _asks(changed)
    yield from _why(changed)
    if changed.known_otherwise:
        figure = measured_in(after)
        how = words.known_by(after, figure=figure.label if figure else after.figure)
        yield _("How people will know it: %(how)s") % {"how": how or _("That is not said any more.")}
    if changed.put_elsewhere and names.listed.of(before) != names.listed.of(after):
        yield _("It now belongs to: %(line)s.") % {"line": names.listed.of(after) or _("nothing in particular")}


def _place(before: PriorityKept, after: PriorityKept) -> str:
    where = words.place(after) or _("no place in particular")
    return where if where != words.place(before) else f"{where} ({PLACE_KINDS[after.place_kind]})"


def _informal(after: PriorityKept) -> str:
    badge = words.informal(after)
    return " ".join(filter(None, (f"{badge.label}." if badge else _("Nobody knows yet."), after.informal_says)))


def _contributions(changed: PriorityChange, names: Names) -> Iterator[str]:
    yield from (_brings(_("New: %(who)s brings: %(what)s."), one, names) for one in changed.came)
    yield from (_brings(_("%(who)s said yes to: %(what)s."), one, names) for one in changed.said_yes)
    yield from filter(None, (_altered(pair, names) for pair in changed.altered))
    yield from (_brings(_("%(who)s is asked again: %(what)s."), one, names) for one in changed.no_yes)
    yield from (_brings(_("No longer: %(who)s, %(what)s."), one, names) for one in changed.went)


def _brings(sentence: str, one: ContributionKept, names: Names) -> str:
    facts = ", ".join(filter(None, (one.what, *words.brings(one, names.parts))))
    said = sentence % {"who": one.who, "what": facts}
    return _("%(line)s They say: “%(says)s”") % {"line": said, "says": one.says} if one.says else said


def _altered(pair: Pair, names: Names) -> str:
    """What somebody brings now and what it was, or other words with it; empty when it reads the same."""
    before, after = pair
    was, now = _whole(before, after, names), _whole(after, before, names)
    if was != now:
        return _("%(who)s now brings: %(now)s. It was: %(was)s.") % {"who": after.who, "now": now, "was": was}
    return _("%(who)s now says: “%(says)s”") % {"who": after.who, "says": after.says} if after.says else ""


def _whole(one: ContributionKept, other: ContributionKept, names: Names) -> str:
    """Everything of what is brought by which it is told from another."""
    who = one.who if one.who != other.who else ""
    bringer = str(BRINGERS[one.bringer]) if one.bringer is not other.bringer else ""
    kind = str(CONTRIBUTION_KINDS[one.kind]) if one.kind is not other.kind else ""
    return ", ".join(filter(None, (who, bringer, one.what, kind, *words.amounts(one, names.parts))))


def _asks(changed: PriorityChange) -> Iterator[str]:
    yield from (_asked(_("Asked of %(who)s: %(question)s"), one) for one in changed.asked)
    for one in changed.answered:
        answer = " ".join(filter(None, (f"{words.asked(one).label}.", one.answer)))
        yield _("%(who)s answered: %(answer)s") % {"who": one.to_whom, "answer": answer}
    yield from (_asked(_("Not asked any more of %(who)s: %(question)s"), one) for one in changed.not_asked)


def _asked(sentence: str, one: AskKept) -> str:
    return sentence % {"who": one.to_whom, "question": one.question}


def _why(changed: PriorityChange) -> Iterator[str]:
    yield from (_("A new reason: %(reason)s.") % {"reason": _reason(one)} for one in changed.reasons_came)
    yield from (_("No reason any more: %(reason)s.") % {"reason": _reason(one)} for one in changed.reasons_went)
    for was, now in changed.figures:
        then, newer = from_json(was), from_json(now)
        told = {"label": newer.label, "now": _figure(newer), "was": _figure(then)}
        yield _("%(label)s is now %(now)s. It was %(was)s.") % told


def _reason(one: ReasonKept) -> str:
    """Of what people told only that it is there: they may take it back."""
    if one.kind is ReasonKind.TOLD:
        return str(REASON_KINDS[one.kind])
    return f"“{one.says.rstrip('. ')}”" if one.frozen is None else from_json(one.frozen).label


def _figure(one: FrozenFigure) -> str:
    return f"{figures.value(one)} ({one.year}, {one.source})"


def base(found: PlanChange) -> Iterator[str]:
    """Who are there in any case now, and who were."""
    yield from _base(found.base_came, _("Now also there: %(line)s."))
    yield from _base(found.base_went, _("Was: %(line)s."))


def _base(lines: Iterable[BaseKept], sentence: str) -> Iterator[str]:
    told = (", ".join(filter(None, (one.organisation, one.what, words.base_hours(one)))) for one in lines)
    yield from (sentence % {"line": line} for line in told)


def pictures(found: PlanChange, now: PlanContent) -> Iterator[str]:
    """Which photos came and went, by what can be seen on them."""
    yield from (_("New photo: %(alt)s") % {"alt": one.alt} for one in found.pictures_came)
    titles = {one.public_id: one.title for one in now.priorities}
    for was, one in found.pictures_altered:
        if was.alt != one.alt:
            yield _("What a photo shows is now told so: %(alt)s") % {"alt": one.alt}
        if was.priority != one.priority:
            where = titles.get(one.priority) or _("The whole plan")
            yield _("This photo now stands with “%(where)s”: %(alt)s") % {"where": where, "alt": one.alt}
    yield from (_("No longer there: the photo of %(alt)s") % {"alt": one.alt} for one in found.pictures_went)


def agreed(before: AgreementKept | None, after: AgreementKept | None) -> Iterator[str]:
    """How the network agreed now, and which other voices came and went."""
    yield words.agreed(after) or _("The network did not agree yet.")
    then, now = (one.dissents if one else () for one in (before, after))
    for one in now:
        if one not in then:
            yield _("%(who)s see it otherwise: “%(text)s”") % {"who": one.by_whom or _("Some"), "text": one.text}
    for one in then:
        if one not in now:
            yield _("No longer said: “%(text)s”") % {"text": one.text}
