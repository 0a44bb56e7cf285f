"""What became of each article's words, what each finder found in it, and what of that wants an editor's eye."""

from collections import Counter
from dataclasses import dataclass

from builder.model import Article, Briefing, Collection, FindingKind, Problem
from builder.withheld import RULE as WITHHELD
from builder.words import count_words

MOST_LOST = 0.4  # of an article's words; page furniture is rarely as long as half of what it frames
# In a saved page, what stands around the article is no loss: its menus, and pieces shorter than a paragraph.
MENU, AROUND = "navigation", "outside the article"
PARAGRAPH_WORDS = 20
LEAST_YIELD = 10  # findings; of fewer, half is what one corrected article can change
# A kind of finding in the data, and what an editor calls it where one is hidden.
FINDINGS: dict[str, FindingKind | None] = {
    "key_points": "key points",
    "quotes": "quotations",
    "statements": "statements",
    "figures": "figures",
    "dates": "dates",
    "entities": "names",
    "citations": "citations",
    "outlook": "outlook",
    "hedges": None,
}
NAMES = {"key_points": "key points", "quotes": "quotations", "entities": "names"}


@dataclass(frozen=True, slots=True)
class Fate:
    """Where the words of an article's file went."""

    read: int
    kept: int
    moved: int
    removed: int
    rules: tuple[tuple[str, int, int], ...]
    """Cleaning rule, pieces, words; those that took most words first."""
    lost: float
    """Share of the article's words that were removed, 0 to 1.

    A saved page's menus are none of them, nor are names that the editor suppresses.
    """


@dataclass(frozen=True, slots=True)
class Previous:
    """What each finder found in the articles of an earlier edition."""

    found: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]
    """Id of a briefing, and a number for each kind of finding, those that an editor hid among them."""


@dataclass(frozen=True, slots=True)
class Warned:
    """What is unusual about one article."""

    id: str
    path: str
    message: str
    remedy: str


def follow_words(article: Article) -> Fate:
    """Where the words of the article's file went."""
    kept = count_words(article.text)
    moved = sum(one.words for one in article.moved)
    removed = sum(one.words for one in article.removed)
    items: Counter[str] = Counter()
    words: Counter[str] = Counter()
    lost = 0
    for one in article.removed:
        items[one.rule] += 1
        words[one.rule] += one.words
        is_page = one.rule == MENU or (one.rule == AROUND and one.words < PARAGRAPH_WORDS)
        is_wanted = one.rule == WITHHELD or (is_page and article.source.format == "html")
        lost += 0 if is_wanted else one.words
    rules = sorted(items, key=lambda rule: (-words[rule], rule))
    whole = kept + moved + lost
    return Fate(
        read=kept + moved + removed,
        kept=kept,
        moved=moved,
        removed=removed,
        rules=tuple((rule, items[rule], words[rule]) for rule in rules),
        lost=lost / whole if whole else 0.0,
    )


def count_findings(briefing: Briefing) -> dict[str, int]:
    """A number for each kind of finding that the briefing shows."""
    return {kind: len(getattr(briefing.analysis, kind)) for kind in FINDINGS}


def count_abstentions(briefing: Briefing) -> dict[str, int]:
    """A number for each thing that a finder was not sure enough of to say."""
    analysis = briefing.analysis
    return {
        "speakers": sum(one.is_full and one.speaker is None and not one.is_edited for one in analysis.quotes),
        "dates": sum(one.basis == "unresolved" for one in analysis.dates),
        "nouns": sum(one.noun is None and one.unit is None for one in analysis.figures),
        "roles": sum(one.role is None for one in analysis.key_points),
    }


def count_hidden(briefing: Briefing) -> dict[str, int]:
    """A number for each kind of finding that an editor hid, under the key of the data."""
    hidden = Counter(briefing.hidden)
    return {kind: hidden[name] for kind, name in FINDINGS.items() if name and hidden[name]}


def find_warnings(collection: Collection, previous: Previous | None) -> tuple[Warned, ...]:
    """Articles that lost too many words, and finders that find half as much as in the previous edition.

    An article that its editor reviewed is not reported for its words.
    """
    return (*_find_losses(collection), *(_find_fallen(collection, previous) if previous else ()))


def make_problems(warned: tuple[Warned, ...]) -> tuple[Problem, ...]:
    """The warnings as lines for the terminal."""
    return tuple(Problem(one.path, None, one.message, one.remedy) for one in warned)


def _find_losses(collection: Collection) -> list[Warned]:
    warned = []
    for briefing in collection.briefings:
        article = briefing.article
        fate = follow_words(article)
        if fate.lost > MOST_LOST and article.source.edits.status != "reviewed":
            message = f"lost {fate.lost:.0%} of its words, most as {describe_rules(fate)}"
            remedy = "look at what was removed, and say `status: reviewed` in its editor's file if that is right"
            warned.append(Warned(article.id, article.source.path, message, remedy))
    return warned


def describe_rules(fate: Fate) -> str:
    """The rules that took most words, with how many."""
    return ", ".join(f"{rule} ({words:,} words)" for rule, _, words in fate.rules[:3])


def _find_fallen(collection: Collection, previous: Previous) -> list[Warned]:
    """Finders whose yield over the articles of both editions halved, each at the article that lost most.

    Topics are left out: what they are depends on all articles of a story.
    """
    then = {id_: dict(found) for id_, found in previous.found}
    both = [one for one in collection.briefings if one.article.id in then]
    warned = []
    for kind in FINDINGS:
        now = {one.article.id: count_all(one)[kind] for one in both}
        before = sum(then[id_].get(kind, 0) for id_ in now)
        if before < LEAST_YIELD or sum(now.values()) * 2 > before:
            continue
        worst = max(both, key=lambda one: then[one.article.id].get(kind, 0) - now[one.article.id])
        name = NAMES.get(kind, kind)
        message = (
            f"{name} fell from {then[worst.article.id].get(kind, 0)} to {now[worst.article.id]}, and from {before} to"
            f" {sum(now.values())} over the {len(both)} articles that the previous edition has too"
        )
        remedy = "see whether the articles changed so; if not, a rule of the builder did"
        warned.append(Warned(worst.article.id, worst.article.source.path, message, remedy))
    return warned


def count_all(briefing: Briefing) -> dict[str, int]:
    """What each finder found, with what an editor hid of it."""
    hidden = count_hidden(briefing)
    return {kind: number + hidden.get(kind, 0) for kind, number in count_findings(briefing).items()}
