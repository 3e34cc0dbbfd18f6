"""The anonymous card of a network: on paper, and the cards of a meeting counted."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from wijkaanzet.kernel import clock
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.networks import operations, queries
from wijkaanzet.networks.labels import CARD_GROUPS, CARD_QUESTIONS
from wijkaanzet.networks.models import Meeting
from wijkaanzet.networks.rules import GROUPS, PROCESS, CardGroup, Tally
from wijkaanzet.networks.rules.meetings import MOST_OTHERS, WAS_HELD
from wijkaanzet.web import numbers
from wijkaanzet.web.acts import Act, ActForm, answer, attempt, filled_in
from wijkaanzet.web.documents.card_paper import CardPaper, PaperQuestion, card_pdf
from wijkaanzet.web.http import Request
from wijkaanzet.web.networks import words
from wijkaanzet.web.networks.who import meeting_to_keep, network_to_read
from wijkaanzet.web.networks_part import build
from wijkaanzet.web.pages.taking_part import CardQuestionFields, CardsPage
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.tenancy import address


class CardsForm(ActForm):
    """How many cards named each group; empty is none."""

    def __init__(self, data: QueryDict | None, *, counted: Tally) -> None:
        super().__init__(data)
        wrong = _("Fill in a number from 0 to %(most)s, or nothing.") % {"most": numbers.count(str(MOST_OTHERS))}
        for group in CardGroup:
            self.fields[group] = forms.IntegerField(
                label=capfirst(str(CARD_GROUPS[group])),
                required=False,
                min_value=0,
                max_value=MOST_OTHERS,
                initial=counted.get(group),
                widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
                error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), wrong),
            )

    @property
    def cards(self) -> dict[CardGroup, int]:
        """What was filled in."""
        return {group: self.cleaned_data[group] or 0 for group in CardGroup}


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def count(request: Request, network: str, public_id: str) -> HttpResponse:
    """Write down how many cards of a meeting named each group."""
    meeting = meeting_to_keep(request, network, public_id)
    back = address(request, "network-taking-part", network=network)
    if request.method != "POST" and meeting.status not in WAS_HELD:
        return redirect(words.meeting_href(request, meeting))
    form = CardsForm(filled_in(request), counted=queries.cards_of(meeting))
    if form.is_valid() and _counted(request, meeting, form):
        messages.success(request, _("The cards are counted. You can throw them away now."))
        return redirect(back)
    page = CardsPage(
        place=words.place(request, meeting.network),
        lead=_("The meeting on %(day)s") % {"day": words.day_of(meeting)},
        questions=tuple(
            CardQuestionFields(title=str(CARD_QUESTIONS[question]), fields=tuple(form[group] for group in groups))
            for question, groups in GROUPS.items()
        ),
        buttons=Buttons(
            submit=_("Keep it"), actions=(Action(label=_("Back to who takes part"), href=back, kind="secondary"),)
        ),
        paper=build.card_paper(request, meeting.network),
    )
    return answer(request, "web/network_cards.html", page=page, form=form)


@require_safe
def card_paper(request: Request, network: str) -> HttpResponse:
    """The card as a PDF: four on a sheet, to cut."""
    found = network_to_read(request, network)
    area = found.body.area
    paper = CardPaper(
        municipality=request.municipality.name,
        network=found.body.name,
        questions=tuple(
            PaperQuestion(
                text=str(CARD_QUESTIONS[question]), answers=tuple(capfirst(str(CARD_GROUPS[one])) for one in groups)
            )
            for question, groups in GROUPS.items()
        ),
        fictional=area is not None and area.division.fictional,
    )
    content = card_pdf(paper, language=get_language() or "nl", made_at=clock.now())
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{request.municipality.slug}-{network}-kaartje.pdf"'
    return response


def _counted(request: Request, meeting: Meeting, form: CardsForm) -> bool:
    done = attempt(
        request,
        lambda actor, at: operations.count_cards(meeting, cards=form.cards, actor=actor, at=at),
        act=Act("networks.meeting.cards_counted", Subject(PROCESS, meeting.pk)),
        form=form,
    )
    return done is not None
