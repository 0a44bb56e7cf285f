"""The site's words for what an editor did: set values, notes, withdrawn and moved pages, grades of outlets.

Part of the closed list of ``wording``; slots hold counts, labels, days and an editor's own escaped words.
"""

# What an editor set
BY_EDITOR = "set by the editor"
DATE_AS_OF = "Information of {day}, set by the editor"
TITLE_BY_EDITOR = "Headline set by the editor."
PINNED = "chosen by the editor"
SPEAKER_BY_EDITOR = "speaker set by the editor"
EDITED = "edited"
TAGS = "Tags set by the editor"
NOTE = "Editor’s note"
HIDDEN = "Hidden by the editor: {items}."

# Where a briefing stands
STATUS = {"draft": "Draft, not reviewed", "reviewed": "Reviewed by the editor"}
DRAFT = "Draft"
SINCE = "{status}, {day}"

# Names that appear nowhere
WITHHELD = "Names that the editor withholds are printed as █████."

# Pages that are no more
WITHDRAWN = "Withdrawn"
WITHDRAWN_ON = "This briefing was withdrawn on {day}."
WITHDRAWN_LINE = "This briefing was withdrawn. The editor names no day."
REASON = "Reason given by the editor"
WITHDRAWN_NO_REASON = "The editor gives no reason."
WITHDRAWN_GONE = "Its text and everything counted in it are gone from this site."
MOVED = "Moved"
MOVED_LINE = "This page has moved: [the page that took its place]({target}){{ .moved }}"
GONE = "No longer here"
GONE_LINE = "The page that stood at this address is not part of this edition."
"""Also for an article that is left out until its file is mended."""

# Outlets
RELIABILITY = {
    "A": "reliability A, completely reliable",
    "B": "reliability B, usually reliable",
    "C": "reliability C, fairly reliable",
    "D": "reliability D, not usually reliable",
    "E": "reliability E, unreliable",
    "F": "reliability F, cannot be judged",
}
NOT_GRADED = "reliability not graded"
GRADED = "{grade}, graded by the editor"
OUTLET_KINDS = {
    "agency": "news agency",
    "broadcaster": "broadcaster",
    "newspaper": "newspaper",
    "magazine": "magazine",
    "online": "online medium",
    "government": "government",
    "organisation": "organisation",
    "other": "other outlet",
}
FAMILY = "belongs to {family}"
