"""Before words of a meeting become public: what in them may point at a person is shown to who wrote them."""

from collections.abc import Callable, Mapping
from typing import Final

from django import forms
from django.forms.boundfield import BoundField
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkaanzet.intake.queries import known_words
from wijkaanzet.intake.rules.working_texts import find_in_work
from wijkaanzet.kernel import clock
from wijkaanzet.plans.rules.cleaning import cleaned
from wijkaanzet.plans.rules.sections import LONGEST_SECTION
from wijkaanzet.web.acts import ActForm
from wijkaanzet.web.http import Request

LOOKED: Final = "looked"
LONGEST_READ: Final = LONGEST_SECTION
"""Characters; no text may be longer, so what is longer becomes public nowhere, and its length is what is said."""
MOST_SHOWN: Final = 10
LONGEST_SHOWN: Final = 40


def fit_to_be_read(request: Request, form: ActForm, answers: Mapping[str, str]) -> bool:
    """Whether everybody may read these answers, by name: nothing points at a person, or somebody looked.

    Otherwise what was found is said beside each answer, and the form gets a box to tick. The tick holds for what was
    shown with it: words that come in later are shown first. Call it on a valid form; costs six queries.
    """
    known = known_words(request.municipality)
    found = {name: _found(text, known) for name, text in answers.items()}
    shown = " · ".join(sorted({word for words in found.values() for word in words}))
    if not shown:
        return True
    looked = form.data.get(LOOKED) == shown
    form.fields[LOOKED] = _box(shown, ticked=looked)
    if looked:
        return True
    told = _(
        "Is this the name, number or address of a person: %(words)s? Then take it out. "
        "If not, tick the box under the form."
    )
    for name, words in found.items():
        if words:
            form.add_error(name, told % {"words": _listed(words)})
    return False


def box_of(form: ActForm) -> BoundField | None:
    """The box to tick, once something was found; a tick stays while another answer is not right yet."""
    ticked = form.data.get(LOOKED)
    if ticked and LOOKED not in form.fields:
        form.fields[LOOKED] = _box(ticked, ticked=True)
    return form[LOOKED] if LOOKED in form.fields else None


def _box(shown: str, *, ticked: bool) -> forms.BooleanField:
    """The box of what was shown: a tick holds for these words only."""
    return forms.BooleanField(
        label=gettext_lazy("I looked: nobody is meant, or they may be named as what they do"),
        required=False,
        widget=forms.CheckboxInput(attrs={"value": shown}, check_test=_always(ticked)),
    )


def _found(text: str, known: frozenset[str]) -> list[str]:
    """What was found in a text, each once and on one line; nothing in one that is too long to be kept."""
    if len(" ".join(cleaned(text).split())) > LONGEST_READ:
        return []
    found = find_in_work(text, known=known, year=clock.today().year)
    return list(dict.fromkeys(" ".join(one.text.split()) for one in found))


def _listed(words: list[str]) -> str:
    """The first words that were found, each cut short when it is long, and how many more there are."""
    shown = ", ".join(Truncator(one).chars(LONGEST_SHOWN) for one in words[:MOST_SHOWN])
    more = len(words) - MOST_SHOWN
    return _("%(words)s, and %(count)s more") % {"words": shown, "count": more} if more > 0 else shown


def _always(answer: bool) -> Callable[[object], bool]:
    return lambda _value: answer
