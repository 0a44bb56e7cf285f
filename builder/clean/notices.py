"""The steps that take out what a site says for itself inside a text: notices, pointers, credits, notes on authors."""

import re
from functools import lru_cache
from itertools import accumulate

from builder.clean.draft import Draft, Line, remove
from builder.clean.furniture import is_comments_label
from builder.words import count_words

NOTICE_MOST = 70  # words; a longer paragraph is text
NOTICE_LENGTH = 800  # characters, so that no long line is searched for a notice
CREDIT_WORDS = 14
AUTHOR_WORDS = 90
PROSE_WORDS = 8  # with the end of a sentence; fewer may be a caption or a slogan
LONG_WORDS = 25  # without it; the entries of a menu are shorter
AUTHOR_FROM = 0.6  # of the paragraphs; a note on the author stands behind the text
AUTHOR_LEAST = 3  # paragraphs before it
COMMENTS_FROM = 1 / 3  # of the paragraphs; a "2 comments" under the headline heads none
END_REACH = 12  # characters at a line's end in which its last mark stands
LONE_COMMENTS_FROM = 0.6
SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*$")
# Rights, consent, newsletters, accounts, apps: what every site asks and declares.
NOTICE = re.compile(
    r"""
    \ball\ rights\ reserved\b | \bcopyright\ (?:©|\(c\)|\d{4}) | (?<!\w)©(?!\w)
    | \bmay\ not\ be\ (?:published|reproduced|republished)\b
    | \bcookies?\b.{0,80}\b(?:use|site|experience|consent|policy|accept) | \buse[sd]?\ cookies\b | \busing\ cookies\b
    | \bprivacy\ policy\b | \bterms\ of\ (?:use|service)\b | \bwill\ not\ be\ published\b | \brequired\ fields\b
    | \bby\ (?:continuing|clicking|using|submitting)\b.{0,60}\bagree\b
    | \b(?:sign\ up|subscribe|register)\b.{0,60}\b(?:newsletter|updates|e-?mail|inbox|alerts?|free)\b
    | \bnewsletter\b.{0,60}\b(?:sign\ up|subscribe|inbox)\b | \bemail\ address\b | \bunsubscribe\b
    | \b(?:subscribe|sign\ up)\ (?:for\ free|to\ (?:our|the|get|read))\b | \bplease\ subscribe\b
    | \b(?:subscribe|sign\ up)\ (?:now|today|here)(?=\s*(?:[.!]|$|to\b|for\b))
    | \b(?:receive|get)\ (?:our|new|regular|the)\b.{0,40}\b(?:newsletter|posts|updates)\b
    | \b(?:latest|breaking|top)\ (?:news|stories|updates|articles|headlines)\b.{0,80}\b(?:apps?|inbox|e-?mail|phone)\b
    | \bnever\ miss\b.{0,60}\b(?:sign|signing|subscribe|story|stories|news|update|post)\b
    | \bemail\ every\ new\ post\b | \bstay\ up[- ]to[- ]date\b.{0,60}$ | \bview\ the\ full\ story\b
    | \b(?:already\ a|first-time|become\ a)\ (?:subscriber|member)s?\b | \b(?:log|sign)\ in\ to\b
    | ^(?:follow|like|join|find)\ (?:us|me|the\ [\w ]{1,40})\ on\ (?:facebook|twitter|instagram|telegram|whatsapp|x\b)
    | \bdownload\b.{0,60}\bapps?\b | \bad[- ]?blockers?\b | \benable\ javascript\b | \bjavascript\ (?:is|to\ be)\b
    | \byou\ are\ using\ an?\b.{0,40}\bbrowser\b | \bopens\ in\ (?:a\ )?new\ (?:window|tab)\b | ^powered\ by\b
    | \baffiliate\ (?:links?|commission)\b | \bsupport\ our\ journalism\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
# An article on such a matter tells who says it.
UTTERED = re.compile(r"\b(?:said|says|told|wrote|writes|asked|according to)\b|[“”«»„]", re.IGNORECASE)
# A site speaks to its reader, or in its formulas; "the firm changed its privacy policy" is news.
ADDRESSED = re.compile(
    r"""
    \b(?:you|your|we|our|us|my|me|please|this\ (?:site|website|page|blog))\b
    | ^(?:sign|subscribe|register|follow|like|join|find|download|get|receive|never|stay|log|support|enable|powered
      |read|enter|click|send|copyright|privacy|terms|cookies?|(?:for\ )?the\ latest)\b
    | (?<!\w)©(?!\w) | \ball\ rights\ reserved\b | \bcopyright\ (?:©|\(c\)|\d{4})
    | \bmay\ not\ be\ (?:published|reproduced|republished)\b | \bwill\ not\ be\ published\b
    | \brequired\ fields\b | \bopens\ in\ (?:a\ )?new\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Each alternative of the pattern holds one of these.
HINTS = (
    "reserved copyright © published cookie privacy terms fields agree subscribe sign register newsletter mail"
    " updates posts latest breaking top never date view member log follow like join find download blocker"
    " javascript browser opens powered affiliate journalism"
).split()
# In the commonest languages of copied pages, in front of a headline or alone.
POINTER = re.compile(
    r"""
    (?: read\ (?:also|more|next|further|the\ full\ story) | also\ read | see\ also | more\ on\ this(?:\ story)?
    | lea(?:\ (?:también|más))? | leer\ más | ver\ también | te\ puede\ interesar
    | (?:à\ )?lire\ aussi | à\ lire\ aussi | voir\ aussi | sur\ le\ même\ sujet
    | lesen\ sie\ (?:auch|mehr) | mehr\ zum\ thema | leggi\ anche | leia\ (?:também|mais) | lees\ ook
    )
    (?: \s*[:»|–—-] \s* .+ | \s*$ )
    | (?:vorheriger|nächster)\ (?:artikel|beitrag)\b.* | (?:previous|next)\ (?:article|post|story)\b.*
    """,
    re.VERBOSE | re.IGNORECASE,
)
CREDIT = re.compile(
    r"(?:(?:photo(?:graph)?s?|image|picture|pic|illustration|video|graphic)(?:\s*:| by\b| credit\b| courtesy\b)"
    r"|credit\s*:|getty images|file photo)",
    re.IGNORECASE,
)
AUTHOR = re.compile(
    r"(?:[A-Z][\w.’'-]+ ){2,4}(?:(?:is|has been|has worked as) (?:an? |the )?[\w ,&’'-]{0,50}"
    r"\b(?:writer|reporter|correspondent|editor|columnist|journalist|contributor|producer|professor|fellow|blogger)\b"
    r"|(?:writes|reports|blogs) (?:about|on|for)\b)"
)


def is_notice(line: Line) -> bool:
    """Whether a line is a notice of the site and not of the article."""
    return len(line.text) <= NOTICE_LENGTH and _is_notice(line.text)


@lru_cache(maxsize=4096)
def _is_notice(text: str) -> bool:
    # Few lines hold one of these; the pattern is tried on them alone.
    lower = text.lower()
    if not any(hint in lower for hint in HINTS) or UTTERED.search(text) or not ADDRESSED.search(text):
        return False
    return bool(NOTICE.search(text)) and count_words(text) < NOTICE_MOST


def is_prose(line: Line) -> bool:
    """Whether a line is a paragraph of text: it ends as a sentence does, or is long."""
    words = count_words(line.text)
    return (words >= PROSE_WORDS and bool(SENTENCE_END.search(line.text[-END_REACH:]))) or words >= LONG_WORDS


def has_structure(draft: Draft) -> bool:
    """Whether the lines came with their kinds: from Markdown, or from a page whose furniture is already out."""
    return any(line.kind for line in draft.lines)


def _count_prose(draft: Draft) -> list[int]:
    """Paragraphs up to each line, that line included."""
    return list(accumulate(int(is_prose(line) and not is_notice(line)) for line in draft.lines))


def remove_comments(draft: Draft) -> Draft:
    """What readers wrote: everything behind the heading of comments, where an article stands before it."""
    prose = _count_prose(draft)
    for index, line in enumerate(draft.lines if not has_structure(draft) else ()):
        # "Comments" alone may head a part of the article; a count or an invitation does not.
        least = COMMENTS_FROM if count_words(line.text) > 1 else LONE_COMMENTS_FROM
        if is_comments_label(line) and prose[index] >= 2 and prose[index] >= least * prose[-1]:
            return remove(draft, range(index, len(draft.lines)), "readers' comments")
    return draft


def remove_pointers(draft: Draft) -> Draft:
    """Lines that point to another article by its headline."""
    places = (i for i, one in enumerate(draft.lines) if POINTER.fullmatch(one.text) and not one.text.endswith("."))
    return remove(draft, places, "pointer to another article")


def remove_credits(draft: Draft) -> Draft:
    """Credits of pictures."""
    if has_structure(draft):
        return draft
    places = (
        index
        for index, line in enumerate(draft.lines)
        if CREDIT.match(line.text) and count_words(line.text) <= CREDIT_WORDS and not SENTENCE_END.search(line.text)
    )
    return remove(draft, places, "picture credit")


def remove_notices(draft: Draft) -> Draft:
    """Notices of rights, consent, newsletters and accounts, wherever they stand."""
    if has_structure(draft):
        return draft
    return remove(draft, (i for i, line in enumerate(draft.lines) if is_notice(line)), "notice of the site")


def remove_author_notes(draft: Draft) -> Draft:
    """Sentences on the author behind the text."""
    if has_structure(draft):
        return draft
    prose = _count_prose(draft)
    places = (
        index
        for index, line in enumerate(draft.lines)
        if AUTHOR.match(line.text)
        and prose[index] > AUTHOR_LEAST
        and prose[index] >= AUTHOR_FROM * prose[-1]
        and count_words(line.text) < AUTHOR_WORDS
    )
    return remove(draft, places, "note on the author")
