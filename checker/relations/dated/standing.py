"""Lengths that are reckoned from or up to the date beside them, and not from it to the day of issue.

1997年…，为近五年来的最高: the five years before it. 1995年2月，具有两百年历史的银行倒闭: how old it was then.
1991年，战役打响，持续了五年: until it ended.
"""

from checker.patterns import pattern
from checker.quantities.model import Date
from checker.relations.dated.stretch import Length
from checker.relations.passage import Passage

BACK = pattern("(?:近|最近|过去|此前|之前)(?:的)?$")
RECORD = pattern("(?:以?来)?的?[^，。；]{0,8}?(?:最|之最|首|第一|新高|新低|纪录|记录)")
OLD = pattern("[，,]?(?:这[家座所个])?(?:具有|拥有|有着?|已有)$")
HISTORY = pattern("(?:悠久)?(?:历史|校史|院史|厂史|建[校院厂]史)[的、]")
LASTED = pattern("(?:持续|延续|绵延)了(?:整整|将近|近|约)?$")
NOW = pattern("至今|到今|到现在|现在|如今|已|目前")
ENDED = pattern("[。！；;\n]|$")


def is_of_then(passage: Passage, start: Date, found: Length) -> bool:
    """Whether the length ends, or begins and ends, at another time than the day of issue."""
    text, end = passage.text, found.span.end
    lead = text[start.span.end : found.span.start]
    said = lead + found.span.of(text)
    if BACK.search(lead) or said.startswith("近", len(lead)):
        return RECORD.match(text, end, passage.span.end) is not None
    if OLD.fullmatch(lead):
        return HISTORY.match(text, end, passage.span.end) is not None
    return LASTED.search(lead) is not None and NOW.search(lead) is None and ENDED.match(text, end) is not None
