"""offices: one person in two offices that exclude each other, or one office with two holders."""

from collections.abc import Iterator, Sequence

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.extraction.offices import DEPUTY, Office
from checker.extraction.past import Past
from checker.extraction.ranked import Ranked, ranked
from checker.findings import Hit, Related
from checker.lexicon.alike import alike

LEVELS = ("省", "市", "区", "县", "州", "旗", "镇", "乡")
LEVEL_HEADS = frozenset(f"{level}长" for level in LEVELS)
SINGLE = frozenset(
    (
        "省长",
        "市长",
        "区长",
        "县长",
        "州长",
        "旗长",
        "镇长",
        "乡长",
        "局长",
        "厅长",
        "校长",
        "院长",
        "行长",
        "馆长",
        "台长",
        "检察长",
        "董事长",
        "总裁",
    )
)
SHORTEST_BODY = 3
SHORT_NAME = 2
COACHES, TEAM = frozenset(("主教练", "总教练", "领队")), "队"
"""通化队主教练: who trains one team does not train the other."""

WARDS = ("内科", "外科", "儿科", "产科", "急诊科", "眼科", "医学科", "麻醉科", "肿瘤科", "骨科", "病区")


def check(article: Article, _params: Params) -> Iterator[Hit]:
    """Each person and each office once: at the later place."""
    by_name: dict[str, list[Office]] = {}
    one_place = not article.topics
    by_post: dict[tuple[str, str], list[Office]] = {}
    for office in article.offices:
        by_name.setdefault(office.person.name, []).append(office)
        if office.title in SINGLE and (
            len(office.body) >= SHORTEST_BODY or (one_place and office.title[0] in LEVELS and not office.body)
        ):
            by_post.setdefault((office.body[-SHORTEST_BODY:], office.title), []).append(office)
    past = Past(article.document)
    for held in by_name.values():
        yield from _two_offices(held, past)
    for held in by_post.values():
        yield from _two_holders(held, past)
    yield from _two_ranks(article)


def _two_ranks(article: Article) -> Iterator[Hit]:
    """Somebody who is 教授 here and 副教授 there, once: at the first place that differs."""
    first: dict[tuple[str, str], Ranked] = {}
    told = set[str]()
    for one in sorted(ranked(article.document, article.persons), key=lambda one: one.span):
        other = first.setdefault((one.name, one.rank), one)
        if other.deputy is not one.deputy and one.name not in told:
            told.add(one.name)
            words = {"name": one.name, "title": one.title, "other": other.title, "holder": one.name}
            yield Hit(one.span, words, (Related(other.span, "other", words),), variant="offices")


def _two_offices(held: Sequence[Office], past: Past) -> Iterator[Hit]:
    first = held[0]
    for other in held[1:]:
        apart = _of_two_bodies(first, other)
        if (apart or _exclude(first, other)) and not past.tells(first.span) and not past.tells(other.span):
            here, there = ((one.body[-SHORTEST_BODY:] if apart else "") + one.title for one in (other, first))
            words = {"name": other.person.name, "title": here, "other": there, "holder": other.person.name}
            yield Hit(other.span, words, (Related(first.span, "other", words),), variant="offices")
            return


def _of_two_bodies(one: Office, other: Office) -> bool:
    """Whether somebody with two given names heads two bodies of one sort: 水利局局长 here, 林业局局长 there."""
    mine, theirs = one.body[-SHORTEST_BODY:], other.body[-SHORTEST_BODY:]
    sort = TEAM if one.title in COACHES else one.title[0]
    return (
        one.title == other.title
        and (one.title == "局长" or one.title in COACHES or one.title[0] in LEVELS)
        and len(one.person.name) > SHORT_NAME
        and min(len(mine), len(theirs)) == SHORTEST_BODY
        and mine != theirs
        and mine[-1] == theirs[-1] == sort
        and "分局" not in mine + theirs
    )


def _exclude(one: Office, other: Office) -> bool:
    """Whether nobody holds both: 局长 and 副局长 of one body, 镇党委书记 and 镇长."""
    levels = {one.title, other.title} <= LEVEL_HEADS and one.title != other.title
    if levels and len(one.person.name) > SHORT_NAME:
        return not set(one.titles) & set(other.titles)
    pairs = ((one, other), (other, one))
    if any(_deputises(*pair) or _party_and_state(*pair) or _nurse_and_doctor(*pair) for pair in pairs):
        return True
    if one.body and other.body and not (one.body.endswith(other.body) or other.body.endswith(one.body)):
        return False
    mine, theirs = set(one.titles), set(other.titles)
    if mine & theirs:
        return False
    return _ranks(one.title, other.title)


def _ranks(one: str, other: str) -> bool:
    return DEPUTY + one == other or DEPUTY + other == one


def _deputises(one: Office, other: Office) -> bool:
    """村党支部书记 and 石桥村党支部副书记: a deputy of the same words, wherever the table cuts body from title."""
    if not one.title.startswith(DEPUTY) or other.title.startswith(DEPUTY):
        return False
    head, whole = one.body + one.title.removeprefix(DEPUTY), other.body + other.title
    shorter = min(head, whole, key=len)
    return len(shorter) > SHORTEST_BODY and head.endswith(whole) != whole.endswith(head)


def _party_and_state(head: Office, party: Office) -> bool:
    """镇长 and 镇党委书记 of one place, or 党委书记 of what is called a 镇."""
    level = head.title[0]
    if head.title not in LEVEL_HEADS or set(head.titles) & set(party.titles):
        return False
    if party.title not in (f"{level}委书记", f"{level}党委书记") and not (
        party.title == "党委书记" and len(party.body) > 1 and party.body.endswith(level)
    ):
        return False
    mine, theirs = head.body.removesuffix(level), party.body.removesuffix(level)
    return mine.endswith(theirs) or theirs.endswith(mine)


def _nurse_and_doctor(nurse: Office, doctor: Office) -> bool:
    """护士长 and a ward's 主任: a nurse leads the one, a physician the other."""
    return (
        nurse.title == "护士长"
        and doctor.title.removeprefix(DEPUTY) == "主任"
        and doctor.body.endswith(WARDS)
        and len(nurse.person.name) > SHORT_NAME
    )


def _two_holders(held: Sequence[Office], past: Past) -> Iterator[Hit]:
    first = held[0]
    for other in held[1:]:
        names = first.person.name, other.person.name
        same = first.body.endswith(other.body) or other.body.endswith(first.body)
        if names[0] == names[1] or not same or _spelt_alike(*names):
            continue
        if not past.tells(first.span) and not past.tells(other.span):
            words = {"name": names[1], "title": other.body + other.title, "other": names[0], "holder": names[0]}
            yield Hit(other.span, words, (Related(first.span, "holder", words),), variant="holders")
            return


def _spelt_alike(one: str, other: str) -> bool:
    """Whether the two names are one in two spellings, which is another rule's business."""
    if len(one) != len(other):
        return False
    if one[0] == other[0] and sorted(one) == sorted(other):
        return True
    apart = [(mine, theirs) for mine, theirs in zip(one, other, strict=True) if mine != theirs]
    return len(apart) == 1 and alike(*apart[0]) is not None


FIELDS = frozenset(("name", "title", "other", "holder"))
KIND = Kind(check, FIELDS, variants=frozenset(("offices", "holders")), notes=frozenset(("other", "holder")))
