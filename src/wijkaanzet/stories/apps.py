"""How Django knows this context."""

from django.apps import AppConfig


class StoriesConfig(AppConfig):
    name = "wijkaanzet.stories"

    def ready(self) -> None:
        _register_subjects()
        _register_process()


def _register_subjects() -> None:
    from wijkaanzet.kernel import clock, subjects
    from wijkaanzet.stories import access, queries, rules

    subjects.register(
        rules.PROCESS,
        label=queries.labels,
        visible=lambda actor, ids: access.seen_stories(actor, ids, on=clock.today()),
    )
    subjects.register(rules.PROMPT, label=queries.prompt_labels, visible=queries.visible_prompts)


def _register_process() -> None:
    from wijkaanzet.kernel import moves
    from wijkaanzet.stories import queries, rules

    moves.register(
        moves.Process(
            kind=rules.PROCESS,
            states=rules.StoryStatus,
            final=rules.FINAL,
            transitions=rules.NEXT,
            move=rules.move,
            standings=queries.standings,
            settled=rules.SETTLED,
        )
    )
