"""To what something is done, led by 对: 对进口钢材|加征关税10%, 对受灾地区|拨付资金3亿元."""

from checker.extraction.nominals import INNER
from checker.extraction.parsing import Word, Words
from checker.lexicon.speech import Part
from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.spans import Span

WHOM = pattern("(?<![针面相应绝反核校派比])对(?P<whom>[^，。；：对]{2,26})$")
DEED = pattern(
    "(?:暂停|恢复|取消|停止)?(?:加征|减征|免征|征收|减免|下调|上调|降低|提高|给予|发放|处以|罚款|补贴|补助|奖励|援助|加收)"
)
"""What is done to something, and means nothing without it."""

INSIDE = pattern("(?<![针面相应绝反核校派比])对(?P<of>[^，。；：对0-9]{0,8})(?:近|约|超过?)?$")
TOPIC = pattern("对于?(?P<whom>[^，。；对此]{3,14})(?<!来说)(?<!而言)(?<!来讲)，")
GIVES = "(?:拨付|下拨|拨给|发放|贷放|补助|救济|减免|安排|投入|供应)"
GIVEN = pattern(f"[^，。；]{{0,12}}{GIVES}")
GIVING = pattern(f"(?P<deed>{GIVES})了?[^，。；]{{0,14}}$")
HEAD, FAR = 4, 30


def aimed(text: str, clause: Span, one: Quantity, metric: str) -> str:
    """The indicator of what is done with what it is done to, where its clause leads that by 对."""
    deed = DEED.search(metric)
    head = deed[0] if deed and not deed.start() else metric[:HEAD]
    at = text.rfind(head, clause.start, one.span.end + FAR) if metric else -1
    if at < 0 or not deed or at > one.span.start:
        return metric
    told = WHOM.search(text, clause.start, at)
    return f"对{told['whom']}{metric}" if told else metric


def topical(text: str, sentence: Span, clause: Span, one: Quantity, metric: str) -> str:
    """The indicator of what is given, with whom its sentence begins with: 对受灾乡镇，县里发放|种子3万斤."""
    topic = TOPIC.match(text, sentence.start, sentence.end)
    if not topic or topic.end() > one.span.start or not GIVEN.match(text, topic.end()) or metric.startswith("对"):
        return metric
    giving = GIVING.search(text, clause.start, one.span.start)
    deed = giving["deed"] if giving and giving["deed"] not in metric else ""
    return f"对{topic['whom'].replace('的', '')}{deed}{metric}"


def object_of(words: Words, clause: Span, one: Quantity, metric: str) -> str:
    """The indicator of how much it is that something is done to: 对|2000亿美元|商品加征关税."""
    led = INSIDE.search(words.text, clause.start, one.span.start) if one.unit_class is UnitClass.MONEY else None
    behind = list(words.between(one.span.end, min(clause.end, one.span.end + FAR))) if led else []
    last = next((nth for nth, word in enumerate(behind) if word.part not in INNER), len(behind))
    deed = DEED.match(words.text, behind[last].start) if 0 < last < len(behind) else None
    if not led or not deed:
        return metric
    thing = words.text[one.span.end : behind[last].start]
    measure = "金额" if one.unit_class is UnitClass.MONEY else ""
    return (
        f"{deed[0]}{_what(behind, deed.end())}的{led['of'].removesuffix('的')}{thing}{measure}" if measure else metric
    )


def _what(words: list[Word], at: int) -> str:
    """What is imposed or given, by the first noun behind the verb."""
    return next((word.text for word in words if word.start >= at and word.part is Part.NOUN), "")
