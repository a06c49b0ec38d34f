"""What stands where an author was to write something, in the languages in which it was seen."""

import re
from typing import NamedTuple

from contentlint import pattern
from contentlint_rules.residue.lookup import Lookup


class Stub(NamedTuple):
    """One kind of placeholder. A new kind is one more entry in ``STUBS``, and examples.

    ``pattern`` has no groups that capture and repeats nothing without a bound; each match holds
    one of the ``triggers``. ``said`` ends a sentence that begins with the placeholder. ``dated``:
    change logs hold it on purpose. ``address``: it counts in the target of a link. ``shown``:
    pages about layout hold it.
    """

    name: str
    pattern: str
    triggers: tuple[str, ...]
    said: str = "was to be replaced by the author's own words"
    dated: bool = False
    address: bool = False
    shown: bool = False


_HEADS = {
    "english": "your|insert|insert your|enter|enter your|add|add your|put your",
    "french": "votre|ton|ta|insérer|insérez|ajouter|indiquer|votre propre",
    "spanish": "tu|su|inserte|inserte su|insertar|insertar su|inserta tu",
    "portuguese": "seu|sua|insira|insira seu|insira sua|inserir|inserir seu",
    "german": "ihr|ihre|dein|deine|ihr vollständiger|dein vollständiger",
    "italian": "il tuo|la tua|inserisci|inserisci il tuo|inserisci la tua",
    "russian": "ваше|ваш|ваша|твоё|введите|введите ваше|вставьте|укажите",
}
"""How what is in brackets begins when something is to be written there, by language."""
_THINGS = {
    "english": "name|full name|first name|last name|company|company name|project|project name"
    "|repository|repo name|job title|title|email|e-mail|email address|address|phone|phone number"
    "|username|license|licence|website|link|link here|url|url here|city|product|product name|date"
    "|name here|text here|description here|description|image|image here|logo|organization",
    "french": "nom|prénom|nom prénom|nom et prénom|nom ici|adresse|e-mail|email|entreprise|projet"
    "|lien|site|ville|téléphone|numéro|date|titre|image|logo",
    "spanish": "nombre|nombre aquí|nombre completo|apellido|apellidos|dirección|correo|empresa"
    "|proyecto|enlace|enlace aquí|ciudad|teléfono|fecha|título|imagen|logo",
    "portuguese": "nome|nome aqui|nome completo|sobrenome|endereço|e-mail|email|empresa|projeto"
    "|link|link aqui|cidade|telefone|data|título|imagem|logo",
    "german": "name|vorname|nachname|adresse|e-mail|firma|unternehmen|projekt|projektname|link"
    "|stadt|telefonnummer|datum|titel|bild|logo",
    "italian": "nome|cognome|indirizzo|e-mail|email|azienda|progetto|link|città|telefono|data",
    "russian": "имя|фамилия|фамилию|название|адрес|почта|почту|ссылку|компания|компанию|дату",
}
"""What is to be written there, by language."""


def _to_fill(language: str) -> Stub:
    """Return the kind that is a head and a thing in brackets; in capitals too."""
    heads, things = _HEADS[language], _THINGS[language]
    firsts = {head.partition(" ")[0] for head in heads.split("|")}
    return Stub(
        name=language,
        pattern=rf"(?i:\[(?:{heads}) (?:{things})\]){_END}",
        triggers=tuple(
            f"[{form} "
            for first in sorted(firsts)
            for form in (first, first.title(), first.upper())
        ),
    )


_END = r"(?![(\[:\w])"

STUBS = (
    *map(_to_fill, _HEADS),
    Stub(
        name="name_of_something",
        pattern=r"(?i:\[(?:nom du (?:projet|client)|nom de l['’]entreprise|nombre del proyecto"
        rf"|nombre de la empresa|nome do projeto|nome da empresa|name des projekts)\]){_END}",
        triggers=(
            "[Nom d",
            "[NOM D",
            "[nom d",
            "[Nombre d",
            "[NOMBRE D",
            "[nombre d",
            "[Nome d",
            "[NOME D",
            "[nome d",
            "[Name d",
            "[NAME D",
            "[name d",
        ),
    ),
    Stub(
        name="indonesian",
        pattern=rf"\[(?:NAMA|URL|EMAIL|Nama|Url|Email)[- ][\w-]{{1,30}}[- ](?:ANDA|Anda)\]{_END}",
        triggers=("ANDA]", "Anda]"),
    ),
    Stub(
        name="chinese",
        pattern=r"[\[【](?:请在此处|請在此處|请在此|請在此|在此处|在此處|请填写|請填寫|你的|您的)"
        r"(?:填写|填寫|插入|输入|輸入|姓名|名字|用户名|使用者名稱|邮箱|信箱|项目名称|專案名稱|公司名称)"
        rf"[^\]】\n]{{0,20}}[\]】]{_END}",
        triggers=(
            "[请",
            "【请",
            "[請",
            "【請",
            "[在此",
            "【在此",
            "[你的",
            "【你的",
            "[您的",
            "【您的",
        ),
    ),
    Stub(
        name="japanese",
        pattern=rf"[\[【](?:ここに|あなたの|貴社|御社)[^\]】\n]{{0,20}}"
        rf"(?:入力|記入|挿入|名前|氏名|会社名)[^\]】\n]{{0,6}}[\]】]{_END}",
        triggers=(
            "[ここに",
            "【ここに",
            "[あなたの",
            "【あなたの",
            "[貴社",
            "【貴社",
            "[御社",
            "【御社",
        ),
    ),
    Stub(
        name="name_in_capitals",
        pattern=r"(?<![\w${<-])(?:INSERT_[A-Z]+(?:_[A-Z0-9]+){0,4}|PASTE_[A-Z]+(?:_[A-Z]+){0,3}_HERE"
        r"|YOUR_[A-Z]+(?:_[A-Z]+){0,3}_HERE|TODO-YOUR-[A-Z-]{2,30})(?![\w>}])",
        triggers=("INSERT_", "PASTE_", "YOUR_", "TODO-YOUR-"),
        address=True,
    ),
    Stub(
        name="date",
        pattern=r"(?<![\w-])(?:19|20)\d\d-(?:0[1-9]|1[0-2]|XX|xx)-(?:XX|xx)(?![\w-])",
        triggers=("-XX", "-xx"),
        said="is a date that is not whole: write the day",
        dated=True,
    ),
    Stub(
        name="lorem_ipsum",
        pattern=r"[Ll]orem ipsum dolor(?: sit amet)?",
        triggers=("orem ipsum dolor",),
        said="is a text to fill a layout with: write what readers should read",
        shown=True,
    ),
    Stub(
        name="upload",
        pattern=r"!\[Uploading [^\]\n]{1,200}\](?:\(\))?",
        triggers=("![Uploading ",),
        said="stands where an image was being uploaded when the text was copied: add the image",
    ),
    Stub(
        name="image",
        pattern=r"(?<!!)\[(?:Image|Imagen|Imagem|Bild|Immagine) (?:of|de|von|di) [^\]\n]{3,120}\]"
        r"(?![(\[:{])",
        triggers=(
            "[Image of ",
            "[Image de ",
            "[Imagen de ",
            "[Imagem de ",
            "[Bild von ",
            "[Immagine di ",
        ),
        said="stands where a chat shows an image: add one, or take the line out",
    ),
)
TODO = pattern(r"(?<![\w.#/-])(?:TODO|FIXME|TBD|XXX)(?![\w(-])")
ANY = Lookup(STUBS)
TRIGGERS = tuple(dict.fromkeys(trigger for stub in STUBS for trigger in stub.triggers))
ON_PURPOSE = pattern(
    r"(?:^|[/_. -])(?:templates?|archetypes?|examples?|samples?|contributing|issue_template"
    r"|\.github|boilerplates?|style-?guides?|_?drafts?)(?=[/_. -]|$)",
    re.IGNORECASE,
)
"""Paths of pages that are to be filled in, or tell how."""
CHANGES = pattern(
    r"(?:^|[/_. -])(?:changelog|changes|history|releases?|news)(?=[/_. -]|$)", re.IGNORECASE
)
VERSION = pattern(r"\d\.\d")
"""What a line of a change log holds."""
