"""The words of every kind of message in the outbox, and how it leaves: by mail, to the address of the account.

Log lines hold the number of a message and its kind; names and addresses stay in the database.
"""

from dataclasses import dataclass

import structlog
from django.core import mail
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijkaanzet.kernel import subjects
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.models import OutboxMessage

LANGUAGE = "nl"  # an account keeps no language of its own yet
SECONDS = 10  # a message is locked while it is sent: a mail server that does not answer may not hold it for long

log = structlog.get_logger(__name__)


class NoAddress(Exception):
    """The account cannot be mailed: it has no address, or is closed."""


@dataclass(frozen=True)
class Words:
    """The subject line and the text of a kind of message."""

    title: Promise
    template: str


WORDS = {"people.role_given": Words(_("Your role in %(municipality)s"), "web/mail/role_given.txt")}


def letter(message: OutboxMessage) -> mail.EmailMessage:
    """The mail that a message becomes. Raises NoAddress, and KeyError for a kind that has no words."""
    words = WORDS[message.kind]
    recipient = message.recipient
    if not (recipient.email and recipient.is_active):
        raise NoAddress
    subject = subjects.Subject(message.subject_kind, message.subject_id)
    reader = Actor(user_id=recipient.pk, channel=Channel.JOB)
    municipality = message.municipality.name
    with translation.override(LANGUAGE):
        about = subjects.labels([subject], reader).get(subject, "")
        text = render_to_string(words.template, {"municipality": municipality, "about": about})
        title = str(words.title) % {"municipality": municipality}
    return mail.EmailMessage(subject=title, body=text, to=[recipient.email])


def send(message: OutboxMessage) -> None:
    """Send one message through the configured mail server. Raises what the server answers, and NoAddress."""
    posted = letter(message)
    posted.connection = mail.get_connection(timeout=SECONDS)
    posted.send()
    log.info("outbox.message.sent", message=message.pk, kind=message.kind)
