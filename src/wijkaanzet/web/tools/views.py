"""What the municipality means by its words, for everybody."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wijkaanzet.arrangements import queries
from wijkaanzet.kernel import clock
from wijkaanzet.plans.rules.tools import crosses
from wijkaanzet.web.http import Request
from wijkaanzet.web.pages.tools import OwnWordsPage
from wijkaanzet.web.parts.meaning import meaning
from wijkaanzet.web.tools.staircase import expected


@require_safe
def own_words(request: Request) -> HttpResponse:
    """The words of the arrangement, and what may be expected of the municipality where it has a staircase."""
    arrangement = queries.nearest(request.municipality, on=clock.today())
    staircase = arrangement.staircase
    page = OwnWordsPage(
        words=tuple(map(meaning, arrangement.own_words)),
        expected=expected(staircase, crosses(staircase)) if staircase else (),
    )
    return render(request, "web/own_words.html", {"page": page})
