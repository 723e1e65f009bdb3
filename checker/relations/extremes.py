"""The least and the most of something, told one by one: 最低80元、最高680元; 少则十几人，多则上百人; 在3%和5%之间.

A word before each end tells which of the two it is, and both words measure alike: 最短 goes with 最长, not with 最高.
"""

from collections.abc import Iterator
from dataclasses import replace

from checker.patterns import one_of, pattern
from checker.quantities.model import Hedge, Quantity, Range, UnitClass
from checker.relations.passage import Figure, Passage

ENDS = (
    *(("低", "高"), ("小", "大"), ("少", "多"), ("短", "长"), ("轻", "重"), ("窄", "宽"), ("薄", "厚"), ("浅", "深")),
    *(
        ("矮", "高"),
        ("便宜", "贵"),
        ("年轻", "年长"),
        ("年幼", "年长"),
        ("近", "远"),
        ("小", "老"),
        ("弱", "强"),
        ("快", "慢"),
    ),
)
"""The words of size that belong together."""
FORMS = ("最{}", "{}则", "{}的", "{}说", "{}至", "{}到", "{}的时候", "{}时")
OF_EACH = "的"
FIXED = (("下限", "上限"), ("起步价", "封顶价"), ("低值", "高值"), ("至少", "至多"), ("最小值", "最大值"))
PAIRS = frozenset({*FIXED, *((form.format(low), form.format(high)) for low, high in ENDS for form in FORMS)})
FILLER = (
    "(?:[的达为是有到至能可才仅只也就要需卖约近已获者在年罚花得重长高收付给上数几]|的人|达到|可达|能够|可以|可能|每[\u4e00-\u9fff]|"
    "不超过|不低于|不过|不足|不到|接近|超过|[:：])*"
)
INNER = pattern(f"(?:{FILLER})$")
LED = pattern(rf"(?P<word>{one_of(word for pair in PAIRS for word in pair)})(?P<inner>[\u4e00-\u9fff]{{0,6}}[:：]?)$")
TURN = pattern("[，,、；]?(?:而|但|且|和|与|到|至)?$")
CHARS = pattern("[最则的说限至到值价]")
BETWEEN, AND = pattern("之间"), pattern("[和与跟]|及其?")
BOUND = pattern("(?:[（(]含(?:本数)?[）)])?[，,、]?(?:且|但|并|而|又|和)?(?:同时)?(?:应|须)?")
SPREADING = pattern(
    "(?:海拔|年龄|身高|体重|规格|大小|直径|口径|面积|厚度|深度|单价|时长|长度|尺寸|容量|重量|落差|剂量|[年月]龄|[\u4e00-\u9fff]径)"
    "(?:跨度)?(?:也|都|均|分别|各异|不一|不等|，)*[从自由]$"
)
AT_LEAST, AT_MOST = frozenset({Hedge.AT_LEAST, Hedge.OVER, Hedge.JUST_OVER}), frozenset({Hedge.AT_MOST, Hedge.BELOW})
LEAD, FARTHEST = 14, 18
"""How many characters before the first are read, and how many may stand between the two."""


def find(passage: Passage) -> Iterator[Range]:
    """The two ends of every spread that words tell, the least as ``low`` wherever it stands."""
    for one, two in zip(passage.figures, passage.figures[1:], strict=False):
        first, second = one.quantity, _priced(one.quantity, two.quantity)
        if second.span.start - first.span.end <= FARTHEST and _alike(first, second):
            ends = _between(passage, first, second) or _bounds(passage, first, second) or _led(passage, one, two)
            if ends and ends[0].value * ends[0].unit.factor != ends[1].value * ends[1].unit.factor:
                yield Range(first.span.join(second.span), *ends)


def spreads(passage: Passage, token: Range) -> bool:
    """Whether 从…到… tells how far something reaches, not how it moved: 海拔从200米到1800米, 从6岁到80岁."""
    head = max(passage.span.start, token.span.start - 12)
    if token.high.unit.name in ("岁", "周岁"):
        return token.low.value < token.high.value and token.high.value.denominator == 1
    return _rises(token.low, token.high) and SPREADING.search(passage.text, head, token.span.start) is not None


def _priced(one: Quantity, two: Quantity) -> Quantity:
    """每亩4万元和6万元: what a unit costs is told once for both ends."""
    alike = one.unit_class is UnitClass.PER and one.unit.name.partition("/")[0] == two.unit.name
    return replace(two, unit=one.unit) if alike else two


def _alike(one: Quantity, two: Quantity) -> bool:
    if one.unit_class is UnitClass.NONE or one.unit_class is UnitClass.TEMPERATURE:
        return False
    return one.unit_class is two.unit_class and one.unit.base == two.unit.base


def _between(passage: Passage, one: Quantity, two: Quantity) -> tuple[Quantity, Quantity] | None:
    """在3000元和5000元之间."""
    if BETWEEN.match(passage.text, two.span.end) and AND.fullmatch(passage.text, one.span.end, two.span.start):
        return one, two
    return None


def _bounds(passage: Passage, one: Quantity, two: Quantity) -> tuple[Quantity, Quantity] | None:
    """不低于1%且不超过2%."""
    if AT_LEAST.isdisjoint(one.hedges) or AT_MOST.isdisjoint(two.hedges):
        return None
    return (one, two) if BOUND.fullmatch(passage.text, one.span.end, two.span.start) else None


def _led(passage: Passage, one: Figure, two: Figure) -> tuple[Quantity, Quantity] | None:
    """最低3800元，最高9600元, in either order."""
    gap = passage.text[one.quantity.span.end : two.quantity.number.start]
    if not CHARS.search(gap):
        return None
    number = one.quantity.number.start
    lead = passage.text[max(passage.clauses[one.clause].start, number - LEAD) : number]
    first, second = LED.search(lead), LED.search(gap)
    if first is None or second is None or not TURN.match(gap[: second.start()]):
        return None
    words = first["word"], second["word"]
    if "快" in words[0] + words[1] and one.quantity.unit_class is not UnitClass.DURATION:
        return None
    if words[0].endswith(OF_EACH) and one.quantity.unit_class is UnitClass.RATE:
        return None  # 按高的50%、低的100%计算: a rate taken of each
    turned = words not in PAIRS
    if turned and words[::-1] not in PAIRS:
        return None
    ends = (two.quantity, one.quantity) if turned else (one.quantity, two.quantity)
    alike = INNER.match(second["inner"]) or second["inner"] == first["inner"]
    return ends if alike or (words[0][0] != "最" and _rises(*ends)) else None


def _rises(low: Quantity, high: Quantity) -> bool:
    return low.value * low.unit.factor < high.value * high.unit.factor
