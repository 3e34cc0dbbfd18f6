"""The page that shows all parts; its form is sent by GET to the page itself, and nothing is kept."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from wijkaanzet.web.pages.style import StylePage
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.parts.notices import Alert
from wijkaanzet.web.style.about import about
from wijkaanzet.web.style.cards import card_samples
from wijkaanzet.web.style.comparing import comparing_samples
from wijkaanzet.web.style.form import SampleFileForm, SampleForm
from wijkaanzet.web.style.pictures import picture_samples
from wijkaanzet.web.style.signs import PAGES, sign_samples

WRONG = "?fout=1&people=veel&start_day=31&start_month=2&start_year=2018"
"""Answers that show each kind of mistake."""


@require_safe
def style(request: HttpRequest) -> HttpResponse:
    """Every part of the look, with the form as far as it was filled in."""
    form = _form(request)
    page = StylePage(
        about=about(),
        signs=sign_samples(_place_in_list(request)),
        cards=card_samples(),
        pictures=picture_samples(),
        comparing=comparing_samples(),
        form=form,
        file_form=SampleFileForm(),
        buttons=Buttons(
            submit=_("Check my answers"),
            actions=(Action(label=_("Show what goes wrong"), href=WRONG, kind="secondary"),),
        ),
        row=Buttons(
            actions=(
                Action(label=_("See the questions"), href="#field"),
                Action(label=_("See the steps"), href="#timeline", kind="secondary"),
            )
        ),
        accepted=_accepted() if form.is_valid() else None,
    )
    return render(request, "web/style.html", {"page": page})


def _form(request: HttpRequest) -> SampleForm:
    """Empty at first; filled in once an answer, or the sign to show mistakes, stands in the address."""
    asked = "fout" in request.GET or any(name in request.GET for name in SampleForm.base_fields)
    return SampleForm(request.GET if asked else None)


def _accepted() -> Alert:
    return Alert(text=_("All questions are answered well. Nothing was kept."), tone="good")


def _place_in_list(request: HttpRequest) -> int:
    asked = request.GET.get("pagina", "")
    return min(max(int(asked), 1), PAGES) if asked.isdecimal() and len(asked) < 4 else 1
