"""Words that say nothing: of a link's target, or of what an image shows."""

from contentlint import pattern

LINK_WORDS = frozenset(
    """
    click here|here|link|more|read more|learn more|see more|click|click this|click this link|this
    this link|go here|see here|read here|look here|tap here|link here|more info|more information
    read on|find out more|view more
    ici|cliquez ici|clique ici|cliquer ici|lien|ce lien|le lien|en savoir plus|lire plus|voir plus
    lire la suite|par ici|voir ici|plus d infos|plus d informations
    hier|hier klicken|klick hier|klicke hier|klicken sie hier|dieser link|diesen link|mehr
    mehr lesen|mehr erfahren|mehr dazu|mehr infos|mehr informationen|weitere informationen
    weiterlesen
    aquí|aqui|acá|clic aquí|haz clic aquí|haga clic aquí|pincha aquí|pulsa aquí|ver aquí|enlace
    este enlace|más|leer más|ver más|saber más|más información|más info
    qui|clicca qui|cliccare qui|clicca|questo link|collegamento|di più|leggi di più|leggi tutto
    scopri di più|per saperne di più|maggiori informazioni|più informazioni|continua a leggere
    clique aqui|clica aqui|veja aqui|ver aqui|este link|mais|leia mais|ler mais|ver mais|saiba mais
    saber mais|mais informações
    klik hier|deze link|meer|lees meer|meer lezen|lees verder|meer info|meer informatie
    tutaj|kliknij tutaj|kliknij tu|ten link|odnośnik|więcej|czytaj więcej|czytaj dalej
    zobacz więcej|dowiedz się więcej|więcej informacji
    こちら|ここ|こちらをクリック|ここをクリック|クリック|リンク|このリンク|詳細|詳しくはこちら
    詳細はこちら|もっと見る|続きを読む|もっと読む
    这里|这儿|此处|点这里|点击这里|点击此处|点此|点我|点击|点击查看|链接|这个链接|更多|阅读更多
    查看更多|了解更多|阅读全文|更多信息|這裡|這裏|此處|按這裡|點擊這裡|點這裡|點我|連結|鏈接|閱讀更多
    查看更多|了解更多
    여기|여기를 클릭|여기를 클릭하세요|클릭|링크|이 링크|더 보기|더보기|자세히|자세히 보기
    здесь|тут|сюда|нажмите здесь|ссылка|эта ссылка|по ссылке|подробнее|далее|читать далее
    читать дальше|ещё|еще
    """.replace("\n", "|")
    .replace("  ", "")
    .split("|")
) - {"", " "}
"""What links are called that could be any link, as `plain` writes it, in a dozen languages."""

IMAGE_WORDS = frozenset(
    """
    image|images|img|picture|pic|photo|screenshot|screen shot|screen capture|alt|alt text|image alt
    image alt text|alternative text|alternate text|untitled|description|image description
    capture|capture d écran|capture d ecran|photographie|texte alternatif
    bild|foto|abbildung|bildschirmfoto|alternativtext
    imagen|captura|captura de pantalla|texto alternativo
    immagine|schermata|testo alternativo
    imagem|captura de tela|captura de ecrã
    afbeelding|schermafbeelding|schermafdruk
    obraz|obrazek|zdjęcie|zrzut ekranu
    画像|写真|スクリーンショット|图片|图像|截图|圖片|圖像|截圖|이미지|사진|스크린샷
    изображение|картинка|фото|скриншот
    """.replace("\n", "|")
    .replace("  ", "")
    .split("|")
) - {"", " "}
"""What images are called that could be any image, as `plain` writes it."""

_SIGNS = pattern(r"[\W_]+")


def plain(words: str) -> str:
    """Return words in small letters, without signs, and with one blank between them."""
    return _SIGNS.sub(" ", words).strip().casefold()
