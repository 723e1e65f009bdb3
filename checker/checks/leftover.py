"""leftover: what was never meant for print: numbers still to come, editors' remarks, the debris of templates."""

import re
from collections.abc import Iterator
from functools import cache

from checker.checks.kind import Kind, Params
from checker.extraction.article import Article
from checker.findings import Hit
from checker.patterns import led, one_of, pattern
from checker.spans import Span

BLANK = "(?:[×✕╳]{1,6}|[XxＸ]{2,6}|[△□○〇＿]{2,6}|_{2,12}|[*＊]{2,6}|[?？]{2,4})"
AMOUNT = pattern(
    led(
        "×✕╳XxＸ△□○〇＿_*＊?？",
        f"(?<![0-9０-９A-Za-z.．×✕╳XxＸ*＊_〇○])(?P<blank>[XxＸ×][.．][XxＸ×]{{1,2}}|{BLANK}(?:[.．]{BLANK})?)\\s?(?:余|多)?"
        "(?:(?P<sure>[十百千]{0,2}[万亿]|[%％‰]|个?百分点|公里|千米|平方米|平方公里|立方米|公顷|千克|公斤|吨|亩|元)"
        "|(?P<things>[个家名户台套项件次座条批辆艘](?![\\u4e00-\\u9fff]{0,1}[×✕╳XxＸ])|人次|人(?![民寿事力社大口才])))",
    )
)
EMPTY = pattern(
    "(?:(?:增长|下降|提高|上升|回落|降低|提升|增加|减少|达到?|占|超过?|完成|投资|实现|收入|产值|总额|金额|共计|合计)了?)(?P<gap>"
    "[ \u3000]{1,8}(?:[百千]?[万亿](?:元|吨|人|亩|平方米|千瓦时|美元)|元|个百分点)|[ \u3000]{0,8}[%％])(?=[，。；、])"
)
AMOUNT_SIGNS = (
    "X.X",
    "x.x",
    "×",
    "✕",
    "╳",
    "XX",
    "xx",
    "ＸＸ",
    "△△",
    "□□",
    "○○",
    "〇〇",
    "__",
    "＿＿",
    "**",
    "＊＊",
    "??",
    "？？",
)
DAY = pattern("(?<![0-9０-９×XxＸ])(?:[×✕╳]{1,4}|[XxＸ]{1,4})月(?:[×✕╳]{1,4}|[XxＸ]{1,4})[日号]")
PAGE = pattern("(?:下转|上接|转|接)第(?:[\\s×XxＸ_＿]{0,4})版")
DAY_SIGNS, PAGE_SIGNS = ("×月", "✕月", "╳月", "X月", "x月", "Ｘ月"), ("下转", "上接", "转第", "接第")
MADE = pattern(
    led(
        "错E#NunlL单点双请TF",
        "错误[!！]\\s?(?:未找到引用源|未定义书签|文档中没有指定样式的文字|链接无效|未指定主题)|"
        "Error! (?:Reference source|Bookmark) not (?:found|defined)|"
        "#(?:REF!|DIV/0!|VALUE!|NAME\\?|NULL!|NUM!)|"
        "(?:NaN|undefined|null)(?=[%％万亿元个])|"
        "(?i:lorem ipsum)|"
        "(?:单击|点击|双击|请在)(?:或(?:单击|点击|双击))?此处(?:编辑|输入|添加|插入)[\\u4e00-\\u9fff]{0,8}|"
        "(?<![A-Za-z0-9])(?:TODO|FIXME)(?![A-Za-z0-9])",
    )
)
MADE_SIGNS = ("错误", "Error!", "#", "NaN", "undefined", "null", "orem", "LOREM", "此处", "TODO", "FIXME")
TEMPLATE = pattern("\\{\\{[^{}\\n]{1,40}\\}\\}|\\$\\{[^{}\\n]{1,40}\\}|[{｛][\\u4e00-\\u9fff]{1,12}[}｝]")
ASKED = pattern("[（(【\\[]\\s*[?？]{1,3}\\s*[)）】\\]]")
COLON = pattern("[：:]")
BRACKET = pattern("[（(【\\[〔](?P<words>[^（()）【】\\[\\]〔〕\\n]{1,24})[)）】\\]〕]")
END = "[。！？!?，,…～~ ]{0,3}"
EDGE = frozenset("\n。！？；，：:）)】 \u3000")
PUTS = frozenset("加补插放配换贴附")
ASKS = frozenset("请需须缺")
LABELS = frozenset("插配贴附")
"""A bracket may label what stands beside it: 附图, 插图."""


class LeftoverParams(Params):
    """The words that remarks are made of.

    ``places`` point at the text (此处), ``things`` are what it is made of (数据), ``orders`` say what is still to be
    done (待核, 请核实), ``additions`` what is still to be put in (图片). ``doubts`` are orders that a finished text may
    hold too (删), ``mild`` those that are remarks only where they point at the text (此段待定). ``people`` are those
    whom a remark speaks to (记者).
    """

    places: tuple[str, ...] = ()
    things: tuple[str, ...] = ()
    orders: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
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
            if found["blank"].startswith("**") and _is_bold(text, found.start()):
                continue
            masked = found["blank"][0] in "*＊?？○〇□△_＿"
            yield Span(*found.span()), "blank", masked or not found["sure"]
    for found in EMPTY.finditer(text):
        yield Span(*found.span()), "blank", True
    for signs, shape, sure in ((DAY_SIGNS, DAY, False), (PAGE_SIGNS, PAGE, True)):
        if any(sign in text for sign in signs):
            for found in shape.finditer(text):
                yield Span(*found.span()), "blank", not sure


def _is_bold(text: str, at: int) -> bool:
    """Whether the asterisks close what others opened in the line: **30亿**元."""
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return text.count("**", start, end if end >= 0 else len(text)) % 2 == 0


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
    whole, clause = _shapes(params)
    signs = _signs(params)
    for found in BRACKET.finditer(text):
        remark = None if signs.isdisjoint(found["words"]) else whole.fullmatch(found["words"].strip())
        if remark and (remark["place"] or not (remark["mild"] or found["words"][0] in LABELS)):
            yield Span(*found.span()), "remark", bool(remark["doubt"])
    last = 0
    for at in sorted((*_pointed(text, params), *_addressed(text, params))):
        free = at >= last and (at == 0 or text[at - 1] in EDGE)
        remark = clause.match(text, at) if free else None
        if remark and (remark["place"] or not remark["mild"]):
            yield Span(*remark.span()), "remark", bool(remark["doubt"] or remark["mild"])
            last = remark.end()


def _pointed(text: str, params: LeftoverParams) -> Iterator[int]:
    """Where a word stands that points at the text: 此处."""
    for place in params.places:
        at = text.find(place)
        while at >= 0:
            yield at
            at = text.find(place, at + len(place))


def _addressed(text: str, params: LeftoverParams) -> Iterator[int]:
    """Where somebody is spoken to: 编辑：."""
    ends = {one[-2:] for one in params.people}
    for colon in COLON.finditer(text):
        if text[colon.start() - 2 : colon.start()] in ends:
            yield from (
                colon.start() - len(one) for one in params.people if text.startswith(one, colon.start() - len(one))
            )


@cache
def _signs(params: LeftoverParams) -> frozenset[str]:
    """The characters that orders begin with: a bracket without any holds no remark."""
    return frozenset(one[0] for one in (*params.orders, *params.doubts, *params.mild)) | PUTS | ASKS


@cache
def _shapes(params: LeftoverParams) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A remark that fills a bracket, and one that is a clause by itself."""
    people, some = one_of(params.people), "(?:[一两几]?[张幅段个组句处])?"
    added, things = one_of(params.additions), f"(?:(?:本|该|具体|相关|准确)?(?:{one_of(params.things)}))"
    put = f"(?:(?:需要|[要得应])?再?[{''.join(sorted(PUTS))}]入?{some}(?:{added}))"
    asked = f"(?:请|[需须]要?)(?:(?:{people})|[\\u4e00-\\u9fff]{{1,2}}(?:主任|主编|老师|编辑|记者))?(?:再|进一步)?"
    order = (
        f"(?:还|均|也|都|暂|尚|再)?(?:{put}|{asked}(?:核实?|核对|确认|补充?|查证|把关)|缺(?:{some}(?:{added})|[一两几]?[段句张幅])|"
        f"{one_of(params.orders)}|(?P<doubt>{one_of(params.doubts)})|(?P<mild>{one_of(params.mild)}))"
    )
    after = f"(?:{things}|{added}|一下)?"
    place = f"(?P<place>{one_of(params.places)})"
    whole = f"(?:(?:{people})[：:，, ]?\\s?)?(?:{place}|这里|前面|后面)?的?(?:图|{things}{{1,2}})?{order}{after}{END}"
    clause = f"(?:(?:{people})[：:]\\s?)?(?:{place}的?)?{things}?{order}{after}(?=[。！？!?，,；\\n（(]|$)"
    return pattern(whole), pattern(clause)


KIND = Kind(
    check,
    frozenset({"words"}),
    LeftoverParams,
    variants=frozenset({"blank", "remark", "debris", "asked"}),
)
