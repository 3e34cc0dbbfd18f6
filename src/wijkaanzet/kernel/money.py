"""Money is a whole number of cents; the only place where an amount is divided."""

import re
from collections.abc import Mapping
from fractions import Fraction
from math import lcm

_AMOUNT = re.compile(r"(?P<minus>-?)(?P<euros>\d{1,3}(?:\.\d{3})+|\d{1,15})(?:,(?P<cents>\d{2}))?")


class CannotSplit(ValueError):
    """The weights give no honest division; `reason` is one of no_weights, negative_weight, zero_weights."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class NotAnAmount(ValueError):
    """The text is not an amount in euros as it is written in the Netherlands."""

    def __init__(self, text: str) -> None:
        super().__init__(f"not an amount in euros: {text!r}")
        self.text = text


def split(total_cents: int, weights: Mapping[str, Fraction | int]) -> dict[str, int]:
    """Divide an amount in proportion to the weights, by largest remainder, exact to the cent.

    Everyone first gets the whole cents of the exact part; the cents that are left go one by one to the largest
    remainders, equal remainders in the order of the keys. Nobody differs a whole cent from the exact part.
    A negative total (a cut) is divided as its absolute amount. Raises CannotSplit.
    """
    if total_cents < 0:
        return {key: -part for key, part in split(-total_cents, weights).items()}
    whole = common_weights(weights)
    of = sum(whole.values())
    parts: dict[str, int] = {}
    remainders: list[tuple[int, str]] = []
    for key, weight in whole.items():
        part, remainder = divmod(total_cents * weight, of)
        parts[key] = part
        remainders.append((-remainder, key))
    left = total_cents - sum(parts.values())
    if left:
        remainders.sort()
        for _, key in remainders[:left]:
            parts[key] += 1
    return parts


def common_weights(weights: Mapping[str, Fraction | int]) -> dict[str, int]:
    """Bring weights to whole numbers in the same proportion, so that a division needs no fractions.

    Raises CannotSplit when there are none, one is negative or all are zero.
    """
    if not weights:
        raise CannotSplit("no_weights")
    factor = lcm(*(weight.denominator for weight in weights.values()))
    whole = {key: weight.numerator * (factor // weight.denominator) for key, weight in weights.items()}
    if min(whole.values()) < 0:
        raise CannotSplit("negative_weight")
    if not any(whole.values()):
        raise CannotSplit("zero_weights")
    return whole


def losers_of_growth(total_units: int, weights: Mapping[str, Fraction | int], *, by: int = 1) -> tuple[str, ...]:
    """Name who gets less when the total grows by some units while the weights stay the same.

    This is the Alabama paradox, the known flaw of largest remainder: it never costs more than one unit, and it is
    reported instead of hidden. Raises CannotSplit.
    """
    whole = common_weights(weights)
    now, grown = split(total_units, whole), split(total_units + by, whole)
    return tuple(sorted(key for key, part in now.items() if grown[key] < part))


def format_euros(cents: int) -> str:
    """Write an amount as it is written in the Netherlands: € 1.565.453,60 and € -5,00."""
    euros, rest = divmod(abs(cents), 100)
    grouped = f"{euros:,}".replace(",", ".")
    return f"€ {'-' if cents < 0 else ''}{grouped},{rest:02}"


def plain_euros(cents: int) -> str:
    """An amount as a spreadsheet reads it: 1565453,60 without sign or thousands marks."""
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100},{abs(cents) % 100:02}"


def parse_euros(text: str) -> int:
    """Read a Dutch amount (€ 1.565.453,60; 1565453,60; -5) as cents.

    Points stand only between groups of three, cents are two digits or absent. Raises NotAnAmount.
    """
    tidy = text.replace("\u00a0", " ").replace("\u2212", "-").strip()
    tidy = re.sub(r"^(-?) *€ *", r"\1", tidy)
    found = _AMOUNT.fullmatch(tidy) if tidy.isascii() else None
    if found is None:
        raise NotAnAmount(text)
    cents = int(found["euros"].replace(".", "")) * 100 + int(found["cents"] or 0)
    return -cents if found["minus"] else cents
