"""Names: their kinds, their other forms, and what must not become one."""

from itertools import pairwise

import pytest

from builder.analyse.names import find
from builder.model import Article, Block, Declared, Entity, Sentence, Source, Span, Title
from builder.words import split_sentences


def read(text: str) -> tuple[Article, tuple[Sentence, ...]]:
    """An article whose lines are paragraphs."""
    blocks: list[Block] = []
    sentences: list[Sentence] = []
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        blocks.append(Block("paragraph", Span(start, start + len(line)), number))
        for span in split_sentences(text, start, start + len(line)):
            sentences.append(Sentence(span, number, f"s-{len(sentences)}"))
        start += len(line) + 1
    source = Source("a.txt", "text", text, 1, "", Declared(), "")
    title = Title("A", "first line", None)
    return Article("a", source, title, text, tuple(blocks), (), (), (), (), "en"), tuple(sentences)


def find_in(text: str) -> tuple[Entity, ...]:
    return find(*read(text))


def kinds(text: str) -> dict[str, str]:
    return {entity.name: entity.kind for entity in find_in(text)}


def mentions(text: str, name: str) -> list[str]:
    return [text[m.start : m.end] for entity in find_in(text) if entity.name == name for m in entity.mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was said by Ukrainian President Oleksandr Testenko.", {"Oleksandr Testenko": "person"}),
        ("The bill goes to Finance Minister Serhiy Probenko.", {"Serhiy Probenko": "person"}),
        ("A report by analyst Quillon Testerby came out.", {"Quillon Testerby": "person"}),
        ("Mr. Testerby left.", {"Testerby": "person"}),
        ("Then Margaret Testerby left Kyiv.", {"Margaret Testerby": "person", "Kyiv": "place"}),
        ("Crowds met Pope Testinus in Rome.", {"Pope Testinus": "person", "Rome": "place"}),
        ("Quillon Testerby, 45, was hurt.", {"Quillon Testerby": "person"}),
        ("The Russia-Ukraine talks failed.", {"Russia": "place", "Ukraine": "place"}),
        ("They went to Bosnia and Herzegovina.", {"Bosnia and Herzegovina": "place"}),
        ("Flooding hit Testovo, Russia, at dawn; it began in Testburg, Ohio.", {"Testburg": "place"}),
        ("The Ministry of Trade and Industry agreed.", {"Ministry of Trade and Industry": "organisation"}),
        ("The Testerby University agreed.", {"Testerby University": "organisation"}),
        ("The Bank of England agreed.", {"Bank of England": "organisation"}),
        ("Both Testerby Corp. and the Kremlin agreed.", {"Testerby Corp.": "organisation", "Kremlin": "organisation"}),
        ("Ships crossed the Testerby River.", {"Testerby River": "place"}),
        ("The People's Republic of China agreed.", {"People's Republic of China": "place"}),
        ("Gov. Jane Testerby of Texas signed it.", {"Jane Testerby": "person", "Texas": "place"}),
        ("Dr. Martin Testerby King Jr. spoke.", {"Martin Testerby King Jr.": "person"}),
        ("Defense Secretary Mark Long spoke.", {"Mark Long": "person"}),
        ("We read The Washington Post and The New York Times.", {"New York Times": "organisation"}),
        ("In Washington, D.C., it rained.", {"Washington, D.C.": "place"}),
        ("He wrote to Vladimir Testutin, the Russian president, and left.", {"Vladimir Testutin": "person"}),
        ("He wrote to Milan Probenko.", {"Milan Probenko": "person"}),
        ("Sydney Testerby said that it rained.", {"Sydney Testerby": "person"}),
        ("Then Michael Jackson left.", {"Michael Jackson": "person"}),
        ("Priyanthi Testerby, a nurse, left.", {"Priyanthi Testerby": "person"}),
        ("Then Thomas Price, 41, left.", {"Thomas Price": "person"}),
        ("Gordon Brown said that it rained.", {"Gordon Brown": "person"}),
    ],
)
def test_kind(text: str, expected: dict[str, str]) -> None:
    assert expected.items() <= kinds(text).items()


@pytest.mark.parametrize(
    "text",
    [
        "Ukrainian and European leaders met the President on Monday, in May and at Christmas.",
        "However, Critics were silent. Meanwhile, Experts spoke.",
        "The Smiths came home.",
        "The Biden administration agreed.",
        "It cost US$ 40.",
        "He sang “Margaret Testerby” twice.",
        "It rained in the Victorian era under French law.",
        "Why Margaret Testerby Cannot Leave Testerby Corporation Behind This Year",
        "The GDP grew. The GDP's growth slowed.",
        "The Paris Agreement holds.",
        "Smith agreed.",
        "They flew a Testerby 747.",
        "Ms. Testerby and Mr. Testerby argued.",
        "He fought in the Battle of Stalingrad.",
        "They sailed in Sydney Harbour. The Harbour was calm.",
        "Austin City said no. Florence Cathedral was closed.",
        "Milan Fashion Week began early.",
        "Later Jackson Hole was cold, and the Jackson Hole road was closed.",
        "The Sydney Testerby was closed.",
        "Charlotte Hornets fans left. Orlando Magic won.",
        "Cleveland Clinic said no.",
        "Everett Factory was closed; a factory is a factory.",
        "Testerby Harland, a producer, left.",
    ],
)
def test_no_name(text: str) -> None:
    assert kinds(text) == {}


def test_surname_means_the_person_already_named_and_mentions_leave_out_the_possessive() -> None:
    text = "President Donald Testerby spoke. Testerby’s aides left. The Testerby-Probenko call and Olga Probenko's."
    assert mentions(text, "Donald Testerby") == ["Donald Testerby", "Testerby", "Testerby"]
    assert mentions(text, "Olga Probenko") == ["Probenko", "Olga Probenko"]
    assert {entity.name: entity.aliases for entity in find_in(text)}["Donald Testerby"] == ("Testerby",)


@pytest.mark.parametrize(
    ("text", "name", "forms"),
    [
        ("He met Vladimir Testutin. Testutin left.", "Vladimir Testutin", ["Vladimir Testutin", "Testutin"]),
        ("Austin Brown said no. Brown left.", "Austin Brown", ["Austin Brown", "Brown"]),
        ("Thomas Price, 41, left. Price rises hurt.", "Thomas Price", ["Thomas Price"]),
        ("Later Samuel Jackson left. Then Jackson came back.", "Samuel Jackson", ["Samuel Jackson", "Jackson"]),
        ("Later Samuel Jackson left. They live in Jackson.", "Samuel Jackson", ["Samuel Jackson"]),
    ],
)
def test_a_surname_that_is_a_plain_word_or_a_town(text: str, name: str, forms: list[str]) -> None:
    assert mentions(text, name) == forms


def test_two_people_with_one_surname_stay_two_and_the_surname_is_nobodys() -> None:
    text = "John Smith met Mary Smith. Later Smith left."
    assert mentions(text, "John Smith") == ["John Smith"]
    assert mentions(text, "Mary Smith") == ["Mary Smith"]
    assert len(find_in(text)) == 2


def test_like_surnames_of_the_census_are_two_people() -> None:
    assert set(kinds("Boris Johnson met Boris Johnston.")) == {"Boris Johnson", "Boris Johnston"}


def test_spellings_of_one_surname_are_one_person() -> None:
    text = "President Volodymyr Testenskyy spoke. Then Testensky left."
    assert mentions(text, "Volodymyr Testenskyy") == ["Volodymyr Testenskyy", "Testensky"]


@pytest.mark.parametrize(
    ("text", "name", "aliases"),
    [
        ("The United Nations met. The U.N. agreed.", "United Nations", ("U.N.",)),
        ("The European Union met. The EU agreed.", "European Union", ("EU",)),
        ("A U.S.-brokered deal pleased the United States.", "United States", ("U.S.",)),
        ("The Testerby Transport Agency (TTA) met. The TTA agreed.", "Testerby Transport Agency", ("TTA",)),
        ("Testerby Corp. grew. Then Testerby shrank.", "Testerby Corp.", ("Testerby",)),
    ],
)
def test_aliases(text: str, name: str, aliases: tuple[str, ...]) -> None:
    assert [(entity.name, entity.aliases) for entity in find_in(text)] == [(name, aliases)]


def test_acronym_needs_a_second_mention_and_a_body_s_deed() -> None:
    assert kinds("The QZX said no. The QZX left.") == {"QZX": "organisation"}
    assert kinds("The QZX said no.") == {}


def test_a_city_that_is_a_given_name_needs_evidence() -> None:
    assert kinds("Paris was late.").get("Paris") != "person"
    assert kinds("It happened in Victoria, Canada.").get("Victoria") == "place"
    assert "Victoria" not in kinds("Victoria Testerby came. Victoria left.")


def test_a_state_that_is_somebodys_given_name_needs_evidence() -> None:
    assert set(kinds("Virginia Miller came. Virginia left.")) == {"Virginia Miller"}


def test_surname_of_a_company_and_of_a_person_is_left_out() -> None:
    text = "Testerby Motor Company said William Testerby would go. Testerby’s losses grew."
    assert all("Testerby" not in entity.aliases for entity in find_in(text))


def test_mentions_read_as_name_or_alias() -> None:
    text = "The United Nations’ António Testerby met Xi Testping in the Kremlin. Testerby's U.N. post is new. Xi left."
    for entity in find_in(text):
        for mention in entity.mentions:
            assert text[mention.start : mention.end] in (entity.name, *entity.aliases)


@pytest.mark.parametrize(
    "piece", ["A", "A-", "A of ", "Bank of ", "Mr. Smith and ", "U.S.-", "O'", "President ", "Ann Roe "]
)
def test_spans_of_hostile_text_hold_no_white_space_at_their_ends_and_do_not_overlap(piece: str) -> None:
    article, sentences = read(piece * 1_000)
    spans = sorted((m.start, m.end) for entity in find(article, sentences) for m in entity.mentions)
    assert all(article.text[start:end] == article.text[start:end].strip() != "" for start, end in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
