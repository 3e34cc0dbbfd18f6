"""Networks of a neighbourhood and their meetings: what everybody reads, and the hour of who keeps them."""
