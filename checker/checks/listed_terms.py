"""listed-term: people and bodies of the newsroom's list, named outside the time for which it has them."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.extraction.offices import Office
from checker.extraction.past import Past
from checker.findings import Hit
from checker.spans import find_all

if TYPE_CHECKING:
    from checker.lexicon.names import Holder, RightName

SHORTEST_TITLE = 3


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Offices held out of their term or by another, and bodies that are no more, on the day of publication."""
    if article.published is None or article.names is None:
        return
    past = Past(article.document)
    for office in article.offices if article.names.holders else ():
        hit = _office(office, article.names.holders, article.published)
        if hit and not past.tells(office.span):
            yield hit
    for right in article.names.right:
        if right.term.end and not right.term.holds(article.published):
            for span in find_all(article.text, right.name):
                if not past.tells(span):
                    yield Hit(span, _words(right), variant="body", cause=right.name)


def _words(right: "RightName") -> Mapping[str, str]:
    until = str(right.term.end)
    return {"name": right.name, "title": right.name, "until": until, "holder": right.successor or "现名"}


def _office(office: Office, holders: "tuple[Holder, ...]", day: date) -> Hit | None:
    """What is wrong with an office by the list: its holder's time is over (or not come), or somebody else holds it."""
    written = office.body + office.title
    mine = [one for one in holders if one.name == office.person.name and _same_post(written, one.title)]
    if mine:
        if any(one.term.holds(day) for one in mine):
            return None
        bound = mine[-1].term.end or mine[-1].term.start
        data = {"name": office.person.name, "title": mine[-1].title, "until": str(bound), "holder": ""}
        return Hit(office.span, data, variant="over" if mine[-1].term.end else "early")
    full = [one for one in holders if written.endswith(one.title) and one.term.holds(day)]
    if full and full[0].name != office.person.name and len(full[0].title) > SHORTEST_TITLE:
        data = {"name": office.person.name, "title": full[0].title, "until": "", "holder": full[0].name}
        return Hit(office.span, data, variant="holder")
    return None


def _same_post(written: str, listed: str) -> bool:
    """Whether the text's words are the listed office: whole, or as much of its end as they have."""
    return written.endswith(listed) or listed.endswith(written)


FIELDS = frozenset(("name", "title", "until", "holder"))
KIND = Kind(check, FIELDS, variants=frozenset(("over", "early", "holder", "body")))
