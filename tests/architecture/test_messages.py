"""Dutch is complete: every message used has its translation, which fits; planted gaps are caught."""

from io import BytesIO

import pytest
from babel.messages.pofile import read_po

from tools import messages

ADVICE = """Every text that the product uses has a complete Dutch translation, and none is left over.

Run `python tools/messages.py update`, then write the Dutch texts in src/wijkaanzet/locale/nl/LC_MESSAGES/django.po.
"""
SOURCE = """
from django.utils.translation import gettext_lazy as _, ngettext, pgettext


def say(n):
    ngettext("%(n)s area", "%(n)s areas", n)
    pgettext("month", "May")
    return _("Read the "
             "decision of {body}")
"""
TEMPLATE = """{% load i18n %}
  <h1>{% translate "Areas" %}</h1>
      <p>don't (read "this
{% blocktranslate count n=rows|length trimmed %}
  One row of {{ name }}
{% plural %}
  {{ n }} rows of {{ name }}
{% endblocktranslate %}
<a title="{% translate "Show" context "button" %}">
"""
DUTCH = """
msgid ""
msgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "%(n)s area"
msgid_plural "%(n)s areas"
msgstr[0] "een wijk"
msgstr[1] "%(n)s wijken"

msgctxt "month"
msgid "May"
msgstr "mei"

msgid "Read the decision of {body}"
msgstr "Lees het besluit van {body}"
"""


def found_in_source():
    return list(messages.messages_in(SOURCE, "a.py"))


def catalogue(text):
    return read_po(BytesIO(text.encode()), locale="nl")


def test_house_is_complete():
    lines = messages.problems(messages.read(messages.DUTCH), messages.extract())
    assert not lines, "\n".join([ADVICE, *lines])


class TestExtract:
    def test_reads_python(self):
        assert [(found.line, found.context, found.text) for found in found_in_source()] == [
            (6, None, ("%(n)s area", "%(n)s areas")),
            (7, "month", "May"),
            (8, None, "Read the decision of {body}"),
        ]

    def test_reads_templates_at_the_right_line(self):
        found = list(messages.messages_in(messages.as_python(TEMPLATE, "a.html"), "a.html"))
        assert [(message.line, message.context, message.text) for message in found] == [
            (2, None, "Areas"),
            (4, None, ("One row of %(name)s", "%(n)s rows of %(name)s")),
            (9, "button", "Show"),
        ]


class TestProblems:
    def test_has_none_when_complete(self):
        assert messages.problems(catalogue(DUTCH), found_in_source()) == []

    @pytest.mark.parametrize(
        ("old", "new", "says"),
        [
            ('msgstr "mei"', 'msgstr ""', "a.py:7: no Dutch text for 'May'"),
            ('msgctxt "month"\n', '#, fuzzy\nmsgctxt "month"\n', "a.py:7: no Dutch text for 'May'"),
            ('msgstr[1] "%(n)s wijken"', 'msgstr[1] ""', "a.py:6: no Dutch text for '%(n)s area'"),
            ("besluit van {body}", "besluit van {orgaan}", "has other placeholders"),
            ("%(n)s wijken", "%(m)s wijken", "has other placeholders"),
            ('msgid "Read', 'msgid "Old"\nmsgstr "Oud"\n\nmsgid "Read', "'Old' is used nowhere any more"),
            ('msgid "Read', '#~ msgid "Old"\n#~ msgstr "Oud"\n\nmsgid "Read', "'Old' is kept as obsolete"),
        ],
        ids=["missing", "fuzzy", "plural", "placeholder", "plural placeholder", "left over", "obsolete"],
    )
    def test_planted_gap_is_caught(self, old, new, says):
        assert old in DUTCH
        lines = messages.problems(catalogue(DUTCH.replace(old, new)), found_in_source())
        assert len(lines) == 1
        assert says in lines[0]


class TestUpdate:
    def test_keeps_translations_takes_more_and_drops_what_nobody_uses(self):
        old = catalogue(DUTCH.replace('msgstr "mei"', 'msgstr ""') + '\nmsgid "Old"\nmsgstr "Oud"\n')
        more = catalogue('msgctxt "month"\nmsgid "May"\nmsgstr "Mei"\n')
        new = messages.index(messages.update(old, found_in_source(), [more]))
        assert {key[1]: message.string for key, message in new.items()} == {
            ("%(n)s area", "%(n)s areas"): ("een wijk", "%(n)s wijken"),
            "May": "Mei",
            "Read the decision of {body}": "Lees het besluit van {body}",
        }

    def test_writes_a_file_that_reads_back_whole(self, tmp_path):
        path = tmp_path / "nl" / "LC_MESSAGES" / "django.po"
        messages.write(messages.update(catalogue(DUTCH), found_in_source()), path)
        assert messages.problems(messages.read(path), found_in_source()) == []


def test_compile_writes_only_what_is_stale(tmp_path):
    path = tmp_path / "nl" / "LC_MESSAGES" / "django.po"
    messages.write(messages.update(catalogue(DUTCH), found_in_source()), path)
    assert messages.compile_stale(tmp_path) == [path.with_suffix(".mo")]
    assert messages.compile_stale(tmp_path) == []
