"""An arrangement is installed with its bodies; accounts, organisations and desks are added once."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction

import wijkaanzet.arrangements
from tests.conftest import AT
from tests.factories import ARRANGEMENT, NOBODY, AreaFactory, MunicipalityFactory, OrganisationFactory, install
from wijkaanzet.arrangements.models import Arrangement
from wijkaanzet.kernel.models import AuditEntry, Municipality
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.people import labels, operations, queries
from wijkaanzet.people.models import Body, Desk, Organisation, User
from wijkaanzet.people.operations import DeskDetails

DETAILS = DeskDetails(name="Balie", purpose="Vragen", phone="14 001")
SHIPPED = sorted((Path(wijkaanzet.arrangements.__file__).parent / "data").glob("*.toml"))
pytestmark = pytest.mark.django_db


class TestInstall:
    def test_makes_the_bodies_and_the_municipality_as_a_legal_person(self):
        municipality = install().municipality
        assert {(body.key, body.kind) for body in municipality.bodies.all()} == {
            ("raad", "council"),
            ("college", "executive"),
            ("partner", "partner"),
        }
        assert queries.municipality_itself(municipality).name == "Gemeente Proefstad"

    def test_changes_nothing_the_second_time(self):
        install()
        rows = AuditEntry.objects.count()
        install()
        assert (Arrangement.objects.count(), Body.objects.count(), Organisation.objects.count()) == (1, 3, 1)
        assert AuditEntry.objects.count() == rows

    def test_gives_a_body_its_new_name_and_says_so(self):
        install()
        later = ARRANGEMENT.replace("2016-01-01", "2018-01-01").replace("De partner", "Nieuwe naam")
        install(later)
        assert Body.objects.get(key="partner").name == "Nieuwe naam"
        assert AuditEntry.objects.filter(action="people.body.established").count() == 4

    def test_a_municipality_without_one_is_no_legal_person_yet(self):
        with pytest.raises(Refused) as caught:
            queries.municipality_itself(MunicipalityFactory.create(name="Leegstad"))
        assert "Leegstad" in str(labels.REFUSALS[caught.value.key]) % caught.value.parameters


class TestCommand:
    def file(self, folder: Path, text: str) -> str:
        path = folder / "proef.toml"
        path.write_text(text, encoding="utf-8")
        return str(path)

    def test_loads_a_good_file(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
        call_command("load_arrangement", self.file(tmp_path, ARRANGEMENT))
        assert capsys.readouterr().out == "Proefstad: arrangement from 2016-01-01\n"
        assert set(AuditEntry.objects.values_list("channel", flat=True)) == {"command"}

    @pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
    def test_loads_every_file_of_the_house(self, path: Path):
        call_command("load_arrangement", str(path), verbosity=0, stdout=None)
        assert Municipality.objects.filter(slug=path.stem).exists()

    def test_tells_every_mistake_of_a_bad_file_and_keeps_nothing(self, tmp_path: Path):
        bad = ARRANGEMENT.replace('decides = "college"', 'decides = "colege"').replace('"raad"', '"raat"')
        bad = bad.replace('proposes = "provider"', 'proposes = "niemand"')
        with pytest.raises(CommandError) as caught:
            call_command("load_arrangement", self.file(tmp_path, bad))
        first, second = str(caught.value).splitlines()
        assert first == 'proef.toml:19: decides: onbekend orgaan "colege"; bedoelt u "college"?'
        assert second.startswith("proef.toml:22: proposes: ")
        assert caught.value.returncode == 2
        assert not Municipality.objects.exists()

    def test_writes_down_that_a_file_was_refused(self, tmp_path: Path):
        with pytest.raises(CommandError):
            call_command("load_arrangement", self.file(tmp_path, "format = 9"))
        row = AuditEntry.objects.get()
        assert (row.action, row.result, row.municipality) == ("arrangements.load", "refused", None)

    @pytest.mark.parametrize("content", [None, b"\xff\xfe"])
    def test_refuses_what_cannot_be_read(self, tmp_path: Path, content: bytes | None):
        path = tmp_path / "proef.toml"
        if content:
            path.write_bytes(content)
        with pytest.raises(CommandError, match="cannot be read") as caught:
            call_command("load_arrangement", str(path))
        assert caught.value.returncode == 2


class TestAdd:
    def test_an_account_has_no_password_and_leaves_no_name_in_the_log(self):
        user = operations.open_account(username="jansen", email="j@proef.example", actor=NOBODY, at=AT)
        assert not user.has_usable_password()
        row = AuditEntry.objects.get()
        assert (row.subject_kind, row.subject_id, row.detail) == ("people.account", user.pk, {})
        assert str(user) == f"#{user.pk}"

    def test_a_taken_name_is_refused(self):
        operations.open_account(username="jansen", email="", actor=NOBODY, at=AT)
        with pytest.raises(Refused) as caught:
            operations.open_account(username="jansen", email="", actor=NOBODY, at=AT)
        assert "jansen" in str(labels.REFUSALS[caught.value.key]) % caught.value.parameters
        assert (User.objects.count(), AuditEntry.objects.count()) == (1, 1)

    def test_an_organisation_has_a_name_of_its_own(self):
        town = MunicipalityFactory.create()
        operations.add_organisation(town, name="De Wende", actor=NOBODY, at=AT)
        with pytest.raises(Refused):
            operations.add_organisation(town, name="De Wende", actor=NOBODY, at=AT)
        operations.add_organisation(MunicipalityFactory.create(), name="De Wende", actor=NOBODY, at=AT)
        assert Organisation.objects.count() == 2


class TestDesk:
    def test_an_area_without_a_desk_falls_back_on_the_municipality(self):
        area = AreaFactory.create()
        town = area.division.municipality
        assert queries.desk_of(town, area) is None
        city = operations.open_desk(town, area=None, details=DETAILS, actor=NOBODY, at=AT)
        assert queries.desk_of(town, area) == queries.desk_of(town) == city
        own = operations.open_desk(town, area=area, details=DETAILS, actor=NOBODY, at=AT)
        assert (queries.desk_of(town, area), queries.desk_of(town)) == (own, city)

    def test_a_desk_that_is_opened_again_gets_its_new_details(self):
        town = MunicipalityFactory.create()
        operations.open_desk(town, area=None, details=DETAILS, actor=NOBODY, at=AT)
        details = DeskDetails(name="Loket", purpose="Vragen", phone="14 002")
        assert operations.open_desk(town, area=None, details=details, actor=NOBODY, at=AT).phone == "14 002"
        assert Desk.objects.count() == 1

    def test_an_area_of_another_municipality_is_refused(self):
        with pytest.raises(Refused) as caught:
            operations.open_desk(
                MunicipalityFactory.create(), area=AreaFactory.create(), details=DETAILS, actor=NOBODY, at=AT
            )
        assert caught.value.key == "other_tenant"


@pytest.mark.both_engines
class TestConstraints:
    def test_refuse_a_second_desk_of_the_municipality(self):
        town = MunicipalityFactory.create()
        Desk.objects.create(municipality=town, name="a", purpose="a", phone="1")
        with pytest.raises(IntegrityError), transaction.atomic():
            Desk.objects.create(municipality=town, name="b", purpose="b", phone="2")

    def test_refuse_a_municipality_that_is_two_legal_persons(self):
        town = MunicipalityFactory.create()
        OrganisationFactory.create(municipality=town, is_municipality=True)
        with pytest.raises(IntegrityError), transaction.atomic():
            OrganisationFactory.create(municipality=town, is_municipality=True)
