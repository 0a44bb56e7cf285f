"""Reported content: a word of saying in its clause in, whether what stands behind it is said or is its object out."""

from builder.analyse.clauses import QUOTATION, Clause
from builder.analyse.phrases import BE, DETERMINERS, HAVE, MODALS, PREPOSITIONS, SUBORDINATORS, TIMES
from builder.analyse.speakers import Attribution
from builder.words import load_list

# Most tokens behind a word of saying up to the verb of the clause that it reports.
LONGEST_SUBJECT = 14
# Verbs of saying that take a thing too: "added three seats", "claimed the title", "reported a crime".
OBJECT_TAKING = frozenset(load_list("object_cues"))
# What is written can be a book: only a "that", words in quotation marks or a place of writing make it said.
WRITING = frozenset("write writes writing wrote written tweet tweets tweeted tweeting".split())
TELLING = frozenset("tell tells told telling".split())
# What somebody is told, behind whoever is told it.
TOLD = frozenset(("that", "about", "of", "how", QUOTATION))
# Words of when and where something is said.
SETTING = TIMES | frozenset(
    "on in at the a an this last late early earlier later statement letter interview email speech post filing news "
    "conference press morning".split()
)
DENYING = frozenset("deny denies denied denying".split())
DENIED = frozenset(
    "accusation accusations allegation allegations charge charges claim claims involvement knowledge report reports "
    "responsibility suggestion suggestions wrongdoing".split()
)
REPORTING = frozenset("report reports reported reporting confirm confirms confirmed confirming".split())
# Things that happen: who reports or confirms one says that it did.
EVENTS = frozenset(
    "attack attacks casualties casualty damage death deaths decline declines decrease drop drops explosion explosions "
    "fall fatalities fighting fire fires flooding increase increases injuries injury loss losses outage outages profit "
    "rise shelling strike strikes surge".split()
)
# A clause begins with one of these, whatever its verb.
CLAUSE_STARTS = frozenset("that it he she they we i there how why whether if what who when where nobody".split())
RELATIVES = frozenset("which who whom whose that".split())
# Forms that are verbs of a clause and nothing else.
FINITE = (BE - frozenset("be been being".split())) | HAVE - {"having"} | MODALS - frozenset(("to", "not", "nor"))
PAST = frozenset("rose fell came went began became grew knew saw took gave".split())
INTENT = frozenset("decision desire intent intention need plan plans readiness willingness wish".split())


def is_content(clause: Clause, one: Attribution) -> bool:
    """Whether a clause or an infinitive stands behind a verb of saying, if it is one that takes a thing too."""
    cue = clause[one.cue].low
    after = skip_when(clause[one.last : one.last + LONGEST_SUBJECT])
    if cue in WRITING:
        return is_written(after)
    if cue not in OBJECT_TAKING or one.shape == "after":
        return True
    if not after or not after[0].is_word:
        return is_apart(clause, one) or (bool(after) and after[0].low in (QUOTATION, ":"))
    if after[0].low in CLAUSE_STARTS:
        return True
    lows = [token.low for token in after]
    if cue in REPORTING and any(low in EVENTS for low in take_phrase(lows)):
        return True
    if cue in DENYING and (lows[0].endswith("ing") or any(low in DENIED for low in take_phrase(lows))):
        return True
    if cue in TELLING and (is_apart(clause, one) or any(low in TOLD for low in lows)):
        return True
    return is_infinitive(lows) or has_verb(lows)


def is_apart(clause: Clause, one: Attribution) -> bool:
    """Whether a mark sets the attribution off from what is said before it."""
    return one.first > 0 and not clause[one.first - 1].is_word


def skip_when(after: Clause) -> Clause:
    """What follows behind a day, a place of speaking and the like: "announced in a statement on Monday that"."""
    place = 0
    while place < len(after) and (after[place].low in SETTING or (place and after[place].text.isdigit())):
        place += 1
    return after[place:]


def is_written(after: Clause) -> bool:
    """Whether a "that", a quotation or the place where it was written follows: "wrote on Monday that", "on X: “…”"."""
    for token in after:
        if token.low in ("that", QUOTATION, ":"):
            return True
        if token.low not in PREPOSITIONS | DETERMINERS | {"the", "x"} and token.text[0].islower():
            return False
    return False


def take_phrase(lows: list[str]) -> list[str]:
    """The words up to a mark or a relative clause."""
    end = next((place for place, low in enumerate(lows) if not low[0].isalnum() or low in RELATIVES), len(lows))
    return lows[:end]


def is_infinitive(lows: list[str]) -> bool:
    """Whether a "to" with a verb follows at once, behind who is addressed, or behind a word for what is meant."""
    for place, low in enumerate(lows[:-1]):
        behind = lows[place + 1]
        if low == "to":
            is_verb = behind.isalpha() and behind not in DETERMINERS | {"the"} and not behind.endswith("ing")
            return is_verb and (place == 0 or lows[place - 1] in INTENT)
        if low in RELATIVES or not low[0].isalnum():
            return False
    return False


def has_verb(lows: list[str]) -> bool:
    """Whether a clause of its own follows: its verb stands before any relative clause or mark."""
    for place, low in enumerate(lows):
        if low in RELATIVES or low in SUBORDINATORS - PREPOSITIONS or low in (";", ":", "—", "–", ","):
            return False
        if place and (low in FINITE or low in PAST):
            return True
    return False
