"""What stands there already is asked again: what somebody else wrote meanwhile is said beside each answer."""

from collections.abc import Iterable, Sequence
from datetime import date, time
from typing import ClassVar

from django import forms
from django.forms.boundfield import BoundField
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.networks import queries
from wijkaanzet.networks.models import AgendaItem, Agreement, Meeting, Member, Network
from wijkaanzet.web.acts import ActForm
from wijkaanzet.web.networks.forms import DescribeForm
from wijkaanzet.web.networks.meeting_forms import MeetingForm, OthersField, ReportForm, who_came
from wijkaanzet.web.numbers import day
from wijkaanzet.web.parts.as_it_is_now import AsItIsNow


class ReadForm(ActForm):
    """Asks about what is there, and sends along which it was that was read."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    stood: frozenset[str] = frozenset()
    """The questions to which there is an answer now."""

    def as_read(self, mark: str) -> None:
        """Send this mark along, or the one of when it was read."""
        self.stood = self.stood or frozenset(self.fields) - {"seen"}
        self.fields["seen"].widget = AsItIsNow(mark)

    def refuse(self, refused: Refused) -> None:
        """Say it; and beside each answer that differs from what is there now, what that is."""
        super().refuse(refused)
        if refused.key != "changed_meanwhile":
            return
        for name in self.stood.intersection(self.changed_data):
            now = _words(self[name])
            if " ".join(now.split()) != " ".join(str(self[name].value()).split()):
                self.add_error(name, _("It says now: %(says)s") % {"says": now or "–"})


class ChangeNetworkForm(ReadForm, DescribeForm):
    """What a network says of itself, again."""

    def __init__(self, data: QueryDict | None, *, network: Network) -> None:
        names = ("purpose", "meeting_place", "own_rule")
        super().__init__(data, initial={name: getattr(network, name) for name in names})
        self.as_read(queries.mark_of_network(network))


class LeadForm(ReadForm):
    """Who leads the talk, of who takes part."""

    refused_at: ClassVar[dict[str, str]] = {"leads_elsewhere": "leads", "membership_ended": "leads"}

    def __init__(self, data: QueryDict | None, *, people: Iterable[Member]) -> None:
        there = list(people)
        now = next((one for one in there if one.leads_talk), None)
        super().__init__(data, initial={"leads": str(now.pk) if now else ""})
        self.fields["leads"] = forms.ChoiceField(
            label=_("Who leads the talk at the table?"),
            choices=[
                ("", _("Nobody in particular")),
                *((str(one.pk), _name_and_seat(one)) for one in there),
            ],
            required=False,
            error_messages={"invalid_choice": _("This person does not take part any more. Choose again.")},
        )
        self.as_read(queries.mark_of_leading(now))

    @property
    def chosen(self) -> int | None:
        """The id of who was chosen; None for nobody in particular."""
        leads: str = self.cleaned_data["leads"]
        return int(leads) if leads else None


class ChangeMeetingForm(ReadForm, MeetingForm):
    """When and where people meet, again."""

    def __init__(self, data: QueryDict | None, *, today: date, planned: Meeting) -> None:
        super().__init__(data, today=today, planned=planned)
        self.as_read(queries.mark_of_meeting(planned))


class CorrectReportForm(ReadForm, ReportForm):
    """A report, again; an agreement that somebody else added meanwhile stands in it as it is."""

    def __init__(
        self, data: QueryDict | None, *, meeting: Meeting, items: Sequence[AgendaItem], standing: Sequence[Agreement]
    ) -> None:
        super().__init__(_with_added(data, standing), meeting=meeting, items=items, standing=standing)
        asked = (name for name in self.fields if name.rsplit("-", 1)[-1] not in self.fresh)
        self.stood = frozenset(asked) - {"seen"}
        self.as_read(queries.mark_of_report(meeting, items=items, agreements=standing))


class CorrectHeldForm(ReadForm):
    """Who came of the people who take part now, how many others, and where people met."""

    place = forms.CharField(label=gettext_lazy("Where did you meet?"))
    residents = OthersField(label=gettext_lazy("How many other residents came?"), required=False)
    professionals = OthersField(label=gettext_lazy("How many others came for their work?"), required=False)
    refused_at: ClassVar[dict[str, str]] = {
        "meeting_without_place": "place",
        "cards_too_many": "residents",
        "member_elsewhere": "came",
    }

    def __init__(
        self, data: QueryDict | None, *, meeting: Meeting, people: Sequence[tuple[int, str]], ticked: queries.Ticked
    ) -> None:
        now = {"residents": meeting.others_residents, "professionals": meeting.others_professionals}
        came = [str(id_) for id_ in sorted(ticked.members)]
        super().__init__(data, initial={**now, "place": meeting.place, "came": came})
        self.place_before = meeting.place
        if people:
            self.fields["came"] = who_came(people)
        self.order_fields(["came", "residents", "professionals", "place"])
        self.as_read(queries.mark_of_held(meeting, ticked=ticked))

    @property
    def came(self) -> set[int]:
        """The ids of the members who came."""
        return {int(one) for one in self.cleaned_data.get("came", [])}

    @property
    def public(self) -> dict[str, str]:
        """The place, when it is another one."""
        place: str = self.cleaned_data["place"]
        return {"place": place} if place != self.place_before else {}


def _with_added(data: QueryDict | None, standing: Sequence[Agreement]) -> QueryDict | None:
    """What was sent; an agreement of which no word was sent was not there yet, and is not emptied."""
    added = [one for one in standing if data is not None and f"text-kept{one.pk}" not in data]
    if data is None or not added:
        return data
    whole = data.copy()
    for one in added:
        again, key = one.look_again_on, f"kept{one.pk}"
        whole[f"text-{key}"], whole[f"by-{key}"] = one.text, one.by_whom
        for part in ("day", "month", "year") if again else ():
            whole[f"again-{key}_{part}"] = str(getattr(again, part))
    return whole


def _name_and_seat(member: Member) -> str:
    """By which two people of one name are told apart, as far as their seats do."""
    name = queries.named_of(member).name
    return f"{name} · {member.seat.name}" if member.seat else name


def _words(bound: BoundField) -> str:
    """The answer that is there now, as people read it."""
    field, now = bound.field, bound.initial
    if isinstance(field, forms.MultipleChoiceField):
        return ", ".join(str(words) for value, words in field.widget.choices if value in now)
    if isinstance(field, forms.ChoiceField):
        return next((str(words) for value, words in bound.field.widget.choices if value == now), "")
    if isinstance(now, bool):
        return _("yes") if now else _("no")
    if isinstance(now, date):
        return day(now)
    return f"{now:%H:%M}" if isinstance(now, time) else str(now if now is not None else "")
