"""Addresses: the one place where a text becomes a part of a path."""

import hashlib
import re
import unicodedata

from builder.words import INVISIBLE

LENGTH = 80  # characters; with its folder a path stays far below every file system's limit
HEADLINE_WORDS = 6
# Names that are pages or folders of the site, or that Windows reserves.
RESERVED = frozenset(
    ("index 404 assets search sitemap feed data briefings stories entities topics timeline method guide").split()
    + ["con", "prn", "aux", "nul"]
    + [f"{device}{number}" for device in ("com", "lpt") for number in range(1, 10)]
)
# Letters that NFKD leaves whole.
LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i"})
# What joins the letters around it: apostrophes, and characters that nobody sees.
APOSTROPHE = re.compile(f"['’ʼ`´]|{INVISIBLE.pattern}")


def make_slug(text: str) -> str:
    """Lower-case ASCII letters and digits joined by hyphens, 1 to 80 characters, no reserved name.

    A text most of whose letters are others also gets eight hexadecimal characters of its hash.

    >>> make_slug("Café: 12 hurt!")
    'cafe-12-hurt'
    """
    plain = unicodedata.normalize("NFKD", APOSTROPHE.sub("", text.casefold()).translate(LETTERS))
    # Accents go and leave their letter; a dash or a quotation mark parts two words.
    plain = "".join(character for character in plain if not unicodedata.combining(character))
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LENGTH].strip("-")
    lost = sum(character.isalnum() and not character.isascii() for character in plain)
    if not slug or lost > len(slug):
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        slug = f"{slug[: LENGTH - 9].strip('-') or 'x'}-{digest}"
    return f"{slug}-page" if slug in RESERVED else slug


def make_briefing_id(*, declared: str | None, stem: str, headline: str) -> str:
    """The address of a briefing by the rule of the data format.

    ``declared`` is the front matter's ``id``, ``stem`` the file's name without suffix. A name that holds two
    words of three letters or more without a digit is used as it is; else the file's leading number, if it has
    one, and the headline's first six words or those before a colon.

    >>> make_briefing_id(declared=None, stem="002_c51a05", headline="Fire in Old Town: what we know")
    '002-fire-in-old-town'
    >>> make_briefing_id(declared=None, stem="harbour-fire", headline="Fire")
    'harbour-fire'
    """
    if declared:
        return make_slug(declared)
    parts = re.findall(r"[^\W_]+", stem)
    if sum(len(part) >= 3 and part.isalpha() for part in parts) >= 2:
        return make_slug(stem)
    number = re.match(r"\d+", stem)
    words = headline.split(":", maxsplit=1)[0].split()[:HEADLINE_WORDS]
    return make_slug(" ".join(([number[0]] if number else []) + words) or stem)
