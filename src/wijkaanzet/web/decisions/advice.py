"""From requests for advice to what readers see of them: points beside answers, bodies and never persons."""

from collections.abc import Iterable

from wijkaanzet.decisions.labels import FOLLOWS
from wijkaanzet.decisions.models import AdviceRequest
from wijkaanzet.decisions.rules import Follow
from wijkaanzet.web.pages.advice import AdviceGiven, PointAnswered


def advice_given(requests: Iterable[AdviceRequest]) -> tuple[AdviceGiven, ...]:
    """What each body said, in the order given; the points were fetched with the requests."""
    return tuple(
        AdviceGiven(
            body=one.body.name,
            points=tuple(
                PointAnswered(
                    number=point.position,
                    text=point.text,
                    follow=str(FOLLOWS[Follow(point.follow)]) if point.follow else "",
                    answer=point.answer,
                )
                for point in one.points.all()
            ),
        )
        for one in requests
    )
