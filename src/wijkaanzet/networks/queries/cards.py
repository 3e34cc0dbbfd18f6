"""What the anonymous cards of meetings counted."""

from collections import defaultdict

from django.utils.timezone import localtime

from wijkaanzet.networks.models import CardTally, Meeting, Network
from wijkaanzet.networks.rules import GROUPS, CardGroup, CardQuestion, Counted, counted


def cards_of(meeting: Meeting) -> dict[CardGroup, int]:
    """What was counted at one meeting, for who keeps the network; one query."""
    rows = CardTally.objects.filter(meeting=meeting).values_list("group", "count")
    return {CardGroup(group): count for group, count in rows}


def cards_by_year(network: Network) -> dict[int, dict[CardQuestion, Counted]]:
    """The cards of a network by year and question, those only of which enough were handed in; one query.

    They are not fit to be shown yet: small numbers stand in it, so that others can be hidden with them.
    """
    rows = CardTally.objects.filter(meeting__network=network)
    tallies: defaultdict[int, dict[int, dict[CardGroup, int]]] = defaultdict(dict)
    for meeting, starts_at, group, count in rows.values_list("meeting_id", "meeting__starts_at", "group", "count"):
        tallies[localtime(starts_at).year].setdefault(meeting, {})[CardGroup(group)] = count
    found = {
        year: {question: counted(question, meetings.values()) for question in GROUPS}
        for year, meetings in tallies.items()
    }
    return {
        year: {question: one for question, one in questions.items() if one is not None}
        for year, questions in found.items()
    }
