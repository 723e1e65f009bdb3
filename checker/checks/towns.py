"""town: a town that is not where the text has it."""

from collections.abc import Iterator

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.extraction.misnamed import Misnamed
from checker.findings import Edit, Hit, Proposal
from checker.gazetteer.table import OLDER_DATE


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Every misspelt or misplaced town; all places of one wrong name are one cause.

    Towns pass from one county to another: what was where before the gazetteer was made, it does not know.
    """
    for one in article.misnamed:
        if not one.home:
            yield _misspelt(article.text, one)
        elif article.published is None or article.published > OLDER_DATE:
            yield _misplaced(one)


def _misplaced(one: Misnamed) -> Hit:
    home = one.home.name if one.home else ""
    return Hit(one.span, _data(one, home=home), variant="elsewhere", cause=one.name)


def _misspelt(text: str, one: Misnamed) -> Hit:
    words = one.span.of(text)
    fixes = tuple(
        Proposal("right", (Edit(one.span, right),), {"right": right, "county": one.county.name})
        for right in (_spelt(words, town.name, town.short) for town in one.rights)
    )
    return Hit(
        one.span,
        _data(one, right=one.rights[0].name),
        proposals=fixes,
        variant=str(one.likeness),
        cause=f"{one.county.code} {one.rights[0].short}",
    )


def _spelt(words: str, name: str, stem: str) -> str:
    """The right name in full where the wrong one has a type, else without."""
    return stem if len(words) == len(stem) else name


def _data(one: Misnamed, right: str = "", home: str = "") -> dict[str, str]:
    return {"name": one.name, "county": one.county.name, "right": right, "home": home}


KIND = Kind(
    check,
    frozenset({"name", "county", "right", "home"}),
    variants=frozenset({"shape", "sound", "elsewhere"}),
    fixes=frozenset({"right"}),
)
