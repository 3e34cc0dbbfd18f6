"""An advice in points, and an answer to every point."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from django import forms
from django.forms.boundfield import BoundField
from django.http import QueryDict
from django.utils.translation import gettext as _

from wijkaanzet.decisions.labels import FOLLOWS
from wijkaanzet.decisions.models import AdvicePoint
from wijkaanzet.decisions.operations import PointAnswer
from wijkaanzet.decisions.rules import Follow
from wijkaanzet.decisions.rules.advice import LONGEST_POINT, MOST_POINTS
from wijkaanzet.web.acts import ActForm
from wijkaanzet.web.parts.long_text import LongTextField

BEGINS_WITH = 3
MOST_SHOWN = 2 * MOST_POINTS
"""More points than an advice may have are shown again, so that they can be put together; not without end."""


class PointsForm(ActForm):
    """As many points as were sent, and three to begin with; a point may stay empty."""

    def __init__(self, data: QueryDict | None = None, *, texts: Sequence[str] = ()) -> None:
        super().__init__(data)
        self.count = max(BEGINS_WITH, len(texts), sent(data) if data else 0)
        for number in range(1, self.count + 1):
            self.fields[_name(number)] = LongTextField(
                label=_("Point %(number)s") % {"number": number},
                required=False,
                max_length=LONGEST_POINT,
                initial=texts[number - 1] if number <= len(texts) else "",
            )

    @classmethod
    def longer(cls, data: QueryDict) -> "PointsForm":
        """The same points with room for one more; nothing is judged yet."""
        count = max(BEGINS_WITH, sent(data))
        texts = [data.get(_name(number), "") for number in range(1, count + 1)]
        return cls(texts=[*texts, ""] if count < MOST_POINTS else texts)

    @property
    def points(self) -> list[str]:
        """The points as they were filled in."""
        return [self.cleaned_data[name] for name in self.fields]


def sent(data: QueryDict) -> int:
    """How many points were sent, counted from the first without a gap: what is forged beyond a gap is no point."""
    count = 0
    while count < MOST_SHOWN and _name(count + 1) in data:
        count += 1
    return count


def _name(number: int) -> str:
    return f"point-{number}"


@dataclass(frozen=True)
class PointQuestion:
    """One point of advice with the two questions about it."""

    number: int
    text: str
    follow: BoundField
    answer: BoundField


class AnswersForm(ActForm):
    """For every point that was given: is it taken over, and why."""

    refused_at: ClassVar[Mapping[str, str]] = {"point_without_answer": "answer-%(point)s"}

    def __init__(self, data: QueryDict | None = None, *, points: Sequence[AdvicePoint]) -> None:
        super().__init__(data)
        self.given = points
        for point in points:
            words = {"point": point.position}
            self.fields[f"follow-{point.position}"] = forms.ChoiceField(
                label=_("What do you do with point %(point)s?") % words,
                choices=[(one.value, FOLLOWS[one]) for one in Follow],
                widget=forms.RadioSelect,
                error_messages={"required": _("Choose what you do with point %(point)s.") % words},
            )
            self.fields[f"answer-{point.position}"] = LongTextField(
                label=_("Why do you do that with point %(point)s?") % words,
                max_length=LONGEST_POINT,
                error_messages={"required": _("Write down why you do that with point %(point)s.") % words},
            )

    @property
    def questions(self) -> Iterator[PointQuestion]:
        """Each point with its own two fields."""
        for point in self.given:
            number = point.position
            yield PointQuestion(number, point.text, self[f"follow-{number}"], self[f"answer-{number}"])

    @property
    def answers(self) -> Mapping[int, PointAnswer]:
        """What was filled in, by the position of the point."""
        return {
            point.position: PointAnswer(
                Follow(self.cleaned_data[f"follow-{point.position}"]), self.cleaned_data[f"answer-{point.position}"]
            )
            for point in self.given
        }
