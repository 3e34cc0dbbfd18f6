"""What a network was asked to advise on: by the request for advice of its body, like any body."""

from typing import Final

from django.utils.translation import gettext as _

from wijkaanzet.decisions.access import advice_requests
from wijkaanzet.decisions.labels import ADVICE_STATUSES
from wijkaanzet.decisions.rules import AdviceStatus
from wijkaanzet.kernel import clock
from wijkaanzet.networks.models import Network
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.numbers import day
from wijkaanzet.web.pages.networks import AdviceLine
from wijkaanzet.web.parts.notices import Badge
from wijkaanzet.web.tenancy import address

MOST_ADVICE: Final = 6
"""The newest; older advice stands with the decision that it belongs to."""


def advice_links(request: Request, network: Network) -> tuple[AdviceLine, ...]:
    """What it was asked to advise on, the newest first, as far as who reads may know of it; two queries."""
    seen = advice_requests(actor_of(request), request.municipality, on=clock.today()).filter(body=network.body_id)
    return tuple(
        AdviceLine(
            label=_("Advice that was asked on %(day)s") % {"day": day(one.asked_on)},
            href=address(request, "advice", public_id=one.public_id),
            state=Badge(label=str(ADVICE_STATUSES[AdviceStatus(one.status)])),
        )
        for one in seen.order_by("-asked_on", "-id")[:MOST_ADVICE]
    )
