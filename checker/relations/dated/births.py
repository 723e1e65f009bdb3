"""Who was born when, by name: 何望舟1928年生于…; 何望舟，男，1928年出生; 1991年出生的曾丽珍; 1972年，罗大成生于….

A name is what stands right beside the birth; of the words before it every end may be the name, and the sentence that
tells the age says which. Two births by one name are nobody's.
"""

from collections.abc import Iterator, Sequence

from checker.lexicon.people import not_names, surnames
from checker.lexicon.vocabulary import ordinary
from checker.lexicon.words import is_ordinary
from checker.patterns import pattern
from checker.quantities.model import Date
from checker.relations.passage import Passage

PART_OF_YEAR = "(?:[春夏秋冬](?:[天季日]|[初末]|天里)?|年?[初底末中]|[上下]半年)"
"""2009年|春天|出生: which part of the year it was."""

BORN = pattern(f"{PART_OF_YEAR}?(?:出生(?!入死)|生于|生在|诞生|生(?=[，。；、]))")
TIED = pattern(
    "(?:[，,](?:男|女|[\u4e00-\u9fff]{1,3}族|[\u4e00-\u9fff]{2,6}人))*(?:[，,]?(?:出生于|生于|出生在)|[，,]?于|[，,]是|[，,]|是)?$"
)
TOLD_BEFORE = pattern("(?:出生于|生于|出生在)$")
NAME = pattern("[\u4e00-\u9fff]{2,4}$")
CALLED = pattern(f"(?:{PART_OF_YEAR}?(?:出生|生))?的(?P<name>[\u4e00-\u9fff]{{3}})")
"""27岁的曾丽珍, 1991年出生的曾丽珍: three characters, which no two people of an article are likely to share."""

FOLLOWED = pattern("[，,]?(?P<name>[\u4e00-\u9fff]{3})(?:出生于|生于|出生在|出生|诞生)")
GENERAL = pattern(
    "[师员长者户孩婆爷妈娘汉手兵警伯叔嫂姐哥弟妹工]$|医生|村民|农民|学生|[男女老][生人士孩子]|青年|[母父]亲|书记|老板|经理|主任|儿子|女儿|妻子|丈夫"
)
"""What is no name: there may be several of them in an article."""
LONGEST, SHORTEST, READ = 4, 2, 24
ANONYMOUS = "某"


def named(passages: Sequence[Passage]) -> dict[str, Date]:
    """The year of birth by every name under which somebody's birth, and no other one, is told."""
    found: dict[str, set[int]] = {}
    births: dict[str, Date] = {}
    for passage in passages:
        for token in passage.tokens:
            if isinstance(token, Date) and token.year:
                for name in filter(_is_name, _names(passage, token)):
                    births.setdefault(name, token)
                    found.setdefault(name, set()).add(token.year)
    return {name: birth for name, birth in births.items() if len(found[name]) == 1}


def _is_name(words: str) -> bool:
    return GENERAL.search(words) is None


def _names(passage: Passage, year: Date) -> Iterator[str]:
    followed = FOLLOWED.match(passage.text, year.span.end, passage.span.end)
    if followed:
        yield followed["name"]
        return
    before = passage.text[max(passage.span.start, year.span.start - READ) : year.span.start]
    if not (TOLD_BEFORE.search(before) or BORN.match(passage.text, year.span.end, passage.span.end)):
        return
    called = CALLED.match(passage.text, year.span.end, passage.span.end)
    if called:
        yield called["name"]
        return
    tied = TIED.search(before)
    match = NAME.search(before[: tied.start()] if tied else before)
    for size in range(SHORTEST, len(match[0]) + 1 if match else 0):
        yield match[0][-size:] if match else ""


def is_a_name(words: str) -> bool:
    """Whether words begin with a family name and hold no ordinary word."""
    single, _ = surnames()
    if (
        words[0] not in single
        or ANONYMOUS in words
        or words in not_names()
        or GENERAL.search(words)
        or is_ordinary(words)
    ):
        return False
    return not ({words[:2], words[1:3]} & ordinary()) if len(words) > SHORTEST else words not in ordinary()
