"""Why something is a priority: a figure, what somebody told, or "we want this"."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from wijkaanzet.kernel import clock
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.plans import operations, queries
from wijkaanzet.plans.models import Priority, Reason
from wijkaanzet.plans.queries import ReasonInFull
from wijkaanzet.plans.rules.priorities import NewReason, ReasonKind
from wijkaanzet.scans.labels import GONE
from wijkaanzet.scans.queries import ToldWords, offered_in
from wijkaanzet.scans.rules.frozen import FrozenFigure
from wijkaanzet.web.acts import ActForm, answer, attempt, filled_in
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.neighbourhood_scan import figures
from wijkaanzet.web.networks.looking import box_of, fit_to_be_read
from wijkaanzet.web.pages.plan_priorities import ReasonChoice, ReasonGroup, ReasonsPage
from wijkaanzet.web.parts.as_it_is_now import AsItIsNow, rows_sent
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.plan_priorities import words
from wijkaanzet.web.plan_priorities.who import priority_to_write
from wijkaanzet.web.plan_trail import trail

WISHES = 3
"""Places for what people want; more is rarely said of one priority."""
NOTE = 160
STANDS, TOLD, FIGURES = "stands", "told", "figures"
GROUPS = {
    STANDS: gettext_lazy("What stands there now"),
    TOLD: gettext_lazy("What people told here"),
    FIGURES: gettext_lazy("Figures of the neighbourhood"),
}


@dataclass(frozen=True)
class Choice:
    """A figure or something that was told, and whether it stands there already."""

    key: str
    reason: NewReason
    label: str
    note: str
    group: str


class ReasonsForm(ActForm):
    """What people want, and what else it rests on; all may stay empty."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    """The mark of the reasons as they were read; the page sends the one of now along."""

    def __init__(self, data: QueryDict | None, *, choices: Iterable[Choice], wishes: list[str], now: str) -> None:
        super().__init__(data)
        self.fields["seen"].widget = AsItIsNow(now)
        self.choices = {one.key: one for one in choices}
        self.places = max(WISHES, len(wishes) + 1, rows_sent(data, "wish"))
        for number in range(self.places):
            self.fields[f"wish-{number}"] = forms.CharField(
                label=_("We want this") if number == 0 else _("And this"),
                required=False,
                initial=wishes[number] if number < len(wishes) else "",
            )
        for one in self.choices.values():
            is_in = one.group == STANDS
            self.fields[one.key] = forms.BooleanField(label=one.label, required=False, initial=is_in)

    @property
    def wishes(self) -> dict[str, str]:
        """What people want, by the name of the question; places that stayed empty are left out."""
        names = (f"wish-{number}" for number in range(self.places))
        return {name: self.cleaned_data[name] for name in names if self.cleaned_data[name]}

    @property
    def reasons(self) -> list[NewReason]:
        """Wishes first, then what was ticked."""
        wishes = [NewReason(kind=ReasonKind.WISH, says=says) for says in self.wishes.values()]
        return [*wishes, *(one.reason for key, one in self.choices.items() if self.cleaned_data[key])]


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def reasons(request: Request, public_id: str, priority: str) -> HttpResponse:
    """Say why something is a priority."""
    kept, today = priority_to_write(request, public_id, priority), clock.today()
    (full,) = queries.in_full(kept.plan, [kept], on=today)
    wishes = [one.reason.says for one in full.reasons if one.reason.kind == ReasonKind.WISH]
    choices = list(_choices(request, kept, full.reasons, today=today))
    form = ReasonsForm(filled_in(request), choices=choices, wishes=wishes, now=queries.mark_of_reasons(kept))
    if form.is_valid() and fit_to_be_read(request, form, form.wishes) and _set(request, kept, form) is not None:
        messages.success(request, _("It is kept."))
        return redirect(words.href(request, kept))
    return answer(request, "web/priority_reasons.html", page=_page(request, kept, form), form=form)


def _choices(request: Request, priority: Priority, stands: Iterable[ReasonInFull], *, today: date) -> Iterator[Choice]:
    """What stands there first; then what can be chosen besides."""
    inside = [_stands(one) for one in stands if one.reason.kind != ReasonKind.WISH]
    yield from inside
    area, known = priority.plan.network.body.area, {one.key for one in inside}
    if area is None:
        return
    there = offered_in(actor_of(request), area, on=today)
    for choice in (*map(_told, there.told.items()), *map(_figure, there.figures)):
        if choice.key not in known:
            yield choice


def _stands(one: ReasonInFull) -> Choice:
    reason = one.reason
    if one.figure is not None:
        found = _figure(one.figure)
    elif one.told is not None and reason.subject_id is not None:
        found = _told((Subject(reason.subject_kind, reason.subject_id), one.told))
    else:
        found = _gone(one)
    return Choice(found.key, found.reason, found.label, found.note, STANDS)


def _gone(one: ReasonInFull) -> Choice:
    reason, note = one.reason, str(GONE[one.gone]) if one.gone else _("It cannot be read any more. Leave it out.")
    if reason.subject_id is None:
        new = NewReason(kind=ReasonKind.FIGURE, figure=reason.figure)
        return Choice(f"figure-{reason.figure}", new, reason.figure, note, STANDS)
    subject = Subject(reason.subject_kind, reason.subject_id)
    return Choice(
        _key(subject), NewReason(kind=ReasonKind.TOLD, subject=subject), _("Something that was told"), note, STANDS
    )


def _told(found: tuple[Subject, ToldWords]) -> Choice:
    subject, told = found
    note = Truncator(" ".join(told.text.split())).chars(NOTE)
    return Choice(_key(subject), NewReason(kind=ReasonKind.TOLD, subject=subject), f"“{told.title}”", note, TOLD)


def _figure(figure: FrozenFigure) -> Choice:
    new, note = NewReason(kind=ReasonKind.FIGURE, figure=figure.slug), f"{figures.value(figure)} · {figure.year}"
    return Choice(f"figure-{figure.slug}", new, figure.label, f"{note} · {figure.source}", FIGURES)


def _key(subject: Subject) -> str:
    return f"{subject.kind}-{subject.id}"


def _page(request: Request, priority: Priority, form: ReasonsForm) -> ReasonsPage:
    back = Action(label=_("Back to the priority"), href=words.href(request, priority), kind="secondary")
    return ReasonsPage(
        trail=trail(request, priority.plan),
        seen=form["seen"],
        wishes=tuple(form[f"wish-{number}"] for number in range(form.places)),
        groups=tuple(_groups(form)),
        looked=box_of(form),
        buttons=Buttons(submit=_("Keep it"), actions=(back,)),
    )


def _groups(form: ReasonsForm) -> Iterator[ReasonGroup]:
    for name, title in GROUPS.items():
        rows = tuple(
            ReasonChoice(tick=form[one.key], label=one.label, note=one.note)
            for one in form.choices.values()
            if one.group == name
        )
        if rows:
            ticked = any(bool(one.tick.value()) for one in rows)
            yield ReasonGroup(title=str(title), rows=rows, open=name == STANDS or ticked)


def _set(request: Request, priority: Priority, form: ReasonsForm) -> list[Reason] | None:
    seen = form.cleaned_data["seen"]
    return attempt(
        request,
        lambda actor, at: operations.set_reasons(priority, reasons=form.reasons, seen=seen, actor=actor, at=at),
        act=words.act_on_priority("reasoned", priority),
        form=form,
    )
