"""The words of every kind of message in the outbox, and how it leaves: by mail.

It goes to an account, to who told something, or to who takes part in a network.

Log lines hold the number of a message and its kind; names, addresses and what was told stay in the database.
"""

from collections.abc import Callable
from dataclasses import dataclass

import structlog
from django.core import mail
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext_lazy as _

from wijkaanzet.cycle.operations import DIGEST
from wijkaanzet.intake.operations import ANSWERED, USED
from wijkaanzet.intake.queries import mail_address
from wijkaanzet.kernel import clock, subjects
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.models import OutboxMessage
from wijkaanzet.networks.operations import CALLED_OFF, INVITED, REMINDED
from wijkaanzet.networks.queries import MailToMember, called_off_to_member, mail_to_member, reminder_to_member
from wijkaanzet.people.operations import REPLACED, ROLE_ENDED, ROLE_GIVEN, ROLE_TAKEN_BACK, STANDS_IN
from wijkaanzet.people.queries import last_day_of, others_go_on
from wijkaanzet.plans.operations import SUGGESTION_ANSWERED
from wijkaanzet.web.letters import Letter, NoAddress, NothingToTell, site_address, whole_address
from wijkaanzet.web.messages.digest import told_in_digest
from wijkaanzet.web.numbers import day

LANGUAGE = "nl"  # an account keeps no language of its own yet
SECONDS = 10  # a message is locked while it is sent: a mail server that does not answer may not hold it for long

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Words:
    """The subject line and the text of a kind of message, and to whom such a message goes."""

    title: Promise
    template: str
    addressed: Callable[[OutboxMessage], Letter]


def _to_account(message: OutboxMessage) -> Letter:
    """To somebody with an account; what is gone by now, such as a role that was taken back, is not told any more."""
    subject = subjects.Subject(message.subject_kind, message.subject_id)
    reader = Actor(user_id=message.recipient_id, channel=Channel.JOB)
    about = subjects.labels([subject], reader).get(subject, "")
    if not about:
        raise NothingToTell
    recipient = message.recipient
    if recipient is None or not (recipient.email and recipient.is_active):
        raise NoAddress
    return Letter(recipient.email, {"about": about})


def _role_given(message: OutboxMessage) -> Letter:
    """To who got a role: which one, and how to choose a password for who never did."""
    given = _to_account(message)
    new = message.recipient is not None and not message.recipient.has_usable_password()
    choose = site_address(message.municipality, "account_reset_password") if new else ""
    return Letter(
        given.to, {**given.told, "choose": choose, "address": whole_address(message.municipality, "your-move")}
    )


def _role_ended(message: OutboxMessage) -> Letter:
    """To whose role ends: which one, its last day, and whether what waits stays with somebody."""
    ended, last = _to_account(message), last_day_of(message.subject_id)
    more = {"last": day(last) if last else "", "others": others_go_on(message.subject_id)}
    return Letter(ended.to, {**ended.told, **more})


def _role_taken_back(message: OutboxMessage) -> Letter:
    """To who got a role for a moment; the account may have been closed with it, and that is no secret to its holder."""
    recipient = message.recipient
    if recipient is None or not recipient.email:
        raise NoAddress
    return Letter(recipient.email, {})


def _to_stand_in(message: OutboxMessage) -> Letter:
    """To who is asked to stand in for a colleague, or is replaced: in which role, how long, and where to say no."""
    asked = _to_account(message)
    return Letter(asked.to, {**asked.told, "address": whole_address(message.municipality, "stand-ins")})


def _digest(message: OutboxMessage) -> Letter:
    """To who takes part: what waits now, and how it stops."""
    if message.recipient is None or not (message.recipient.email and message.recipient.is_active):
        raise NoAddress
    return told_in_digest(message.municipality, message.recipient, today=clock.today())


def _to_sender(message: OutboxMessage) -> Letter:
    """To who told something: where the code of the receipt opens the answer, and nothing of what was told."""
    email = mail_address(message.subject_id)
    if not email:
        raise NoAddress
    return Letter(email, {"address": whole_address(message.municipality, "answer-find")})


def _to_member(message: OutboxMessage) -> Letter:
    """To somebody who takes part in a network: the meetings that people were invited to on that day."""
    written_on = localdate(message.written_at)
    return _about_meetings(message, mail_to_member(message.subject_id, written_on=written_on, on=clock.today()))


def _called_off(message: OutboxMessage) -> Letter:
    """To somebody who was invited: the meetings that do not go on."""
    written_on = localdate(message.written_at)
    return _about_meetings(message, called_off_to_member(message.subject_id, written_on=written_on, on=clock.today()))


def _about_meetings(message: OutboxMessage, told: MailToMember | None) -> Letter:
    if told is None:
        raise NoAddress
    network = told.network.body
    meetings = [
        {
            "day": date_format(localtime(one.starts_at), "l j F Y"),
            "time": date_format(localtime(one.starts_at), "H:i"),
            "place": one.place,
            "address": whole_address(message.municipality, "meeting", network=network.key, public_id=one.public_id),
        }
        for one in told.meetings
    ]
    return Letter(told.email, {"network": network.name, "meetings": meetings})


def _reminded(message: OutboxMessage) -> Letter:
    """To somebody who takes part in a network: what was agreed, and how it goes."""
    told = reminder_to_member(message.subject_id, on=clock.today())
    if told is None:
        raise NoAddress
    body = told.network.body
    agreements = "\n".join(f"- {' '.join(one.text.split())}" for one in told.agreements)
    place = whole_address(message.municipality, "network", network=body.key)
    return Letter(told.email, {"network": body.name, "agreements": agreements, "address": place})


WORDS = {
    ROLE_GIVEN: Words(_("Your role in %(municipality)s"), "web/mail/role_given.txt", _role_given),
    ROLE_ENDED: Words(_("Your role in %(municipality)s ends"), "web/mail/role_ended.txt", _role_ended),
    ROLE_TAKEN_BACK: Words(
        _("Your role in %(municipality)s does not go on"), "web/mail/role_back.txt", _role_taken_back
    ),
    STANDS_IN: Words(_("Somebody asks you to stand in, in %(municipality)s"), "web/mail/stands_in.txt", _to_stand_in),
    REPLACED: Words(_("Somebody stands in for you in %(municipality)s"), "web/mail/replaced.txt", _to_stand_in),
    DIGEST: Words(_("What waits for you in %(municipality)s"), "web/mail/digest.txt", _digest),
    ANSWERED: Words(_("There is an answer for you from %(municipality)s"), "web/mail/answered.txt", _to_sender),
    USED: Words(_("What %(municipality)s did with what you told"), "web/mail/used.txt", _to_sender),
    SUGGESTION_ANSWERED: Words(
        _("The network in %(municipality)s answers your suggestion"), "web/mail/suggestion_answered.txt", _to_sender
    ),
    INVITED: Words(_("Invitation to a meeting in %(municipality)s"), "web/mail/invited.txt", _to_member),
    CALLED_OFF: Words(_("A meeting in %(municipality)s does not go on"), "web/mail/called_off.txt", _called_off),
    REMINDED: Words(_("What we agreed in %(municipality)s: how does it go?"), "web/mail/reminded.txt", _reminded),
}


def letter(message: OutboxMessage) -> mail.EmailMessage:
    """The mail that a message becomes. Raises NoAddress, NothingToTell, and KeyError for a kind that has no words."""
    words = WORDS[message.kind]
    municipality = message.municipality.name
    with translation.override(LANGUAGE):
        addressed = words.addressed(message)
        text = render_to_string(words.template, {"municipality": municipality, **addressed.told})
        title = str(words.title) % {"municipality": municipality}
    return mail.EmailMessage(subject=title, body=text, to=[addressed.to], headers=dict(addressed.headers))


def send(message: OutboxMessage) -> None:
    """Send one message through the configured mail server. Raises what the server answers, and NoAddress.

    What is over by now is not sent, and not tried again.
    """
    try:
        posted = letter(message)
    except NothingToTell:
        log.info("outbox.message.over", message=message.pk, kind=message.kind)
        return
    posted.connection = mail.get_connection(timeout=SECONDS)
    posted.send()
    log.info("outbox.message.sent", message=message.pk, kind=message.kind)
