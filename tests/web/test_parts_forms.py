"""Questions on a form: what is wrong is said above the form and at the question, and one leads to the other."""

import re
from datetime import date

import pytest
from django import forms
from django.template import Context, Template
from django.test import Client
from django.utils import translation

from wijkaanzet.web.parts.day_field import DayField
from wijkaanzet.web.parts.forms import ErrorSummary, Field
from wijkaanzet.web.style.form import SampleForm


class Visit(forms.Form):
    name = forms.CharField(label="Name", help_text="As on your card.", widget=forms.TextInput({"autocomplete": "name"}))
    email = forms.EmailField(label="E-mail", required=False)
    day = DayField(label="Day")
    way = forms.ChoiceField(label="How", choices=[("foot", "On foot"), ("bus", "By bus")], widget=forms.RadioSelect)
    sure = forms.BooleanField(label="I am sure")

    def clean(self) -> dict[str, object]:
        if self.cleaned_data.get("name") == "Nobody":
            raise forms.ValidationError("Somebody must come.")
        return self.cleaned_data


def drawn(form: forms.Form, name: str) -> str:
    with translation.override("en"):
        return Template("{% load parts %}{% field bound %}").render(Context({"bound": form[name]}))


def summary(form: forms.Form) -> str:
    with translation.override("en"):
        return Template("{% load parts %}{% error_summary form %}").render(Context({"form": form}))


class TestField:
    @pytest.mark.parametrize("name", ["name", "email", "day", "way"])
    def test_label_comes_first_and_the_answer_last(self, name: str) -> None:
        html = drawn(Visit({}), name)
        order = [html.find(mark) for mark in ("wz-question", "_helptext", f'id="id_{name}_error', "<input")]
        present = [place for place in order if place >= 0]
        assert present == sorted(present)

    def test_help_and_error_belong_to_the_input(self) -> None:
        html = drawn(Visit({}), "name")
        (ids,) = re.findall(r'<input[^>]*aria-describedby="([^"]+)"', html)
        assert ids.split() == ["id_name_helptext", "id_name_error"]
        assert all(f'id="{one}"' in html for one in ids.split())
        assert 'aria-invalid="true"' in html

    @pytest.mark.parametrize("name", ["day", "way"])
    def test_a_group_has_its_error_on_the_group(self, name: str) -> None:
        html = drawn(Visit({}), name)
        assert re.search(rf'<fieldset[^>]*aria-describedby="id_{name}_error"', html)
        assert "<legend" in html

    def test_every_input_has_a_label_of_its_own(self) -> None:
        html = "".join(drawn(Visit(), name) for name in Visit.base_fields)
        inputs = re.findall(r'<input[^>]*\sid="([^"]+)"', html)
        assert len(inputs) == 8
        assert sorted(inputs) == sorted(re.findall(r'<label[^>]*\sfor="([^"]+)"', html))

    def test_says_in_words_what_must_be_filled_in(self) -> None:
        assert "(required)" in drawn(Visit(), "name")
        assert "(you may leave this empty)" in drawn(Visit(), "email")

    @pytest.mark.parametrize(("options", "says"), [([], True), ([("", "Rather not say")], False)])
    def test_says_nothing_of_leaving_empty_where_an_option_does(self, options: list[tuple[str, str]], says: bool):
        class Open(forms.Form):
            way = forms.ChoiceField(choices=[("foot", "On foot"), *options], widget=forms.RadioSelect, required=False)

        assert ("(you may leave this empty)" in drawn(Open(), "way")) is says
        assert "(required)" not in drawn(Open(), "way")

    def test_the_browser_may_fill_in_what_it_knows(self) -> None:
        assert 'autocomplete="name"' in drawn(Visit(), "name")
        assert 'autocomplete="email"' in drawn(Visit(), "email")

    def test_shows_no_error_before_the_form_is_sent(self) -> None:
        assert "wz-error" not in drawn(Visit(), "name")

    def test_escapes_what_was_filled_in(self) -> None:
        assert "<b>" not in drawn(Visit({"name": '"><b>'}), "name")


class TestErrorSummary:
    def test_leads_to_the_first_place_to_answer(self) -> None:
        form = Visit({})
        html = summary(form) + "".join(drawn(form, name) for name in form.fields)
        links = re.findall(r'href="#([^"]+)"', html)
        assert links == ["id_name", "id_day_0", "id_way_0", "id_sure"]
        assert all(f'id="{link}"' in html for link in links)

    def test_gets_the_focus_and_is_read_aloud(self) -> None:
        html = summary(Visit({}))
        assert all(
            mark in html for mark in ('role="alert"', 'tabindex="-1"', "autofocus", "4 things are not right yet")
        )

    def test_names_what_is_wrong_with_the_whole_form_without_a_link(self) -> None:
        mistakes = ErrorSummary.of(Visit({"name": "Nobody"})).mistakes
        assert [(one.text, one.href) for one in mistakes if not one.href] == [("Somebody must come.", "")]

    def test_is_not_there_when_all_is_well(self) -> None:
        assert not summary(Visit()).strip()


class TestDay:
    @pytest.mark.parametrize(
        ("parts", "day"), [(["14", "3", "2018"], date(2018, 3, 14)), ([" 1", "01 ", "2020"], date(2020, 1, 1))]
    )
    def test_reads_three_parts(self, parts: list[str], day: date) -> None:
        assert DayField().clean(parts) == day

    @pytest.mark.parametrize(
        ("parts", "code"),
        [
            (["31", "2", "2018"], "invalid"),
            (["1", "1", "0"], "invalid"),
            (["1", "1", "9" * 30], "invalid"),
            (["1", "9" * 100_000, "2018"], "invalid"),
            (["1", "", "2018"], "incomplete"),
            (["een", "mei", "2018"], "incomplete"),
            (["-1", "1", "2018"], "incomplete"),
            (["", "", ""], "required"),
            (None, "required"),
        ],
    )
    def test_refuses_what_is_no_day(self, parts: list[str] | None, code: str) -> None:
        with pytest.raises(forms.ValidationError) as refused:
            DayField().clean(parts)
        assert refused.value.error_list[0].code == code

    def test_may_be_left_empty_when_it_is_not_required(self) -> None:
        assert DayField(required=False).clean(["", "", ""]) is None

    def test_keeps_what_was_filled_in(self) -> None:
        html = drawn(Visit({"day_day": "31", "day_month": "2", "day_year": "2018"}), "day")
        assert re.findall(r'value="(\d+)"', html) == ["31", "2", "2018"]

    def test_starts_with_the_day_it_is_given(self) -> None:
        html = drawn(Visit(initial={"day": date(2018, 3, 14)}), "day")
        assert re.findall(r'value="(\d+)"', html) == ["14", "3", "2018"]


@pytest.mark.django_db
class TestStylePage:
    def test_shows_no_mistakes_at_first(self) -> None:
        assert "wz-error" not in Client().get("/stijl/").content.decode()

    def test_shows_every_mistake_when_asked(self) -> None:
        html = Client().get("/stijl/?fout=1&people=veel&start_day=31&start_month=2&start_year=2018").content.decode()
        assert len(re.findall(r'class="wz-error"', html)) == 7
        assert all(f'href="#{Field.of(bound).first_input}"' in html for bound in SampleForm({}) if bound.errors)

    def test_answers_a_form_that_is_filled_in_well(self) -> None:
        answers = {
            "club": "De Schakel",
            "idea": "Eten",
            "neighbourhood": "noord",
            "group": "both",
            "agreed": "on",
            "start_day": "14",
            "start_month": "3",
            "start_year": "2018",
        }
        html = Client().get("/stijl/", answers, headers={"Accept-Language": "en"}).content.decode()
        assert "All questions are answered well. Nothing was kept." in html
        assert "wz-error" not in html

    @pytest.mark.parametrize(("asked", "shown"), [("2", 2), ("99", 3), ("0", 1), ("x", 1), ("9" * 5000, 1)])
    def test_walks_through_the_sample_list(self, asked: str, shown: int) -> None:
        html = Client().get(f"/stijl/?pagina={asked}", headers={"Accept-Language": "en"}).content.decode()
        assert f"Page {shown} of 3" in html

    def test_accepts_nothing_that_would_be_kept(self) -> None:
        assert Client().post("/stijl/", {"club": "x"}).status_code == 405
