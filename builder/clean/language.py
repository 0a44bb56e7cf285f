"""The language of an article: what it declares, else a vote of its commonest words."""

from collections import Counter

from builder.words import find_words

# The commonest function words of each language that the others do not share; facts of any grammar.
COMMON = {
    "en": "the of and to in that is was for with his her they from have has this which by were are be been but not",
    "de": "der die das und nicht ist ein eine mit auf für von dem den des sich auch als wird sind im zu bei nach",
    "fr": "le les des et est une dans que pour qui sur pas avec au par plus ne se ce sont aux du cette mais",
    "es": "el los las una por con para como más pero sus este esta son fue han del entre cuando muy sobre",
    "it": "il gli della che di non è per con una sono del nel alla dei più anche come da si dal sulla",
    "pt": "não uma os dos das com para mais como foi pelo pela são também até isso ele seu sua em ao",
    "nl": "het een van en niet dat op te zijn voor met aan ook door naar bij wordt heeft uit worden",
    "sv": "och att det som en är på av för med den till inte har ett om var från kan men",
    "pl": "nie się jest na że do to jak przez od po tym dla są oraz także był który być",
    "ru": "и в не на что с по как это из у за от но для его был все так",
    "uk": "і в не на що з до як це за від але для його був та про які після",
    "tr": "ve bir bu için ile olarak da de çok daha gibi olan sonra kadar ancak",
}
LEAST_SHARE = 0.08  # of the words read; running text of a language has two to four times as many
LEAST_WORDS = 10  # fewer say nothing
WORDS_READ = 600
MARKED = {language: frozenset(words.split()) for language, words in COMMON.items()}


def detect_language(text: str) -> str | None:
    """The ISO 639-1 code whose common words are most frequent; ``None`` if none is frequent enough."""
    words = [word.lower() for word in find_words(text[: 20 * WORDS_READ])[:WORDS_READ]]
    if len(words) < LEAST_WORDS:
        return None
    votes = Counter({language: sum(word in common for word in words) for language, common in MARKED.items()})
    language, count = max(votes.items(), key=lambda vote: (vote[1], vote[0]))
    return language if count >= LEAST_SHARE * len(words) else None
