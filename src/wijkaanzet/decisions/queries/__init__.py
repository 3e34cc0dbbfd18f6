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
    about,
    labels,
    newest_first,
    newest_public_id,
    public_ids,
    standing,
    standings,
)
from wijkaanzet.decisions.queries.notices import (
    decisions_of_notices,
    informed_bodies,
    notice_labels,
    notice_standing,
    notice_standings,
    notices_of,
    visible_notices,
)

__all__ = [
    "about",
    "advice_before",
    "advice_ids",
    "advice_labels",
    "advice_on",
    "advice_standing",
    "advice_standings",
    "advising_bodies",
    "decisions_of_notices",
    "informed_bodies",
    "labels",
    "newest_first",
    "newest_public_id",
    "notice_labels",
    "notice_standing",
    "notice_standings",
    "notices_of",
    "open_advice",
    "points_of",
    "public_ids",
    "standing",
    "standings",
    "unadvised",
    "visible_notices",
]
