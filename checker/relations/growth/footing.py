"""Whether growth is told on another footing than its levels: output at constant prices, 可比价, 扣除价格因素."""

from checker.patterns import pattern
from checker.relations.growth.frames import CONSTANT
from checker.relations.passage import Figure, Passage

OUTPUT = pattern(
    "生产总值|增加值|总产值|ＧＤＰ|GDP|国民收入|国民总收入|国民生产|劳动生产率|业务总量|工农业产值|农业产值|工业产值"
)
"""Words that tell it only of their own levels: 单位GDP能耗下降11%，收入由1.82万元增加到2.56万元."""

NAMES = pattern("[\u4e00-\u9fffA-Za-zＡ-Ｚ]{2}")
FILLING = pattern("[0-9一二三四五六七八九十两]+年?|[由从自的底末初比较与和]|年|期间|以来|五年|分别|已经?|再|又")
YEAR, RELATIVE = pattern("(?:19|20)[0-9]{2}年"), pattern("[去前]年")
OVER = pattern(
    "[比较]于?(?P<than>(?:19|20)[0-9]{2}年(?!代)|[去前]年|计划|目标|预期|预计|任务|设计|平均|全[国省市县州区乡镇村]|邻[村县市省]|同行|同类|行业)"
)
"""What a change can be over that the level before is not of; what is told as the level's own name is."""

ALL_YEAR = pattern("(?:去年|上年|上一年|20[0-9]{2}年)(?:的?全年|一整年|整年|一年)")
LAST_YEAR = pattern("(?:去年|上年|上一年)(?!同期)[\u4e00-\u9fff]{2,}")
SO_FAR = pattern(
    "[0-9]个?月|[前一二三]季度|[上下]半年|同期|假期|国庆|春节|黄金周|[一二三四五六七八九十]月|截至|以来|至今"
)
"""Words of a part of the year."""

BACK = 3


def is_constant(passage: Passage, *figures: Figure) -> bool:
    """Whether the words about a growth's levels and rate, or any about prices, say that it is not of these levels."""
    words = passage.words(passage.span)
    if CONSTANT.search(words) is None:
        return False
    if CONSTANT.search(OUTPUT.sub("", words)):
        return True
    first, last = (pick(one.clause for one in figures) for pick in (min, max))
    for _ in range(BACK):
        if first == 0 or _names(passage, first):
            break
        first -= 1
    return OUTPUT.search(passage.text, passage.clauses[first].start, passage.clauses[last].end) is not None


def is_against_other(passage: Passage, change: Figure | None, base: Figure | None) -> bool:
    """Whether a change is over another thing than the level before: 2019年有200人，…，比|2023年|, 比|计划|多80人."""
    if change is None or base is None:
        return False
    before = passage.earlier if base.quantity.span.start < passage.span.start else None
    if before is None and change.clause == base.clause:
        return False
    if is_over_whole_year(passage, change, base):
        return True
    start = passage.clauses[change.clause].start
    over = OVER.search(passage.text, start, change.quantity.span.start)
    lead = passage.text[(before or passage).clauses[base.clause].start : base.quantity.span.start]
    if over is None or over["than"] in lead:
        return False
    kind = next((one for one in (YEAR, RELATIVE) if one.fullmatch(over["than"])), None)
    return kind is None or kind.search(lead) is not None


def is_over_whole_year(passage: Passage, change: Figure, base: Figure) -> bool:
    """Whether a change of a part of the year stands with all of last year: 前10月45亿元，同比增17%，超去年全年的."""
    if "同比" not in passage.words(change.before):
        return False
    own = passage if base.quantity.span.start >= passage.span.start else passage.earlier
    if own is None or base.clause >= len(own.clauses):
        return False
    lead = passage.text[own.clauses[base.clause].start : base.quantity.span.start]
    if ALL_YEAR.search(lead):
        return True
    start = max(own.span.start, own.clauses[max(0, base.clause - 1)].start)
    then = LAST_YEAR.search(passage.text, start, base.quantity.span.start)
    if then is None or SO_FAR.search(passage.text, start, then.end()):
        return False
    return SO_FAR.search(passage.text, then.end(), change.quantity.span.start) is not None


def _names(passage: Passage, clause: int) -> bool:
    """Whether a clause says what its first number is of."""
    start, end = passage.clauses[clause].start, passage.clauses[clause].end
    first = next((one.quantity.span.start for one in passage.figures if one.clause == clause), end)
    return NAMES.search(FILLING.sub("", passage.text[start:first])) is not None
