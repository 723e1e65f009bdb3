"""Remarks of editors that were never meant for print: those that fill a bracket, and those that are a clause."""

import re
from collections.abc import Iterator
from functools import cache

from checker.checks.kind import Params
from checker.patterns import one_of, pattern
from checker.spans import Span

COLON = pattern("[：:]")
BRACKET = pattern("[（(【\\[〔](?P<words>[^（()）【】\\[\\]〔〕\\n]{1,40})[)）】\\]〕]")
END = "[。！？!?，,…～~ ]{0,3}"
EDGE = frozenset("\n。！？；，：:）)】 \u3000")
PUTS = frozenset("加补插放配换贴附")
ASKS = frozenset("请需须缺")
OTHERS = frozenset("版空占篇上见发付签")
SHORT = 24
LABELS = frozenset("插配贴附")
"""A bracket may label what stands beside it: 附图, 插图."""

PENDING = (
    "待(?:补(?![偿缴办贴助录课考休给血])|核(?![酸销准减算拨发定])|填(?![海埋])|查证|确认|更新|写|替换|校对|配图|插|采访)"
    "(?![^，,；;]{0,6}[后再之])"
)
WORKS = (
    "核实|核对|再核|复核|核查|核一|查证|查一下|补充|补上|补一|补齐|补图|确认|更新|替换|改写|"
    "压缩|删|缩短|斟酌|把关|酌|定夺"
)
ASKED = f"请(?!问|您|教|假|客|战|愿|求|示)[\u4e00-\u9fff]{{0,8}}?(?:{WORKS})"
PUT = "(?:插入|[加补配放换](?:[入上一个张]|[几两][张幅]))[\u4e00-\u9fff]{0,8}?"
LAYOUT = (
    "[视看]版面|版面(?:不够|允许|若|如)|(?:可|建议|拟)(?:删|略去|不用|不登|压缩)[\u4e00-\u9fff]{0,3}$|"
    "[先暂]空着|留空|先?占个?位[。]?$|篇幅(?:太长|过长|允许)|(?:上版|见报|发稿|付印|签发)前"
)
AT = (
    "(?:插(?![秧队头嘴足花])|补(?![给贴偿习课助种丁])|缺(?![水氧电少])|配(?:图|上|[一两几][张幅个])|放(?:图|[一两几][张幅段])|"
    "加(?:入|上|图|[个张段句]|[一两几][个张段句些]|小标题|数据|引语|背景)|换(?:图|掉|[一个张])|核(?![心桃酸电能])|空着|留白|存疑|[未没]写|"
    "(?:应|要|可|建议|拟|需要?)(?:删|改|缩|压))(?![\u4e00-\u9fff]{0,2}了)"
)
SURE = pattern("[待需请须缺]|建议")
HERE = "这里|这儿|前面|后面|上文|下文|以下|上述|开头|结尾|文末|文中"
TO_DO = "请|[待需须再]|核|补|删|压缩|改[写成为短一]|换[一图成]|缺|对不上|存疑|版面|标题|太长|重写|确认"


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


def remarks(text: str, params: LeftoverParams) -> Iterator[tuple[Span, str, bool]]:
    """Every remark, with the name of its message and whether a finished text may hold it too."""
    signs = _signs(params)
    for found in BRACKET.finditer(text):
        doubtful = None if signs.isdisjoint(found["words"]) else _bracketed(found["words"].strip(), params)
        if doubtful is not None:
            yield Span(*found.span()), "remark", doubtful
    _, clause = _shapes(params)
    last = 0
    for at in sorted((*_pointed(text, params), *_addressed(text, params))):
        free = at >= last and (at == 0 or text[at - 1] in EDGE)
        remark = clause.match(text, at) if free else None
        if remark and (remark["place"] or not remark["mild"]):
            yield Span(*remark.span()), "remark", bool(remark["doubt"] or remark["mild"])
            last = remark.end()


def _bracketed(words: str, params: LeftoverParams) -> bool | None:
    """Whether a remark that fills a bracket may be meant for print; None where the bracket holds none.

    What is no order from end to end may still speak to somebody (责编注：…请压缩), point at the text (此处需要补充…),
    or say somewhere what is still to be done.
    """
    whole, _ = _shapes(params)
    remark = whole.fullmatch(words) if len(words) <= SHORT else None
    if remark and (remark["place"] or not (remark["mild"] or words[0] in LABELS)):
        return bool(remark["doubt"])
    spoken, placed, told = _loose(params)
    if spoken.match(words) or placed.match(words):
        return SURE.search(words) is None
    return True if told.search(words) else None


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
    return frozenset(one[0] for one in (*params.orders, *params.doubts, *params.mild)) | PUTS | ASKS | OTHERS


@cache
def _loose(params: LeftoverParams) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Remarks with other words in them: to somebody, about a place in the text, or with something still to be done."""
    spoken = f"(?:{one_of(params.people)})(?:注|提示|留言|备注|附言)?[：:，,](?!请[问您教]).*?(?:{TO_DO})"
    placed = f"(?:{one_of(params.places)}|{HERE})[^，,。；;]{{0,8}}?(?:{PENDING}|[需须]要?补|{ASKED}|{AT})"
    put = f"^{PUT}(?:{one_of(params.additions)})$"
    told = f"{PENDING}|{ASKED}|{LAYOUT}|^(?:补|待补|缺|核|待核|存疑)[：:]|{put}"
    return pattern(spoken), pattern(placed), pattern(told)


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
