"""Which messages somebody gets, the own calendar, and who stands in: what somebody who takes part sets up."""
