"""Reading the budget."""

from wijkaanzet.budget.queries.divisions import (
    account_of_share,
    all_shares,
    area_count,
    city_lines,
    column_of,
    estimates_of,
    figures_of,
    lines_of,
    shares_of,
    totals_by_area,
)
from wijkaanzet.budget.queries.money import AreaMoney, HolderMoney, MoneyMoved, imbalances, money_of, moved_by
from wijkaanzet.budget.queries.standings import (
    frame_labels,
    frame_standing,
    frame_standings,
    run_labels,
    run_standing,
    run_standings,
    visible_frames,
    visible_runs,
)

__all__ = [
    "AreaMoney",
    "HolderMoney",
    "MoneyMoved",
    "account_of_share",
    "all_shares",
    "area_count",
    "city_lines",
    "column_of",
    "estimates_of",
    "figures_of",
    "frame_labels",
    "frame_standing",
    "frame_standings",
    "imbalances",
    "lines_of",
    "money_of",
    "moved_by",
    "run_labels",
    "run_standing",
    "run_standings",
    "shares_of",
    "totals_by_area",
    "visible_frames",
    "visible_runs",
]
