"""Works that do not exist, references to them as people write them, and references gone wrong.

All names, titles and journals are put together at random from short lists; what looks like a real
person or work is one by chance.
"""

import random
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from registers import Holding, crossref

_GIVEN = (
    "Nora Karl Ada Tom Inès José María Björn Søren Łukasz Zoë Émile Jürgen Mei-Ling Wei Hiroshi Anna"
    " Jean-Pierre Olga Fatima Ravi Chloé Marek Ngozi Pål Aoife Giulia Mateus Xin Yusuf"
).split()
_FAMILY = (
    "Weiss|Müller|Ray|Marsh|García López|Østergaard|Nowak|van den Berg|Lefèvre|Li|Wang|Tanaka|Smith"
    "|O'Connor|de la Cruz|Strauß|Ångström|Kowalczyk|Dvořák|Rossi|Silva Santos|Okafor|Hansen|Nguyen|Kim"
    "|Hossain|Petrov|Yılmaz|Fernández-Ruiz|Brown|Dupont|Schäfer|Moreau|Bianchi|Virtanen|Chen|Ivanova"
).split("|")
_HOW = (
    "seasonal|long-term|urban|coastal|microbial|thermal|small-scale|community-led|nocturnal|invasive"
    "|low-cost|deep-sea|mediaeval|rural|adaptive|alpine|data-driven|tidal|parental|cross-border"
).split("|")
_WHAT = (
    "sediment transport|bread fermentation|river restoration|bicycle commuting|solar drying|tax morale"
    "|moth migration|school choice|timber construction|peatland drainage|groundwater recharge"
    "|hearing loss|vaccine storage|bridge corrosion|grain storage|lichen growth|ferry traffic"
    "|coral bleaching|wage bargaining|honeybee foraging|soil compaction|stroke rehabilitation"
).split("|")
_WHERE = (
    "northern Portugal|the Baltic states|Lake Victoria|high-altitude villages|post-war Europe"
    "|the Mekong delta|arid grasslands|Nordic cities|island economies|the Danube basin|primary schools"
    "|tropical estuaries|former mining towns|the Po valley|shrinking regions|semi-urban clinics"
).split("|")
_SUBTITLE = (
    "evidence from two decades|a randomised trial|a systematic review|lessons from a field study"
    "|an open dataset|a comparative history|methods and limits|what interviews reveal"
).split("|")
_FORMS = (
    "{How} {what} in {where}",
    "The effects of {how} {what} on {other} in {where}",
    "{What} and {other}",
    "Measuring {how} {what}",
    "Does {what} change {other}?",
    "{How} {what} across {where}",
)
_JOURNALS = (
    "Journal of Applied Rivers|Annals of Rural Studies|Quarterly Review of Mills|Acta Palustria"
    "|International Journal of Grain Research|Proceedings of the Society for Moth Science"
    "|European Archives of Timber|Letters in Coastal Engineering|Revue des Moulins"
).split("|")
_FAKE = ("John Doe", "Jane Smith", "A. Author", "First Last", "Alice Example")


@dataclass(frozen=True)
class Made:
    """A work that does not exist, and its number among its like."""

    number: int
    title: str
    subtitle: str
    authors: tuple[tuple[str, str], ...]
    year: int
    venue: str

    @property
    def doi(self) -> str:
        return f"10.5555/made.{self.number:05}"

    @property
    def whole(self) -> str:
        return f"{self.title}: {self.subtitle}" if self.subtitle else self.title

    def holding(self) -> Holding:
        """Return its record: every third has its subtitle apart, every fourth two years."""
        apart = self.number % 3 == 0 and self.subtitle
        more = {"subtitle": [self.subtitle]} if apart else {}
        people = [{"given": given, "family": family} for given, family in self.authors]
        held = crossref(
            self.doi, self.title if apart else self.whole, (), self.year, venue=self.venue
        )
        online = {"published-online": {"date-parts": [[self.year - (self.number % 4 == 0)]]}}
        return Holding(self.doi, {**held.record, "author": people, **more, **online})

    def fields(self) -> dict[str, str]:
        """Return its entry in BibTeX."""
        return {
            "title": self.whole,
            "author": " and ".join(f"{family}, {given}" for given, family in self.authors),
            "year": str(self.year),
            "journal": self.venue,
            "doi": self.doi,
        }


def made_works(count: int, spoil: random.Random) -> Iterator[Made]:
    """Yield works that do not exist."""
    for number in range(count):
        size = spoil.choice((1, 2, 2, 3, 3, 4, 6, 9))
        families = spoil.sample(_FAMILY, size)
        authors = tuple((spoil.choice(_GIVEN), family) for family in families)
        subtitle = spoil.choice(("", *_SUBTITLE[:4], *_SUBTITLE))
        year = spoil.randint(1985, 2024)
        yield Made(number, _title(spoil), subtitle, authors, year, spoil.choice(_JOURNALS))


def _title(spoil: random.Random) -> str:
    what, other = spoil.sample(_WHAT, 2)
    how = spoil.choice(_HOW)
    values = {"how": how, "How": how.capitalize(), "what": what, "What": what.capitalize()}
    return spoil.choice(_FORMS).format(**values, other=other, where=spoil.choice(_WHERE))


def benign(fields: Mapping[str, str], spoil: random.Random) -> tuple[dict[str, str], str]:
    """Return an entry as another honest person would have it: two changes, and the first one."""
    (how, first), (_, second) = spoil.sample(list(_BENIGN.items()), 2)
    return second(first(dict(fields), spoil), spoil), f"{how} and one more"


_Fields = dict[str, str]
_Change = Callable[[_Fields, random.Random], _Fields]


def _names(fields: _Fields) -> list[tuple[str, str]]:
    names = []
    for name in fields["author"].split(" and "):
        family, comma, given = name.partition(", ")
        names.append((given, family) if comma else tuple(name.rpartition(" ")[::2]))
    return [(given, family) for given, family in names]


def _initials(fields: _Fields, _: random.Random) -> _Fields:
    shorter = (
        (family, "".join(f"{part[0]}." for part in given.replace("-", " ").split() if part))
        for given, family in _names(fields)
    )
    return fields | {"author": " and ".join(f"{family}, {given}" for family, given in shorter)}


def _turned(fields: _Fields, _: random.Random) -> _Fields:
    turned = (f"{given} {family}".strip() for given, family in _names(fields))
    return fields | {"author": " and ".join(turned)}


def _case(fields: _Fields, spoil: random.Random) -> _Fields:
    return fields | {"title": spoil.choice((str.upper, str.lower, str.title))(fields["title"])}


def _accents(fields: _Fields, _: random.Random) -> _Fields:
    return fields | {key: _bare(fields[key]) for key in ("title", "author")}


def _bare(text: str) -> str:
    text = text.translate(
        str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ß": "ss", "ı": "i"})
    )
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def _umlauts(fields: _Fields, _: random.Random) -> _Fields:
    spelt = str.maketrans(
        {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Å": "Aa", "Ø": "Oe"}
    )
    return fields | {"author": fields["author"].translate(spelt)}


_LATEX = {"\u0300": "`", "\u0301": "'", "\u0302": "^", "\u0308": '"', "\u0303": "~", "\u030c": "v "}


def _latex(fields: _Fields, _: random.Random) -> _Fields:
    author = "".join(map(_escaped, fields["author"].replace("ß", r"{\ss}").replace("ø", r"{\o}")))
    title = re.sub(r"\b([A-Z])", r"{\1}", fields["title"]).replace("&", r"\&")
    return fields | {"author": author, "title": title}


def _escaped(char: str) -> str:
    letter, mark = (unicodedata.normalize("NFD", char) + "\0")[:2]
    return rf"{{\{_LATEX[mark]}{letter}}}" if mark in _LATEX else char


def _subtitle(fields: _Fields, _: random.Random) -> _Fields:
    return fields | {"title": fields["title"].split(": ")[0]}


def _year(fields: _Fields, spoil: random.Random) -> _Fields:
    return fields | {"year": str(int(fields["year"]) + spoil.choice((-1, 1)))}


def _et_al(fields: _Fields, spoil: random.Random) -> _Fields:
    names = fields["author"].split(" and ")
    kept = names[: spoil.randint(1, 3)]
    return fields | {
        "author": " and ".join([*kept, *(["others"] if len(kept) < len(names) else [])])
    }


def _typo(fields: _Fields, spoil: random.Random) -> _Fields:
    found = list(re.finditer(r"[a-z]{7,}", fields["title"]))
    if not found:
        return fields
    word = spoil.choice(found)
    at = word.start() + spoil.randint(2, 4)
    title = fields["title"]
    return fields | {"title": title[:at] + title[at + 1] + title[at] + title[at + 2 :]}


def _dashes(fields: _Fields, _: random.Random) -> _Fields:
    return fields | {
        "title": fields["title"].replace("-", "‐").replace("'", "’").replace(": ", " – ")
    }


_BENIGN: dict[str, _Change] = {
    "initials": _initials,
    "given names first": _turned,
    "another case": _case,
    "no accents": _accents,
    "umlauts spelt out": _umlauts,
    "LaTeX": _latex,
    "no subtitle": _subtitle,
    "a year apart": _year,
    "et al.": _et_al,
    "a typing error": _typo,
    "other dashes": _dashes,
}


def corrupted(one: Made, works: Sequence[Made], spoil: random.Random) -> tuple[_Fields, str]:
    """Return an entry that has gone wrong, and how."""
    other = spoil.choice([work for work in works if work.title != one.title])
    kind, change = list(_WRONG.items())[one.number % len(_WRONG)]
    return change(one, other, spoil), kind


def _fabricated(one: Made, _: Made, spoil: random.Random) -> _Fields:
    return one.fields() | {"doi": f"10.{spoil.randint(40_000, 99_999)}/j.{spoil.randint(1, 9**9)}"}


def _misled(one: Made, other: Made, _: random.Random) -> _Fields:
    return one.fields() | {"doi": other.doi}


def _swapped(one: Made, other: Made, _: random.Random) -> _Fields:
    return one.fields() | {"author": other.fields()["author"]}


def _shared(one: Made, _: Made, spoil: random.Random) -> _Fields:
    taken = {family for _, family in one.authors}
    strangers = spoil.sample([name for name in _FAMILY if name not in taken], 3)
    names = [one.authors[0][::-1], *((name, spoil.choice(_GIVEN)) for name in strangers)]
    return one.fields() | {"author": " and ".join(map(", ".join, names))}


def _chimera(one: Made, _: Made, spoil: random.Random) -> _Fields:
    title = _title(spoil)
    return one.fields() | {"title": title if title != one.title else "On nothing at all"}


def _near_miss(one: Made, _: Made, spoil: random.Random) -> _Fields:
    words = one.whole.split()
    at = max(range(len(words)), key=lambda place: len(words[place]) if place < 4 else 0)
    words[at] = spoil.choice([word for word in _HOW if word != words[at].lower()])
    return one.fields() | {"title": " ".join(words)}


def _wrong_year(one: Made, _: Made, spoil: random.Random) -> _Fields:
    return one.fields() | {"year": str(one.year + spoil.choice((-9, -5, -3, 2, 3, 4, 12)))}


def _placeholders(one: Made, _: Made, spoil: random.Random) -> _Fields:
    return one.fields() | {"author": " and ".join(spoil.sample(_FAKE, 2))}


def _left_out(one: Made, _: Made, spoil: random.Random) -> _Fields:
    names = one.fields()["author"].split(" and ")
    if len(names) < 3:
        return _swapped(one, _, spoil) if one.authors != _.authors else _placeholders(one, _, spoil)
    return one.fields() | {"author": f"{names[0]} and {names[-1]}"}


def _elsewhere(one: Made, _: Made, spoil: random.Random) -> _Fields:
    return one.fields() | {
        "journal": spoil.choice([name for name in _JOURNALS if name != one.venue])
    }


_WRONG: dict[str, Callable[[Made, Made, random.Random], _Fields]] = {
    "DOI that does not exist": _fabricated,
    "DOI of another work": _misled,
    "authors of another work": _swapped,
    "one author right, three not": _shared,
    "title made up, authors right": _chimera,
    "a word of the title changed": _near_miss,
    "wrong year": _wrong_year,
    "placeholders for authors": _placeholders,
    "authors left out in the middle": _left_out,
    "another journal": _elsewhere,
}


def apa(fields: Mapping[str, str]) -> str:
    """Return an entry of BibTeX in the style of the APA, as a Markdown list has it."""
    names = _initials(dict(fields), random.Random(0))["author"].split(" and ")
    listed = ", ".join(names[:-1]) + (", & " if names[1:] else "") + names[-1]
    link = f"https://doi.org/{fields['doi']}"
    return f"- {listed} ({fields['year']}). {fields['title']}. *{fields['journal']}*, 3(2). {link}"


def running(one: Made) -> tuple[str, str]:
    """Return a work as a list of sources has it, in one of seven styles, and the style."""
    how, style = list(_STYLES.items())[one.number % len(_STYLES)]
    return style(one), how


def _vancouver(one: Made) -> str:
    names = [f"{family} {given[0]}" for given, family in one.authors]
    listed = ", ".join(names[:3]) + (", et al" if len(names) > 3 else "")
    return f"{one.number}. {listed}. {one.whole}. {one.venue}. {one.year};3(2):4-9. doi:{one.doi}"


def _ieee(one: Made) -> str:
    listed = ", ".join(f"{given[0]}. {family}" for given, family in one.authors)
    return (
        f"[{one.number}] {listed}, “{one.whole},” {one.venue}, vol. 3, {one.year}, doi: {one.doi}."
    )


def _french(one: Made) -> str:
    listed = ", ".join(f"{family.upper()} {given}" for given, family in one.authors)
    return f"{listed}, « {one.whole} », {one.venue}, {one.year}, https://doi.org/{one.doi}"


def _german(one: Made) -> str:
    listed = "; ".join(f"{family}, {given}" for given, family in one.authors)
    return f"{listed}: {one.whole}. In: {one.venue} 3 ({one.year}), S. 4–9, {one.doi}"


def _linked(one: Made) -> str:
    return f"[{one.whole}](https://doi.org/{one.doi}), {one.authors[0][1]} et al., {one.year}"


def _bare_link(one: Made) -> str:
    return f"{one.authors[0][1]} ({one.year}): https://doi.org/{one.doi}"


_STYLES: dict[str, Callable[[Made], str]] = {
    "APA": lambda one: apa(one.fields()),
    "Vancouver": _vancouver,
    "IEEE": _ieee,
    "French": _french,
    "German": _german,
    "a link": _linked,
    "author, year, DOI": _bare_link,
}
