"""So many of which somebody is only one: 国家推进的6大工程之一, 入围国家首批20个试点城市."""

from dataclasses import replace

from checker.extraction.naming import Naming
from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.spans import Span

ENTERS = "入围|入选|跻身|列入|纳入|晋级|荣列"
LED = pattern(f"(?:(?:{ENTERS})(?:为|了)?|^)(?P<of>国家|全国|我国|全球|世界)")
ONE_OF = pattern("[一-鿿“”A-Za-z]{1,16}之一")
ENTERED = pattern(f"^[^，。；]{{0,6}}?(?:{ENTERS})(?:为|了)?(?:国家|全国|我国|全球|世界)?的?")
OWNERS = {"国家": "中国", "全国": "中国", "我国": "中国", "全球": "全球", "世界": "全球"}


def all_of(text: str, one: Quantity, clause: Span, said: Naming) -> tuple[str, Naming] | None:
    """Whose all the things are of which somebody is one, and what they are; None where a number counts none such.

    Only those of a country or of the world are known by the words around.
    """
    if one.unit_class is not UnitClass.COUNT:
        return None
    led = text[clause.start : one.span.start]
    found = LED.search(led)
    if not found or not (found.start("of") > 0 or ONE_OF.match(text, one.span.end)):
        return None
    return OWNERS[found["of"]], replace(said, metric=ENTERED.sub("", said.metric) or said.metric)
