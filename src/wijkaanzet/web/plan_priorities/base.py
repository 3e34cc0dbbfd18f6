"""The base of a plan: the professionals who are there in any case, guaranteed and not asked about."""

from collections.abc import Iterable, Sequence

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from wijkaanzet.people.access import public_organisations
from wijkaanzet.people.models import Organisation
from wijkaanzet.plans import operations, queries
from wijkaanzet.plans.models import BaseCapacity, Plan
from wijkaanzet.plans.rules.base import MOST_BASE, MOST_HOURS_A_WEEK, NewBase
from wijkaanzet.web.acts import ActForm, answer, attempt, filled_in
from wijkaanzet.web.http import Request
from wijkaanzet.web.networks.looking import box_of, fit_to_be_read
from wijkaanzet.web.pages.plan_priorities import BaseFields, BasePage
from wijkaanzet.web.parts.as_it_is_now import AsItIsNow, rows_sent
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.plan_priorities import words
from wijkaanzet.web.plan_reading.words import base_lines
from wijkaanzet.web.plan_trail import trail
from wijkaanzet.web.plan_writing.who import keeps, plan_to_write

MORE = 3
"""Empty lines under those that stand there."""
NAMES = ("organisation", "what", "hours")


class BaseForm(ActForm):
    """One line for each organisation that is there in any case; a line whose words are emptied is left out."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    """The mark of the lines as they were read; the page sends the one of now along."""

    def __init__(
        self, data: QueryDict | None, *, base: Sequence[BaseCapacity], organisations: Iterable[Organisation]
    ) -> None:
        super().__init__(data)
        self.fields["seen"].widget = AsItIsNow(queries.mark_of_base(base))
        choices = [("", _("choose who")), *((str(one.pk), one.name) for one in organisations)]
        self.lines = min(max(len(base) + MORE, rows_sent(data, "what")), MOST_BASE)
        for number in range(self.lines):
            row = base[number] if number < len(base) else None
            self._add_line(number, row, choices)

    def _add_line(self, number: int, row: BaseCapacity | None, choices: list[tuple[str, str]]) -> None:
        told = {"number": number + 1}
        self.fields[f"organisation-{number}"] = forms.ChoiceField(
            label=_("Line %(number)s: which organisation?") % told,
            choices=choices,
            required=False,
            initial=str(row.organisation_id) if row else "",
        )
        self.fields[f"what-{number}"] = forms.CharField(
            label=_("What do they do here?"), required=False, initial=row.what if row else ""
        )
        self.fields[f"hours-{number}"] = forms.IntegerField(
            label=_("How many hours a week?"),
            required=False,
            initial=row.hours_a_week if row else None,
            min_value=1,
            max_value=MOST_HOURS_A_WEEK,
            widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "wz-short"}),
            error_messages=dict.fromkeys(
                ("invalid", "min_value", "max_value"), _("Fill in a whole number of hours, such as 4.")
            ),
        )

    def clean(self) -> dict[str, object]:
        """A line that says what and not who is not whole."""
        told = super().clean() or self.cleaned_data
        for number in range(self.lines):
            if told.get(f"what-{number}") and not told.get(f"organisation-{number}"):
                self.add_error(f"organisation-{number}", _("Choose which organisation this is."))
        return told

    @property
    def told(self) -> dict[str, str]:
        """The words of each line, by the name of the question."""
        return {f"what-{number}": self.cleaned_data[f"what-{number}"] for number in range(self.lines)}

    @property
    def base(self) -> list[NewBase]:
        """The lines in which something stands."""
        told = self.cleaned_data
        return [
            NewBase(
                organisation_id=int(told[f"organisation-{number}"]),
                what=told[f"what-{number}"],
                hours_a_week=told[f"hours-{number}"],
            )
            for number in range(self.lines)
            if told[f"what-{number}"]
        ]


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def base(request: Request, public_id: str) -> HttpResponse:
    """Who writes along reads which professionals are there in any case; who keeps the network says it."""
    plan = plan_to_write(request, public_id)
    above, lines = trail(request, plan), base_lines(queries.base_kept(plan))
    if not keeps(request, plan):
        if request.method == "POST":
            raise Http404
        return render(request, "web/plan_base.html", {"page": BasePage(trail=above, lines=lines, form=None)})
    organisations = public_organisations(request.municipality).order_by("name", "id")
    form = BaseForm(filled_in(request), base=queries.base_of(plan), organisations=organisations)
    if form.is_valid() and fit_to_be_read(request, form, form.told) and _set(request, plan, form) is not None:
        messages.success(request, _("It is kept."))
        return redirect(above.plan_href)
    page = BasePage(trail=above, lines=lines, form=_fields(form, above.plan_href))
    return answer(request, "web/plan_base.html", page=page, form=form)


def _fields(form: BaseForm, plan_href: str) -> BaseFields:
    return BaseFields(
        seen=form["seen"],
        rows=tuple(tuple(form[f"{name}-{number}"] for name in NAMES) for number in range(form.lines)),
        looked=box_of(form),
        buttons=Buttons(
            submit=_("Keep it"), actions=(Action(label=_("Back to the plan"), href=plan_href, kind="secondary"),)
        ),
    )


def _set(request: Request, plan: Plan, form: BaseForm) -> list[BaseCapacity] | None:
    seen = form.cleaned_data["seen"]
    return attempt(
        request,
        lambda actor, at: operations.set_base(plan, base=form.base, seen=seen, actor=actor, at=at),
        act=words.act_on_plan("base_set", plan),
        form=form,
    )
