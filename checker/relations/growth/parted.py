"""How far two things lie apart that are told one after the other: 最高气温34℃，最低气温19℃，昼夜温差15℃."""

from collections.abc import Iterator, Sequence

from checker.patterns import pattern
from checker.quantities.model import UnitClass
from checker.relations.cues import Act
from checker.relations.growth.alike import alike
from checker.relations.passage import Figure, Passage
from checker.spans import Span

NAMED = "城乡|男女|[国省市县]?内外|新[老旧]|老少|早晚|冬夏|贫富|线上线下"
OPPOSITES = f"南北|东西|昼夜|高低|前后|上下|首尾|左右|快慢|{NAMED}"
"""Two opposites in one word, which stands for both things: 城镇43.6平方米，农村51.2平方米，城乡相差7.6平方米."""

BY_NAME = pattern(f"^[，,；;](?:{NAMED})")
"""Those that stand for things which are called by one of the characters at least."""

PLACED = (
    "(?:[\u4e00-\u9fff]{0,6}(?:领[跑先]|居首|[榜魁]首|次席|其后|夺[冠魁金]|折桂|摘[金银铜]|第[一二三四五六七八九十])"
    "(?=[，,；;]))?"
)
"""以45分|领跑: where who has so many stands."""

APART = pattern(
    f"{PLACED}[，,；;](?:[两二]者|[两二][人地处头家队村校项党省市县区镇乡厂店班组国院派]|双方|彼此|(?:{OPPOSITES})(?:两地|两边|两头|居民|部|之间)?|[一当单]?日|其)?(?:之间|间)?的?"
    "(?:相差了?|(?P<who>[\u4e00-\u9fff]{1,4})(?:领先|落后)(?:了|对手|对方)?|(?:中间|这)?差的|[温落高价逆级极较]差|差[值距额价]|差了|(?:最大)?差距)(?:有|为|是|达|到|近|约|不过|仅|只有|整整|足足|就有|高达)*$"
)
"""The words between the second of the two and how far they lie apart, to their end."""

EITHER = pattern(f"{PLACED}[，,；;、]?[^，,。；;0-9]{{1,18}}")
"""Between the two stands a name of the second and nothing else: no third thing."""

FIRST = pattern(
    "(?:^|[，,；;])(?:[这那]?(?:[两二]者|[两二][人地处家头队村校]|双方|彼此|兄弟[俩二]|姐[妹弟][俩二]|兄妹[俩二]|夫[妻妇][俩二]|父[子女][俩二]|母[子女][俩二]))(?:之间)?(?:整整|足足|正好)?相差了?"
    "(?:整整|足足|正好|有)*$"
)
AHEAD = pattern("[，,：:][^，,。；;0-9]{1,10}")
"""两人相差12岁，哥哥60岁，弟弟48岁: how far they lie apart is told first."""

OUTDOES = pattern("[，,；;](?:整整|足足|一下子?|反而|还)*(?:高出|低出|超出|领先|高了|低了)(?:了|近|约|整整|足足|达)*$")
"""对照田78.4%，新品种保持在86.1%，高出7.7个百分点: of two rates the second, which has its own name."""

QUOTED = pattern("“[^”]{1,12}”")
MOST = 12
"""So many numbers may stand before the difference in its sentence."""

WHOLE = pattern("[共总]|全[长程]|合计")
STILL, LEAST = (Act.LEVEL, Act.SHARE, Act.TO), 2


def told(passage: Passage) -> Iterator[tuple[Figure, Figure, Figure, Span]]:
    """The two, how far they lie apart, and the words that say so; nothing where more than two could be meant."""
    for at, step in enumerate(passage.figures):
        yield from _outdone(passage, at)
        lead = passage.words(step.before)
        if step.is_rate or at > MOST or not ("差" in lead or "领先" in lead or "落后" in lead):
            continue
        yield from _told_first(passage, at)
        levels = _levels(passage, at)
        if len(levels) != 2:
            continue
        one, two = levels
        words = Span(two.quantity.span.end, step.quantity.span.start)
        between = passage.text[one.quantity.span.end : two.quantity.span.start]
        if BY_NAME.search(words.of(passage.text)) and not _speaks_of(passage, one, words):
            continue
        apart = APART.fullmatch(words.of(passage.text))
        if apart and apart["who"] and apart["who"] not in passage.text[passage.span.start : two.quantity.span.start]:
            continue
        if apart and EITHER.fullmatch(between) and not WHOLE.search(between):
            yield one, two, step, words


def _outdone(passage: Passage, at: int) -> Iterator[tuple[Figure, Figure, Figure, Span]]:
    """By how much the second of two rates is the higher, or the lower one; in per cent it is told of points."""
    step = passage.figures[at]
    before = [index for index in range(at) if passage.figures[index].quantity.unit_class is not UnitClass.NONE]
    rates = [index for index in before if passage.figures[index].is_rate]
    if len(rates) != LEAST or rates != before[-LEAST:]:
        return
    if not (step.is_rate or step.quantity.unit_class is UnitClass.POINTS):
        return
    one, two = (passage.figures[index] for index in rates)
    level = all(passage.cues[index].act in STILL for index in rates)
    words = Span(two.quantity.span.end, step.quantity.span.start)
    between = QUOTED.sub("", passage.text[one.quantity.span.end : two.quantity.span.start])
    named = OUTDOES.fullmatch(words.of(passage.text)) and EITHER.fullmatch(between) and not WHOLE.search(between)
    if level and named and "其中" not in between:
        yield one, two, step, words


def _levels(passage: Passage, at: int) -> Sequence[Figure]:
    """The numbers before a difference that it can lie between; rates that tell a growth lie on either side of none."""
    step = passage.figures[at].quantity
    if step.unit_class is not UnitClass.POINTS:
        levels = [one for one in passage.figures[:at] if alike(one.quantity, step)]
        # Two heights in 米 may lie 公里 apart on the map.
        return levels if any(step.unit.factor <= one.quantity.unit.factor for one in levels) else ()
    told = [(one, passage.cues[index].act) for index, one in enumerate(passage.figures[:at]) if one.is_rate]
    return [one for one, _ in told] if all(act in (Act.LEVEL, Act.SHARE) for _, act in told) else ()


def _told_first(passage: Passage, at: int) -> Iterator[tuple[Figure, Figure, Figure, Span]]:
    """The same with the two right behind."""
    step, *levels = passage.figures[at : at + 4]
    if len(levels) < 2 or not FIRST.search(passage.text[passage.clauses[step.clause].start : step.quantity.span.start]):
        return
    one, two = levels[:2]
    third = any(alike(each.quantity, step.quantity) for each in levels[2:])
    if third or any(each.quantity.unit.name != step.quantity.unit.name for each in (one, two)):
        return
    lead = passage.text[step.quantity.span.end : one.quantity.span.start]
    between = passage.text[one.quantity.span.end : two.quantity.span.start]
    if AHEAD.fullmatch(lead) and EITHER.fullmatch(between) and not WHOLE.search(lead + between):
        yield one, two, step, step.before


def _speaks_of(passage: Passage, one: Figure, words: Span) -> bool:
    """Whether one of the two opposites is what the words of the levels call them by."""
    before = passage.text[passage.clauses[one.clause].start : words.start]
    return any(each in before for each in words.of(passage.text)[1:3])
