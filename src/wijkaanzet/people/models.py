"""Who takes part: accounts, accountable organisations, bodies that decide or advise, and roles over a period."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from wijkaanzet.kernel.models import PeriodModel
from wijkaanzet.people.rules import LONGEST_ACCOUNT_NAME, Role, ScopeKind, may_be_held


class UserManager(BaseUserManager["User"]):
    """How accounts are found; the name they log in with is the username."""


class User(AbstractBaseUser):
    """Account. Somebody who can log in; only what is needed for that is kept."""

    username = models.CharField(max_length=LONGEST_ACCOUNT_NAME, unique=True)
    email = models.EmailField(blank=True)
    is_active = models.BooleanField(default=True)

    objects = UserManager()

    USERNAME_FIELD = "username"

    class Meta:
        constraints = (models.UniqueConstraint(Lower("username"), name="username_whatever_capitals"),)

    def __str__(self) -> str:
        return f"#{self.pk}"


class Organisation(models.Model):
    """Organisatie. A legal person that can be accountable for money, the municipality itself included."""

    tenant_path = "municipality"

    municipality = models.ForeignKey("kernel.Municipality", on_delete=models.PROTECT, related_name="organisations")
    name = models.CharField(max_length=120)
    is_municipality = models.BooleanField(default=False)
    kvk_number = models.CharField(max_length=8, blank=True, validators=[RegexValidator(r"^\d{8}$")])

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["municipality", "name"], name="organisation_name"),
            models.UniqueConstraint(
                fields=["municipality"], condition=Q(is_municipality=True), name="one_municipality_itself"
            ),
        )

    def __str__(self) -> str:
        return self.name


class Body(models.Model):
    """Orgaan. What decides or advises: the council, the executive, an advisory table, later a network."""

    tenant_path = "municipality"

    municipality = models.ForeignKey("kernel.Municipality", on_delete=models.PROTECT, related_name="bodies")
    key = models.SlugField(max_length=40)
    kind = models.CharField(max_length=20)
    name = models.CharField(max_length=120)
    area = models.ForeignKey("areas.Area", on_delete=models.PROTECT, null=True, related_name="bodies")
    """Where a network works; what decides or advises for the whole municipality has none."""

    class Meta:
        constraints = (models.UniqueConstraint(fields=["municipality", "key"], name="body_key"),)

    def __str__(self) -> str:
        return self.name


class Desk(models.Model):
    """Balie. Where people can call or walk in, of the whole municipality or of one area; never a private person."""

    tenant_path = "municipality"

    municipality = models.ForeignKey("kernel.Municipality", on_delete=models.PROTECT, related_name="desks")
    area = models.OneToOneField("areas.Area", on_delete=models.PROTECT, null=True, related_name="desk")
    name = models.CharField(max_length=80)
    purpose = models.CharField(max_length=200)
    phone = models.CharField(max_length=20)
    phone_hours = models.CharField(max_length=80, blank=True)
    place = models.CharField(max_length=160, blank=True)
    place_hours = models.CharField(max_length=80, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["municipality"], condition=Q(area__isnull=True), name="one_desk_of_the_municipality"
            ),
        )

    def __str__(self) -> str:
        return self.name


class Coordination(models.Model):
    """Coördinatie. Which organisation brings the parties of an area together; it does not rank above them."""

    tenant_path = "municipality"

    municipality = models.ForeignKey("kernel.Municipality", on_delete=models.PROTECT, related_name="coordinations")
    area = models.OneToOneField("areas.Area", on_delete=models.PROTECT, related_name="coordination")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="coordinations")
    since = models.DateField()

    def __str__(self) -> str:
        return f"#{self.pk}"


def _scope_condition(kind: ScopeKind) -> Q:
    roles = [role.value for role in Role if may_be_held(role, kind)]
    filled = {f"{name}__isnull": name != kind for name in ("area", "organisation", "body")}
    return Q(role__in=roles, **filled)


class Membership(PeriodModel):
    """Rolvervulling. A role that somebody holds over a scope, from a day up to a day."""

    tenant_path = "municipality"

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    municipality = models.ForeignKey("kernel.Municipality", on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=32, choices=[(role.value, role.value) for role in Role])
    area = models.ForeignKey("areas.Area", on_delete=models.PROTECT, null=True, blank=True)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, blank=True)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True)

    class Meta(PeriodModel.Meta):
        abstract = False
        constraints = (
            *PeriodModel.Meta.constraints,
            models.CheckConstraint(
                condition=_scope_condition(ScopeKind.AREA)
                | _scope_condition(ScopeKind.ORGANISATION)
                | _scope_condition(ScopeKind.BODY)
                | _scope_condition(ScopeKind.MUNICIPALITY),
                name="role_has_its_own_scope",
            ),
        )

    def __str__(self) -> str:
        return f"#{self.pk} {self.role}"


class StandIn(PeriodModel):
    """Vervanging. Somebody who has the role of another for a while, from a day up to a day; no reason is asked."""

    tenant_path = "membership__municipality"

    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="stand_ins")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="standing_in")
    """Who stands in; who holds the role keeps it."""

    class Meta(PeriodModel.Meta):
        abstract = False
        constraints = (
            *PeriodModel.Meta.constraints,
            models.CheckConstraint(condition=Q(ends_before__isnull=False), name="standing_in_has_an_end"),
        )

    def __str__(self) -> str:
        return f"#{self.pk} #{self.membership_id}"
