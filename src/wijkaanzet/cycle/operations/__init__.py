"""The year of an area moves on; what needs the budget, the figures and the areas together stands here."""

from wijkaanzet.cycle.operations.divisions import (
    answer_advice,
    ask_advice,
    decide_division,
    go_on_without,
    keep,
    propose,
)
from wijkaanzet.cycle.operations.figures import figures_ready, import_figures, undo_figures, upload_figures
from wijkaanzet.cycle.operations.messages import (
    DIGEST,
    change_calendar_feed,
    choose_digest,
    make_calendar_feed,
    write_digest,
    write_digests,
)
from wijkaanzet.cycle.operations.plans import make_known
from wijkaanzet.cycle.operations.years import open_plan, start_year

__all__ = [
    "DIGEST",
    "answer_advice",
    "ask_advice",
    "change_calendar_feed",
    "choose_digest",
    "decide_division",
    "figures_ready",
    "go_on_without",
    "import_figures",
    "keep",
    "make_calendar_feed",
    "make_known",
    "open_plan",
    "propose",
    "start_year",
    "undo_figures",
    "upload_figures",
    "write_digest",
    "write_digests",
]
