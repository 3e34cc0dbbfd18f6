"""Public pages are written in plain Dutch."""

import pytest
from django.test import Client

from tests.helpers.plain_dutch import findings
from tests.web.permission_table import TABLE, Row, read
from tests.web.world import World

ADVICE = (
    "Write short sentences with everyday words (B1); the measure and the words to avoid stand in docs/plain-dutch.toml."
)
PUBLIC = [row for row in read(TABLE.read_text(encoding="utf-8")) if row.public and row.answers == {200}]


@pytest.mark.django_db
@pytest.mark.parametrize("row", PUBLIC, ids=lambda row: row.name)
@pytest.mark.done("5.plain-dutch")
def test_public_page_is_plain_dutch(row: Row, world: World):
    response = Client().get(world.url(row.name))
    assert response.status_code == 200
    if response["Content-Type"].startswith("text/html"):
        lines = findings(response.content.decode())
        assert not lines, "\n".join([ADVICE, *lines])
