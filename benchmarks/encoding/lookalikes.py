"""Lines that are right as they stand, though they look like text read with a wrong codec.

Written by hand: capitals with tildes before signs, roots and sums, key names, frames, alphabets,
brands, dialogue marks, faces, and letters of many languages in a row. ``ABOUT`` are lines whose
subject is broken text: what they show has to stay as it is.
"""

LINES = """\
√2
√π
√π/2 et 2√π, r√π
a√π + b√∞
NÃO
AÇÃO
“AMANHÔ
ÇÃO É Ô
Ω©
Ω® und Ω™
x ≤ √a ± ∂
∂f/∂x ≈ ∑√n
« CAFÉ »
«CAFÉ»
“CAFÉ”
‘CAFÉ’
CAFɅ
le CAFÉ™ de Paris
⌘⇧ƒ ⌥⌘ƒ ⌃⌥⌫
£5 €5 ¥5 ¢5
Â°
20 °C, Å² and Å³, 5 Å°
BLÅ°
À Á Â Ã Ä Å Æ Ç È É Ê Ë Ì Í Î Ï Ð Ñ Ò Ó Ô Õ Ö × Ø Ù Ú Û Ü Ý Þ ß
àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ
ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß
ÁÀÂÄÉÈÊË áàâä éèêë ÍÌÎÏ
ĄąĆćĘęŁłŃńÓóŚśŹźŻż
┌─┬─┐ │a│b│ ├─┼─┤ └─┴─┘
╔═╦═╗║ ║╠═╬═╣╚═╩═╝
├── src
│   ├── é.md
─┐ ┬┐ ┴┘ ┤│ ├│
░▒▓█▓▒░
Рік і місяць
РІК НОВИЙ. СРІБЛО
Її Рідний край, Вій, Ніч і Її
РЁВ, ЁЛКА, ВЁРСТА
В» и Р»
«Вії»
Ρ° 30°Γ Α΄ Β΄ Γ΄ ΓΕΛ.
«Ώρα» Όμηρος, Ή όχι; ΆΡΗΣ ΑΎΡΙΟ
α±β, Δ≥0, β²
Ο «Αχιλλεύς»
ĐƯỜNG ẤM ÂM ÊM Ô
TRUYỆN KIỀU – NGUYỄN DU
İSTANBUL’DA ÇÖĞÜŞ IŞIK
“Ça”, ‘Évian’, ‚Äpfel‘, „Ärger“
—Él dijo: —Ábrelo ya —Éste
–à la carte –é
l’été, d’Été, l’Âge, l’île
«été» «à» « à »
…à suivre …é
·é·à·
ƒ(x)=√x
±√(b²−4ac)
¬∞ ∧ ¬p
¬(p∧q) ≈ ¬p∨¬q
½ ¼ ¾ 1½ ²³¹
§5 ¶3 §§ 3–5
©2020 ®™ Foo™® Bar©
N° 5, nº 5, 1ª, 2º
† ‡ †‡
naïve façade Ångström Øresund
/ɹəˈvɒljʊʃn/ [ʃ] [ɲ]
ˈkæt ˈfɑːðə
“≠” “©” “°”
‘é’ ‘à’ ’é’
Œé ßª
frataraká§
100‰ 5‰
£é
中文“引号”和—破折号……
日本語「カッコ」・ナカグロ
한국어 “따옴표” 漢字
שלום עולם
مرحبا بالعالم
สวัสดีชาวโลก
नमस्ते दुनिया
Ďábel, Ňáňa, ŽIŽKA, MŮŽE, TĚŽKÝ, ŘÍŠE
Ê« Ô» Î»
ÉŽ ÍŠ
LÖŸ
ÄŸ
ÐÞ þð ÁÐUR ÞAÐ
Ñ’ Ñ‘ NIÑ‘
SEÑ“OR”
Ô’ Brother
Spaß“ Spaß” Spaß…
groß®
Î²
x̄ é́ é
🇫🇷 👩‍💻 ❤️ ✅
ƒ√∂ç
★☆ ♥ → ← ⇒
¿Qué? ¡Ándale!
“¿Qué?”
¥€$
µm 5 µs µ±
Ç’a Ç”
ΩΩ kΩ 5Ω±1
ÃÂÃ
¯\\_(ツ)_/¯
( ͡° ͜ʖ ͡°)
ಠ_ಠ ʕ•ᴥ•ʔ
(╯°□°)╯︵ ┻━┻
(ノಠ益ಠ)ノ彡┻━┻
ヽ༼ຈل͜ຈ༽ﾉ
Жђњ Љубав Њ Ђорђе Ћирилица
ЊЕГОВ Џ
ПоздравЂаво
ЃЌ Ќерка
Қазақстан Ұлы Ғ
L·L Al·là paral·lel
ŀ Ł
Æ” ØÆÅ
К» Н» «К» „Р“ „С“
Р. С. № 5
№5 С№
РФ®
В° 30°В
60°Г
Э«М»
Ça coûte √9 = 3 €
∀x∈ℝ: ⌈x⌉ = −⌊−x⌋, ∃ y ≥ x
∫₀^∞ e^{−x²} dx = ½√π
Σ(n²) ≈ ⅓n³, Δx → 0, ∇·E = ρ/ε₀
a⊂b, c⊇d, A∪B, A∩B, ¬∅
λx.x, μ=0, σ²=1, ω₀≈2π·50 Hz
x ∈ [−1, 1], y ∉ ℤ
10 µΩ·cm, 5 kΩ, 3 MΩ ± 5 %
√x², ³√27, ⁴√16
≤ 5 µg/m³ · ≥ 10 ng/L
H₂O, CO₂, SO₄²⁻, Na⁺, ¹⁴C
25 ℃, 77 ℉, ±0,5 K
5′ 30″, 48° 51′ 24″ N
Škoda™, Citroën®, Nestlé©, Häagen-Dazs®
Mötley Crüe, Motörhead, Blue Öyster Cult, Queensrÿche
Beyoncé × Jay-Z, Björk, Sigur Rós, Röyksopp
Ke$ha, A$AP, ¥uck, €uro
L’Oréal®, Lancôme™, Hermès©, Moët & Chandon
©® ™℠ ℗
iPhone® 15 Pro™ – 1 199 €
São Paulo, CORAÇÃO, PÃO, MÃE, LIÇÕES
NÃO FUMAR – SAÍDA DE EMERGÊNCIA
É PROIBIDO ESTACIONAR – SÓ VEÍCULOS AUTORIZADOS
MUNICÍPIO DE SÃO JOÃO DEL-REI
INSCRIÇÕES ATÉ AMANHÃ!
À VENDA – OPORTUNIDADE – 50 % À VISTA
Ô ABRE ALAS
VÄÄRÄ, ÄÄNI, ÖLJY, ÅLAND
HYVÄÄ YÖTÄ! NÄHDÄÄN!
RÄKSMÖRGÅS Å Ä Ö
SMØRREBRØD PÅ FÆRØERNE
BLÅBÆR, RØDGRØD MED FLØDE
FRÜHSTÜCK AB 7 UHR, GRÜẞE AUS MÜNCHEN
STRAßE, MAßE, GRÖßE
Ä, Ö, Ü und ß
ÁRVÍZTŰRŐ TÜKÖRFÚRÓGÉP
árvíztűrő tükörfúrógép
ZAŻÓŁĆ GĘŚLĄ JAŹŃ
zażółć gęślą jaźń
PŘÍLIŠ ŽLUŤOUČKÝ KŮŇ
příliš žluťoučký kůň úpěl
ŠĎŤŇ ľščťžýáíé
ĂÂÎȘȚ ăâîșț
ÎN ROMÂNIA, BUCUREȘTI
ŞŢ şţ (cedilă)
ČĆĐŠŽ čćđšž
DŽEM, LJUBAV, NJEGOŠ
ĀČĒĢĪĶĻŅŠŪŽ
ĄČĘĖĮŠŲŪŽ
ÕÄÖÜ ŠŽ
ÁÐÉÍÓÚÝÞÆÖ
ĠĦŻĊ għajn
İIıi ŞşĞğ
ÇAĞRI, ÜSKÜDAR, BEŞİKTAŞ
Ə ə Azərbaycan
ΑΒΓΔ ΕΖΗΘ άέήίόύώ
ΤΟ ΚΑΦΕΝΕΙΟ «Η ΑΥΛΗ»
Α΄ ΤΟΜΟΣ – Β΄ ΕΚΔΟΣΗ
Τι κάνεις; Καλά· εσύ;
ἐν ἀρχῇ ἦν ὁ λόγος
ЪЬЫЭ ъьыэ
«Ёж», „Йод“, ‘Юла’
МОСКВА – САНКТ-ПЕТЕРБУРГ № 25
ДВЕРИ ЗАКРЫВАЮТСЯ, СЛЕДУЮЩАЯ СТАНЦИЯ…
ЇЖАК, ҐАНОК, ЄВРОПА, ІМ’Я
Ўзбекістан, Беларусь, ў хаце
Љубљана, Њујорк, Џорџ, Ћуприја
Ѓорче Петров, Ќафасан, Ѕвезда
Ѐ Ѝ ѐ ѝ
Ӱ Ӓ Ӧ Ӹ
§ 1 Абз. 2
°C °F °К
אָלֶף־בֵּית ״צה״ל״
العَرَبِيَّة ١٢٣ ؟
فارسی ۱۲۳ گچپژ
ภาษาไทย ฯลฯ
ქართული ენა
Հայերեն լեզու
አማርኛ
ខ្មែរ ລາວ မြန်မာ
தமிழ் తెలుగు ಕನ್ನಡ മലയാളം
বাংলা ગુજરાતી ਪੰਜਾਬੀ
简体中文、繁體中文：「引號」『書名』
全角ＡＢＣ１２３！？
半角ｱｲｳｴｵｶﾞｷﾞ
々〆〇ヶ
㈱ ㊙ ① ② ③ Ⅰ Ⅱ Ⅲ
가나다라 ㄱㄴㄷ ㅏㅑㅓㅕ
茅台镇、脿肿、鈥这种字也有
戞然、銆字旁、闂的偏旁
縺れる糸、繧字、譁字
癡心、簪花、簧片、糙米
▁▂▃▄▅▆▇█
◐◓◑◒ ◢◣◤◥
●○◎◇◆□■△▲
←↑→↓↔↕⇐⇒⇔
✓ ✔ ✗ ✘ ☐ ☑ ☒
♠♣♥♦ ♪♫ ☀☁☂
⠋⠙⠹⠸⠼⠴
│ ■■■□□ 60 %│
╭──╮ │é│ ╰──╯
+│-│×│÷
║ È ║ É ║ Ê ║
⌘C ⌥⇧K ⌃⌘Q ⎋ ⏎ ⌫ ⇥
⌥ + ´ = ´, ⌥ + ` = `
ˌɪntəˈnæʃənəl fəˈnɛtɪk
[ʁɛ̃.d͡ʒɑ̃] /ʒyʁ/ /ɔ̃/
ñ Ñ, ¿cómo?, ¡qué!, 1.º, 2.ª
«¡Ay!», dijo. —¿Qué? —¡Nada!
“¿Y tú?” –preguntó Ángel–
l'Àgora, l'Èxit, l'Índia, Ça i Llà
col·laboració, Sant Cugat · Vallès
« Où ? », « Là ! », « Ça ? »
À l’ŒUVRE, CŒUR, SŒUR, NŒUD
l’Œil, l’Æquo, d’Ÿ
ÉTÉ À LA PLAGE – FORFAIT À 5 € / JOUR
D’OÙ ÇA VIENT ? DÉJÀ VU !
Noël… à Noël… À Noël…
Trần Hưng Đạo, Nguyễn Văn Trỗi, Phạm Ngũ Lão
ĂN UỐNG, Ở ĐÂU, ỪM, ỨNG DỤNG
Đà Nẵng – Huế – Hội An
ẤN ĐỘ, ĐỨC, Ý, PHÁP, ÚC
ʻŌlelo Hawaiʻi, Oʻahu, Māori
Yorùbá: Ẹ káàbọ̀, Ọ̀ṣun
Ñandutí guaraní: ỹ, g̃, ũ
Diné bizaad: łį́į́ʼ, ąąʼ
Lëtzebuergesch: Äerd, Éislek, Léif
Føroyskt: Tórshavn, Ísland, Ævintýr
Gàidhlig: Glaschu, Àite, Ìle
ò à è ù ì – perché, città, più
CITTÀ DI CASTELLO, PIÙ, PERCHÉ, È VERO
Æthelstan, þæt wæs gōd cyning
Ꝥ ƿ ȝ ſo
ÅÅÅÅ! ÄÄÄÄ! ÖÖÖÖ!
ÀÀÀ ÉÉÉ ÎÎÎ
ÃÃO ÕÕES
aé bô cñ
‰ ‱ % ¤ ¢
1 ¢, 2 £, 3 ¤, 4 ¥, 5 ¦, 6 §
¡ ¢ £ ¤ ¥ ¦ § ¨ © ª « ¬ ® ¯ ° ± ² ³ ´ µ ¶ · ¸ ¹ º » ¼ ½ ¾ ¿
‚a‘ ‛b’ „c“ ‟d” ‹e›
»Guten Tag« – ›ja‹
‘‘double’’ ‚‚unten‘‘
“¶ 3”, ‘§ 2’, “¼”, ‘½’
–– —— ―― ‐‑‒
… ‥ ․
† 1944, * 1901, ‡ ib.
Ÿ Ž Š Œ š ž œ ÿ
ˆ ˜ ¨ ´ ¸ ¯
Ð Þ ð þ in Old English
𝒜𝔅𝕮 𝟙𝟚𝟛 𝚊𝚋𝚌
🏳️‍🌈 👩🏽‍🚀 1️⃣ ©️ ®️ ™️
😀😃😄 🤷‍♂️ 🇧🇷🇵🇹
Z̴a̷l̸g̵o̶ t͡e͜x͞t
\u200bzero\u200bwidth\u200b
N ° 5 – 10 000 € – « à »
a Â b
""".splitlines()

ABOUT = """\
The name `JosÃ©` means that UTF-8 was read as Latin-1.
If you see `â€™` where an apostrophe should be, the page is served as windows-1252.
Mojibake such as `Ã¼` for ü or `Ã¶` for ö is a sign of a wrong charset.
> “FranÃ§ois” is what the old database has for François.
In our logs `cafÃ©` became `cafÃƒÂ©` after the second import.
| wanted | seen |
| é | `Ã©` |
Search the table for “Ã©” and replace it with “é”.
The bytes E2 80 99 are shown as "â€™" by a program that expects cp1252.
Le mot « rÃ©sumÃ© » s’affiche mal : il faut « résumé ».
Python: `"Ã©".encode("latin-1").decode("utf-8")` gives `"é"`.
Das Zeichen „Ã¤“ statt „ä“ zeigt, dass UTF-8 als Latin-1 gelesen wurde.
<code>donâ€™t</code> is how the feed reader shows don’t.
""".splitlines()
