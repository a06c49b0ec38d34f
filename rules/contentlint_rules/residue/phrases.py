"""What chat assistants say before, after and in the place of what was asked of them.

The phrases are those of real pages, in the languages in which they were seen; those that begin or
end an answer count only where the page begins or ends, since people write them too.
"""

import re
from collections.abc import Iterable

from contentlint import pattern

_FLAGS = re.IGNORECASE | re.MULTILINE

_THING = (
    r"(?:readme|article|blog post|post|version|draft|template|rewrite|summary|outline|document"
    r"|documentation|page|guide|essay|text|translation|code|example)"
)
OPENERS = (
    # English
    r"(?:certainly|sure(?: thing)?|of course|absolutely|great question|perfect|got it)[!,.—:]{1,2} "
    r"(?:here(?:'s|’s| is| are)|below|i(?:'ve|’ve| have|'ll|’ll| can| will)|let(?:'s|’s| me))\b",
    rf"here(?:'s|’s| is) (?:an?|the|your|my) [^.\n]{{0,60}}?\b{_THING}\b(?:\.md)?[^.\n]{{0,60}}?"
    r"\b(?:you can|for your|ready to|that you|as requested|based on your|formatted|for a|for the)",
    rf"below is (?:a|an|your|the) (?:\w+[ ,-]){{0,6}}{_THING}\b[^.\n]{{0,40}}\b(?:you|your|for)\b",
    r"i(?:'m sorry|’m sorry| apologi[sz]e), but (?:i|as an)\b",
    r"i (?:cannot|can(?:'|’)t|am unable to) (?:assist|help|fulfil|browse|access|generate)\b",
    # French
    r"(?:bien sûr|certainement|avec plaisir|parfait)[ \xa0\u202f]?[!,.:]? ?(?:voici|je vous|je te|"
    r"je vais)\b",
    r"voici (?:une?|le|la|votre|ton) (?:version|exemple de|article|readme|proposition|modèle)\b"
    r"[^.\n]{0,60}\b(?:pour (?:ton|votre)|que (?:tu|vous)|prêt|adapté|compl[eè]te?|professionnel)",
    r"je (?:suis désolé|m(?:'|’)excuse), mais (?:je|en tant)",
    r"je ne peux pas (?:générer|accéder|vous aider)",
    # Spanish
    r"¡?(?:claro|por supuesto|perfecto)(?: que sí)?[!,.]{1,2} (?:aquí|a continuación|te|le)\b",
    r"(?:aquí|acá) (?:tienes|tiene|está|te dejo) (?:un|una|el|la|tu) [^.\n]{0,60}"
    r"\b(?:readme|artículo|versión|texto|plantilla|documento|ejemplo|archivo)",
    r"lo siento, pero (?:no puedo|como)",
    # Portuguese
    r"(?:claro|com certeza|perfeito)[!,.]{1,2} (?:aqui|segue|abaixo)\b",
    r"aqui est(?:á|ão) (?:um|uma|o|a|seu|sua) [^.\n]{0,60}"
    r"\b(?:readme|artigo|versão|texto|modelo|documento|exemplo|arquivo)",
    # German
    r"(?:natürlich|gerne|selbstverständlich|klar)[!,.]{1,2} (?:hier|ich|im folgenden)\b",
    r"hier ist (?:ein|eine|der|die|das|dein|deine|ihr|ihre) [^.\n]{0,60}"
    r"\b(?:readme|artikel|version|text|vorlage|entwurf|dokument|zusammenfassung)[^.\n]{0,60}"
    r"\b(?:für|die du|das du|den du|dein|ihr)",
    r"es tut mir leid, aber (?:ich|als)",
    # Italian, Dutch, Polish
    r"(?:certo|certamente|ecco)[!,.]{1,2} (?:ecco|di seguito|qui)\b",
    r"(?:natuurlijk|zeker|graag)[!,.]{1,2} (?:hier|hieronder)\b",
    r"(?:oczywiście|jasne|pewnie)[!,.]{1,2} (?:oto|poniżej)\b",
    # Indonesian, Vietnamese, Turkish
    r"(?:tentu|baik)(?: saja)?[!,.]{1,2} (?:berikut|ini)\b",
    r"berikut (?:adalah|ini) [^.\n]{0,60}\b(?:readme|artikel|versi|contoh|templat)\b",
    r"(?:chắc chắn rồi|tất nhiên)[!,.]{1,2} (?:dưới đây|đây)\b",
    r"(?:elbette|tabii(?: ki)?)[!,.]{1,2} (?:işte|aşağıda)\b",
    # Chinese, Japanese, Korean
    r"(?:当然|當然|好的)[！!，,。](?:可以[！!，,])?(?:以下|这是|這是|下面|我)",
    r"以下是(?:一份|一个|一個|为您|為您|为你|為你|根据|根據)[^。\n]{0,60}",
    r"(?:もちろん|承知(?:いた)?しました)[！!、。](?:以下|こちら|それでは|では)?",
    r"以下は、?(?:ご依頼|ご要望|ご希望|あなた)[^。\n]{0,60}",
    r"(?:물론(?:입니다|이죠)|네)[!,.] ?(?:다음|아래|여기)",
    # Russian, Ukrainian
    r"(?:конечно|разумеется|отлично)[!,.]{1,2} (?:вот|ниже)\b",
    r"вот (?:ваш|твой|готов\w{0,4}|пример|полный) [^.\n]{0,40}\b(?:readme|файл|текст"
    r"|верси|вариант)",
    r"(?:звичайно|авжеж)[!,.]{1,2} (?:ось|нижче)\b",
)
OPENER_STARTS = (
    *(
        "certainly",
        "sure",
        "of course",
        "absolutely",
        "great",
        "perfect",
        "got it",
        "here",
        "below",
    ),
    *("below", "i'm", "i’m", "i apolog", "i can", "i am", "bien sûr", "certainement", "avec"),
    *("parfait", "voici", "je ", "claro", "¡claro", "por supuesto", "¡por supuesto", "¡perfecto"),
    *("aquí", "acá", "lo siento", "com certeza", "perfeito", "aqui", "natürlich", "gerne"),
    *("selbstverständlich", "klar", "hier", "es tut mir", "certo", "certamente", "ecco"),
    *("natuurlijk", "zeker", "graag", "oczywiście", "jasne", "pewnie", "tentu", "baik", "berikut"),
    *("chắc chắn", "tất nhiên", "elbette", "tabii", "当然", "當然", "好的", "以下", "もちろん"),
    *("承知", "물론", "네", "конечно", "разумеется", "отлично", "вот", "звичайно", "авжеж"),
)
"""How the openers begin, in lower case: most pages need no further look."""
CLOSERS = {
    # English
    "let me know": r"let me know if you(?:'d|’d| would| need| want| have)? [^.\n]{0,80}"
    r"(?:adjust|tweak|refine|expand|modif|change|further|version|add|more detail|help with)",
    "feel free to": r"feel free to (?:customi[sz]e|adjust|modify|adapt|tweak|add or modify) "
    r"(?:this|it|the|any|sections)",
    "you like me to": r"would you like me to\b",
    "you want me to": r"do you want me to\b",
    "i can": r"if you(?:'d|’d)? (?:would )?(?:like|want),? i can\b",
    "i hope this": r"i hope this (?:helps|meets|version)[^.\n]{0,60}(?:let me know"
    r"|feel free|if you)",
    # French
    "hésite": r"n(?:'|’)hésite[sz]? pas à me (?:le )?(?:dire|demander|faire savoir) si (?:tu|vous) "
    r"(?:souhaite[sz]?|voule[zs]|veux|avez besoin)",
    "que je": r"(?:souhaite[sz]?-(?:tu|vous)|veux-tu|voulez-vous) que je\b",
    "je peux": r"si (?:tu|vous) (?:le )?(?:veux|voulez|souhaite[sz]?),? je peux\b",
    # Spanish
    "no dud": r"no dud(?:es|e) en (?:preguntar|pedir|decirme|avisarme)",
    "¿": r"¿(?:quieres|te gustaría|deseas) que (?:te|lo|la|añada|haga|prepare)\b",
    "puedo": r"si (?:quieres|lo deseas),? (?:también )?puedo\b",
    "espero que": r"¡?espero que (?:esto )?te (?:sea|resulte) útil",
    # Portuguese
    "à vontade": r"(?:fique|sinta-se) à vontade para "
    r"(?:pedir|perguntar|adaptar|ajustar|personalizar|modificar)",
    "que eu": r"(?:gostaria|quer) (?:de )?que eu\b",
    "posso": r"se (?:precisar|quiser),? (?:eu )?posso\b",
    # German
    "mich wissen": r"lass(?:en sie)? (?:es )?mich wissen, (?:wenn|ob|falls) (?:du|sie)",
    "dass ich": r"(?:möchtest du|möchten sie), dass ich\b",
    "soll ich": r"soll ich (?:dir|ihnen|noch|auch|das|es) [^.\n]{0,80}\?",
    "kann ich": r"wenn (?:du|sie) (?:möchtest|möchten|willst|wollen), kann ich\b",
    # Italian, Dutch, Polish, Turkish, Indonesian
    "fammi sapere": r"fammi sapere se (?:vuoi|hai|desideri)",
    "vuoi che": r"vuoi che (?:ti|lo|la|aggiunga|prepari)\b",
    "me weten": r"laat (?:het )?me weten (?:als|of) (?:je|u)\b",
    "wil je dat": r"wil je dat ik\b",
    "znać": r"daj(?:cie)? (?:mi )?znać, (?:jeśli|czy) (?:chcesz|potrzebujesz|mam)",
    "żebym": r"czy chcesz, żebym\b",
    "abilirim": r"ister(?:sen|seniz),? [^.\n]{0,60}abilirim",
    "ebilirim": r"ister(?:sen|seniz),? [^.\n]{0,60}ebilirim",
    "membantu": r"semoga (?:ini )?membantu",
    "ingin saya": r"(?:apakah|jika) anda ingin saya\b",
    # Chinese, Japanese, Korean, Russian
    "要我": r"(?:要不要|需要)我(?:再|帮|為|为|幫|把|给|給)",
    "需要我": r"需要我(?:继续|繼續|进一步|進一步)",
    "我可以": r"(?:如果|若)(?:你|您)(?:需要|愿意|願意|想要)[^。\n]{0,30}我可以",
    "有帮助": r"希望(?:这|些|份|个|能)[^。\n]{0,20}对(?:你|您)有帮助",
    "有幫助": r"希望(?:這|些|份|個|能)[^。\n]{0,20}對(?:你|您)有幫助",
    "ご希望": r"ご希望であれば",
    "お役に立て": r"お役に立てれば幸いです",
    "원하": r"원하(?:시면|신다면|면)[^.\n]{0,40}(?:드릴|해 줄|만들어)",
    "если": r"если (?:хотите|хочешь|нужно),? (?:я )?(?:могу|помогу)",
    "дайте знать": r"дайте знать, если",
}
"""Phrases by what each of them holds, in lower case."""
ANYWHERE = {
    "language model": r"as an? (?:large |ai )?language model(?: ai)?,? ?i?\b[^.\n]{0,20}\b"
    r"(?:do not|don(?:'|’)t|can(?:'|’)?t|cannot|am|have|i)\b",
    "modèle de langage": r"en tant que modèle de langage(?: [\w']{1,12}){0,3}, je\b",
    "modelo de lenguaje": r"como (?:un )?modelo de lenguaje(?: de ia)?, (?:no|yo)\b",
    "modelo de linguagem": r"como (?:um )?modelo de linguagem(?: de ia)?, (?:não|eu)\b",
    "prachmodell": r"als (?:ki-|ki |großes |großes ki-)?sprachmodell (?:kann|habe|bin) ich\b",
    "modello linguistico": r"come modello linguistico(?: di ia)?, (?:non|io)\b",
    "taalmodel": r"als (?:ai-|ai |groot )?taalmodel (?:kan|heb|ben) ik\b",
    "model językowy": r"jako (?:duży )?model językowy(?: ai)?,? (?:nie|ja)\b",
    "语言模型": r"作为(?:一个)?(?:AI|人工智能|大型)?语言模型，我",
    "語言模型": r"作為(?:一個)?(?:AI|人工智慧|大型)?語言模型，我",
    "言語モデル": r"(?:AI|大規模)言語モデルとして",
    "языковая модель": r"как (?:большая )?языковая модель,? я\b",
    " last knowledge": r"as of my last knowledge (?:update|cutoff|cut-off)",
    " last training": r"as of my last training (?:update|cutoff|cut-off)",
    "dernière mise à jour": r"(?:à|lors de) ma dernière mise à jour(?: des connaissances)? "
    r"en (?:\w{3,10} )?20\d\d",
    "última actualización": r"hasta mi última actualización (?:de conocimientos )?(?:en|de) ",
    "截至我": r"截至我(?:的|最后|最後)(?:知识|知識|训练|訓練|更新)",
    "Regenerate": r"^regenerate(?: response)?[ \t]*$",
    "Continue generating": r"^continue generating[ \t]*$",
}
"""Phrases by what each of them holds, as it is written."""


def _any(phrases: Iterable[str], start: str = "") -> "re.Pattern[str]":
    return pattern(start + "(?:" + "|".join(f"(?:{one})" for one in phrases) + ")", _FLAGS)


OPENER = _any(OPENERS, r"[\s>*_#\"“]{0,9}")
CLOSER = _any(CLOSERS.values())
SAID = _any(ANYWHERE.values(), r"(?<![\w])")
