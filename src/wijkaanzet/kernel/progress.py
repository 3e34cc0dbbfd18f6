"""How far a long act is, for who waits for it: told outside its transaction, and gone when the act is over.

A small file in the temporary folder of this host: the database cannot tell, since nothing of an open transaction is
seen by others. Where another host answers, or the folder is not ours alone, nothing is known. No act fails for it.
"""

import os
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from wijkaanzet.kernel.subjects import Subject

Step = Callable[[int], None]
"""Says how many are done since it was called before."""


@contextmanager
def told(subject: Subject, *, total: int) -> Iterator[Step]:
    """Let others see how far the act on a subject is, for as long as this lasts."""
    path, done = _path(subject), 0

    def step(more: int) -> None:
        nonlocal done
        done += more
        _write(path, min(100, 100 * done // max(total, 1)))

    _write(path, 0)
    try:
        yield step
    finally:
        with suppress(OSError):
            path.unlink()


def percentage(subject: Subject) -> int | None:
    """How far the act on a subject is, in percent; None when nothing is going on, or it is not known here."""
    path = _path(subject)
    try:
        return int(path.read_text(encoding="ascii")) if _is_ours(path.parent) else None
    except (OSError, ValueError):
        return None


def _write(path: Path, percent: int) -> None:
    """Put it there in one go, so that nobody reads half a number; a full disk or a folder of others is no mishap."""
    fresh = path.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, exist_ok=True)
        if _is_ours(path.parent):
            fresh.write_text(str(percent), encoding="ascii")
            fresh.replace(path)


def _is_ours(folder: Path) -> bool:
    """Whether only we can put something here: anybody may make a folder of this name in the temporary folder.

    Raises OSError when there is none.
    """
    found = folder.lstat()
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and stat.S_IMODE(found.st_mode) == 0o700


def _path(subject: Subject) -> Path:
    """One folder for each user of the machine."""
    return Path(tempfile.gettempdir()) / f"wijkaanzet-{os.getuid()}" / f"{subject.kind}-{subject.id}.percent"
