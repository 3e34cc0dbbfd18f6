"""One figure by itself: may it be shown, as what, and if not why not."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from wijkaanzet.scans.rules.disclosure.thresholds import CBS_LEAST_PEOPLE, Denominator, PublicationRules


class HiddenReason(StrEnum):
    """Reden om te verbergen. Why a figure is not shown; the reader always gets to see it."""

    TOO_FEW_COUNTED = "too_few_counted"
    TOO_FEW_PEOPLE = "too_few_people"
    COMPLEMENT_TOO_SMALL = "complement_too_small"
    SECONDARY = "secondary"
    SENSITIVE_ZERO = "sensitive_zero"
    NOT_KNOWN = "not_known"

    def told(self) -> "HiddenReason":
        """The reason as the public may know it: that a sensitive count is zero is what must not be told."""
        return HiddenReason.TOO_FEW_COUNTED if self is HiddenReason.SENSITIVE_ZERO else self


@dataclass(frozen=True)
class Published:
    """A count as the public sees it, or why it does not; never both."""

    value: Fraction | None
    reason: HiddenReason | None = None


@dataclass(frozen=True)
class PublishedPercentage:
    """A percentage as the public sees it, with the counts it is made of, or why it does not see them.

    The percentage is made of the rounded counts, so together with its base it tells no more than they do.
    """

    value: Fraction | None
    count: Fraction | None = None
    base: Fraction | None = None
    reason: HiddenReason | None = None


def judge_count(count: Fraction | None, rules: PublicationRules) -> Published:
    """One count of an own registration, by itself (house rule: below the smallest count it is hidden, else rounded)."""
    if count is None:
        return Published(None, HiddenReason.NOT_KNOWN)
    if count == 0 and rules.zero_is_sensitive:
        return Published(None, HiddenReason.SENSITIVE_ZERO)
    if 0 < count < rules.smallest_count:
        return Published(None, HiddenReason.TOO_FEW_COUNTED)
    return Published(rules.rounded(count))


def judge_percentage(
    numerator: Fraction | None, base: Fraction | None, rules: PublicationRules, *, denominator: Denominator
) -> PublishedPercentage:
    """One percentage of an own registration or survey by itself; `base` counts people or respondents."""
    reason = _why_no_percentage(numerator, base, rules, rules.least(denominator))
    if reason or numerator is None or base is None:
        return PublishedPercentage(None, reason=reason)
    count, of = rules.rounded(numerator), rules.rounded(base)
    return PublishedPercentage(100 * count / of, count, of)


def _why_no_percentage(
    numerator: Fraction | None, base: Fraction | None, rules: PublicationRules, least: int
) -> HiddenReason | None:
    if numerator is None or base is None:
        return HiddenReason.NOT_KNOWN
    if base < least:
        return HiddenReason.TOO_FEW_PEOPLE
    if numerator < rules.smallest_part:
        return HiddenReason.TOO_FEW_COUNTED if numerator or not rules.zero_is_sensitive else HiddenReason.SENSITIVE_ZERO
    return HiddenReason.COMPLEMENT_TOO_SMALL if base - numerator < rules.smallest_part else None


def judge_as_published(value: Fraction | None, *, percentage: bool, inhabitants: Fraction | None) -> Published:
    """A figure that CBS or RIVM published: shown as it is, but a percentage only where CBS itself would show it.

    Source: CBS, Toelichting Kerncijfers wijken en buurten (50 or more inhabitants).
    """
    if value is None:
        return Published(None, HiddenReason.NOT_KNOWN)
    if percentage and inhabitants is None:
        return Published(None, HiddenReason.NOT_KNOWN)
    if percentage and inhabitants is not None and inhabitants < CBS_LEAST_PEOPLE:
        return Published(None, HiddenReason.TOO_FEW_PEOPLE)
    return Published(value)
