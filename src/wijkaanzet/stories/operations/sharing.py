"""The teller saw the edited text and says for what it may be used, changes that later, or says no."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.searching import folded
from wijkaanzet.stories import access, queries
from wijkaanzet.stories.models import Consent, Story
from wijkaanzet.stories.operations.entering import end, enter, locked, log
from wijkaanzet.stories.rules import CARRYING, WORDING, ConsentWay, Scope, StoryStatus, Yes
from wijkaanzet.stories.rules.consent import check_yes, expires_on


@transaction.atomic
def share(story: Story, *, yes: Yes, actor: Actor, at: datetime) -> Story:
    """The teller agrees: for these purposes, for two years, and until the teller takes it back.

    A photo that the teller does not agree to is deleted. Raises Refused: ("wrong_state"), ("not_the_witness") of a
    spoken yes, and what `check_yes` refuses. Source: UAVG, article 5; consent in two steps, ncrm.ac.uk 20799.
    """
    story = locked(story)
    words = queries.words_offered(story)
    if words is None:
        raise Refused("wrong_state")
    _check(story, yes, actor=actor, at=at)
    story.title, story.text, story.meaning = words.title.strip(), words.text.strip(), words.meaning.strip()
    story.tone, story.photo_alt, story.sealed = words.tone or "", words.photo_alt, None
    story.folded = folded(f"{story.title} {story.text}")
    _agree(story, yes.scopes, yes=yes, actor=actor, at=at)
    return enter(story, status=StoryStatus.SHARED, detail={"scopes": len(set(yes.scopes))}, actor=actor, at=at)


@transaction.atomic
def change_scopes(story: Story, *, yes: Yes, actor: Actor, at: datetime) -> Story:
    """The teller of a shared story wants it used for these purposes from now on: one less, or another one.

    What stays keeps the day until which it holds. Raises Refused as `share` does; to stop altogether is `withdraw`.
    """
    story, today = locked(story), localdate(at)
    if story.status != StoryStatus.SHARED:
        raise Refused("wrong_state")
    _check(story, yes, actor=actor, at=at)
    wanted, before = frozenset(yes.scopes), queries.scopes_of(story, on=today)
    kept = wanted & before
    ended = story.consents.filter(ended_on__isnull=True).exclude(scope__in=kept).update(ended_on=today)
    _agree(story, wanted - kept, yes=yes, actor=actor, at=at)
    story.save()
    detail = {"given": len(wanted - kept), "ended": ended}
    log(story, action="scopes_changed", detail=detail, actor=actor, at=at)
    return story


@transaction.atomic
def keep_back(story: Story, *, actor: Actor, at: datetime) -> Story:
    """The teller says no after seeing the text: it is deleted, and nobody reads it. Raises Refused("wrong_state")."""
    return end(locked(story), status=StoryStatus.NOT_SHARED, actor=actor, at=at)


def _check(story: Story, yes: Yes, *, actor: Actor, at: datetime) -> None:
    check_yes(yes, has_photo=story.photo is not None)
    if yes.way is ConsentWay.SPOKEN:
        entrusted = access.entrusted_stories(actor, story.municipality, on=localdate(at))
        if not entrusted.filter(pk=story.pk).exists():
            raise Refused("not_the_witness")


def _agree(story: Story, scopes: Iterable[Scope], *, yes: Yes, actor: Actor, at: datetime) -> None:
    """Write the consents down, and what follows from all that hold now: until when, and with a photo or not."""
    today = localdate(at)
    Consent.objects.bulk_create(
        Consent(
            story=story,
            scope=scope,
            wording=WORDING,
            given_on=today,
            way=yes.way,
            witness_id=actor.user_id if yes.way is ConsentWay.SPOKEN else None,
            expires_on=expires_on(today),
        )
        for scope in sorted(set(scopes))
    )
    holding = story.consents.filter(ended_on__isnull=True)
    story.expires_on = max(one.expires_on for one in holding if one.scope in CARRYING)
    if Scope.PHOTO not in yes.scopes:
        story.photo, story.photo_alt = None, ""
