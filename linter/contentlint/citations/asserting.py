"""Whether a sentence rests on a source that it names, or only mentions it."""

from typing import NamedTuple

from contentlint.citations.evidence import Fact, Kind
from contentlint.citations.kinds import is_dated, is_statistic
from contentlint.citations.marks import Mark
from contentlint.citations.reading import Reading
from contentlint.patterns import pattern
from contentlint.span import Span

_STUDY = (
    "report|study(?! group)|studies|survey|statistics?|findings|whitepaper|"
    "(?:census|poll)(?! (?!of|by|on|in)[A-Za-z])|"
    "press release|rapport|étude|enquête|sondage|baromètre|communiqué|recensement|bericht|studien?|"
    "umfrage|untersuchung|erhebung|statistik|auswertung|informe|estudio|encuesta|relatório|estudo|pesquisa|"
    "rapporto|studio|indagine|ricerca|sondaggio|onderzoek|verslag"
)

_DATA = (
    f"{_STUDY}|paper|article|analysis|analyses|data|dataset|figures|index|research|recherches?|données|"
    "chiffres|bilan|analyse|daten|zahlen|datos|cifras|análisis|dados|dati|cijfers"
)

_SAYS = (
    "says?|said|found|finds|reports|reported|shows?|showed|estimates?|estimated|indicates?|"
    "suggests?|puts|concludes?|revealed|reveals|announced|indique|montre|révèle|estime|rapporte|"
    "annonce|affirme|constate|note|chiffre|évalue|précise|souligne|zeigt|ergab|berichtet|meldet|"
    "schätzt|beziffert|zufolge|muestra|revela|indica|estima|señala|informa|mostra|aponta|riporta|"
    "stima|rivela|toont|meldt|schat"
)

_TO = (
    "selon|d['’]après|according to|laut|zufolge|nach angaben|según|de acuerdo con|secondo|segundo|"
    "de acordo com|volgens"
)

_THE = "l[ea]s?|the|th[eo]se|this|d(?:er|ie|en|em|as)|el|l[oa]s|[oa]s?|i|gli|il|het|de|ces?|cette"

IS_STUDY = pattern(rf"(?i)\b(?:{_STUDY})s?\b")

_GAP = r"[ \xa0’'“”\"«»(*_]"

_BEFORE = pattern(
    rf"(?i)(?<!és )(?<!ées )(?<!er )\b(?:{_TO}|as (?:reported|shown|estimated) by|reported by|"
    r"published by|found by|"
    r"estimated by|source ?:|quelle ?:|fuente ?:|fonte ?:|citing|(?-i:Per))"
    rf"{_GAP}{{1,4}}(?:[\w’'-]{{1,20}}{_GAP}{{1,3}}){{0,4}}\Z"
    rf"|[,»”\"]\s?(?:so|dit|sagt|dice|disse|{_SAYS})\s\Z"
)

_SAID_IN = pattern(rf"(?i)(?<![’'])\b(?:{_SAYS})\W{{0,3}}\Z")

_SOME_REPORTS = pattern(
    r"\b(?!who\b|that\b|it\b)[a-z]+ (?:reports|shows|estimates|notes?)\W{0,3}\Z"
)
"""“error reports”, which say nothing, and not “Kern reports”."""

_LINKS_ON = (
    "to|of|and|or|with|for|by|in|on|at|as|was|were|is|are|be|been|à|de|et|pour|par|und|zu|y|e"
)

_AFTER = pattern(
    rf"(?i)[ \xa0)”\"»’'*_\]]{{0,4}}"
    rf"(?:(?!(?:{_LINKS_ON})\b|s['’])[\w’'-]{{1,20}}[ \xa0]{{1,2}}){{0,2}}"
    rf"(?<!s['’])(?:{_SAYS})\b(?! by\b)"
)

_WHICH = pattern(
    r"(?i)\W{0,3}(?:that|which|qui|où|der|die|das|que|che|has|had|counts?|counted|puts?|gives?|gave|"
    r"lists?|contains?|covers?|got|received|asked|compte|donne|recense|contient|a|zählt|nennt|"
    r"enthält|hat|cuenta|recoge|tiene|conta|ha)\b"
)
"""What a study does that stands before it."""

_ATTRIBUTES = pattern(rf"(?i)\b(?:{_TO}|{_SAYS})\b")

_OWN = pattern(
    r"\bI(?:['’][a-z]{1,2})?\s[a-z]|(?i:\b(?:we|our|ours|my|let['’]s|us|nous|notre|nos|mon|ma|je|wir"
    r"|unser\w{0,2}|mein\w{0,2}|ich|nosotros|nuestr\w{1,2}|nós|nosso|nossa|noi|nostr\w)\b|\b[jJ]['’])"
)
"""Somebody who speaks of what they did and saw themselves."""

SPEAKS_OF_IT = pattern(
    rf"(?i)\b(?:{_TO}) (?:(?:{_THE}) )?(?:l['’])?(?:[\w’'-]{{1,20}} ){{0,2}}(?:{_DATA})\b"
    rf"|\b(?:(?:{_THE}) |l['’])(?:[\w’'-]{{1,20}} ){{0,2}}(?:{_DATA})s?\b"
    rf"\W{{0,4}}(?:[\w’'-]{{1,20}}\W{{1,3}}){{0,2}}(?:{_SAYS})\b"
)

_LEADS_ON = pattern(
    r"(?i)\b(?:see|read|check|learn|find out|refer|visit|watch|download|follow|join|consultez|"
    r"consulter|voir|lire|lisez|découvr\w{1,4}|retrouve[rz]?|visite[rz]?|téléchargez|siehe|lesen|"
    r"lies|mehr|besuch\w{1,3}|ver|lee|leer|consulta|visita|vea|leia|veja|leggi|vedi|lees|zie)\b"
    r"[^.!?]{0,60}\Z"
)

_ACTS = pattern(
    r"(?i)(?:please |you can )?(?:sign|register|join|add|check|find|view|try|watch|download|follow|"
    r"subscribe|play|listen|get|go|click|contact|apply|book|buy|visit|read more|learn|"
    r"inscri\w{1,6}|ajout\w{1,4}|écout\w{1,3}|consult\w{1,4}|télécharg\w{1,4}|anmeld\w{1,3}|"
    r"see\b(?! (?:[\w’'-]{1,20} ){0,3}(?:report|study|survey|paper|article))|okay|maybe|now|same|"
    r"available|lien|link|ansehen|mehr|más|more|plus d|\+ d|"
    r"for example|par exemple|zum beispiel|por ejemplo)\b"
)

_POINTS = pattern(
    r"(?i)\b(?:here|ici|hier|aquí|aqui|qui|there|agenda|schedule|time ?zone)\W{0,2}\Z"
)

_PLACE = pattern(
    r"(?i)(?:the |official |le |la |les |calendar )?(?:event|agenda|calendar|programme?|poster|"
    r"(?:slides?|vid[eé]o|recording|notes?|minutes) in \w{1,20}|"
    r"web ?site|site(?: officiel| web)?|home ?page|"
    r"git ?hub|git ?lab|repo(?:sitory)?|docs?|documentation|npm|pypi|demo|wiki|code|blog|twitter|"
    r"linkedin|mastodon|webseite|download|slides?|vid[eé]os?|papers?|pdf|html|pptx?|recording|"
    r"transcript|talk|podcast|tutorial|example|rfc ?\d+|[#@!][\w/-]+)"
)

_OF_SOMEBODY = pattern(
    r"(?i)https?://[^/?#]+/(?:about|a-propos|team|people|authors?|profiles?|users?|members?|in|@)\b.*"
    r"|https?://(?:[\w-]{1,30}\.)?(?:github|gitlab|twitter|x|linkedin|facebook|instagram|bsky)"
    r"\.(?:com|app)/[^/?#]+/?"
)
"""The address of somebody, rather than of something that they said."""

_REMARK = pattern(r"(?:(?<![^\W_])[a-zß-öø-ÿ’']{1,30},? ){5}")

_ROOT = pattern(r"(?i)https?://[^/?#]+/?(?:[a-z]{2}/?)?")

_OF_PEOPLE = pattern(
    r"(?i)https?://(?:[\w-]{1,30}\.)?(?:github\.com|gitlab\.com|codeberg\.org|bitbucket\.org|"
    r"npmjs\.com|twitter\.com|x\.com|linkedin\.com|facebook\.com|instagram\.com|bsky\.app|"
    r"youtube\.com|youtu\.be|vimeo\.com|twitch\.tv|calendar\.google\.com|timeanddate\.com|"
    r"docs\.google\.com|drive\.google\.com)(?:[/?#]|\Z)"
)
"""Where people, code, films and appointments are: what a text says beside is seldom read there."""

YEAR = pattern(r"\b(?:19|20)\d\d\b")

_LETTERS = pattern(r"[^\W\d_]{2,}")

_ENOUGH = 3
"""Words of a link that say something, and do not only name a thing."""


class Sentence(NamedTuple):
    """A sentence of a reading: where its words are, and the marks that are its own.

    ``is_citation`` says that it holds nothing but links and what introduces them.
    """

    reading: Reading
    span: Span
    marks: tuple[Mark, ...]
    is_citation: bool

    @property
    def words(self) -> str:
        """Its words, citations and marks aside."""
        return self.reading.words[self.span.start : self.span.end]


def is_sure(one: Sentence, mark: Mark, facts: tuple[Fact, ...]) -> bool:
    """Whether a sentence rests on a source that it names, and does not only mention it."""
    if mark.kept and _is_attributed(one, mark):
        return True
    names_a_place = _ROOT.fullmatch(mark.url) or (
        (mark.aside or mark.sign) and _OF_PEOPLE.match(mark.url)
    )
    if names_a_place and (mark.kept or mark.aside or mark.sign):
        return False
    return _is_sourced(one, mark, facts) and not _is_own(one, facts)


def _is_sourced(one: Sentence, mark: Mark, facts: tuple[Fact, ...]) -> bool:
    """Whether a sentence rests on a source, if it does not tell of who writes it."""
    if mark.kept:
        return _is_asserted(one, mark, facts)
    if mark.aside and mark.named:
        sourced = _ends(one, mark) or (_is_source(mark) and _is_beside_a_fact(one, mark, facts))
        return sourced and not _leads_elsewhere(mark)
    return mark.sure and not (_is_remark(mark.named) or _OF_SOMEBODY.fullmatch(mark.url))


def _is_remark(named: str) -> bool:
    """Whether a note tells something of its own, and does not name a work."""
    return not (YEAR.search(named) or IS_STUDY.search(named)) and bool(_REMARK.search(named))


_BESIDE = 80
"""Code points before a link in brackets in which it stands for what is said."""


def _is_beside_a_fact(one: Sentence, mark: Mark, facts: tuple[Fact, ...]) -> bool:
    """Whether something that a source may say ends shortly before a link in brackets."""
    at = one.reading.at(mark.span.start) - one.span.start
    return not facts or any(at - _BESIDE <= fact.span.end <= at for fact in facts)


def _leads_elsewhere(mark: Mark) -> bool:
    """Whether the words of a link say what to do there, or what kind of thing it is."""
    named = mark.named
    return any(
        found for found in (_PLACE.fullmatch(named), _ACTS.match(named), _POINTS.search(named))
    )


def _is_own(one: Sentence, facts: tuple[Fact, ...]) -> bool:
    """Whether a sentence tells, outside quotations, of who writes it."""
    words = one.words
    for fact in facts:
        if fact.kind is Kind.QUOTATION:
            blank = " " * (fact.span.end - fact.span.start)
            words = words[: fact.span.start] + blank + words[fact.span.end :]
    return _OWN.search(words) is not None


def _ends(one: Sentence, mark: Mark) -> bool:
    """Whether a parenthesis with one link stands at the end of its sentence."""
    alone = sum(other.span == mark.span for other in one.marks) == 1
    behind = one.reading.words[one.reading.at(mark.span.start) : one.span.end]
    return alone and not behind.strip(' .!?…»”"')


def _is_source(mark: Mark) -> bool:
    """Whether a link in brackets looks like a source: by a study, a title, a year and a name."""
    words = mark.named
    if IS_STUDY.search(words) or len(words.split()) >= _ENOUGH:
        return True
    return bool(YEAR.search(words) and _LETTERS.search(words))


def _around(one: Sentence, mark: Mark) -> tuple[str, str, str]:
    """Return what stands in a sentence before a link, in it and behind it."""
    inside = one.reading.within(mark.span)
    words = one.reading.words
    return (
        words[max(one.span.start, inside.start - 80) : inside.start],
        words[inside.start : inside.end],
        words[inside.end : min(one.span.end, inside.end + 60)],
    )


def _is_attributed(one: Sentence, mark: Mark) -> bool:
    """Whether a sentence says that what a link stands on has said it."""
    before, words, after = _around(one, mark)
    if _BEFORE.search(before):
        return True
    if not mark.named:
        return False
    said_in = _SAID_IN.search(words) and not _SOME_REPORTS.search(words)
    if not (said_in or (_AFTER.match(after) and not _is_somebody(mark))):
        return False
    return not _LEADS_ON.search(before)


def _is_somebody(mark: Mark) -> bool:
    return bool(_ROOT.fullmatch(mark.url) or _OF_SOMEBODY.fullmatch(mark.url))


def _is_asserted(one: Sentence, mark: Mark, facts: tuple[Fact, ...]) -> bool:
    """Whether a link inside a sentence stands for what the sentence says."""
    if not mark.named:
        return False
    before, words, after = _around(one, mark)
    study = IS_STUDY.search(words) and (_WHICH.match(after) or _ATTRIBUTES.search(before + after))
    return bool(study or _is_whole(one, mark, facts, words)) and not _LEADS_ON.search(before)


def _is_whole(one: Sentence, mark: Mark, facts: tuple[Fact, ...], words: str) -> bool:
    """Whether all that a sentence says stands in a link."""
    if len(words.split()) < _ENOUGH or _OF_PEOPLE.match(mark.url):
        return False
    inside = one.reading.within(mark.span)
    all_inside = all(inside.covers(fact.span.shifted(one.span.start)) for fact in facts)
    figures = any(fact.kind is Kind.NUMBER and is_statistic(fact.written) for fact in facts)
    return all_inside and (figures or not facts)


def may_be_own(one: Sentence, mark: Mark, fact: Fact, facts: tuple[Fact, ...]) -> bool:
    """Whether a date may be that of what the page tells, rather than one that a source tells.

    That is so outside a link, unless “according to” stands before it, and where brackets hold a
    mere name or number behind a sentence that has nothing but dates. The first page of a site may
    have said anything.
    """
    if mark.kept and _ROOT.fullmatch(mark.url):
        return True
    if fact.kind is not Kind.NUMBER or not is_dated(fact.written):
        return False
    if mark.aside or mark.sign:
        named = bool(IS_STUDY.search(mark.named) or YEAR.search(mark.named))
        named = named or (mark.aside and not mark.named)
        return not named and all(one.kind is Kind.NUMBER and is_dated(one.written) for one in facts)
    if not mark.kept:
        return False
    inside = one.reading.within(mark.span)
    before, _, _ = _around(one, mark)
    return not (inside.covers(fact.span.shifted(one.span.start)) or _BEFORE.search(before))
