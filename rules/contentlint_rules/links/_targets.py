"""Links that are read as links but cannot lead anywhere: what stands in their target is damaged."""

import re

from contentlint import Edit, Fix, Span, Violation, pattern
from contentlint_rules.links._shapes import TYPO, Place

_PAIRS = {"(": ")", "“": "”", "”": "”", "‘": "’", "’": "’"}
_MARKED = pattern(
    r"\]\([ \t]*(?P<open>[*`\"“”'‘’(]{1,3}|__?)"
    r"(?P<url>(?:https?://|www\.|mailto:|\.{0,2}/)[^\s*`\"“”'‘’()<>\[\]]+?)"
    r"(?P<close>[*`\"“”'‘’)_]{1,3})[ \t]*\)"
)
_TYPO = pattern(rf"(?:\]\(|\]:[ \t]+)<?(?P<typo>{TYPO})(?P<rest>[^\s()<>]*)")
_HOST = pattern(r"(?:https?://)?(?:[\w-]+\.)+[\w-]{2,}|localhost|\[", re.IGNORECASE)
_DEFINITION = pattern(r"[ \t>]*\[[^\[\]\n]{1,300}\Z")
_TARGET = pattern(r"\]\(([^()]*)\)")


def empty(place: Place) -> Violation | None:
    """Find a link without a target: “[text]()”."""
    text = place.document.text
    if not place.is_link or not place.is_label or place.label.startswith("Uploading "):
        return None
    if place.before.isalnum() or place.before in "_$])":
        return None
    if place.document.path.endswith("SUMMARY.md"):  # mdBook: a chapter that is still to be written
        return None
    kind = "image" if text.startswith("!", place.start or 0) else "link"
    end = text.index(")", place.at) + 1
    return Violation(place.to(end), f"This {kind} has no target; put the address between “()”")


def placeholder(place: Place) -> Violation | None:
    """Find a target that was to be replaced: “[text](INSERT_LINK)”."""
    match = _TARGET.match(place.document.text, place.at)
    if not match or not place.is_link or not place.is_label:
        return None
    if match[1].casefold() == place.label.strip("`* ").casefold():
        return None
    message = f"“{match[1]}” was to be replaced by the address of this link"
    return Violation(Span(match.start(1), match.end(1)), message)


def marked(place: Place) -> Violation | None:
    """Find marks round a target, which become part of the address: “[text](**url**)”."""
    match = _MARKED.match(place.document.text, place.at)
    if not match or place.start is None or not place.label.strip():
        return None
    mirrored = "".join(_PAIRS.get(char, char) for char in reversed(match["open"]))
    if match["close"] != mirrored:
        return None
    edits = (Edit.deletion(Span(*match.span(group))) for group in ("open", "close"))
    make = Fix.suggestion if match["url"].startswith("www.") else Fix.safe
    fix = make(f"Leave the address alone: {match['url']}", *edits)
    message = f"“{match['open']}” round the target becomes part of the address"
    return Violation(place.to(match.end()), message, fix)


def scheme(place: Place) -> Violation | None:
    """Find a damaged “https://” at the start of a target."""
    document = place.document
    match = _TYPO.match(document.text, place.at)
    if not match or not _HOST.match(match["rest"]) or not (place.is_link or _defines(place)):
        return None
    typo, doubled = match["typo"], re.match("https?://", match["rest"], re.IGNORECASE)
    right = "" if doubled else "https://" if "s" in typo.casefold() else "http://"
    edit = Edit.replacement(Span(*match.span("typo")), right)
    if place.kind == "definition":
        whole = place.to(match.end())
        head = document.text[whole.start : match.start("typo")]
        edit = Edit.replacement(whole, f"{head}{right}{match['rest']}")
    shown = right or doubled[0] if doubled else right
    fix = Fix.safe(f"Write “{shown}”", edit)
    wrong = typo + (doubled[0] if doubled else "")
    span = Span(match.start("typo"), match.end("rest"))
    return Violation(span, f"“{wrong}” should be “{shown}”: the link leads nowhere", fix)


def _defines(place: Place) -> bool:
    """Whether the brackets are those of a definition: “[label]: address”."""
    text = place.document.text
    line = text[text.rfind("\n", 0, place.at) + 1 : place.at]
    return text.startswith("]:", place.at) and _DEFINITION.match(line) is not None
