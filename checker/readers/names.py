"""What a heading, caption or byline is filed under, by its shape alone: whose name it is, the gazetteer knows."""

from checker.patterns import pattern
from checker.spans import Span

HAN = "\u3400-\u9fff"
NAME = f"[{HAN}·]{{2,16}}"
OPENING = pattern(
    f"[【［\\[](?P<bracket>{NAME})[】］\\]]"
    f"|(?P<name>{NAME})(?:(?P<space>[ \\t\u3000]+(?=\\S))|[：:](?=\\S)|\\s*(?:[｜|丨∣│]|——|－－)\\s*(?=\\S))"
)
WHOLE = pattern(f"(?!.*的){NAME}$")
ADMINISTRATIVE = pattern("(?:省|自治区|特别行政区|市|区|县|旗|州|盟|镇|乡|街道|苏木|村|社区|口岸|新城)$")
# Words that end like a place and name none.
GENERIC = pattern(
    "(?:[城都]市|农村|[乡城]镇|城乡|乡村|社区|[园景山地小老灾校城新片郊库牧林]区|区县|县区|市县|各地市|[全我][省市区县]|"
    "[上股楼车债汇夜门超集后]市|国[内际]股市)$"
)
BYLINE_NAME = pattern(
    f"(?P<full>[{HAN}]{{1,12}}?(?:自治县|自治旗|自治州|新区|林区|特区|区|县|旗|州|盟|(?<!都)市))"
    "(?=融媒|广播|电视|新闻|日报|报社|报|委|记者|传媒|宣传)"
    f"|(?P<short>[{HAN}]{{2,4}})(?=日报|晚报|融媒|电视台|广播电视|发布)"
)


def is_full(name: str) -> bool:
    """Whether ``name`` says by itself that it is a place: 西陵区, 二连浩特市, 歙县."""
    return bool(ADMINISTRATIVE.search(name)) and not GENERIC.match(name) and (len(name) > 2 or name.endswith("县"))


def opening_name(text: str, start: int, end: int) -> tuple[Span, str] | None:
    """The name that a heading opens with, and what sets it off: ``space``, ``bracket``, ``mark``, or ``whole`` line."""
    found = OPENING.match(text, start, end)
    if found:
        kind = "bracket" if found["bracket"] else "space" if found["space"] else "mark"
        span = Span(*found.span("bracket" if found["bracket"] else "name"))
        return (span, kind) if len(span) <= 6 or is_full(span.of(text)) else None
    if end - start <= 8 and WHOLE.match(text, start, end) and is_full(text[start:end]):
        return Span(start, end), "whole"
    return None


def byline_name(text: str, start: int, end: int) -> Span | None:
    """The place that a byline's desk is named for: 璧山区 of 璧山区融媒体中心记者."""
    found = BYLINE_NAME.match(text, start, end)
    return Span(start, found.end()) if found else None
