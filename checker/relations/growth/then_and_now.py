"""Two clauses that tell the same of one time and of a later one: 去年8月卖了150套，今年8月卖了300套."""

from checker.patterns import pattern
from checker.relations.adverbs import EXACT, ONLY, STILL, TOGETHER, adverbs
from checker.relations.passage import Figure, Passage

THEN = pattern(
    "(?P<then>[去前上]年|[一二两三四五六七八九十几]{1,3}年前|[头第]一年|首年|上一?年|上个?月|上周|上半年|昨[天日]|从前|以前|之前|[此先早]前|原来|原先|过去|当初|起初|最初|早先|刚来时|刚开始时?|[\u4e00-\u9fff]{2,4}?那[年时会]儿?|那时候?|当[年时]|(?:19|20)[0-9]{2}年)"
    "(?P<part>同期|[0-9]{1,2}月(?:份|[0-9]{1,2}[日号])?|[年月]?[初底末])?[，,]?(?P<said>[\u4e00-\u9fff]{0,8})$"
)
NOW = pattern(
    "(?:[\u4e00-\u9fff]{0,3})[，,](?:而|可|到了?|但)?(?P<now>[今去]年|第[二三四五六]年|本月|这个月|这周|本周|下半年|今[天日]|如今|现在|目前|眼下|后来|(?:19|20)[0-9]{2}年)"
    "(?P<part>同期|[0-9]{1,2}月(?:份|[0-9]{1,2}[日号])?|[年月]?[初底末])?(?P<said>[\u4e00-\u9fff]{0,8})"
)
FREE = pattern(f"{adverbs(EXACT, ONLY, STILL, TOGETHER)}|[了有是着到达过能]|增[加至]|一[天日年月周亩]")
SAME = "去年"


def are_told(passage: Passage, base: Figure, current: Figure) -> bool:
    """Whether the clauses of two figures say the same of an earlier time and of a later one."""
    start = passage.clauses[base.clause].start
    gap = passage.text[base.quantity.span.end : current.quantity.span.start]
    then, now = THEN.search(passage.text[start : base.quantity.span.start]), NOW.fullmatch(gap)
    if then is None or now is None or then["then"] == now["now"] or (now["now"] == SAME and then["then"] != "前年"):
        return False
    if "同期" not in (then["part"] or "", now["part"] or "") and (then["part"] or "") != (now["part"] or ""):
        return False
    said, again = (FREE.sub("", one["said"]) for one in (then, now))
    return said == again or not again or "到" in now["said"]
