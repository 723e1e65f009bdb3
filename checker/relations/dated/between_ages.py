"""span between two ages of one person: 18岁进厂，55岁退休，在车间里干了37年; 25岁来到学校，如今60岁，一待就是35年.

Nobody can have done it for longer than lies between the two; for less many have.
"""

from collections.abc import Iterator

from checker.patterns import pattern
from checker.quantities.model import Date, Quantity
from checker.relations.dated.calendar import Elapsed
from checker.relations.dated.stretch import Length, Stretch, judged, length
from checker.relations.passage import Passage
from checker.relations.record import Relation

AGE, YEAR = "岁", "年"
BEGUN = pattern("(?:那年|时|的时候|起|上)?(?:[就便才开始]|正式)*(?P<what>[\u4e00-\u9fff“”]{2,14})[，,]")
"""Between the ages: what began at the first, with no other person or time."""

UNTIL = pattern("(?:一?直?[到至]|如今|今年|现在|眼下|目前|[他她]|已经?|[都就才也]|年|是|将近|快)*")
LEFT = pattern(
    "(?:那年|时|的时候|上|才|正式|光荣|从[\u4e00-\u9fff]{1,8}?|在[\u4e00-\u9fff]{1,8}?)*"
    "(?:退休|离休|(?P<army>退伍|退役|转业)|卸任|离任|去世|病逝|离世|收山|封刀|关门|歇业|上岸|下船|封箱|[交放]下|为止)[\u4e00-\u9fff]{0,5}"
)
NOW = pattern("(?:了|高龄|的[他她]|的人了)?")
DOING = pattern(
    "[，,][他她]?(?:在[\u4e00-\u9fff]{0,4}?(?:车间|一线|岗位|讲台|[台船海江湖河]上|[厂矿井]里|部队|机床|柜台|这里)[里上边前]?)?"
    "(?:[一总]共)?(?:[\u4e00-\u9fff]了|一[\u4e00-\u9fff]{1,2}(?:就是|便是|就|便)|前后|前前后后|从[艺教医警军业])"
    "(?:整整|足足|[一总]共|有|已经?)*$"
)
OTHERS = pattern(
    "[0-9]{4}年|[去前]年|[儿女孙妻父母爸妈爷奶弟妹哥姐徒]|丈夫|老伴|师傅|搭档|平均|分别|他们|她们|又|后来|先后|期间|中间|曾|虚|不|没|第"
)
CLOSED = pattern("[，。；！？、）的]|兵|书|戏|船|车|地|田|班|病|课")
REACH, OUT_OF, SOLDIER = 60, 1, "兵"


def find(passage: Passage) -> Iterator[Relation]:
    """Every length in years right behind two ages, judged; always open to doubt."""
    told = [one for one in passage.tokens if isinstance(one, Quantity) and one.unit.name in (AGE, YEAR)]
    for first, last, token in zip(told, told[1:], told[2:], strict=False):
        found = length(token)
        if found is None or found.unit != YEAR or found.ordinal or not _is_age(first) or not _is_age(last):
            continue
        if token.unit.name == YEAR and token.span.end - first.span.start <= REACH:
            yield from _judged(passage, first, last, found)


def _is_age(token: Quantity) -> bool:
    return token.unit.name == AGE and not token.hedges and token.value.denominator == 1


def _judged(passage: Passage, first: Quantity, last: Quantity, found: Length) -> Iterator[Relation]:
    text = passage.text
    between, lead = text[first.span.end : last.span.start], text[last.span.end : found.span.start]
    begun = BEGUN.match(between)
    doing = DOING.search(lead)
    if begun is None or doing is None or OTHERS.search(between + lead) or not UNTIL.fullmatch(between, begun.end()):
        return
    ended = LEFT if not between[begun.end() :].startswith(("如今", "今年", "现在", "眼下", "目前")) else NOW
    end = ended.fullmatch(lead, 0, doing.start())
    if end is None or not CLOSED.match(text, found.span.end):
        return
    if ended is LEFT and end["army"] and not text.startswith(SOLDIER, found.span.end):
        return  # 30岁转业，干了35年: what came after
    years = int(last.value - first.value)
    shorter = found.said.high is not None and found.said.high < years - OUT_OF
    if years <= OUT_OF or shorter:
        return
    true = Elapsed(years - OUT_OF, years + OUT_OF)
    yield judged(passage, Stretch(Date(first.span), Date(last.span), found, true, "年龄与年数", doubtful=True))
