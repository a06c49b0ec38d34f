"""Whether a sentence rests on a source that it names, or only mentions it."""

from typing import NamedTuple

from contentlint.citations.evidence import Fact, Kind
from contentlint.citations.kinds import is_dated, is_price, is_statistic
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
    r"|\b(?:here['’]s|here (?:is|are)|voici|hier (?:ist|sind)|he aquí|ecco)\b[^.!?:]{0,25}\Z"
    r"|\b(?:example|exemplo|exemple|beispiel|ejemplo|esempio|voorbeeld)s?\b"
    r"[^.!?:]{0,30}:\W{0,3}\Z"
)

_INVITES = pattern(
    r"(?i)\W{0,3}(?:sign|register|subscribe|download|join|apply|buy|order|get|try|donate|"
    r"inscri\w{1,6}|abonne\w{1,3}|télécharg\w{1,4}|achet\w{1,3}|essay\w{1,3}|anmeld\w{1,3}|"
    r"kauf\w{1,3}|regístr\w{1,5}|registrar\w{0,2}|suscr[ií]b\w{1,5}|descarg\w{1,3}|compra[rd]?|"
    r"inscrev\w{1,4}|baix\w{1,3}|iscriv\w{1,4}|scaric\w{1,3})\b"
)
"""What asks a reader to do something: figures behind it are an offer."""

_OFFERS = pattern(
    r"(?i)https?://(?:[\w-]{1,30}\.){0,2}(?:shop|shopping|store|boutique|tienda|loja|negozio|ebay|"
    r"etsy|aliexpress|alibaba|banggood|gearbest)\..*"
    r"|https?://[^/?#]+/(?:[^?#]{1,60}/)?(?:offers?|shop|store|boutique|cart|dp|ref|ebooks?|albums?|"
    r"subscribers?|subscribe|signup|sign-up|register)(?:/.*)?"
)
"""The address of something that is sold or signed up for."""

_OF_THIS_DAY = pattern(
    r"(?i)\b(?:(?:is|are|has|have) now|currently|to date|right now|today|at the moment|"
    r"actuellement|maintenant|à ce jour|à l['’]heure (?:où|actuelle)|"
    r"derzeit|aktuell|momentan|bislang|actualmente|ahora|"
    r"hasta la fecha|atualmente|hoje|attualmente|finora|oggi|momenteel|"
    r"(?:at the time of|as of this) writing|au moment d['’]écrire)\b|目前|撰写本文时|現在|현재"
)
"""What was so when the page was written: a source that counts on says another figure now."""

_WHOLE_LOT = pattern(r"100\s?(?:%|percent|pour cent|prozent)")

_COUNTED_ON = pattern(
    r"(?i)\b(?:analysis|review|comparison|reading|analyse|auswertung|análisis|análise|analisi)"
    r" (?:of|de|des|der|von|di) (?:[\w’'-]{1,20} ){0,2}\Z"
    r"|\b(?:includ|contain|compris|enthielt)\w{0,4} (?:[\w’'-]{1,20} ){0,2}\Z"
)
"""What somebody else made of a source, or took up beside others."""

_RULES = pattern(
    r"(?i)(?:model|policy|process|procedure|rules?|guidelines?|requirements?|licen[cs]e|schedule|"
    r"standard|terms)"
)
_PER = pattern(r"\b[Pp]er (?:[\w’'-]{1,20} ){0,4}\Z")
"""“Per the policy” says what follows from it, not what it says."""

_LISTED = pattern(r"\([^()\n]{0,60}:[\s,;&]*\Z")
"""“(slides: [1], [2])”: links on files, which prove nothing."""

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
    r"transcript|talk|podcast|tutorial|example|rfc ?\d+|licen[cs]e|lizenz|licen[cç]ia|licença|"
    r"licenza|terms(?: of (?:use|service))?|[#@!][\w/-]+)"
)

_OF_SOMEBODY = pattern(
    r"(?i)https?://[^/?#]+/(?:about|a-propos|team|people|authors?|profiles?|users?|members?|in|@)\b.*"
    r"|https?://(?:[\w-]{1,30}\.)?(?:github|gitlab|twitter|x|linkedin|facebook|instagram|bsky)"
    r"\.(?:com|app)/[^/?#]+/?"
)
"""The address of somebody, rather than of something that they said."""

_REMARK = pattern(
    r"(?:(?<![^\W_])[a-zß-öø-ÿ’']{1,30},? ){5}"
    r"|(?<![《「『])[\u3041-\u30ff\u4e00-\u9fff，、]{10}(?![》」』])"
)
"""Several words that are no name, in a row."""

_ROOT = pattern(r"(?i)https?://[^/?#]+/{0,3}(?:[a-z]{2}/?)?(?:#.*)?")

_OF_PEOPLE = pattern(
    r"(?i)https?://(?:[\w-]{1,30}\.)?(?:github\.com|gitlab\.com|codeberg\.org|bitbucket\.org|"
    r"npmjs\.com|twitter\.com|x\.com|linkedin\.com|facebook\.com|instagram\.com|bsky\.app|"
    r"youtube\.com|youtu\.be|vimeo\.com|twitch\.tv|calendar\.google\.com|timeanddate\.com|"
    r"docs\.google\.com|drive\.google\.com|flickr\.com|unsplash\.com|pexels\.com|pixabay\.com|"
    r"commons\.wikimedia\.org)(?:[/?#]|\Z)"
)
"""Where people, code, films, pictures and appointments are: what a text says beside is seldom read
there."""

YEAR = pattern(r"(?<!\d:)\b(?:19|20)\d\d\b")

_OF_A_STUDY = pattern(rf"(?i) (?:[\w’'&.-]{{1,20}} ){{0,3}}(?:{_STUDY})s?\b")
"""What stands behind the year of a study: “the 2024 mill survey”."""

_DESIGNATED = pattern(r"\b[A-Z][\w.]{0,20}[ \xa0-](?:\d{1,4}-)?\Z")
"""What stands before the number of a paper that is named: “Memo 19-17”."""

_NAMED = pattern(r"(?<![A-Za-z])[A-Z][A-Za-z]{1,20}[ \xa0]\Z")
"""What stands before the number of a thing: “Code 1.112”, “RTX 5000”."""

_VERSION = pattern(r"\d{1,2}(?:\.\d{1,3}){0,2}")
_AS_OF = pattern(r"(?i)\b(?:as of|stand:?) \Z")
"""What stands before the day on which the writer looked."""

_RECKONED = pattern(
    r"(?i)\b(?:this (?:translates to|implies|equals|would mean)|assuming|estimated (?:based )?on|"
    r"based on typical|by my count|back of the envelope)\b"
)
"""What a writer reckons from what a source says."""

_HEAD = pattern(
    r"(?i)\W{0,4}(?:sources?|quellen?|fuentes?|fontes?|fonti?|bron(?:nen)?)\s?:\s?\W{0,3}\Z"
)
"""What begins a sentence that does nothing but name its source."""

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
    names_a_place = (
        _ROOT.fullmatch(mark.url)
        or _OFFERS.fullmatch(mark.url)
        or ((mark.aside or mark.sign) and _OF_PEOPLE.match(mark.url))
        or (mark.sign and _LISTED.search(_around(one, mark)[0]))
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
    elsewhere = _is_remark(mark.named) or _OF_SOMEBODY.fullmatch(mark.url)
    return mark.sure and not (elsewhere or _RECKONED.search(one.words))


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
    if _OF_SOMEBODY.fullmatch(mark.url) or _speaks_of_more(before, words):
        return False
    if _BEFORE.search(before):
        return True
    if not mark.named:
        return False
    if _SAID_IN.search(words) and not _SOME_REPORTS.search(words):
        return True
    return _speaks(after) and not _ROOT.fullmatch(mark.url)


def _speaks_of_more(before: str, words: str) -> bool:
    """Whether a sentence says what somebody made of a source, or what follows from it."""
    return bool(_COUNTED_ON.search(before) or (_PER.search(before) and _RULES.search(words)))


def _speaks(after: str) -> bool:
    """Whether what a link stands on says something, in the same sentence: not “it says:”."""
    found = _AFTER.match(after)
    return found is not None and after[found.end() :].strip(" \xa0:") != ""


def _is_asserted(one: Sentence, mark: Mark, facts: tuple[Fact, ...]) -> bool:
    """Whether a link inside a sentence stands for what the sentence says."""
    before, words, after = _around(one, mark)
    if not mark.named or _LEADS_ON.search(before) or _COUNTED_ON.search(before):
        return False
    inside = one.reading.within(mark.span)
    placed = [fact.span.shifted(one.span.start) for fact in facts]
    if IS_STUDY.search(words):
        which = _WHICH.match(after) and any(span.end > inside.start for span in placed or [inside])
        if which or _ATTRIBUTES.search(before + after):
            return True
    whole = all(inside.covers(span) for span in placed)
    figures = any(_is_figure(one, fact) for fact in facts)
    if not (whole and (figures or not facts)) or len(words.split()) < _ENOUGH:
        return False
    elsewhere = _OF_PEOPLE.match(mark.url) or _OF_SOMEBODY.fullmatch(mark.url)
    return not (elsewhere or _INVITES.match(words) or _is_of_this_day(one))


_PRICE_TAG = 100
"""What a thing may cost that is offered; a larger sum is one that is told."""


def _is_figure(one: Sentence, fact: Fact) -> bool:
    """Whether a fact is a statistic: no price of a thing, nor all of it, nor its version."""
    if fact.kind is not Kind.NUMBER or not is_statistic(fact.written):
        return False
    start, written = fact.span.start, fact.written
    bare = written[0].isdecimal() and written[-1].isdecimal()
    if bare and _NAMED.search(one.words, max(1, start - 24), start):
        return False
    return not (_WHOLE_LOT.fullmatch(fact.written) or is_price(fact.written, _PRICE_TAG))


def _is_of_this_day(one: Sentence) -> bool:
    """Whether a sentence tells, of nobody who says so, how much there is by now."""
    return bool(_OF_THIS_DAY.search(one.words)) and not _ATTRIBUTES.search(one.words)


def may_be_own(one: Sentence, mark: Mark, fact: Fact, facts: tuple[Fact, ...]) -> bool:
    """Whether a date may be that of what the page tells, rather than one that a source tells.

    That is so outside a link, unless “according to” stands before it, and where brackets hold a
    mere name or number behind a sentence that has dates and no statistics. It may also be the name
    of the source: “a 2024 survey”, “Memo 19-17”. The first page of a site may have said anything.
    """
    if mark.kept and _ROOT.fullmatch(mark.url):
        return True
    if fact.kind is not Kind.NUMBER:
        return False
    if _is_version(one, fact) or (mark.kept and _names_the_source(one, mark, fact)):
        return True
    return is_dated(fact.written) and _is_own_date(one, mark, fact, facts)


def _is_own_date(one: Sentence, mark: Mark, fact: Fact, facts: tuple[Fact, ...]) -> bool:
    if _AS_OF.search(one.words, max(0, fact.span.start - 12), fact.span.start):
        return True
    if mark.aside or mark.sign:
        return not _is_named(one, mark) and not any(_tells(other) for other in facts)
    if not mark.kept:
        return False
    inside = one.reading.within(mark.span)
    before, _, _ = _around(one, mark)
    return not (inside.covers(fact.span.shifted(one.span.start)) or _BEFORE.search(before))


def _is_version(one: Sentence, fact: Fact) -> bool:
    """Whether a small number without a unit stands behind a name: “Racer 2.5”, “Release 15”."""
    start = fact.span.start
    if not _VERSION.fullmatch(fact.written):
        return False
    return _NAMED.search(one.words, max(1, start - 24), start) is not None


def _is_named(one: Sentence, mark: Mark) -> bool:
    """Whether a link in brackets says what its source is, or stands alone there as “source”."""
    alone = sum(other.span == mark.span for other in one.marks) == 1
    named = IS_STUDY.search(mark.named) or YEAR.search(mark.named)
    return bool(named) or (mark.aside and alone and not (mark.named or mark.sign))


def _tells(fact: Fact) -> bool:
    return fact.kind is Kind.QUOTATION or is_statistic(fact.written)


def _names_the_source(one: Sentence, mark: Mark, fact: Fact) -> bool:
    """Whether a number is part of how a sentence calls the source that a link leads to."""
    before, words, _ = _around(one, mark)
    dated = is_dated(fact.written)
    if dated and _HEAD.fullmatch(before):
        return True
    inside, span = one.reading.within(mark.span), fact.span.shifted(one.span.start)
    if not inside.covers(span):
        return False
    if dated and _OF_A_STUDY.match(words, span.end - inside.start):
        return True
    head = words[: span.start - inside.start]
    return bool(_BEFORE.search(before) and _DESIGNATED.search(head))
