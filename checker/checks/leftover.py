"""leftover: what was never meant for print: numbers still to come, editors' remarks, the debris of templates."""

import re
from collections.abc import Iterator
from functools import cache

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Hit
from checker.patterns import one_of, pattern
from checker.spans import Span

BLANK = "(?:[×✕╳]{1,6}|[XxＸ]{2,6}|[△□○〇＿]{2,6}|_{2,12}|[*＊]{2,6}|[?？]{2,4})"
AMOUNT = pattern(
    f"(?<![0-9０-９A-Za-z.．×✕╳XxＸ*＊_〇○])(?P<blank>{BLANK})(?:[.．]{BLANK})?\\s?(?:余|多)?"
    "(?:(?P<sure>[十百千]{0,2}[万亿]|[%％‰]|个?百分点|公里|千米|平方米|平方公里|立方米|公顷|千克|公斤|吨|亩|元)"
    "|(?P<things>[个家名户台套项件次座条批辆艘](?![\\u4e00-\\u9fff]{0,1}[×✕╳XxＸ])|人次|人(?![民寿事力社大口才])))"
)
AMOUNT_SIGNS = ("×", "✕", "╳", "XX", "xx", "ＸＸ", "△△", "□□", "○○", "〇〇", "__", "＿＿", "**", "＊＊", "??", "？？")
DAY = pattern("(?<![0-9０-９×XxＸ])(?:[×✕╳]{1,4}|[XxＸ]{1,4})月(?:[×✕╳]{1,4}|[XxＸ]{1,4})[日号]")
PAGE = pattern("(?:下转|上接|转|接)第(?:[\\s×XxＸ_＿]{0,4})版")
MADE = pattern(
    "错误[!！]\\s?(?:未找到引用源|未定义书签|文档中没有指定样式的文字|链接无效|未指定主题)|"
    "Error! (?:Reference source|Bookmark) not (?:found|defined)|"
    "#(?:REF!|DIV/0!|VALUE!|NAME\\?|NULL!|NUM!)|"
    "(?:NaN|undefined|null)(?=[%％万亿元个])|"
    "(?i:lorem ipsum)|"
    "(?:单击|点击|双击|请在)(?:或(?:单击|点击|双击))?此处(?:编辑|输入|添加|插入)[\\u4e00-\\u9fff]{0,8}|"
    "(?<![A-Za-z0-9])(?:TODO|FIXME)(?![A-Za-z0-9])"
)
MADE_SIGNS = ("错误", "Error!", "#", "NaN", "undefined", "null", "orem", "LOREM", "此处", "TODO", "FIXME")
TEMPLATE = pattern("\\{\\{[^{}\\n]{1,40}\\}\\}|\\$\\{[^{}\\n]{1,40}\\}|[{｛][\\u4e00-\\u9fff]{1,12}[}｝]")
ASKED = pattern("[（(【\\[]\\s*[?？]{1,3}\\s*[)）】\\]]")
BRACKET = pattern("[（(【\\[〔](?P<words>[^（()）【】\\[\\]〔〕\\n]{1,24})[)）】\\]〕]")
END = "[。！？!?，,…～~ ]{0,3}"
EDGE = "(?<![^\\n。！？；，：:）)】])"


class LeftoverParams(Params):
    """The words that remarks are made of.

    ``places`` point at the text (此处), ``things`` are what it is made of (数据), ``orders`` say what is still to be
    done (待核, 请核实), ``additions`` what is still to be put in (图片); ``mild`` are orders that a finished text may
    hold too (待定), ``people`` those whom a remark speaks to (记者).
    """

    places: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    orders: tuple[str, ...] = ()
    mild: tuple[str, ...] = ()
    additions: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


def check(article: Article, params: LeftoverParams) -> Iterator[Hit]:
    """Every place that is not finished."""
    text = article.text
    found = [*_blanks(text), *_made(text), *_remarks(text, params)]
    quoted = [one.span for one in article.document.quotations] if found else []
    for span, variant, doubtful in found:
        inside = any(one.covers(span) for one in quoted)
        yield Hit(span, {"words": span.of(text)}, variant=variant, doubtful=doubtful or inside)


def _blanks(text: str) -> Iterator[tuple[Span, str, bool]]:
    """Signs that stand in for a number: ××万元, X月X日, 下转第 版."""
    if any(sign in text for sign in AMOUNT_SIGNS):
        for found in AMOUNT.finditer(text):
            masked = found["blank"][0] in "*＊?？○〇□△_＿"
            yield Span(*found.span()), "blank", masked or not found["sure"]
    for signs, shape, sure in ((("月",), DAY, False), (("下转", "上接"), PAGE, True)):
        if all(sign in text for sign in signs[:1]) or any(sign in text for sign in signs):
            for found in shape.finditer(text):
                yield Span(*found.span()), "blank", not sure


def _made(text: str) -> Iterator[tuple[Span, str, bool]]:
    """What word processors, spreadsheets and templates leave behind, and numbers that somebody put a ? to."""
    if any(sign in text for sign in MADE_SIGNS):
        for found in MADE.finditer(text):
            yield Span(*found.span()), "debris", False
    if "{" in text or "｛" in text:
        for found in TEMPLATE.finditer(text):
            yield Span(*found.span()), "debris", found[0][1] not in "{$" and found[0][0] != "$"
    if "?" in text or "？" in text:
        for found in ASKED.finditer(text):
            yield Span(*found.span()), "asked", True


def _remarks(text: str, params: LeftoverParams) -> Iterator[tuple[Span, str, bool]]:
    whole, bare = _shapes(params)
    for found in BRACKET.finditer(text):
        remark = whole.fullmatch(found["words"].strip())
        if remark:
            yield Span(*found.span()), "remark", bool(remark["mild"]) and not remark["place"]
    if any(one in text for one in (*params.places, *params.people)):
        for found in bare.finditer(text):
            yield Span(found.start("words"), found.end("words")), "remark", bool(found["mild"])


@cache
def _shapes(params: LeftoverParams) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A remark that fills a bracket, and one that is a clause by itself."""
    orders, mild = one_of(params.orders), one_of(params.mild)
    put = f"(?:再?[加补插放配换贴附]|插入|添加|补充|替换)(?:[一两几]?[张幅段个])?(?:{one_of(params.additions)})"
    order = f"(?:{put}|{orders}|(?P<mild>{mild}))"
    place, people = one_of(params.places), one_of(params.people)
    things = f"(?:(?:本|该|具体|相关|准确)?(?:{one_of(params.things)}))"
    told = f"(?:(?:{people})[：:，, ]?\\s?)"
    whole = f"{told}?(?P<place>{place})?的?{things}?(?:还|均|也|都|暂|尚|再)?{order}(?:{things}|一下)?{END}"
    clause = (
        f"{EDGE}(?P<words>(?:(?:{people})[：:]\\s?(?:{place})?{things}?|(?:{place})的?{things}?)"
        f"(?:还|均|也|都|暂|尚|再)?{order}(?:{things}|一下)?)(?=[。！？!?，,；\\n（(]|$)"
    )
    return pattern(whole), pattern(clause)


KIND = Kind(
    check,
    frozenset({"words"}),
    LeftoverParams,
    variants=frozenset({"blank", "remark", "debris", "asked"}),
)
