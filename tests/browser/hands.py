"""Two ways to use a page: with a pointer, and with Tab, Enter and Space only (and letters in a field)."""

import re
from typing import Protocol

from playwright.sync_api import FilePayload, Locator, Page, expect

MOST_TABS = 400


class Hands(Protocol):
    """Somebody who follows links, presses buttons and fills in fields."""

    page: Page

    def press(self, what: Locator) -> None:
        """Follow a link or press a button."""

    def fill(self, what: Locator, text: str) -> None:
        """Put text in a field, in place of what is there."""

    def choose(self, what: Locator) -> None:
        """Choose an option, or tick a box."""

    def pick(self, what: Locator, text: str) -> None:
        """Take what begins with this text from a list that folds out."""

    def attach(self, what: Locator, file: FilePayload) -> None:
        """Give a file."""


class Pointer:
    """Somebody with a mouse or a finger."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, what: Locator) -> None:
        what.click()

    def fill(self, what: Locator, text: str) -> None:
        what.fill(text)

    def choose(self, what: Locator) -> None:
        what.check()

    def pick(self, what: Locator, text: str) -> None:
        what.select_option(label=text)

    def attach(self, what: Locator, file: FilePayload) -> None:
        what.set_input_files(file)


class Keyboard:
    """Somebody with a keyboard: everything is reached by Tab, and one sees where one is."""

    def __init__(self, page: Page) -> None:
        self.page = page
        # The browser asks us for files only while somebody listens, and it starts to do so a moment later than asked:
        # a key that is pressed in that moment opens nothing. So somebody listens from the beginning.
        page.on("filechooser", lambda _chooser: None)

    def press(self, what: Locator) -> None:
        self._go_to(what)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def fill(self, what: Locator, text: str) -> None:
        self._go_to(what)
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.insert_text(text)

    def choose(self, what: Locator) -> None:
        if what.get_attribute("type") == "radio":
            self._go_among(what)
        else:
            self._go_to(what)
            self.page.keyboard.press("Space")
        expect(what).to_be_checked()

    def pick(self, what: Locator, text: str) -> None:
        self._go_to(what)
        self.page.keyboard.type(text)
        expect(what.locator("option:checked")).to_have_text(re.compile(f"^{re.escape(text)}"))

    def attach(self, what: Locator, file: FilePayload) -> None:
        self._go_to(what)
        with self.page.expect_file_chooser() as chooser:
            self.page.keyboard.press("Enter")
        chooser.value.set_files(file)

    def _go_among(self, what: Locator) -> None:
        """Tab stops at one of the radio buttons that belong together; the arrows go on from there."""
        together = self.page.locator(f'[type="radio"][name="{what.get_attribute("name")}"]')
        chosen = self.page.locator(f'[type="radio"][name="{what.get_attribute("name")}"]:checked')
        wanted = what.element_handle()
        self._go_to(chosen if chosen.count() else together.first)
        self.page.keyboard.press("Space")
        for _ in range(together.count()):
            if self.page.evaluate("thing => document.activeElement === thing", wanted):
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{what} cannot be reached with the arrows on {self.page.url}")

    def _go_to(self, what: Locator) -> None:
        """Press Tab until the thing has the focus, and see that it has."""
        expect(what).to_be_attached()
        wanted = what.element_handle()
        for _ in range(MOST_TABS):
            if self.page.evaluate("thing => document.activeElement === thing", wanted):
                assert has_focus_ring(self.page), f"one does not see the focus on {what}"
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{what} cannot be reached with Tab on {self.page.url}")


def has_focus_ring(page: Page) -> bool:
    """Whether one can see where the focus is."""
    style: str = page.evaluate(
        "(() => { const s = getComputedStyle(document.activeElement);"
        " return s.outlineStyle + ' ' + s.outlineWidth + ' ' + s.boxShadow })()"
    )
    return not style.startswith(("none", "auto 0px", "solid 0px")) or not style.endswith("none")
