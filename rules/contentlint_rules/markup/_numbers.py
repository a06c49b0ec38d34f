"""Lines that begin with a number, as items of a numbered list do."""

from contentlint import pattern

NUMBERED = pattern(r"\n([ \t>]{0,40})(\d{1,9})[.)][ \t]")
"""A break, what the line is indented by, and its number."""
TRIGGERS = tuple(f"{digit}{sign}{blank}" for digit in range(10) for sign in ".)" for blank in " \t")
