"""The site's own words: every label, note and template that a page prints beside the sources' words.

Slots hold counts, labels and escaped slices and nothing else. A test accepts each visible word of a page as one
of these or as a slice of a source.
"""

from builder.write.languages import MONTHS

# Words that stand everywhere
NOT_STATED = "Not stated"
NOT_NAMED = "not named"
PARAGRAPH_TITLE = "paragraph {number}"
SOURCE_MENTIONS = "Source {label}: {mentions}, first in paragraph {number}"
SOURCE_COUNT = "Source {label}: {count}"
SOURCE_SILENT = "Source {label}: not mentioned"
OF = "{part} of {whole}"
HEDGED = "hedged: “{word}”"
DISPUTED = "disputed by {name} in the same sentence"
ROLES = {"reported": "Reported", "figures": "Figures", "said": "Said", "disputed": "Disputed", "ahead": "Ahead"}
KINDS = {"person": "person", "organisation": "organisation", "place": "place"}
KIND_HEADINGS = {"person": "People", "organisation": "Organisations", "place": "Places"}

# One and many of every noun and verb that goes with a count
FORMS: dict[str, tuple[str, str]] = {
    "citation": ("citation", "citations"),
    "cite": ("cites", "cite"),
    "date": ("date", "dates"),
    "dated entry": ("dated entry", "dated entries"),
    "figure": ("figure", "figures"),
    "full quotation": ("full quotation", "full quotations"),
    "give": ("gives", "give"),
    "have": ("has", "have"),
    "item": ("item", "items"),
    "key point": ("key point", "key points"),
    "look": ("looks", "look"),
    "mention": ("mention", "mentions"),
    "name": ("name", "names"),
    "quotation": ("quotation", "quotations"),
    "sentence": ("sentence", "sentences"),
    "source": ("source", "sources"),
    "stand": ("stands", "stand"),
    "story": ("story", "stories"),
    "statement": ("statement", "statements"),
    "state": ("states", "state"),
    "to name": ("names", "name"),
    "topic": ("topic", "topics"),
    "word": ("word", "words"),
}

# Titles of pages
OVERVIEW = "Overview"
BRIEFINGS = "All briefings"
TIMELINE = "Timeline"
CAST = "Who’s who"
TOPICS = "Topics"
METHOD = "Method and limits"

# Overview and story
COMBINED = "Combined briefing"
COMBINED_OF = "{combined}, {sources}"
OVERVIEW_DESCRIPTION = "Combined briefing from {sources}: what they mention and how, each item linked to its sentence."
LEDE_ALL = "All **{sources}** mention {topics}."
LEDE_EACH = "{topics} are mentioned by **{count}** each."
LEDE_ONE = "{topics} is mentioned by **{count}**."
LEDE_FIGURES = "**{count}** {give} figures."
BOTTOM_LINE = "Bottom line"
BOTTOM_LINE_NOTE = "Reported by the sources, not verified."
CARE = "Read with care"
CARE_DATED = "{state} a publication date."
CARE_AS_OF = "{label}: as of {day}"
CARE_NOT_BEFORE = "{label}: not before {day}"
CARE_SILENT = "{labels}: no day found."
CARE_PUBLISHERS = "{name} a publisher or an author."
CARE_FIGURES = "{figures} {stand} in more than one source."
CARE_QUOTES = "full {quotations} {have} a named speaker."
CARE_CITES = "{cite} or link to others: {labels}."
SOURCES = "Sources"
FIGURES = "Key figures"
FIGURES_NOTE = "As written in the sources. Figures of different sources may count different events."
FIGURES_ALL = "Other figures stand on the briefing pages."
COMMON = "Common ground"
COMMON_NOTE = "A filled letter means that the source uses the word. Mentioning is not agreeing."
WATCH = "What to watch"
WATCH_NOTE = "Sentences in which a source looks ahead."
TIMELINE_ALL = "Full timeline, with what comes next"
VOICES = "Voices"
CAST_ALL = "Everyone and everywhere named"
COVERAGE = "Coverage"
COVERAGE_NOTE = "Each number counts the mentions in a source and opens the first. Stronger colour is more."
CARDS = "Filter"
CARDS_ALL = "All briefings"
CARDS_EMPTY = "No briefing matches. Clear a filter to see more."
SECTIONS_OF_PAGE = "Sections of this page"
FILTERS = "Filter the briefings"
SEARCH = "Search"
SEARCH_HINT = "Words in a card"
ALL_TOPICS = "All topics"
ALL_NAMES = "Anyone"
ALL_DATES = "Any"
TOPIC = "Topic"
NAMED = "Named"
DATE = "Date"
DATED = "Stated"
UNDATED = "Not stated"
CLEAR = "Clear"
COUNT_SHOWN = "{count} of {count} briefings"
CITES = "cites {count}"
CITES_NONE = "cites no one"
MINUTES = "{count} min read"
NOT_ANALYSED = "not analysed"
DATE_NOT_STATED = "Date not stated"
FACTS = "{figures} · {quotes} · {cites}"

# Home of several stories
STORIES = "Stories"
HOME_LEDE = "**{stories}** from **{sources}**."
HOME_EMPTY = "No briefing stands here now."
HOME_NOTE = "The story with the newest article comes first. Days are the first and the last known of its sources."
KNOWN_DAYS = "{first} to {last}"
SINGLE_REPORTS = "Single reports"
SINGLE_NOTE = "Stories of one article."
NEWEST = "Newest briefings"
OTHER_REPORTS = "Other reports"

# Briefing page
KEY_POINTS = "Key points"
BRIEFING_FIGURES = "Figures"
SAYINGS = "Who says what"
ATTRIBUTED = "Attributed statements and quoted words"
SPEAKER_UNSURE = "Speaker: see the sentence"
QUOTES_NOTE = "{quotes}, {named} with a named speaker."
ENTITIES = "People, organisations, places"
YEAR_ONLY = "year only"
MONTH_ONLY = "month only"
WORKED_OUT = "worked out from the publication date"
CITED = "Sources cited"
CITED_NO_ADDRESS = "The article gives no web addresses."
FULL_QUOTATIONS = "full quotations"
CITED_LIST_NOTE = "As listed by the article. Not checked."
CITED_NAMES_NOTE = "Outlet names and links found in the text, not checked."
OUTLET = "Outlet"
CITED_TITLE = "Title"
CITED_AFTER = "Cited after"
RELATED = "Related briefings"
RELATED_NOTE = "Ranked by topics and names in common."
RELATED_LABEL = "{topics}, {names}"
SOURCE_TEXT = "Source text"
SOURCE_TEXT_NOTE = "The article as given{cleaned}.{used} A number links to its paragraph."
USED_ABOVE = " Dotted sentences are used above."
RIGHTS_NOTES = {
    "cited": (
        "The publisher’s rights are kept: only paragraphs with a sentence that this site cites are printed here.{used}"
        " A number links to its paragraph."
    ),
    "none": (
        "The publisher’s rights are kept: only the sentences that this site cites are printed here.{used}"
        " A number is that of the paragraph and links to the sentence."
    ),
}
RIGHTS_NOTHING = "The publisher’s rights are kept, and this site cites no sentence of this article."
NOT_SHOWN = "Paragraph {first} is not shown."
NOT_SHOWN_ALL = "Paragraphs {first} to {last} are not shown."

CLEANED = ", with page furniture removed"
PARAGRAPH_LINK = "Link to paragraph {number}"
REMOVED = "What was removed as page furniture: {items}"
REMOVED_ITEMS = "{items}, {words}"
REMOVED_NOTHING = "nothing"
REMOVED_HEADS = ("Removed", "Words", "Why", "Line")
MOVED = "Moved, not removed: {parts}."
MOVED_PARTS = {
    "citations": "{words} to Sources cited",
    "keywords": "{words} to the article’s own keywords",
    "metadata": "{words} to headline and metadata",
}
ARITHMETIC = (
    "Words of the file: {total} = {paragraphs} in paragraphs + {headings} in headings + {moved} moved"
    " + {removed} removed."
)
NOT_FOUND = "Not found: {sections}."
NOT_FOUND_NAMES = {
    "figures": "figures",
    "sayings": "quotations and statements",
    "entities": "names",
    "timeline": "dates",
    "watch": "sentences that look ahead",
    "cited": "cited sources",
}
LANGUAGE_UNSURE = (
    "The language of this article was not recognised: key points, figures, quotations, names, dates and outlook were"
    " not attempted."
)
NOT_ATTEMPTED = (
    "The builder does not analyse this language: key points, figures, quotations, names, dates and outlook were"
    " not attempted."
)
OWN_KEYWORDS = "Keywords given by the source"
DATE_AS_OF = "The text says its information is of {day}"
DATE_NOT_BEFORE = "Not before {day}, the latest past day found in the text"
DATE_YEAR = "The only date found is the year {year}"
DATE_UNCLEAR = "Printed as “{printed}”, which names no day for certain"
DATE_UPDATED = "Updated {day}"
DATE_DATELINE = "Dateline: {place}"
PUBLISHER_IN_TEXT = "As printed in the text, not checked"
DATE_SILENT = "No day, month or year was found in the text"
DATE_BASIS = {
    "editor": "Set by the editor",
    "front matter": "From the front matter of the article’s file",
    "byline": "From a line at the head of the article",
    "html": "From the page’s own data",
    "dateline": "From the article’s dateline",
}

# Who's who, entity, topics, timeline, all briefings
CAST_NOTE = (
    "Titles are the sources’ own, and may be out of date or wrong. Counts are mentions, headings left out; a surname"
    " that fits two people counts for neither."
)
CAST_HEADS = ("Name", "In a source’s words", "Sources", "Mentions", "By source")
FIRST_MENTION = "First mention"
CAST_EMPTY = "No names found."
ENTITY_KICKER = "{cast}, {kind}"
ENTITY_LEDE = "Named in **{sources}** sources, **{mentions}**."
ENTITY_ALSO = "Also written: {aliases}"
ENTITY_DESCRIPTION = "Every mention of {name} in the briefings, in context."
ENTITY_DESCRIBED = "Described as"
ENTITY_BARS = "Mentions by source"
ENTITY_BARS_SILENT = "Not named in {labels}."
ENTITY_QUOTES = "Quotations"
ENTITY_CONTEXT = "Mentions in context"
ENTITY_MORE = "{count} more in {label}"
ENTITY_NOT_SHOWN = "{count} more in {label}, not shown"
ENTITY_BESIDE = "Named in the same sentence"
TOPICS_NOTE = "A topic is a noun that two sources or more use. Very general nouns are left out."
TOPICS_HEADS = ("Topic", "In a source’s words", "Sources", "")
TOPICS_EMPTY = "No noun is used by two sources or more."
KEYWORDS = "Keywords given by the sources"
KEYWORDS_NOTE = "Each source’s own list, never mixed with the counts above."
KEYWORDS_EMPTY = "No source lists keywords."
TIMELINE_LEDE = "**{dated}**"
TIMELINE_LEDE_OPEN = "**{count}** with a date that cannot be worked out"
TIMELINE_LEDE_AHEAD = "**{count}** that {look} ahead"
TIMELINE_DATED = "Dated"
TIMELINE_NO_DATES = "No source names a date."
TIMELINE_OPEN = "Named as printed, day not worked out"
TIMELINE_OPEN_NOTE = "Grouped by source. Entries of different sources are not placed in order against each other."
TIMELINE_AHEAD = "Looking ahead"
BRIEFINGS_NOTE = "One page an article: publication dates first, newest first, then other known days, then undated."
BRIEFINGS_HEADS = ("", "Briefing", "Date", "Words", "Figures", "Quotations", "Cites")
NOT_BEFORE_SHORT = "Not before {day}"
AS_OF_SHORT = "As of {day}"


def list_words(parts: list[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return " and ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)


def count_noun(count: int, noun: str) -> str:
    """A count with its noun of FORMS: ``1 figure``, ``2 figures``, ``1,061 words``."""
    return f"{count:,} {agree(count, noun)}"


def agree(count: int, word: str) -> str:
    """The form of a noun or verb of FORMS that goes with a count."""
    return FORMS[word][count != 1]


def spell_date(value: str) -> str:
    """``2025-04-24`` as ``24 April 2025``; months and years alone likewise."""
    parts = value[:10].split("-")
    if len(parts) == 1 or not all(part.isdigit() for part in parts):
        return value
    month = MONTHS[int(parts[1]) - 1]
    return f"{int(parts[2])} {month} {parts[0]}" if len(parts) == 3 else f"{month} {parts[0]}"
