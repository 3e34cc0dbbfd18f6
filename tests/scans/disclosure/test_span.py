"""Elimination modulo a prime says the same as elimination with fractions, and what it finds is exact."""

from fractions import Fraction

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from wijkaanzet.scans.rules.disclosure.bands import Whole
from wijkaanzet.scans.rules.disclosure.span import Span, levers

COLUMNS = 6
vectors = st.lists(st.lists(st.integers(0, 1), min_size=COLUMNS, max_size=COLUMNS), max_size=8)
weighted = st.lists(st.lists(st.sampled_from([0, 4, 6, 10]), min_size=COLUMNS, max_size=COLUMNS), max_size=6)


def matrix(rows: list[list[int]]) -> Whole:
    return np.array(rows, dtype=np.int64).reshape(len(rows), COLUMNS)


def rank(rows: list[list[int]]) -> int:
    """How many rows do not follow from the others, counted with fractions."""
    done: list[list[Fraction]] = []
    for row in rows:
        left = [Fraction(number) for number in row]
        for other in done:
            pivot = next(place for place, number in enumerate(other) if number)
            left = [mine - left[pivot] / other[pivot] * theirs for mine, theirs in zip(left, other, strict=True)]
        if any(left):
            done.append(left)
    return len(done)


def spanned(rows: list[list[int]]) -> Span:
    span = Span(COLUMNS)
    span.extend(matrix(rows))
    return span


@given(vectors | weighted)
def test_as_many_rows_count_as_with_fractions(rows: list[list[int]]) -> None:
    assert len(spanned(rows).pivots) == rank(rows)


@given(vectors | weighted, st.lists(st.integers(0, 1), min_size=COLUMNS, max_size=COLUMNS))
def test_a_vector_follows_when_it_adds_nothing_to_the_rank(rows: list[list[int]], one: list[int]) -> None:
    nothing_left = not spanned(rows).reduced(matrix([one])).any()
    assert nothing_left is (rank([*rows, one]) == rank(rows))


@given(vectors, vectors, st.lists(st.integers(0, 1), min_size=COLUMNS, max_size=COLUMNS))
def test_taking_a_vector_away_is_as_adding_it_first(
    rows: list[list[int]], others: list[list[int]], one: list[int]
) -> None:
    span = spanned(rows)
    left = span.reduced(matrix([one]))[0]
    if left.any():
        after = span.taken_away(span.reduced(matrix(others)), left)
        span.add(left)
        assert np.array_equal(after, span.reduced(matrix(others)))
    assert np.array_equal(span.reduced(matrix([one])), matrix([[0] * COLUMNS]))


@given(vectors)
def test_the_kernel_is_whole_and_keeps_every_total(rows: list[list[int]]) -> None:
    changes = spanned(rows).kernel()
    assert len(changes) == COLUMNS - rank(rows)
    assert not np.any(changes @ matrix(rows).T)
    assert rank(changes.tolist()) == len(changes)


@given(vectors)
def test_a_lever_alters_one_total_and_no_other(rows: list[list[int]]) -> None:
    changes, places = levers(matrix(rows))
    effects = changes @ matrix(rows).T
    assert [np.flatnonzero(effect).tolist() for effect in effects] == [[place] for place in places]
    assert places == [place for place in range(len(rows)) if rank([*rows[:place], *rows[place + 1 :]]) < rank(rows)]


def test_fractions_that_are_too_fine_are_passed_over() -> None:
    span = Span(2)
    span.extend(np.array([[1_009, 1_013]], dtype=np.int64))
    assert len(span.kernel()) == 0
