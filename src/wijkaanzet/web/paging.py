"""Lists come fifty to a page, so that a long one costs as many queries as a short one."""

from collections.abc import Iterator, Mapping
from typing import Protocol, TypeVar, overload
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest

from wijkaanzet.web.parts.paging import Pagination

PER_PAGE = 50

Row = TypeVar("Row")
AnyRow = TypeVar("AnyRow", covariant=True)


class Rows(Protocol[AnyRow]):
    """A list or a query that has not been asked yet: of a query only the page is fetched."""

    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[AnyRow]: ...
    @overload
    def __getitem__(self, place: int) -> AnyRow: ...
    @overload
    def __getitem__(self, place: slice) -> "Rows[AnyRow]": ...


def page(
    request: HttpRequest, rows: Rows[Row], *, asked_for: Mapping[str, str] | None = None
) -> tuple[list[Row], Pagination | None]:
    """The rows of the page that the address asks for, and the way to its neighbours; None when all fit on one.

    A page number that does not exist gives the nearest one that does. `asked_for` is what else stands in the address.
    """
    asked = Paginator(rows, PER_PAGE).get_page(request.GET.get("pagina"))
    if asked.paginator.num_pages == 1:
        return list(asked.object_list), None
    return list(asked.object_list), Pagination(
        number=asked.number,
        pages=asked.paginator.num_pages,
        previous_href=_href(asked.previous_page_number(), asked_for) if asked.has_previous() else "",
        next_href=_href(asked.next_page_number(), asked_for) if asked.has_next() else "",
    )


def _href(number: int, asked_for: Mapping[str, str] | None) -> str:
    return f"?{urlencode({**(asked_for or {}), 'pagina': number})}"
