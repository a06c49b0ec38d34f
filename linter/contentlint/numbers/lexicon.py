"""Words that make numbers, in six languages: plain tables, and what follows from them.

Languages share words that mean different numbers: “once” is eleven in Spanish, “billion” is a
thousand times more in French than in English. Where the language is unknown such words say nothing,
and scale words may mean either.
"""

from decimal import Decimal
from functools import cache

from contentlint.numbers.wordset import words_in

LANGUAGES = ("en", "fr", "es", "de", "it", "pt")

_UNITS = {
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen",
    "fr": "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze"
    " quinze seize",
    "es": "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince"
    " dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro"
    " veinticinco veintiséis veintisiete veintiocho veintinueve",
    "de": "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn"
    " vierzehn fünfzehn"
    " sechzehn siebzehn achtzehn neunzehn",
    "it": "uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici"
    " quindici sedici diciassette diciotto diciannove",
    "pt": "um dois três quatro cinco seis sete oito nove dez onze doze treze catorze"
    " quinze dezesseis"
    " dezessete dezoito dezenove",
}
_TENS = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "fr": "vingt trente quarante cinquante soixante septante huitante nonante",
    "es": "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "it": "venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
    "pt": "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
}
_MORE = {
    "en": "fourty=40 dozen=12",
    "fr": "une=1 vingts=20 octante=80 douzaine=12 vingtaine=20 trentaine=30"
    " quarantaine=40 cinquantaine=50 soixantaine=60 centaine=100",
    "es": "un=1 una=1 veintiún=21 veintiuna=21 veintidos=22 dieciseis=16 cien=100 ciento=100"
    " doscientos=200 doscientas=200 trescientos=300 trescientas=300 cuatrocientos=400"
    " cuatrocientas=400 quinientos=500 quinientas=500 seiscientos=600 seiscientas=600"
    " setecientos=700 setecientas=700 ochocientos=800 ochocientas=800 novecientos=900"
    " novecientas=900 docena=12 veintena=20",
    "de": "ein=1 eine=1 einen=1 einem=1 einer=1 eines=1 zwo=2 dutzend=12 dreissig=30",
    "it": "un=1 una=1 dozzina=12 ventina=20 trentina=30 cinquantina=50 centinaio=100",
    "pt": "uma=1 duas=2 dezasseis=16 dezassete=17 dezanove=19 quatorze=14 cem=100 cento=100"
    " duzentos=200 duzentas=200 trezentos=300 trezentas=300 quatrocentos=400 quatrocentas=400"
    " quinhentos=500 quinhentas=500 seiscentos=600 seiscentas=600 setecentos=700 setecentas=700"
    " oitocentos=800 oitocentas=800 novecentos=900 novecentas=900 dúzia=12",
}
_SCALES = {
    "en": "hundred=2 thousand=3 million=6 millions=6 billion=9 billions=9 trillion=12 trillions=12"
    " mn=6 bn=9 tn=12 mln=6 bln=9 lakh=5 lakhs=5 crore=7 crores=7",
    "fr": "cent=2 cents=2 mille=3 milliers=3 millier=3 million=6 millions=6 milliard=9 milliards=9"
    " billion=12 billions=12 billiard=15 trillion=18 md=9 mds=9 mrd=9 mrds=9 mio=6",
    "es": "mil=3 miles=3 millar=3 millares=3 millón=6 millones=6 millardo=9 millardos=9 billón=12"
    " billones=12 trillón=18 trillones=18 mll=6 mm=6",
    "de": "hundert=2 tausend=3 tsd=3 million=6 millionen=6 mio=6 milliarde=9 milliarden=9 mrd=9"
    " billion=12 billionen=12 bio=12 billiarde=15 billiarden=15 trillion=18 trillionen=18",
    "it": "cento=2 mille=3 mila=3 migliaia=3 milione=6 milioni=6 mln=6 miliardo=9 miliardi=9 mld=9"
    " mrd=9 bilione=12 bilioni=12",
    "pt": "mil=3 milhar=3 milhares=3 milhão=6 milhões=6 mi=6 bilhão=9 bilhões=9 bi=9 bilião=12"
    " biliões=12 trilhão=12 trilhões=12 trilião=18 triliões=18",
}
"""Powers of ten."""
_ORDINALS = {
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
    " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    "fr": "premier deuxième troisième quatrième cinquième sixième septième huitième"
    " neuvième dixième"
    " onzième douzième treizième quatorzième quinzième seizième",
    "es": "primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo undécimo"
    " duodécimo",
    "de": "erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte elfte zwölfte",
    "it": "primo secondo terzo quarto quinto sesto settimo ottavo nono decimo undicesimo"
    " dodicesimo",
    "pt": "primeiro segundo terceiro quarto quinto sexto sétimo oitavo nono décimo",
}
_MORE_ORDINALS = (
    "première=1 seconde=2 primera=1 segunda=2 tercera=3 cuarta=4 quinta=5 sexta=6 séptima=7"
    " octava=8 novena=9 décima=10 primer=1 tercer=3 ersten=1 erster=1 erstes=1 zweiten=2 zweiter=2"
    " zweites=2 dritten=3 dritter=3 drittes=3 vierten=4 vierter=4 fünften=5 sechsten=6 siebten=7"
    " achten=8 neunten=9 zehnten=10 elften=11 zwölften=12 prima=1 seconda=2 terza=3 quarta=4"
    " sesta=6 settima=7 ottava=8 nona=9 decima=10 primeira=1 terceira=3 sétima=7 oitava=8"
)
STARTS = words_in(
    "hundred thousand million billion trillion cent mille milliard mil millón hundert "
    "tausend milliarde cento milione miliardo milhão bilhão"
)
"""Scale words that are a number by themselves."""
_HALVES = words_in("half halves moitié mitad hälfte metà metade")
_PARTS = {
    "en": "third=3 thirds=3 quarter=4 quarters=4 fourths=4 fifth=5 fifths=5 sixth=6 sixths=6"
    " eighth=8 eighths=8 tenth=10 tenths=10",
    "fr": "tiers=3 quart=4 quarts=4 cinquième=5 cinquièmes=5 sixième=6 sixièmes=6 huitième=8"
    " huitièmes=8 dixième=10 dixièmes=10",
    "es": "tercio=3 tercios=3 cuarto=4 cuartos=4 cuartas=4 quinto=5 quintos=5 quintas=5 décimo=10"
    " décima=10 décimos=10 décimas=10",
    "de": "drittel=3 viertel=4 fünftel=5 sechstel=6 achtel=8 zehntel=10",
    "it": "terzo=3 terzi=3 quarto=4 quarti=4 quinto=5 quinti=5 decimo=10 decimi=10",
    "pt": "terço=3 terços=3 quarto=4 quartos=4 quinto=5 quintos=5 décimo=10 décimos=10",
}
CERTAIN_PARTS = words_in(
    "thirds quarters fourths fifths sixths eighths tenths tiers quarts cinquièmes "
    "sixièmes dixièmes tercio tercios cuartos cuartas quintos quintas drittel viertel "
    "fünftel sechstel achtel zehntel terzi quarti quinti decimi terço terços quartos"
)
"""Those that cannot be an ordinal: “two thirds” is a part, “a third” may be one more."""
_MONTHS = (
    "january jan january janvier janv enero ene januar jänner gennaio gen janeiro",
    "february feb février févr fév febrero februar februari febbraio fevereiro fev",
    "march mar mars marzo märz mär março",
    "april apr avril avr abril abr aprile",
    "may mai mayo maggio mag maio",
    "june jun juin junio juni giugno giu junho",
    "july jul juillet juil julio juli luglio lug julho",
    "august aug août aou agosto ago",
    "september sep sept septembre septiembre setiembre settembre set setembro",
    "october oct octobre octubre oktober okt ottobre ott outubro out",
    "november nov novembre noviembre novembro",
    "december dec décembre déc diciembre dic dezember dez dicembre dezembro",
)
MONTHS = {word: number for number, row in enumerate(_MONTHS, 1) for word in row.split()}


def _table(text: str) -> dict[str, int]:
    return {word: int(number) for word, _, number in (row.partition("=") for row in text.split())}


def _counted(words: str, start: int, step: int) -> dict[str, int]:
    return {word: start + step * index for index, word in enumerate(words.split())}


def _simple(language: str) -> dict[str, int]:
    return (
        _counted(_UNITS[language], 1, 1)
        | _counted(_TENS[language], 20, 10)
        | _table(_MORE[language])
    )


def _german(words: dict[str, int]) -> dict[str, int]:
    """Compounds up to 999, and whole thousands: “zweihundertfünfzig”, “zwölftausend”."""
    units = {word: n for word, n in words.items() if n < 10 and word not in _table(_MORE["de"])}
    units = units | {"ein": 1}
    tens = {word: n for word, n in words.items() if 20 <= n < 100}
    small = words | {f"{u}und{t}": n + m for u, n in units.items() for t, m in tens.items()}
    hundreds = {
        f"{u}hundert{rest}": 100 * n + m
        for u, n in units.items()
        if u != "eins"
        for rest, m in ({"": 0} | small).items()
    }
    thousands = {f"{word}tausend": 1000 * n for word, n in small.items() if word != "eins"}
    return small | hundreds | thousands


def _italian(words: dict[str, int]) -> dict[str, int]:
    """Compounds: “ventuno”, “trentotto”, “duecentocinquanta”, “diecimila”."""
    units = {word: n for word, n in words.items() if n < 10 and len(word) > 2 and word != "una"}
    small = dict(words)
    for ten, m in {word: m for word, m in words.items() if 20 <= m < 100}.items():
        for unit, n in units.items():
            small[(ten[:-1] if unit[0] in "uo" else ten) + unit] = m + n
            small[ten + "tré"] = m + 3
    hundreds = {
        u + (f"cent{rest}" if cut else f"cento{rest}"): 100 * n + m
        for u, n in ({"": 1} | units).items()
        for rest, m in ({"": 0} | small).items()
        for cut in (False, True)
        if u + rest and (rest[:1] == "o" or not cut)
    }
    thousands = {f"{word}mila": 1000 * n for word, n in (small | hundreds).items()}
    return small | hundreds | thousands


@cache
def numerals(language: str) -> dict[str, int]:
    """Return the words that add to a number: “eighty” 80, “doscientos” 200."""
    if language in LANGUAGES:
        words = _simple(language)
        grown = {"de": _german, "it": _italian}.get(language)
        words = grown(words) if grown else words
        return words | _multiples(words, language)
    return _agreed([numerals(each) for each in LANGUAGES], _FALSE_FRIENDS)


MULTIPLES = {"en": ("fold",), "de": ("mal", "fach", "fache", "fachen", "faches")}
"""What grows on to a number word to say how many times: “tenfold”, “zehnmal”."""


def _multiples(words: dict[str, int], language: str) -> dict[str, int]:
    ends = MULTIPLES.get(language, ())
    return {word + end: n for word, n in words.items() if 1 < n <= 100 for end in ends}


_FALSE_FRIENDS = words_in("once due sei dos elf sept dix neuf acht cent ten tres tre six")
"""Numbers in one language, other words in the next, or in names."""


_ANYWHERE = {"mio": 6, "mrd": 9, "bn": 9, "mn": 6, "mln": 6, "mld": 9} | _table(
    "million=6 millions=6 miljoen=6 miljard=9 miljoner=6 miljarder=9 millioner=6 milliarder=9"
    " tys=3 miliony=6 milionów=6 miliard=9 miliardów=9 тыс=3 тысяч=3 млн=6 млрд=9 миллион=6"
    " миллиона=6 миллионов=6 миллиард=9 миллиарда=9 миллиардов=9 万=4 萬=4 亿=8 億=8"
)
"""Scale words that are read in every language; “miles” is one in Spanish alone."""


@cache
def scales(language: str) -> dict[str, tuple[Decimal, ...]]:
    """Return the words that multiply, with what they may mean in a text of this language."""
    own = _table(_SCALES[language]) if language in LANGUAGES else {}
    others: dict[str, set[int]] = {}
    for each in LANGUAGES:
        for word, power in _table(_SCALES[each]).items():
            others.setdefault(word, set()).add(power)
    powers = {
        word: tuple(sorted(found)) for word, found in others.items() if not own and len(word) > 2
    }
    powers |= {word: (power,) for word, power in (_ANYWHERE | own).items()}
    return {word: tuple(Decimal(10) ** power for power in found) for word, found in powers.items()}


@cache
def ordinals(language: str) -> dict[str, int]:
    """Return the words for ranks: “third” 3."""
    each = {name: _counted(_ORDINALS[name], 1, 1) for name in LANGUAGES}
    rest = _table(_MORE_ORDINALS)
    if language in each:
        return rest | each[language]
    return rest | _agreed(list(each.values()), frozenset({"second"}))


@cache
def words(language: str) -> frozenset[str]:
    """Return all words that may be of a number."""
    tables = (numerals(language), scales(language), ordinals(language), parts(language))
    return STARTS.union(*tables)


@cache
def parts(language: str) -> dict[str, int]:
    """Return the words for parts: “thirds” 3, “half” 2."""
    halves = dict.fromkeys(_HALVES, 2)
    if language in LANGUAGES:
        return halves | _table(_PARTS[language])
    return halves | _agreed([_table(_PARTS[each]) for each in LANGUAGES], frozenset())


def _agreed(tables: list[dict[str, int]], without: frozenset[str]) -> dict[str, int]:
    """Return what no two tables disagree on."""
    means: dict[str, set[int]] = {}
    for table in tables:
        for word, number in table.items():
            means.setdefault(word, set()).add(number)
    return {w: next(iter(n)) for w, n in means.items() if len(n) == 1 and w not in without}
