"""Reading the kernel."""

from wijkaanzet.kernel.models import Municipality


def municipality_by_slug(slug: str) -> Municipality | None:
    """The municipality with this slug; None when it is not here."""
    return Municipality.objects.filter(slug=slug).first()
