"""Two people write on one text: nothing that either wrote disappears."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkaanzet.plans.rules.cleaning import cleaned
from wijkaanzet.plans.rules.merging import merged, side_by_side

BASE = "Er is een buurttuin. De tuin is open.\n\nEr is geen bankje."

TEXTS = st.lists(
    st.sampled_from(
        ["De tuin is open.", "Wij koken samen.", "Wie helpt er mee?", "Kom langs!", "\n", "\n\n", "- soep"]
    ),
    max_size=8,
).map(lambda parts: cleaned(" ".join(parts)))


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "expected"),
    [
        pytest.param("", "Wij koken samen.", "", "Wij koken samen.", id="who-writes-first"),
        pytest.param(
            "", "Wij koken samen.", "Er is soep.", "Er is soep.\n\nWij koken samen.", id="both-begin-on-an-empty-sheet"
        ),
        pytest.param(
            BASE,
            BASE.replace("De tuin is open.", "De tuin is elke dag open."),
            BASE.replace("geen bankje", "één bankje"),
            "Er is een buurttuin. De tuin is elke dag open.\n\nEr is één bankje.",
            id="each-changes-another-sentence",
        ),
        pytest.param(
            "Een. Twee.", "Een! Twee.", "Een. Twee!", "Een! Twee!", id="each-changes-one-of-two-that-stand-beside-it"
        ),
        pytest.param(
            BASE,
            f"{BASE}\n\nWij koken samen.",
            f"{BASE}\n\nWij zingen.",
            f"{BASE}\n\nWij zingen.\n\nWij koken samen.",
            id="both-add-a-paragraph-at-the-end",
        ),
        pytest.param(
            "Een.", "Een. Twee.", "Een.\n\nDrie.", "Een. Twee.\n\nDrie.", id="one-goes-on-and-one-begins-a-paragraph"
        ),
        pytest.param(
            "Slot.", "Begin.\n\nSlot.", "Nu. Slot.", "Begin.\n\nNu. Slot.", id="one-comes-before-and-one-goes-first"
        ),
        pytest.param(BASE, BASE, "", "", id="one-empties-what-the-other-left"),
        pytest.param(
            BASE,
            BASE.replace(" De tuin is open.", ""),
            f"{BASE} Jammer.",
            "Er is een buurttuin.\n\nEr is geen bankje. Jammer.",
            id="one-takes-out-and-one-adds",
        ),
        pytest.param(
            "Een.", "Een. Twee. Drie.", "Een. Twee.", "Een. Twee. Drie.", id="a-form-that-was-filled-in-further"
        ),
        pytest.param("Een.", "Een. Twee.", "Een. Twee. Drie.", "Een. Twee. Drie.", id="a-form-that-came-in-late"),
    ],
)
def test_what_two_people_wrote_stands_in_one_text(base: str, mine: str, theirs: str, expected: str) -> None:
    assert merged(base, mine, theirs) == expected


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        pytest.param("De tuin is altijd open.", "De tuin is nooit open.", id="both-change-one-sentence"),
        pytest.param("De tuin is altijd open.", "", id="one-changes-what-the-other-took-out"),
        pytest.param("", "De tuin is altijd open.", id="one-takes-out-what-the-other-changed"),
    ],
)
def test_two_people_in_one_sentence_are_never_put_together(mine: str, theirs: str) -> None:
    assert merged("De tuin is open.", mine, theirs) is None


def test_both_sentences_stand_one_after_the_other_for_the_writer_to_choose_from() -> None:
    mine, theirs = "Een! Twee. De tuin is altijd open.", "Een. Twee. De tuin is nooit open."
    assert side_by_side("Een. Twee. De tuin is open.", mine, theirs) == (
        "Een! Twee. De tuin is nooit open. De tuin is altijd open."
    )


def test_what_one_wrote_on_after_a_sentence_that_both_changed_stays_behind_both() -> None:
    theirs = "De tuin is elke dag open.\n\n- soep op dinsdag"
    assert side_by_side("De tuin is open.", "De tuin is nooit open.", theirs) == (
        "De tuin is elke dag open. De tuin is nooit open.\n\n- soep op dinsdag"
    )


def test_who_goes_on_after_a_sentence_and_who_changes_it_and_goes_on_both_come_in() -> None:
    assert merged("De tuin is open.", "De tuin is open. Kom!", "De tuin is elke dag open. Er is soep.") == (
        "De tuin is elke dag open. Er is soep. Kom!"
    )


def test_a_sentence_added_inside_what_another_took_out_is_no_merge() -> None:
    assert merged("Een. Twee. Drie.", "Een. Twee. Nieuw. Drie.", "Een.") is None


def test_a_sentence_that_one_took_out_does_not_come_back_by_who_wrote_the_same() -> None:
    """Both put the same new sentence in; one also took out what stands around it."""
    base, theirs = "Jan woont hier. Oude zin. Bel Piet.", "Jan woont hier. Heel ander verhaal. Bel Piet."
    assert merged(base, "Heel ander verhaal.", theirs) != theirs


def test_a_text_of_twenty_thousand_times_the_same_sign_is_merged_at_once() -> None:
    base = "a. " * 6_000
    assert merged(cleaned(base), cleaned(f"Begin. {base}"), cleaned(f"{base} Slot.")) == cleaned(f"Begin. {base} Slot.")


@given(base=TEXTS, mine=TEXTS, theirs=TEXTS)
def test_every_sentence_that_was_added_is_in_the_text_or_nothing_is_merged(base: str, mine: str, theirs: str) -> None:
    result = merged(base, mine, theirs)
    if result is None:
        assert base not in (mine, theirs)
        return
    for handed_in in (mine, theirs):
        assert _added(base, handed_in) <= _sentences(result)


@given(base=TEXTS, mine=TEXTS, theirs=TEXTS)
def test_the_writer_who_has_to_choose_reads_all_that_both_added(base: str, mine: str, theirs: str) -> None:
    result = _sentences(side_by_side(base, mine, theirs))
    assert _added(base, mine) <= result
    assert _added(base, theirs) <= result


@given(base=TEXTS, text=TEXTS)
def test_who_writes_alone_reads_what_was_written(base: str, text: str) -> None:
    assert merged(base, text, base) == text
    assert merged(base, base, text) == text
    assert merged(base, text, text) == text


def _sentences(text: str) -> Counter[str]:
    parts = (one for line in text.split("\n") for one in re.split(r"(?<=[.!?]) ", line))
    return Counter(one for one in parts if one)


def _added(base: str, text: str) -> Counter[str]:
    return _sentences(text) - _sentences(base)
