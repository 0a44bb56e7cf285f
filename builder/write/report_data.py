"""The build report: what became of each article's words and what was found in it, for unattended builds.

Seconds are not in it: the same articles give the same bytes. They stand in ``.briefing/timings.json`` beside the
docs folder, which is not published, and not even there where ``SOURCE_DATE_EPOCH`` asks for repeatable builds.
"""

from collections import Counter

from builder import RULES_VERSION
from builder.model import Briefing, find_shown_path
from builder.write.overview_data import SCHEMA, Json
from builder.write.view import View
from builder.yields import count_abstentions, count_findings, count_hidden, find_warnings, follow_words


def describe_report(view: View) -> Json:
    """Every briefing in file order, and the warnings; an article that was withdrawn is not in it."""
    topics = Counter(
        statistic.briefing
        for story in view.collection.stories
        for topic in story.topics
        for statistic in topic.mentions
    )
    shown = {one.article.id: find_shown_path(one.article.source) for one in view.collection.briefings}
    return {
        "schema": SCHEMA,
        "rules": RULES_VERSION,
        "articles": [_describe_article(one, topics[one.article.id]) for one in view.collection.briefings],
        "warnings": [
            {"id": one.id, "path": shown[one.id], "warning": one.message}
            for one in find_warnings(view.collection, view.config.previous)
        ],
    }


def _describe_article(briefing: Briefing, topics: int) -> Json:
    article = briefing.article
    fate = follow_words(article)
    return {
        "id": article.id,
        "path": find_shown_path(article.source),
        "is_analysed": briefing.analysis.is_attempted,
        "words": {"read": fate.read, "kept": fate.kept, "moved": fate.moved, "removed": fate.removed},
        "rules": {rule: {"items": items, "words": words} for rule, items, words in fate.rules},
        "findings": {**count_findings(briefing), "topics": topics},
        "abstentions": count_abstentions(briefing),
        "hidden": count_hidden(briefing),
    }
