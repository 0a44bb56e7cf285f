"""The method page's own words; a page of the user's own of that name wins."""

METHOD_SECTIONS = (
    (
        "what-this-site-does",
        "What this site does",
        "It takes sentences from articles and arranges them. It does not write about events. Everything in serif type"
        " is copied from a source and links to its sentence. Everything in sans type is a label or a count made by the"
        " builder. No language model, no network and no judgement takes part: rules that can be read find, count and"
        " set side by side.",
    ),
    (
        "how-to-trace-a-statement",
        "How to trace a statement",
        "Follow a marker such as {marker}. It opens the source at that paragraph with the exact sentence highlighted."
        " The letter stands for the article, the number for its paragraph. The source text there is the whole cleaned"
        " article, and below it stands what was removed, word by word accounted for.",
    ),
    (
        "dates",
        "Dates",
        "A publication date is printed only where the article’s file or its head states one. “As of” is the day that a"
        " text gives for its own information. “Not before” is the latest past day found in a text. “Not"
        " stated” means that nothing in the text fixes a day. “Yesterday” and the like are worked out only from a"
        " stated publication day, and otherwise shown as printed. The dates of files are never used.",
    ),
    (
        "counts",
        "Counts",
        "“3 of 5” counts sources that use a word or a name. It does not mean that they agree. Spellings are one name"
        " only if they are alike and fit a single person. Topics are nouns that two sources or more use; very general"
        " nouns are left out.",
    ),
    (
        "figures-and-quotations",
        "Figures and quotations",
        "Figures are printed as written, never added up, converted or rounded. Where a sentence holds a denial, a"
        " doubt, an attribution or a condition, the figure is shown with its whole sentence. A speaker is printed only"
        " where grammar leaves no other; otherwise the page refers to the sentence.",
    ),
    (
        "labels",
        "Labels of key points",
        "- **Reported**: a past event with a name or a date, without a word of doubt or attribution.\n"
        "- **Figures**: the sentence counts something.\n"
        "- **Said**: somebody says it.\n"
        "- **Disputed**: somebody denies it in the same sentence.\n"
        "- **Ahead**: the sentence looks ahead.\n\n"
        "A sentence that fits none of these, or more than one, has no label.",
    ),
    (
        "the-editors-hand",
        "The editor’s hand",
        "A person may correct what the rules found: set a headline, a day, a publisher or a speaker, choose or hide"
        " items, merge or part names and stories. What an editor set says so beside it and is in sans type, like a"
        " note, which stands in a box of its own. How many items are hidden is said on the page. A name that an editor"
        " withholds is printed as █████. A withdrawn briefing leaves a line at its address that says when and why; a"
        " passage that changed says so to whoever follows an old link to it.",
    ),
    (
        "limits",
        "Limits",
        "- The site repeats what sources say, with their errors and out-of-date titles.\n"
        "- It does not judge whether a source is reliable, nor which article was made from another.\n"
        "- Rules miss things: what is not found is missing here, though it may stand in the source text.\n"
        "- Only English is analysed; an article in another language is shown as it is.",
    ),
)

# Only where an article is not printed whole.
RIGHTS_SECTION = (
    "rights",
    "Texts that are not printed whole",
    "Where the publisher’s rights are kept, the source text holds only the paragraphs, or only the sentences, that"
    " this site cites, and nothing of what was removed; the page says so. Numbers of paragraphs and addresses of"
    " sentences are those of the whole article. The data has a dot for every character that is not printed.",
)

# Only where a guide stands in the docs folder.
GUIDE_SECTION = (
    "guide",
    "Guide",
    "How to make such a site of your own articles: [Guide](guide/index.md).",
)
