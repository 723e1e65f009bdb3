"""regions: Hong Kong, Macao and Taiwan listed among countries, where 国家 needs 和地区."""

import re
from collections.abc import Iterator
from functools import cache

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Edit, Hit, Proposal, Related
from checker.patterns import one_of, pattern
from checker.spans import Span

NUMBER = "(?:[0-9０-９]{1,3}|[一二两三四五六七八九十百数几]{1,4})(?:余|多)?"
# What joins names stands in none, so that there is one way only to read a list.
ITEM = "[^，。；：！？\\n、“”《》（）()和与及]{2,8}?"
# What may not follow 国家 or 国 when it counts countries: 国家级, 国际, 国家和地区.
OTHER = (
    "(?!\\s?[（(/／·]\\s?地区|[级际内外产企有营道籍货语民情库债队家和及与或、]|一级|二级|三级|重点|公园|标准|战略|规划|政策|法律|机关|"
    "利益|安全|主权|统一|领导|主席|认可|授权|实验室|高新|自然|森林|湿地|非物质|文物|地理|基金|科技|发展|卫生|税务|开发|"
    "电网|能源|铁路|大剧院|博物|图书|地区|以及)"
)


class RegionParams(Params):
    """The names of regions that are no countries."""

    names: tuple[str, ...] = ()


def check(article: Article, params: RegionParams) -> Iterator[Hit]:
    """Every count of countries in whose list one of the names stands."""
    text = article.text
    if not any(name in text for name in params.names) or "国" not in text:
        return
    for found in _shape(params.names).finditer(text):
        word = found["word"]
        at = Span(*found.span("word"))
        whole = word == "国家" or text[at.start - 1] in "等个"
        edit = Edit(at, f"{'' if whole else '个'}国家和地区")
        data = {"name": found["name"], "words": text[found.start("count") : at.end]}
        related = (Related(Span(*found.span("name")), "name"),)
        yield Hit(Span(found.start("count"), at.end), data, related, (Proposal("add", (edit,)),))


@cache
def _shape(names: tuple[str, ...]) -> re.Pattern[str]:
    return pattern(
        f"(?P<name>{one_of(names)})(?:地区|省)?(?:[、和及与]{ITEM}){{0,12}}"
        f"(?P<count>(?:等(?:全球|世界|亚洲|周边)?)?(?:{NUMBER}个?|(?<=等)))(?P<word>国家|国){OTHER}"
    )


KIND = Kind(check, frozenset({"name", "words"}), RegionParams, notes=frozenset({"name"}), fixes=frozenset({"add"}))
