"""Where the headline stands, at the head of the text or in a whole page copied as text: lines in, its place out."""

import re

from builder.clean.draft import Line
from builder.clean.head_lines import is_reading_time, read_head_line
from builder.clean.lines import ENDED, is_heading, is_item, strip_bullet
from builder.clean.persons import is_person
from builder.words import count_words, fold

PAGE_LINES = 1000  # lines of a page in which its article begins
TITLE_WORDS = (3, 30)  # fewer is a kicker or a menu, more a sentence without its full stop
TITLE_LENGTH = 200  # characters
KICKER_WORDS = 3  # at most, of a kicker, a menu's entry or a button
SURE_WORDS = 5  # of a headline inside a page that has nothing but its place; a shorter one may be a label
PARAGRAPH_WORDS = 12  # a line this long behind the first one shows that an article follows
PARAGRAPH_WITHIN = 8  # lines; of them at most three a menu's
LABELS_MOST = 3
HEAD_BEFORE = 3  # lines with author and day that may stand over the headline
BODY_WORDS = 20  # of a paragraph inside a page
BODY_BEFORE = 2  # paragraphs over a headline: a banner, a notice; more is an article
BEHIND_TITLE = 5  # lines longer than a label in which the body begins behind a headline
BEHIND_BYLINE = 10  # the same behind a byline, where captions and notes stand between
OVER_BYLINE = 4  # lines between menu and byline: headline, the line under it, a caption
BYLINE_WORDS = 10  # a longer line is no byline
# A day in any language.
DAY = re.compile(
    r"\b\d{1,2}\.? (?:de )?[^\W\d]{3,10}\.?,? (?:de )?(?:19|20)\d\d\b"
    r"|\b[^\W\d]{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? 20\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]20\d\d\b|\b20\d\d-\d\d-\d\d\b"
)
BY = re.compile(r"(?:by|von|par|por)(?: ?:|$| (?-i:[A-Z]))", re.IGNORECASE)
# The ends of what is no headline: a lead-in, a sentence, the credit of a picture; and a trail of links.
NO_HEADLINE = re.compile(
    r"[:;,|…]$|(?<![A-Z])\.[\"”’']?$|(?:/|©|\b(?:Getty|Images|AFP|Reuters|Photo|files)\b)[^()]{0,30}\)?$|[»>]"
)
CALL = re.compile(
    r"(?:subscribe|sign|log|welcome|share|skip|search|follow|download|join|click|support)\b", re.IGNORECASE
)


def find_title_place(lines: tuple[Line, ...]) -> int | None:
    """Index of the headline; ``None`` if no line is surely one."""
    first = _find_first(lines)
    if first is not None:
        return first
    for find in (_find_repeated, _find_over_byline):
        place = find(lines[:PAGE_LINES])
        if place is not None and sum(map(_is_body, lines[:place])) <= BODY_BEFORE:
            return place
    return None


def _find_first(lines: tuple[Line, ...]) -> int | None:
    """The first line, or the first behind author and day, if the article stands right behind it."""
    place = 0
    while place < min(HEAD_BEFORE, len(lines) - 1) and read_head_line(lines[place].text):
        place += 1
    line, behind = lines[place], lines[place + 1 :][:PARAGRAPH_WITHIN]
    least, most = TITLE_WORDS
    is_title = line.kind == "heading" if line.kind else is_heading(line.text) and not is_item(line)
    if not is_title or not least <= count_words(line.text) <= most or len(line.text) > TITLE_LENGTH:
        return None
    labels = sum(count_words(other.text) <= KICKER_WORDS and not ENDED.search(other.text) for other in behind)
    is_followed = any(count_words(other.text) >= PARAGRAPH_WORDS for other in behind)
    return place if is_followed and labels <= LABELS_MOST and not read_head_line(line.text) else None


def _find_repeated(lines: tuple[Line, ...]) -> int | None:
    """A headline that a line before it repeats behind a trail of links or before the site's name."""
    before: list[str] = []
    for place, line in enumerate(lines):
        text = fold(line.text)
        if _reads_as_headline(line, SURE_WORDS) and _begins_behind(lines, place, BEHIND_BYLINE):
            named = re.compile(re.escape(text) + r"(?: [|-] | :: | » )")
            if any(named.match(other) or other.endswith((f" {text}", f"»{text}")) for other in before):
                return place
        before.append(text)
    return None


def _find_over_byline(lines: tuple[Line, ...]) -> int | None:
    """The first headline over a byline or a day, or right under one, behind which the article begins."""
    for mark, line in enumerate(lines):
        if not _is_byline(line) or not _begins_behind(lines, mark, BEHIND_BYLINE):
            continue
        place = _find_top(lines, mark)
        if place is not None:
            return place
        # The article behind it has a line.
        below = lines[mark + 1]
        if (
            not is_item(line)
            and _reads_as_headline(below, SURE_WORDS)
            and _begins_behind(lines, mark + 1, BEHIND_TITLE)
        ):
            return mark + 1
    return None


def _find_top(lines: tuple[Line, ...], mark: int) -> int | None:
    """The topmost headline of the lines between a menu or a kicker and a byline; ``None`` if that is too much text."""
    found = None
    seen = 0
    for place in range(mark - 1, -1, -1):
        line = lines[place]
        if is_person(line.text) or _is_byline(line):
            continue
        if is_item(line) or count_words(line.text) <= KICKER_WORDS:
            break
        seen += 1
        if seen > OVER_BYLINE:
            return None
        if _reads_as_headline(line, KICKER_WORDS + 1):
            found = place
    return found


def _reads_as_headline(line: Line, least: int) -> bool:
    """Whether a line could be a headline: capitalised, no list item, byline or sentence with its full stop."""
    text = line.text
    if is_item(line) or len(text) > TITLE_LENGTH or not least <= count_words(text) <= TITLE_WORDS[1]:
        return False
    opening = text.lstrip("\"'“‘„«[(")[:1]
    is_label = NO_HEADLINE.search(text) or CALL.match(text) or is_reading_time(text)
    return (opening.isupper() or opening.isdigit()) and not is_label and not _is_byline(line)


def _is_byline(line: Line) -> bool:
    """Whether a line reads as a byline or a day, also where it cannot be read out."""
    text = strip_bullet(line.text)
    is_short = len(text) <= TITLE_LENGTH and count_words(text) <= BYLINE_WORDS
    return bool((is_short and (BY.match(text) or DAY.search(text))) or read_head_line(text))


def _begins_behind(lines: tuple[Line, ...], place: int, reach: int) -> bool:
    """Whether a paragraph stands in the next lines, of which labels and list items do not count."""
    seen = 0
    for line in lines[place + 1 :]:
        if is_item(line) or count_words(line.text) <= KICKER_WORDS:
            continue
        if _is_body(line):
            return True
        seen += 1
        if seen >= reach:
            return False
    return False


def _is_body(line: Line) -> bool:
    """Whether a line is a paragraph of running text."""
    return count_words(line.text) >= BODY_WORDS and bool(ENDED.search(line.text))
