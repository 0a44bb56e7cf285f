"""The language of an article: what it declares, else its script, else a vote of its commonest words."""

import re
import unicodedata
from collections import Counter

from builder.words import find_words

# The commonest function words of each language, as many as tell it from its neighbours; facts of any grammar.
COMMON = {
    "bg": "и в на да за от се не че са със който която това по като при между след също беше бяха ще към",
    "ca": "el la els les dels del amb per que una és aquest aquesta als però més també seva han van i no són ha pel",
    "cs": (
        "a se na v je že do z pro jsou ale jako by po podle však také který která které jeho byl byla bylo už při mezi"
    ),
    "da": (
        "og i at det er en af til på med den for de ikke der et blev som har også efter hvor mellem meget nogle sig fra"
    ),
    "de": "der die das und nicht ist ein eine mit auf für von dem den des sich auch als wird sind im zu bei nach",
    "en": (
        "the of and to in that is was for with his her they from have has this which by were are be been but "
        "not on at it an as he she after said who will would over more about than when into out"
    ),
    "es": (
        "el los las una por con para como más pero sus este esta son fue han del entre cuando muy sobre la de que en"
    ),
    "fi": (
        "ja on ei että se oli ovat kun mutta myös joka jotka sekä kuin tai olla vuoden mukaan jälkeen hän ole nyt sen"
    ),
    "fr": "le les des et est une dans que pour qui sur pas avec au par plus ne se ce sont aux du cette mais la de en",
    "hr": "i u je na se da su za od s koji koja koje nije iz bi što kao ali nakon bio bila prema samo te sve kako",
    "hu": (
        "a az és hogy nem is egy van volt meg de csak már mint el ki szerint után ez még ha lesz azt vagy pedig között"
    ),
    "id": (
        "yang dan di dengan untuk dari dalam ini itu tidak akan pada ke adalah telah oleh juga karena mereka sebagai"
    ),
    "it": "il gli della che di non è per con una sono del nel alla dei più anche come da si dal sulla la le",
    "nl": "het een van en niet dat op te zijn voor met aan ook door naar bij wordt heeft uit worden de in is",
    "no": "og i at det er en av til på med den for de ikke som et ble har også etter hvor mellom mye noen seg fra",
    "pl": "nie się jest na że do to jak przez od po tym dla są oraz także był który być w z i a",
    "pt": "não uma os dos das com para mais como foi pelo pela são também até isso ele seu sua em ao o de que do da",
    "ro": "și în de la cu pe nu care este un o din pentru sunt au mai că fost această după dar prin lui unei între va",
    "ru": "и в не на что с по как это из у за от но для его был все так о к также",
    "sk": "a sa na v je že do z pre sú ale ako by po podľa však aj ktorý ktorá ktoré jeho bol bola bolo už pri medzi",
    "sv": "och att det som en på är av för med den till inte har ett om var från kan men i de efter mellan",
    "tr": "ve bir bu için ile olarak da de çok daha gibi olan sonra kadar ancak",
    "uk": "і в не на що з до як це від але для його був та про які після за у також є",
    "vi": "và của là có không được trong cho với các những một người này đã khi từ đến về tại",
}
# Scripts of one language in the news, and the beginning of their letters' Unicode names.
SCRIPTS: dict[str, str | tuple[str, ...]] = {
    "el": "GREEK",
    "he": "HEBREW",
    "th": "THAI",
    "ko": "HANGUL",
    "ja": ("HIRAGANA", "KATAKANA"),
    "zh": "CJK",
}
# Letters and words by which languages of one script part: Persian and Urdu from Arabic, Hindi from its neighbours.
URDU = frozenset("ٹڈڑںےھ")
PERSIAN = frozenset("پچژگکی")
HINDI = frozenset("है हैं के की का में और से को ने था थी थे पर नहीं यह".split())
OF_ARABIC_LETTERS = 0.02  # share of letters that Arabic has not; Persian and Urdu have far over that
KANA_SHARE = 0.1  # of the letters of Japanese text; Chinese has none
LEAST_SHARE = 0.08  # of the words read; running text of a language has two to four times as many
LEAST_WORDS = 10  # fewer say nothing
LEAST_VOTES = 3
LEAST_LEAD = 1.1  # times the votes of the next language
LEAST_LETTERS = 20  # of a script that writes without spaces
WORDS_READ = 600
CHARACTERS_READ = 20 * WORDS_READ
MARKED = {language: frozenset(words.split()) for language, words in COMMON.items()}
QUOTED = re.compile(r"“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|\"[^\"]*\"")


def detect_language(text: str) -> str | None:
    """The ISO 639-1 code whose script or common words are most frequent; ``None`` if none surely is.

    >>> detect_language("Der Rat hat am Montag mit großer Mehrheit beschlossen, die Brücke im Tal neu zu bauen.")
    'de'
    """
    read = text[:CHARACTERS_READ]
    # What somebody says may be in another language; it counts only where little else is printed.
    own = QUOTED.sub(" ", read)
    return _detect(own if _is_enough(own) else read)


def _is_enough(text: str) -> bool:
    return len(find_words(text)) >= LEAST_WORDS or _count_scripts(text).total() >= LEAST_LETTERS


def _detect(text: str) -> str | None:
    words = [word.lower() for word in find_words(text)[:WORDS_READ]]
    scripts = _count_scripts(text)
    letters = sum(character.isalpha() for character in text)
    if scripts.total() * 2 > letters and scripts.total() >= LEAST_LETTERS:
        return _read_script(scripts, text)
    if len(words) < LEAST_WORDS:
        return None
    counted = Counter(words)
    votes = Counter({language: sum(counted[word] for word in common) for language, common in MARKED.items()})
    (language, count), (_, second) = votes.most_common(2)
    is_sure = count >= max(LEAST_SHARE * len(words), LEAST_VOTES) and count >= LEAST_LEAD * second
    return language if is_sure else None


def _count_scripts(text: str) -> Counter[str]:
    """Letters of the scripts that name a language or a few."""
    found: Counter[str] = Counter()
    heads = {**SCRIPTS, "arabic": "ARABIC", "devanagari": "DEVANAGARI"}
    for character, count in Counter(text).items():
        if ord(character) > 0x36F and character.isalpha():
            name = unicodedata.name(character, "")
            script = next((script for script, head in heads.items() if name.startswith(head)), None)
            if script:
                found[script] += count
    return found


def _read_script(scripts: Counter[str], text: str) -> str | None:
    """The language of the commonest script."""
    if scripts["ja"] >= KANA_SHARE * (scripts["ja"] + scripts["zh"]) > 0:
        return "ja"
    script = scripts.most_common(1)[0][0]
    if script == "devanagari":
        return "hi" if sum(word in HINDI for word in _split_marked(text)) >= LEAST_VOTES else None
    if script == "arabic":
        letters = Counter(text)
        if sum(letters[one] for one in URDU) >= OF_ARABIC_LETTERS * scripts[script]:
            return "ur"
        return "fa" if sum(letters[one] for one in PERSIAN) >= OF_ARABIC_LETTERS * scripts[script] else "ar"
    return script


def _split_marked(text: str) -> list[str]:
    """Words with their vowel signs, at which the builder's own words end."""
    return re.findall(r"[\u0900-\u0963]+", text)
