"""What an answer is worth: one verdict, and why, in words for the person who cites the page."""

from dataclasses import replace
from datetime import datetime

from contentlint.citations.visit import Paper, Verdict, Visit
from contentlint.web.absence import absence
from contentlint.web.answer import Answer, Trouble
from contentlint.web.fragments import is_missing
from contentlint.web.paper import read
from contentlint.web.statements import clean
from contentlint.web.walls import asks_to_sign_in, challenge

_FOR_GOOD = (301, 308)
_TROUBLES: dict[Trouble, tuple[Verdict, str]] = {
    Trouble.NO_HOST: (Verdict.DEAD, "There is no host of this name any more"),
    Trouble.NO_NAMES: (Verdict.FAILED, "The name of the host could not be looked up"),
    Trouble.OFFLINE: (Verdict.UNCHECKED, "There is no connection here, or none to the internet"),
    Trouble.CLOSED: (Verdict.FAILED, "The connection was refused or closed without an answer"),
    Trouble.TIMEOUT: (Verdict.TIMEOUT, "It did not answer in time"),
    Trouble.TLS: (Verdict.TLS, "No safe connection could be made"),
    Trouble.PRIVATE: (
        Verdict.REFUSED,
        "The address, or one that it leads to, is not public: it was not asked",
    ),
    Trouble.ADDRESS: (
        Verdict.REFUSED,
        "It is no web address that can be asked, or leads to one that is none",
    ),
    Trouble.LOOP: (Verdict.FAILED, "It leads in a circle, back to itself"),
    Trouble.HOPS: (Verdict.FAILED, "It leads on and on, to no page"),
    Trouble.GARBLED: (Verdict.FAILED, "The answer could not be understood"),
    Trouble.PATIENCE: (
        Verdict.BLOCKED,
        "The site asks to come back later than the check waits: nobody could look",
    ),
    Trouble.BUDGET: (Verdict.UNCHECKED, "The time of the check was up before its turn"),
    Trouble.STOPPED: (Verdict.UNCHECKED, "The check was stopped before its turn"),
}
_TOLD_IN_WORDS = (Trouble.TLS, Trouble.CLOSED, Trouble.GARBLED, Trouble.ADDRESS, Trouble.NO_NAMES)
"""Troubles of which more can be said than that they came up."""
_STATUSES: dict[int, tuple[Verdict, str]] = {
    401: (Verdict.LOGIN, "The page asks to sign in"),
    402: (Verdict.BLOCKED, "The page is shown for payment only"),
    403: (Verdict.BLOCKED, "The site asks programs to stay away: nobody could look"),
    404: (Verdict.DEAD, "There is no such page"),
    405: (Verdict.BLOCKED, "The site does not show this page to programs: nobody could look"),
    406: (Verdict.BLOCKED, "The site does not show this page to programs: nobody could look"),
    407: (Verdict.BLOCKED, "A server on the way asks to sign in: nobody could look"),
    408: (Verdict.TIMEOUT, "The site says that it took too long"),
    410: (Verdict.DEAD, "The page is gone, and the site says for good"),
    418: (Verdict.BLOCKED, "The site turns programs away: nobody could look"),
    429: (Verdict.BLOCKED, "The site asks to come less often: nobody could look"),
    451: (Verdict.BLOCKED, "The page is not shown here for legal reasons"),
    511: (Verdict.BLOCKED, "The network here asks to sign in: nobody could look"),
    999: (Verdict.BLOCKED, "The site turns programs away: nobody could look"),
}
_SMALL = 50_000
"""Bytes of a page with a failure that are read for a title: challenges are short."""
_PROOF = "The site asks for proof that a person is asking: nobody could look"


def visit_of(answer: Answer, fragment: str, now: datetime) -> Visit:
    """Return what an answer is worth. ``fragment`` is what follows “#”, as written."""
    verdict, reason, paper = _judged(answer)
    visit = Visit(
        answer.url,
        verdict,
        reason,
        now,
        final=answer.final,
        permanent=_is_permanent(answer),
        status=answer.status,
        hops=tuple(hop.url for hop in answer.hops),
        paper=paper,
        seconds=answer.seconds,
        bug=answer.bug,
    )
    return at_fragment(visit, fragment)


def at_fragment(visit: Visit, fragment: str) -> Visit:
    """Return the visit of a page, whose fragment nobody has looked for yet, with it looked for."""
    paper = visit.paper
    if paper is None or not (visit.verdict.is_readable and is_missing(fragment, paper)):
        return visit
    reason = f"{visit.reason} Nothing on it is called “#{clean(fragment)[:80]}”."
    return replace(visit, reason=reason, fragment_missing=True)


def _judged(answer: Answer) -> tuple[Verdict, str, Paper | None]:
    if answer.trouble:
        return (*_of_trouble(answer, answer.trouble), None)
    if not 200 <= answer.status < 300 and answer.status != 300:
        return (*_of_status(answer), None)
    if answer.status in (204, 205) or not (answer.body or answer.cut):
        return Verdict.ALIVE, f"It answers, without a page to read ({answer.status}).", None
    return _of_page(answer, _paper(answer))


def _of_trouble(answer: Answer, trouble: Trouble) -> tuple[Verdict, str]:
    verdict, words = _TROUBLES[trouble]
    detail = clean(answer.detail)[:160].rstrip(".") if trouble in _TOLD_IN_WORDS else ""
    code = f" ({answer.status})" if trouble is Trouble.PATIENCE and answer.status else ""
    return verdict, f"{words}{code}: {detail}." if detail else f"{words}{code}."


def _of_status(answer: Answer) -> tuple[Verdict, str]:
    """Return what a status other than success means."""
    status = answer.status
    verdict, words = _STATUSES.get(status) or _of_family(status)
    paper = _paper(answer) if status >= 500 and len(answer.body) < _SMALL else None
    if status >= 400 and challenge(status, answer.headers, answer.body, paper):
        return Verdict.BLOCKED, f"{_PROOF} ({status})."
    return verdict, f"{words} ({status})."


def _of_family(status: int) -> tuple[Verdict, str]:
    if 300 <= status < 400:
        return Verdict.FAILED, "It leads on without saying where"
    if 400 <= status < 500:
        return Verdict.FAILED, "The site does not understand the address, or does not say why not"
    if 500 <= status < 600:
        return Verdict.FAILED, "The site failed"
    return Verdict.FAILED, "It answers with a status that means nothing"


def _paper(answer: Answer) -> Paper:
    return read(answer.body, answer.headers, answer.final, cut=answer.cut)


def _of_page(answer: Answer, paper: Paper) -> tuple[Verdict, str, Paper | None]:
    """Return what a page is worth that came with success."""
    asked, final = answer.url.partition("#")[0], answer.final.partition("#")[0]
    if challenge(answer.status, answer.headers, answer.body, paper):
        return Verdict.BLOCKED, f"{_PROOF}.", None
    if asks_to_sign_in(asked, final, paper, answer.body):
        return Verdict.LOGIN, "A form to sign in stands in the place of the page.", None
    if reason := absence(asked, final, paper, answer.body):
        return Verdict.SOFT_404, reason, None
    return (*_alive(answer, asked, final), paper)


def _alive(answer: Answer, asked: str, final: str) -> tuple[Verdict, str]:
    if asked == final:
        return Verdict.ALIVE, f"It answers ({answer.status})."
    if _is_permanent(answer):
        return Verdict.MOVED, f"It has moved for good, to {clean(final)}."
    return Verdict.ALIVE, f"It answers, from {clean(final)} for the time being."


def _is_permanent(answer: Answer) -> bool:
    """Whether it led on, and each step on the way was for good."""
    steps = answer.hops[:-1]
    return bool(steps) and all(step.status in _FOR_GOOD for step in steps)
