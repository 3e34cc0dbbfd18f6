"""How far a long act is can be seen while it lasts, by others, and no longer."""

from threading import Thread

import pytest

from wijkaanzet.kernel.progress import percentage, told
from wijkaanzet.kernel.subjects import Subject

SUBJECT = Subject("scans.figure_import", 987_654)


def seen_elsewhere() -> list[int | None]:
    found: list[int | None] = []
    reader = Thread(target=lambda: found.append(percentage(SUBJECT)))
    reader.start()
    reader.join()
    return found


def test_others_see_it_grow_and_then_nothing():
    assert percentage(SUBJECT) is None
    seen = []
    with told(SUBJECT, total=8) as step:
        seen += seen_elsewhere()
        for more in (1, 3, 4):
            step(more)
            seen += seen_elsewhere()
    assert seen == [0, 12, 50, 100]
    assert percentage(SUBJECT) is None


def test_an_act_that_breaks_off_leaves_nothing():
    def break_off() -> None:
        with told(SUBJECT, total=0) as step:
            step(1)
            assert percentage(SUBJECT) == 100
            raise RuntimeError

    with pytest.raises(RuntimeError):
        break_off()
    assert percentage(SUBJECT) is None


def test_one_act_says_nothing_of_another():
    with told(SUBJECT, total=2) as step:
        step(1)
        assert percentage(Subject("scans.figure_import", 987_655)) is None
        assert percentage(Subject("budget.frame", 987_654)) is None
