"""Words of saying: whether a word is one in its clause, or a noun, and where its adverbs begin."""

from builder.analyse.clauses import QUOTATION, Clause, Token
from builder.analyse.phrases import (
    ARTICLES,
    BE,
    CUES,
    DETERMINERS,
    HAVE,
    MODALS,
    NOUNISH,
    PREPOSITIONS,
    TIMES,
    is_group,
)

# Words of saying that are never nouns.
SAYING = CUES - NOUNISH
ADVERBS = frozenset(
    "also later then again once previously often still already just even recently earlier now meanwhile further "
    "himself herself itself themselves both too first since always sometimes long thus therefore".split()
)
# The words of saying that may stand before their subject at the head of a sentence.
OPENERS = frozenset("said says added adds wrote explained recalled".split())
# Their object is who listens, so what follows them is no subject.
ADDRESSING = frozenset("tells told telling remind reminded reassured assured assure informed".split())


def back_over_adverbs(clause: Clause, place: int) -> int:
    """The token behind which only adverbs and "has" stand before ``place``."""
    while place > 0:
        token = clause[place - 1]
        if token.low in ADVERBS or (token.low.endswith("ly") and not is_group(token.low)) or token.low in HAVE:
            place -= 1
        elif token.low in TIMES and token.text[0].isupper() and place > 1:
            place -= 2 if clause[place - 2].low == "on" else 1
        else:
            break
    return place


def is_noun(clause: Clause, place: int) -> bool:
    """Whether a word that could be of saying is a noun or an adjective here."""
    token = clause[place]
    before = clause[place - 1] if place else None
    after = clause[place + 1] if place + 1 < len(clause) else None
    if token.text[0].isupper() and before is not None and before.low != QUOTATION:
        return True
    if before is None:
        return token.low not in OPENERS and token.low != "according" and not token.low.endswith("ed")
    if before.low in DETERMINERS and not token.low.endswith("ing"):
        return before.low in ARTICLES or token.low in NOUNISH
    if before.low.endswith(("'s", "’s")) and token.low in NOUNISH:
        return True
    if token.low not in NOUNISH:
        return False
    if after is not None and (after.low in SAYING or after.low in BE or after.low in MODALS | HAVE):
        return True
    return before.low in PREPOSITIONS - {"to"} or (
        after is not None and after.low in ("of", "against", "and", "or", "by")
    )


def agrees(head: Token, cue: Token) -> bool:
    """Whether a noun and a form that may be a noun fit as subject and verb: "officials claim", not "police reports"."""
    if cue.low not in NOUNISH:
        return True
    is_plural = head.low in ("police", "people") or (head.low.endswith(("s", "men")) and is_group(head.low))
    return is_plural != cue.low.endswith("s")
