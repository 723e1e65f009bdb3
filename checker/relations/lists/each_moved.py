"""Lists whose names each stand at the head of a clause with what became of them, and those that sum such a list up.

三大股指收跌，道指跌0.15%报4083点，纳指跌0.33%…: as many names, and no more of the clauses behind.
对甲国出口12亿元，…；对乙国出口8亿元，…。上述两项合计…: as many parts of the sentence before, each with its number.
"""

from itertools import pairwise

from checker.findings import Verdict
from checker.patterns import pattern
from checker.relations.lists.enumeration import Stretch, veil
from checker.relations.lists.stated import AHEAD, Count, relation_of
from checker.relations.passage import Passage
from checker.relations.record import Relation
from checker.spans import Span

ROSE = "(?:全天|[早午收尾]盘|当日|同比|环比)?(?:收|高开|低开|上|下|大|微|小幅|均|集体)?[涨跌升降增减]"
MOVED = pattern(
    f"(?:其中)?(?P<name>(?:[^，。；：、▞▓\\s]{{1,12}}?|[\u4e00-\u9fff]{{2,4}}▓{{2,4}}(?:指数)?)){ROSE}[^▓，。；：、]{{0,4}}▓"
)
FIRST = pattern("[\u4e00-\u9fff]")
GOES_ON = pattern("(?:报收?于?|收[报于]|现报|点位|成交额?|盘中|[涨跌降升增减]幅)[^▓]{0,6}▓")
BESIDE = pattern("(?:录得|创下?|刷新|连续|续创|为|至此|且|并|盘中|日内|一度)|[^▓]*$")
"""，报3834点, ，录得三连涨: what is told of the one before."""

SAID = pattern("[\u4e00-\u9fff]{2,14}[，,：:](?:(?:截[至止])?[\u4e00-\u9fff]{2,8}(?:收盘|发稿|时)[，,：:])?")
BIG, NOUN = "大", 4
"""三大股指: so many characters behind a number can be the noun, which each name has a character of."""

ABOVE = pattern("(?:上述|以上|前述|这|此)$")
HEAD = pattern("(?:[^，。；▓]{2,12}[，,]|[^▓，]{0,8}▞+)?(?P<name>[^▓▞，。；、]{2,16}?)(?:达到?|为|约|共|实现|完成)*▓")
AMOUNTS = frozenset("笔项")
PAID = pattern(
    "(?:[^▓，]{0,8}▞+)?(?![^▓]*(?:[同环]比|[较比][上去]|增[长加幅]|减[少幅]|下[降跌]|上[升涨]|占))[^▓▞，。；、]{2,16}▓+"
)
SEVERAL, MOST, TWICE = 2, 8, 2


def each_moved(passage: Passage, count: Count) -> Relation | None:
    """The names at the head of the clauses behind, as many as are counted."""
    if count.unit != BIG or count.value <= SEVERAL:
        return None
    span = Span(count.span.end, min(passage.span.end, count.span.end + TWICE * AHEAD))
    words = veil(passage.text, span, passage.tokens)
    said = SAID.match(words)
    names: list[Span] = []
    for clause in Stretch(words[said.end() :], span.start + said.end()).clauses() if said else ():
        found = MOVED.match(clause.words)
        if found and FIRST.match(found["name"]) and len(names) < count.value:
            names.append(Span(clause.start + found.start("name"), clause.start + found.end("name")))
        elif not GOES_ON.match(clause.words) and not (names and BESIDE.match(clause.words)):
            break
    shared = set(words[:NOUN]).intersection(*(passage.words(one) for one in names)) if names else set()
    return relation_of(passage, count, names, Verdict.CONSISTENT) if shared and len(names) == count.value else None


def told_above(passage: Passage, count: Count) -> Relation | None:
    """上述三项: as many parts as the sentence before has, set off by semicolons, each with a number."""
    earlier = passage.earlier
    opens = passage.text[passage.span.start : count.span.start].strip()
    if earlier is None or not SEVERAL <= count.value <= MOST or not ABOVE.fullmatch(opens):
        return None
    own = Stretch(veil(earlier.text, earlier.span, earlier.tokens), earlier.span.start)
    cuts = [0, *(at + 1 for at, mark in enumerate(own.words) if mark in "；;"), len(own.words) + 1]
    parts = [own.part(one, two - 1) for one, two in pairwise(cuts)]
    if len(parts) == 1 and count.unit in AMOUNTS:
        parts = own.clauses()
        parts[-1] = parts[-1].part(0, len(parts[-1].words.rstrip("。")))
        parts = [one for one in parts if one.words.strip()]
        parts = parts if all(PAID.fullmatch(one.words) for one in parts) else []
    found = [HEAD.match(one.words) for one in parts]
    if len(parts) != count.value or not all(found):
        return None
    names = [
        Span(part.start + match.start("name"), part.start + match.end("name"))
        for part, match in zip(parts, found, strict=True)
        if match
    ]
    return relation_of(passage, count, names, Verdict.CONSISTENT)
