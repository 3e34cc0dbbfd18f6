"""Somebody with a browser that keeps cookies: opens pages, and fills in the forms that stand on them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.cookiejar import CookieJar
from typing import Final
from urllib.error import HTTPError
from urllib.parse import urljoin, urlsplit
from urllib.request import HTTPCookieProcessor, OpenerDirector, Request, build_opener

from django.core.files.base import ContentFile
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

SEEN: Final = 400
"""So much of a page is quoted when it was not what was expected."""


class Stumbled(Exception):
    """The main line is broken here."""


@dataclass
class PageForm:
    """A form as a browser holds it: where it goes, and what is filled in already."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    """The names of everything in it, buttons and boxes to tick too."""


class _Forms(HTMLParser):
    """Reads the forms of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[PageForm] = []
        self._open: PageForm | None = None
        self._area, self._select = "", ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._open = PageForm(given.get("action", ""))
            self.forms.append(self._open)
        elif self._open is not None and (name := given.get("name", "")):
            self._open.names.add(name)
            self._note(tag, name, given)
        elif self._open is not None and tag == "option":
            self._choose(given)

    def _note(self, tag: str, name: str, given: Mapping[str, str]) -> None:
        form = self._open
        if form is None:
            return
        kind = given.get("type", "text")
        if tag == "textarea":
            self._area = name
            form.fields[name] = ""
        elif tag == "select":
            self._select = name
        elif tag == "input" and kind in ("radio", "checkbox"):
            if "checked" in given:
                form.fields[name] = given.get("value", "on")
        elif tag == "input" and kind not in ("file", "submit"):
            form.fields[name] = given.get("value", "")

    def _choose(self, given: Mapping[str, str]) -> None:
        """A browser sends the option that is selected, else the first one."""
        if self._open is None or not self._select:
            return
        if "selected" in given or self._select not in self._open.fields:
            self._open.fields[self._select] = given.get("value", "")

    def handle_data(self, data: str) -> None:
        if self._open is not None and self._area:
            self._open.fields[self._area] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open = None
        elif tag == "textarea":
            self._area = ""
        elif tag == "select":
            self._select = ""


@dataclass(frozen=True)
class Seen:
    """A page that was opened, and where it stands after every redirect."""

    url: str
    text: str

    @property
    def path(self) -> str:
        """Its address without the host."""
        return urlsplit(self.url).path

    def form(self, name: str) -> PageForm:
        """The form in which something has this name. Raises Stumbled."""
        reader = _Forms()
        reader.feed(self.text)
        for form in reader.forms:
            if name in form.names or form.action.endswith(name):
                return form
        raise Stumbled(f"{self.path}: no form with {name}")


class Visitor:
    """Somebody with a browser that keeps cookies."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        self._opener: OpenerDirector = build_opener(HTTPCookieProcessor(CookieJar()))

    def open(self, path: str, *, expect: int = 200) -> Seen:
        """Open a page. Raises Stumbled when it answers otherwise than expected."""
        return self._ask(Request(urljoin(f"{self.url}/", path)), expect)  # noqa: S310  our own address

    def get(self, path: str, *, expect: int = 200) -> str:
        """What a page says. Raises Stumbled when it answers otherwise than expected."""
        return self.open(path, expect=expect).text

    def send(
        self, page: Seen, name: str, given: Mapping[str, str] | None = None, *, file: "ContentFile[bytes] | None" = None
    ) -> Seen:
        """Fill in the form of a page in which something has this name, and send it.

        What is not given stays as the page filled it in. Raises Stumbled.
        """
        form = page.form(name)
        told = given or {}
        unknown = told.keys() - form.names
        if unknown:
            raise Stumbled(f"{page.path}: the form does not ask {', '.join(sorted(unknown))}")
        answers: dict[str, object] = {**form.fields, **told}
        if file is not None:
            answers["file"] = file
        body = encode_multipart(BOUNDARY, answers)
        headers = {"Content-Type": MULTIPART_CONTENT, "Referer": page.url}
        return self._ask(Request(urljoin(page.url, form.action), body, headers), 200)  # noqa: S310  as above

    def _ask(self, request: Request, expect: int) -> Seen:
        try:
            with self._opener.open(request, timeout=60) as answer:
                status, url, body = answer.status, answer.url, answer.read().decode()
        except HTTPError as error:
            status, url, body = error.code, error.url or request.full_url, error.read().decode()
        if status != expect:
            raise Stumbled(f"{urlsplit(url).path}: answered {status}, expected {expect}")
        return Seen(url, body)
