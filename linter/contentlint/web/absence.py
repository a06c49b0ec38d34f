"""Pages that answer “200 OK” and say that there is no page: told from pages about such pages.

One sign is never enough on a page of some length: the title of an article may be “404 Not Found”.
"""

import re
from urllib.parse import SplitResult

from contentlint.citations.visit import Paper
from contentlint.language import unaccented
from contentlint.patterns import pattern
from contentlint.web.places import split

_SHORT = 1500
"""Code points up to which a page whose title says that there is none has nothing else to say."""
_BARE = 600
_LONG = 12_000
"""Code points from which a page is about something, whatever its title."""
_READ = 6000
_NOT_WORDS = pattern(r"[^\w ]|_")
_APOSTROPHES = pattern(r"['’ʼ´`]")
_BREAK = pattern(r"\s*[|–—·•»«]\s*|\s-\s|\s::\s")


def _listed(words: str, between: str | None = None) -> frozenset[str]:
    return frozenset(word.strip() for word in words.split(between))


_NUMBER = _listed("404 410")
_NOISE = _listed(
    "error erreur fehler errore erro fout http https code status oops ooops oups ups whoops "
    "sorry uh oh ohje hoppla desole leider lo siamo spiacenti sentimos helaas ops page seite "
    "pagina"
)
"""Words that say nothing by themselves beside “404”."""
_ARTICLES = _listed(
    "the this that a la le cette ce l die diese das dieses der dieser el esta este il lo questa "
    "questo a o de het deze dit requested demandee angeforderte gewunschte solicitada richiesta "
    "gevraagde"
)
_NOUNS = _listed(
    "page webpage file document article post content resource url item product story object "
    "entry topic repository fichier contenu ressource produit annonce seite webseite dokument "
    "datei artikel inhalt beitrag pagina documento archivo articulo recurso contenido risorsa "
    "contenuto articolo artigo conteudo arquivo bestand"
)
_SAID = _listed(
    """
    * not found, not found, * was not found, * could not be found, * cannot be found,
    * cant be found, * can not be found, * couldnt be found, * does not exist, * doesnt exist,
    * no longer exists, * isnt available, * is not available, * not available, * is missing,
    no * found, no such *, * is gone, * is no longer available, * has been removed,
    we cant find *, we couldnt find *, we could not find *, we cannot find *, cannot find *,
    * you were looking for doesnt exist, * you were looking for does not exist,
    * you requested was not found, * you requested could not be found,
    * introuvable, * non trouvee, * non trouve, * pas trouvee, * inexistante, * nexiste pas,
    * nexiste plus, * est introuvable, * na pas ete trouvee, * na pas pu etre trouvee,
    * nest plus disponible, * nest pas disponible, * que vous cherchez nexiste pas,
    aucun * trouve, aucune * trouvee,
    * nicht gefunden, nicht gefunden, * wurde nicht gefunden, * konnte nicht gefunden werden,
    * existiert nicht, * existiert nicht mehr, * nicht vorhanden, * nicht verfugbar,
    * ist nicht verfugbar, * ist nicht mehr verfugbar, * gibt es nicht,
    * no encontrada, * no encontrado, no encontrado, no encontrada, * no existe, * ya no existe,
    * no se encuentra, * no fue encontrada, no se encontro *, no se ha encontrado *,
    * no disponible, no encontramos *, * no esta disponible,
    * non trovata, * non trovato, non trovato, non trovata, * non esiste, * non esiste piu,
    * non e stata trovata, * inesistente, * non disponibile, impossibile trovare *,
    * nao encontrada, * nao encontrado, nao encontrado, nao encontrada, * nao existe,
    * nao foi encontrada, * nao disponivel, * nao esta disponivel,
    * niet gevonden, niet gevonden, * bestaat niet, * bestaat niet meer, * is niet gevonden,
    * kon niet worden gevonden, * kan niet worden gevonden, * werd niet gevonden,
    * niet beschikbaar
    """,
    ",",
)
"""What titles say, without accents and articles; “*” stands for any word for a page."""
_SENTENCES = pattern(
    r"\b(?:page|url|document|file|article) (?:that )?you\b.{0,50}"
    r"\b(?:look|request|tr(?:y|ied)|search|want|seek|need).{0,60}"
    r"(?:\bnot\b|nt\b|\bno longer\b|\bmoved\b|\bremoved\b|\bgone\b|\bmissing\b|\bunable\b)"
    r"|\b(?:cant|couldnt|cannot|unable to|could not|can not) (?:seem to )?find"
    r" (?:the|that|this|your) (?:requested )?page"
    r"|\brequested (?:url|page|document|resource|file)\b.{0,80}"
    r"\b(?:not found|not be found|not exist)"
    r"|\bpage (?:does not exist|doesnt exist|no longer exists|cannot be found|could not be found)"
    r"|\bpage (?:que vous|demandee|recherchee)\b.{0,60}"
    r"\b(?:introuvable|nexiste|trouvee|disponible|deplacee|supprimee)"
    r"|\bpage (?:nexiste (?:pas|plus)|est introuvable)"
    r"|\bseite\b.{0,60}\b(?:nicht gefunden|existiert nicht|nicht mehr|nicht vorhanden"
    r"|nicht verfugbar|nicht existiert)"
    r"|\bpagina\b.{0,50}\b(?:no existe|no se encuentra|no (?:ha sido|fue|pudo ser|se ha|se pudo)"
    r"|no esta disponible)"
    r"|\bpagina\b.{0,50}\bnon (?:esiste|e stata|e disponibile|e piu|trovata)"
    r"|\bpagina\b.{0,50}\bnao (?:existe|foi encontrada|esta disponivel|pode ser encontrada)"
    r"|\bpagina\b.{0,50}\b(?:niet (?:gevonden|meer|beschikbaar|worden gevonden)|bestaat niet)"
)
_OF_ABSENCE = pattern(
    r"(?<!\d)(?:404|410)(?!\d)|not[-_]?found|notfound|introuvable|nicht[-_]gefunden|no[-_]encontrad"
    r"|non[-_]trovat|nao[-_]encontrad|niet[-_]gevonden|page[-_]?missing|soft[-_]404",
    re.IGNORECASE,
)
_FOR_SALE = pattern(
    r"\bdomain(?: name)?\b.{0,60}\b(?:is|may be|might be) (?:available )?for sale\b"
    r"|\bbuy this domain\b|\bdomain (?:name )?has expired\b|\bdomain is parked\b"
    r"|\bparked (?:free|domain|by|courtesy)\b|\bthis (?:web ?page|domain) is parked\b"
    r"|\bnom de domaine\b.{0,60}\ba vendre\b|\bdomain\b.{0,60}\bzu verkaufen\b"
    r"|\bdomaine\b.{0,40}\best a vendre\b|\bdominio\b.{0,60}\b(?:en venta|in vendita|a venda)\b"
    r"|\bdomein\b.{0,60}\bte koop\b"
)
_SELLERS = pattern(
    r"(?:\A|\.)(?:hugedomains\.com|sedo\.com|dan\.com|afternic\.com|sedoparking\.com|bodis\.com"
    r"|parkingcrew\.net|domainmarket\.com|undeveloped\.com)\Z"
)
_PARKING = re.compile(
    rb"sedoparking\.com|parkingcrew\.net|//[\w.]{0,40}bodis\.com|hugedomains\.com|afternic\.com/forsale"
    rb"|parklogic\.com|domain_parking|//[\w.]{0,40}\bdan\.com/",
    re.IGNORECASE,
)
_HOMES = pattern(
    r"(?:index|home|default|main|main_page|start|welcome|accueil|startseite|inicio)(?:\.\w{2,5})?"
    r"|[a-z]{2}(?:[-_][a-z]{2,4})?|www",
    re.IGNORECASE,
)
_TELLING = pattern(r"[^-]*-[^-]+-.*|.*\.(?:html?|php|aspx?|pdf|jsp)|.*\d{3}.*", re.IGNORECASE)


def folded(words: str) -> str:
    """Return words without accents, capitals and signs; an apostrophe joins what it stands in."""
    plain = unaccented(_APOSTROPHES.sub("", words).lower())
    return " ".join(_NOT_WORDS.sub(" ", plain).split())


def absence(asked: str, final: str, paper: Paper, body: bytes) -> str:
    """Return in words why a page that answered is none; empty where it is one."""
    start, end = split(asked), split(final)
    if is_for_sale(end, paper, body):
        return "The domain is for sale or parked: what stood there is gone."
    if _OF_ABSENCE.search(start.path + start.query):
        return ""
    if asked != final and _OF_ABSENCE.search(end.path):
        return "It leads to a page for addresses that are not found."
    if is_sent_home(start, end):
        return "It leads to the start page of the site: the page itself is gone."
    return (
        "The page says that there is no such page, though its status says OK."
        if says_so(paper)
        else ""
    )


def is_for_sale(end: SplitResult, paper: Paper, body: bytes) -> bool:
    """Whether a page offers its domain, or lists advertisements for want of anything else."""
    if _SELLERS.search(end.hostname or "") and len(end.path) > 1:
        return True
    if len(paper.text) > _SHORT:
        return False
    return bool(_PARKING.search(body, 0, 20_000) or _FOR_SALE.search(folded(paper.text)))


def is_sent_home(start: SplitResult, end: SplitResult) -> bool:
    """Whether an address deep in a site led to the start page of one."""
    if _deep(end) or end.query or end.fragment:
        return False
    deep = _deep(start)
    if len(deep) == 1:
        # One short word may be the name of a short cut, even to another site.
        return bool(_TELLING.fullmatch(deep[0])) and _site(start) == _site(end)
    return len(deep) > 1


def _deep(url: SplitResult) -> list[str]:
    return [part for part in url.path.split("/") if part and not _HOMES.fullmatch(part)]


def _site(url: SplitResult) -> list[str]:
    return (url.hostname or "").split(".")[-2:]


def says_so(paper: Paper) -> bool:
    """Whether a page says of itself that there is no page."""
    if len(paper.text) > _LONG:
        return False
    named = any(map(is_absent, paper.names))
    if not named and len(paper.text) > _BARE:
        return False
    said = bool(_SENTENCES.search(folded(paper.text[:_READ])))
    return said or (named and len(paper.text) <= _SHORT)


def is_absent(title: str) -> bool:
    """Whether a title, or a part of it beside the name of the site, says that there is no page."""
    parts = [part for part in _BREAK.split(title) if part]
    if _says_absent(title):
        return True
    return len(parts) <= 3 and any(map(_says_absent, parts))


def _says_absent(words: str) -> bool:
    plain = folded(words[:200]).split()
    rest = [word for word in plain if word not in _NUMBER]
    if not [word for word in rest if word not in _NOISE]:
        return len(rest) < len(plain)
    while rest and rest[0] in _NOISE - _NOUNS:
        del rest[0]
    told = ["*" if word in _NOUNS else word for word in rest if word not in _ARTICLES]
    return " ".join(told) in _SAID
