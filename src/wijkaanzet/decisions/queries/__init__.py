"""Reading decisions, advice and notices."""

from wijkaanzet.decisions.queries.advice import (
    advice_before,
    advice_ids,
    advice_labels,
    advice_on,
    advice_standing,
    advice_standings,
    advising_bodies,
    open_advice,
    points_of,
    unadvised,
)
from wijkaanzet.decisions.queries.deciding import (
    labels,
    newest_first,
    public_ids,
    standing,
    standings,
)
from wijkaanzet.decisions.queries.notices import (
    informed_bodies,
    notice_labels,
    notice_standing,
    notice_standings,
    visible_notices,
)

__all__ = [
    "advice_before",
    "advice_ids",
    "advice_labels",
    "advice_on",
    "advice_standing",
    "advice_standings",
    "advising_bodies",
    "informed_bodies",
    "labels",
    "newest_first",
    "notice_labels",
    "notice_standing",
    "notice_standings",
    "open_advice",
    "points_of",
    "public_ids",
    "standing",
    "standings",
    "unadvised",
    "visible_notices",
]
