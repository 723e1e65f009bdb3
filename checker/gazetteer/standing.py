"""How a mention stands in its sentence. Every question is answered by a bounded number of characters around it."""

from checker.gazetteer import wording
from checker.gazetteer.model import Mention, Role
from checker.gazetteer.reading import Candidate
from checker.gazetteer.wording import compiled

QUOTE_OPEN, QUOTE_CLOSE, QUOTE_MOST = "“《‘", "”》’", 20
SENTENCE_MARKS = frozenset("，。！？；：\n")
LOOK_BACK = 16


FOLLOWERS = (
    (Role.STATION, wording.STATION_AFTER),
    (Role.ROUTE, wording.ROUTE_AFTER),
    (Role.ROAD, wording.ROAD_AFTER),
    (Role.BODY, wording.BODY_AFTER),
    (Role.COMPANY, wording.COMPANY_AFTER),
    (Role.PRODUCT, wording.PRODUCT_AFTER),
)
BEFORE_SUBJECT = f"{wording.CLAUSE_EDGE}(?:{wording.ADVERBIALS})$"


def role_of(text: str, here: Candidate, before: Candidate | None, after: Candidate | None) -> Role:
    """What the words directly around a name make of it."""
    if after and after.span.start == here.span.end and after.chain.start <= here.span.start:
        return Role.PREFIX
    if _linked(text, before, here) or _linked(text, here, after):
        return Role.ROUTE
    quoted = _by_quotes(text, here)
    return (quoted if quoted is Role.TITLE else None) or _by_what_follows(text, here) or quoted or Role.PLAIN


def _linked(text: str, left: Candidate | None, right: Candidate | None) -> bool:
    """Whether two names are the ends of a way: 合川至永川."""
    return left is not None and right is not None and text[left.span.end : right.chain.start][:3] in wording.LINKS


def _by_quotes(text: str, here: Candidate) -> Role | None:
    """《》 makes a title, short quotation marks a slogan or, right around the name, a brand: “大足造”."""
    start, end = here.span.start, here.span.end
    opened = max(text.rfind(mark, max(0, start - QUOTE_MOST), start) for mark in QUOTE_OPEN)
    if opened < 0 or any(mark in QUOTE_CLOSE for mark in text[opened + 1 : start]):
        return None
    closed = text.find(QUOTE_CLOSE[QUOTE_OPEN.index(text[opened])], end, end + QUOTE_MOST)
    if closed < 0:
        return None
    if text[opened] == "《":
        return Role.TITLE
    if (opened + 1 == start and closed == end) or not SENTENCE_MARKS.isdisjoint(text[opened:closed]):
        return None
    return Role.PRODUCT if opened + 1 == start and closed - end < 3 else Role.TITLE


def _by_what_follows(text: str, here: Candidate) -> Role | None:
    end = here.span.end
    for role, words in FOLLOWERS:
        found = compiled(words).match(text, end)
        if (
            found
            and not compiled(wording.DEEDS).search(text, end, found.end())
            and not (role is Role.ROAD and here.typed)
        ):
            return role
    return None


def is_subject(text: str, mention: Mention) -> bool:
    """Whether the clause around a mention says something of that place: it opens the clause and something follows.

    >>> from checker.gazetteer import Gazetteer
    >>> text = "近年来，江津区发展很快，与永川区一同进步。"
    >>> [is_subject(text, mention) for mention in Gazetteer.load().mentions(text)]
    [True, False]
    """
    if mention.role not in (Role.PLAIN, Role.BODY):
        return False
    start = mention.chain.start
    opens = compiled(BEFORE_SUBJECT).search(text, max(0, start - LOOK_BACK), start)
    return bool(opens) and not compiled(wording.NOT_THE_ACTOR).match(text, mention.span.end)
