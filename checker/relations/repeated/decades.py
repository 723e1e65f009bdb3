"""same: the decade of an age in a headline, and the age in the body: 八旬老人 above, 今年73岁 below.

八旬 are the years from eighty on; 近八旬 the last before. Only where the body has a single age of an old person is that
the one meant, and it is for a reader to look at.
"""

from collections.abc import Iterator, Sequence

from checker.document import BlockKind, Document
from checker.findings import Verdict
from checker.patterns import pattern
from checker.relations.record import Operand, Relation
from checker.relations.repeated.how_old import is_today
from checker.relations.repeated.mentions import KIND, Mention
from checker.spans import Span

DECADES = {"五": 50, "六": 60, "七": 70, "八": 80, "九": 90}
TOLD = pattern(
    "(?P<near>年?(?:将?近|不到|未满))?(?P<decade>[五六七八九])旬"
    "(?:独居|退休|留守|空巢|抗战|农村|残疾|乡村)?(?:老|翁|夫妇|夫妻|阿[婆公]|大[爷妈娘伯]|奶奶|爷爷|婆婆|婆|母亲|父亲|村医|匠人|党员)"
)
OLD, OLDEST, EARLY, LATE = 48, 122, 2, 10
"""From which age on somebody is old; how many years before the decade and after its beginning may be called by it."""

LEAST_NEAR, NEAR = 5, 12
"""How far below it 近八旬 begins; an age that lies further off is that of somebody else."""

OTHERS = pattern(
    "[儿孙]|女[儿婿]|媳|丈夫|妻|老伴|弟|妹|哥|姐|徒|邻居|民警|医生|护士|志愿者|司机|书记|主任|干部|记者|队员|同伴|伙伴|嫌疑|疑犯|骗子"
)
"""Who else than the one of the headline an age may be told of."""


def told_below(document: Document, mentions: Sequence[Mention]) -> Iterator[Relation]:
    """The headline's decade with the body's only age."""
    title = next(iter(document.of_kind(BlockKind.TITLE)), None)
    found = list(TOLD.finditer(document.text, title.span.start, title.span.end)) if title else []
    if len(found) != 1:
        return
    ages = [one for one in mentions if one.quantity.unit.name == "岁" and not one.title and one.quantity.value >= OLD]
    if not ages or len({one.quantity.value for one in ages}) > 1 or not all(map(_is_of_all, ages)):
        return
    age, decade = ages[0], DECADES[found[0]["decade"]]
    low, high = (decade - LEAST_NEAR, decade) if found[0]["near"] else (decade - EARLY, decade + LATE)
    if not decade - NEAR <= age.quantity.value < decade + LATE + NEAR:
        return
    verdict = Verdict.CONSISTENT if low <= age.quantity.value <= high else Verdict.INCONSISTENT
    yield _relation(document, Span(found[0].start(), found[0].end("decade") + 1), age, verdict)


def _is_of_all(one: Mention) -> bool:
    """Whether an age is that of today, and no word beside it names somebody else."""
    return is_today(one) and not OTHERS.search(one.words)


def _relation(document: Document, span: Span, age: Mention, verdict: Verdict) -> Relation:
    told = document.text[span.start : span.end]
    working = f"标题“{told}”，第{age.paragraph}段“{age.quantity.literal}”"
    fits = verdict is Verdict.CONSISTENT
    note = f"{working}，{'一致' if fits else '不一致'}"
    operands = (Operand("value", span, str(DECADES[told[-2]]), "岁"), Operand.of("value", age.quantity))
    data = {"name": "年龄", "working": working, "computed": age.quantity.literal}
    return Relation(KIND, operands, verdict, note, (), span, not fits, data, variant="headline")
