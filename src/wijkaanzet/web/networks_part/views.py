"""Who takes part in a network, for everybody to read."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wijkaanzet.kernel import clock
from wijkaanzet.web.http import Request
from wijkaanzet.web.networks.who import network_to_read
from wijkaanzet.web.networks_part.build import taking_part_page


@require_safe
def who_takes_part(request: Request, network: str) -> HttpResponse:
    """Who come and who are hardly seen, as numbers that point at nobody."""
    found = network_to_read(request, network)
    page = taking_part_page(request, found, today=clock.today())
    return render(request, "web/network_taking_part.html", {"page": page})
