"""Rules about links: where they lead, and whether they are links at all."""
