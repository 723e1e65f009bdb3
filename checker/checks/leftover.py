"""leftover: what was never meant for print: numbers still to come, editors' remarks, the debris of templates."""

from collections.abc import Iterator
from re import Pattern

from checker.checks.kind import Kind
from checker.checks.remarks import LeftoverParams, remarks
from checker.extraction.article import Article
from checker.findings import Hit
from checker.patterns import led, pattern
from checker.spans import Span

BLANK = "(?:[×✕╳]{1,6}|[XxＸ]{2,6}|[△□○〇＿]{2,6}|_{2,12}|[*＊]{2,6}|[?？]{2,4}|[■●◆▲◇◎]{2,6}|(?:TK){1,3}|TB[DC])"
AMOUNT = pattern(
    led(
        "×✕╳XxＸ△□○〇＿_*＊?？■●◆▲◇◎T",
        f"(?<![0-9０-９A-Za-z.．×✕╳XxＸ*＊_〇○])(?P<blank>[XxＸ×][.．][XxＸ×]{{1,2}}|{BLANK}(?:[.．]{BLANK})?)\\s?(?:余|多)?"
        "(?:(?P<sure>[十百千]{0,2}[万亿]|[%％‰]|个?百分点|公里|千米|平方米|平方公里|立方米|公顷|千克|公斤|吨|亩|元)"
        "|(?P<things>[个家名户位台套项件次座条批辆艘](?![\\u4e00-\\u9fff]{0,1}[×✕╳XxＸ])|人次|人(?![民寿事力社大口才])))",
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
    "■■",
    "●●",
    "◆◆",
    "▲▲",
    "◇◇",
    "◎◎",
    "TK",
    "TBD",
    "TBC",
)
HOLLOW = pattern(
    "[（(\\[【][ \u3000_＿]{0,8}[)）\\]】](?:余|多)?(?:[十百千]?[万亿]|[%％]|元|吨|亩|公里|人次|平方米|名|户)"
)
"""An empty bracket where a number should stand: 新增就业（）万人."""

ONE_LETTER = pattern(
    "[XＸ](?<![0-9０-９A-Za-z.．+＋×\\-].)(?:余|多)?(?:[十百千]?[万亿](?:元|人|吨|亩)|[%％]|位|名|户|亩|吨|公里)"
)
NOBODY = pattern("某某某|(?<=[长任记员师授理])(?:[XＸ]{2,3}|[×✕╳]{3})(?=[说在表介指强主出带率认宣告透])")

NAMELESS = pattern(
    led(
        "×✕╳XＸ",
        "(?<=[为由是经据与和、请托自合])(?P<blank>[×✕╳]{2,4}|[XＸ]{2,4})(?:[\\u4e00-\\u9fff]{0,4}?)"
        "(?:会计师事务所|律师事务所|评估公司|评估机构|审计机构|检测机构|检测中心|设计院|研究院|研究所|出版社|基金会|协会|学会|"
        "大学|学院|医院|管委会|指挥部|领导小组)(?![\\u4e00-\\u9fff]{0,2}[某×✕╳XＸ])",
    )
)
"""A body whose name is still to come: 审计机构为××会计师事务所."""

ANONYMOUS = pattern(
    "某某|某[甲乙丙丁]|[\\u4e00-\\u9fff]某[，。、\\u4e00-\\u9fff]|[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗][×✕╳XＸ]{1,2}"
)
"""Who calls people 张某 and 李×× hides the bodies' names too."""

DAY = pattern(
    "(?<![0-9０-９×XxＸ])(?:[×✕╳]{1,4}|[XxＸ]{1,4})月(?:[×✕╳]{1,4}|[XxＸ]{1,4})[日号]"
    "|(?<=[为于在定到至从])(?:[×✕╳]{1,2}|[XxＸ]{1,2})月(?=[，。；、底初中上下到至])"
)
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


def check(article: Article, params: LeftoverParams) -> Iterator[Hit]:
    """Every place that is not finished."""
    text = article.text
    found = [*_blanks(text), *_made(text), *remarks(text, params)]
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
    for shape in _singly(text):
        yield from ((Span(*found.span()), "blank", True) for found in shape.finditer(text))
    for found in EMPTY.finditer(text):
        yield Span(*found.span()), "blank", True
    if any(sign in text for sign in ("××", "✕✕", "╳╳", "XX", "ＸＸ")) and not ANONYMOUS.search(text):
        yield from ((Span(*found.span()), "blank", True) for found in NAMELESS.finditer(text))
    for signs, shape, sure in ((DAY_SIGNS, DAY, False), (PAGE_SIGNS, PAGE, True)):
        if any(sign in text for sign in signs):
            for found in shape.finditer(text):
                yield Span(*found.span()), "blank", not sure


def _singly(text: str) -> Iterator[Pattern[str]]:
    """Shapes that may be something else than a blank, where the text has their sign."""
    if "X" in text or "Ｘ" in text:
        yield ONE_LETTER
    if any(sign in text for sign in ("（）", "()", "（ ", "( ", "（\u3000", "（_", "【】", "[]")):
        yield HOLLOW
    if any(sign in text for sign in ("某某某", "XX", "ＸＸ", "×××")):
        yield NOBODY


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


KIND = Kind(
    check,
    frozenset({"words"}),
    LeftoverParams,
    variants=frozenset({"blank", "remark", "debris", "asked"}),
)
