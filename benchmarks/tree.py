"""A generated content tree: 2,500 pages, about 17 MB, in six languages, some of them damaged.

Made from a few paragraphs of our own by a seeded generator, so that every run measures the
same bytes.
"""

import random
from pathlib import Path

PARAGRAPHS = {
    "en": (
        "The ferry leaves at six, and whoever misses it waits until noon. Most people bring bread, "
        "a book and a coat; the wind decides how long the crossing takes.",
        "A good map shows what is there. A better one shows what was left out, why it was left out, "
        "and who decided: that is the part nobody prints.",
        "Nothing in the workshop is new. The saw came from a ship, the bench from a school, and the "
        "radio from a neighbour who had bought a louder one.",
    ),
    "fr": (
        "Le bac part à six heures, et celui qui le rate attend jusqu'à midi. On emporte du pain, un "
        "livre et un manteau ; le vent décide de la durée de la traversée.",
        "Une bonne carte montre ce qui est là. Une meilleure montre ce qui a été écarté, pourquoi, et "
        "par qui : c'est la partie que personne n'imprime.",
        "Rien n'est neuf à l'atelier. La scie vient d'un bateau, l'établi d'une école, et la radio "
        "d'un voisin qui en avait acheté une plus forte.",
    ),
    "de": (
        "Die Fähre legt um sechs ab, und wer sie verpasst, wartet bis zum Mittag. Die meisten haben "
        "Brot, ein Buch und einen Mantel dabei; über die Dauer der Überfahrt entscheidet der Wind.",
        "Eine gute Karte zeigt, was da ist. Eine bessere zeigt, was weggelassen wurde, warum, und wer "
        "darüber entschied: Das ist der Teil, den niemand druckt.",
    ),
    "es": (
        "El transbordador sale a las seis, y quien lo pierde espera hasta el mediodía. Casi todos "
        "llevan pan, un libro y un abrigo; el viento decide cuánto dura la travesía.",
        "Un buen mapa enseña lo que hay. Uno mejor enseña lo que se dejó fuera, por qué, y quién lo "
        "decidió: esa es la parte que nadie imprime.",
    ),
    "ru": (
        "Паром уходит в шесть, и кто опоздал, ждёт до полудня. Почти все берут хлеб, книгу и пальто; "
        "сколько продлится переправа, решает ветер.",
        "Хорошая карта показывает то, что есть. Лучшая показывает, что пропущено, почему и кем: эту "
        "часть никто не печатает.",
    ),
    "ja": (
        "渡し船は六時に出ます。乗り遅れた人は正午まで待ちます。たいていの人はパンと本と上着を持って"
        "きます。どのくらいかかるかは風しだいです。",
        "よい地図はそこにあるものを示します。もっとよい地図は、何が省かれたか、なぜか、だれが決めたかを示します。",
    ),
}
CODE = "```python\ndef ferry(hour: int, *args, **kwargs) -> bool:\n    return hour == 6 and not args\n```"
TABLE = "| Hour | Boat | Price |\n| ---- | :--: | ----: |\n| 06:00 | *Alba* | 4.50 |\n| 12:00 | *Berta* | 5.00 |"
DAMAGE = (
    lambda text: text.replace(". ", ". [cite_start]", 1),
    lambda text: text.replace(", ", " [cite: 1, 2], ", 1),
    lambda text: "**" + text,
    lambda text: text + " See [the timetable] (https://example.org/times).",
    lambda text: text + " See [1]([The timetable | Ferry](https://example.org/times)).",
    lambda text: text + " Read [more](htpp://example.org/more).",
)


def page(dice: random.Random, language: str, number: int) -> str:
    stated = f"readingTime: {dice.choice((2, 3, 9))}\n" if dice.random() < 0.1 else ""
    parts = [
        f'---\ntitle: "Page {number}"\ndate: 2026-{1 + number % 12:02}-{1 + number % 28:02}\n'
        f'description: "{dice.choice(PARAGRAPHS[language])[:90]}"\n'
        f"tags:\n  - {language}\n  - ferry\n{stated}draft: false\n---"
    ]
    count = dice.choice((12, 18, 24, 30, 60))
    parts += (block(dice, language, index, _neighbour(number, index)) for index in range(count))
    if dice.random() < 0.04:
        at = dice.randrange(1, len(parts))
        parts[at] = dice.choice(DAMAGE)(dice.choice(PARAGRAPHS[language]))
    text = "\n\n".join(parts) + "\n"
    if language in {"fr", "de", "es"} and dice.random() < 0.01:
        return text.encode().decode(dice.choice(("mac_roman", "latin-1")))
    return text


def _neighbour(number: int, index: int) -> int:
    """Return the number of a page in the same directory, so that links lead somewhere."""
    return number % 60 + 60 * (7 * index % 40)


def block(dice: random.Random, language: str, index: int, near: int) -> str:
    words = dice.choice(PARAGRAPHS[language])
    if index % 6 == 0:
        return f"## {words[:30].strip()} {index}"
    forms = (
        (8, CODE),
        (4, TABLE),
        (13, "\n".join([f"- **{words[:12].strip()}**: {words[12:60]}"] * 3)),
        (20, f"{words} See [page {near}](page-{near}.md) and *[the map](https://a.example)*."),
        (5, f"> {words}"),
        (10, f"{words} Call `ferry_{index}(6)`, or set `FERRY_HOUR`."),
        (40, f"{words} {dice.choice(PARAGRAPHS[language])}"),
    )
    weights, texts = zip(*forms, strict=True)
    return dice.choices(texts, weights)[0]


def generate(root: Path, files: int = 2_500, seed: int = 1) -> int:
    """Write the tree and return its size in bytes."""
    dice = random.Random(seed)
    size = 0
    for number in range(files):
        language = list(PARAGRAPHS)[number % len(PARAGRAPHS)]
        path = root / language / f"{number % 20:02}" / f"page-{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        data = page(dice, language, number).encode()
        path.write_bytes(data)
        size += len(data)
    return size
