"""Numbers as the reader's language writes them, for parts that put them into a sentence."""

from decimal import ROUND_HALF_UP, Decimal

from django.utils.formats import number_format


def written(value: float | str, decimals: int | None = None) -> str:
    """A number with a mark between the thousands; rounded half up to `decimals`, or with as many as it has."""
    if decimals is None:
        return str(number_format(value, use_l10n=True, force_grouping=True))
    rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP) + 0  # + 0: never "-0"
    return str(number_format(rounded, decimal_pos=decimals, use_l10n=True, force_grouping=True))
