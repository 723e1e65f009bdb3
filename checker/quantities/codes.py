"""What looks like a number and counts nothing: names, models, routes, documents, telephones, marks, slogans."""

from checker.patterns import pattern
from checker.quantities import currencies, figures, idioms, measures, numerals, units
from checker.quantities.model import Code, UnitClass
from checker.spans import Span

URL = pattern(r"(?:https?://|www\.)[!-~]{1,2000}")
MAIL = pattern(r"[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]{1,128}")
PHONE = pattern(
    r"1[3-9][0-9]{9}(?![0-9])|[0-9]{3}-[0-9]{3,4}-[0-9]{4}(?![0-9])|0[0-9]{2,3}-[0-9]{7,8}(?![0-9])"
    r"|[48]00-?[0-9]{3,4}-?[0-9]{3,4}(?![0-9])|\([0-9]{3,4}\) ?[0-9]{7,8}"
)
HOTLINE = pattern("[0-9]{3,5}(?=热线|服务热线|平台|专线|举报)")
FOOTNOTE = pattern(r"[\[〔【]([0-9]{1,3})[\]〕】]")
BRACKETED = pattern(r"\(([0-9]{1,2}|[一二三四五六七八九十]{1,3})\)")
DOCUMENT = pattern(r"[〔\[(【]([12][0-9]{3})[〕\])】] ?(?:第 ?)?[0-9]{1,5} ?号?")
STOCK = pattern(r"[0-9]{6}(?:\.(?:SH|SZ|BJ|HK|sh|sz))|(?<=\()[0-9]{6}(?=\))|[0-9]{4,5}\.HK")
VERSION = pattern(
    r"(?!(?:19"
    r"|20)[0-9]{2}\.[01]?[0-9]\.)[0-9]{1,5}(?:\.[0-9]{1,5}){2,5}(?![0-9])|[0-9]\.[0-9](?=版|时代|版本)"
    r"|(?<=[一-鿿])[1-9]\.0(?! ?[:：∶][0-9])"
    r"(?![0-9%‰亿万千百元倍个级米秒吨分点册件户家人名辆台套项亩公平立度天岁次条份所座处场只头株棵枚张月年小艘架])"
)
ROUTE = pattern("[0-9]{3,4}(?:国道|省道|县道|乡道|路公交车?)|(?<=国道)[0-9]{3}(?:线)?|(?<=省道)[0-9]{2,3}(?:线)?")
NUMBERED = pattern(
    "(?:[0-9]{1,5}|[一二三四五六七八九十]{1,3})号(?=线|楼|院|门|店|馆|机|令|文|公告|台风"
    "|码|井|车|厅|地块|位|岛|信箱|矿|窑|坑|墓|厂房|仓|库|泊位|航|桥|工程|站|路|公馆|种子|提案|议案|卫星|火箭|员|主|决议|案|召|选|染|柴|汽|[一-鿿]?区)"
)
ROOM = pattern("[0-9]{1,5}(?=室|弄|房间)")
MARKER = pattern(r"(?:[0-9]{1,2}(?:[、)]|\.(?![0-9]))|[一二三四五六七八九十]{1,3}、)")
SUMMED = pattern(r"[0-9NnXx一二三四五六七八九十]{1,4}(?: ?\+ ?[0-9NnXx一二三四五六七八九十]{1,4}){1,8}(?![0-9.%万亿])")
POINTED = pattern("(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})·(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?![0-9])")
SETS = pattern(
    r"[0-9]{1,2}[-–—][0-9]{1,2}(?:\([0-9]{1,2}\))?(?:/[0-9]{1,2}[-–—][0-9]{1,2}(?:\([0-9]{1,2}\))?){1,6}(?![0-9%./])"
)
"""7-5/6-1: the sets of a match, of which 5/6 is no part."""

GRADE = pattern(
    "[0-9一二三四五六七八九十]{1,2}年级|(?:19|20)[0-9]{2}届|[0-9]{4}级(?=学|新|毕|本|硕|博)|[0-9]{2}后|[0-9]A级"
)
PLATE = pattern("[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z]·?[A-Z0-9]{5,6}(?![A-Z0-9])")
LATIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
ASCII_RUN = pattern(r"[A-Za-z0-9]{1,64}(?:[-./_+&][A-Za-z0-9]{1,64}){0,8}\+?")
# A figure with neither letters nor marks of a model or an address behind it.
UNLED = pattern(r"[0-9]{1,24}(?:[.][0-9]{1,24})?(?![A-Za-z0-9@._+&/-])")
SCALED = pattern("[0-9]{1,6}(?:[.][0-9]{1,3})?[万亿]")
"""SUV2.13万辆: no model is counted in 万."""

RUNNING = LATIN | frozenset("-.&/_·")
JOINTS = dict.fromkeys(map(ord, ".-/"))
OVERLONG = frozenset("0123456789,.")
REACH = 24
QUOTED = pattern('[“‘"「『]([^“”‘’"「」『』\\n]{1,14})[”’"」』]')
FIGURE = pattern("[0-9]+|[零〇一二两三四五六七八九十百千]+")
SLOGAN = pattern("[0-9一二两三四五六七八九十百千万双多]+[一-鿿]")
PLAIN_CODE = pattern(
    r"[0-9]{1,6}|[0-9A-Za-z]+(?:[+·.\-—×xX/][0-9A-Za-z]+)+"
    r"|[0-9一二三四五六七八九十]+[+·][0-9一二三四五六七八九十+·NnXx]+"
)
CLOCK = pattern("([01]?[0-9]|2[0-4]):([0-5][0-9])(?::([0-5][0-9]))?(?![0-9:.])")
OCLOCK = pattern(
    "(?:[01]?[0-9]|2[0-4]|二?十[一二三四]?|[零一二两三四五六七八九十]"
    "|十[五六七八九]) ?(?:时(?![代期段空候间常刻尚速差光政效任])|点)"
)
MINUTES = pattern(
    " ?(?:[0-5]?[0-9]|[零二三四五]?十?[零一二三四五六七八九]"
    "|[二三四五]十)分(?:(?:[0-5]?[0-9]|[零二三四五]?十?[一二三四五六七八九])秒)?|半|整|许|钟|一刻|三刻"
)
DAYTIME = (
    *("上午", "下午", "中午", "早上", "晚上", "凌晨", "清晨", "傍晚", "夜间", "当晚", "深夜", "今晚", "早晨", "日晚"),
    *("昨晚", "每晚", "每天", "每日", "午后", "夜里", "半夜", "晚间", "早间", "黎明", "今早", "明早", "明晚", "日早"),
    *("天早", "天晚", "从早", "从晚", "到早", "到晚", "至早", "至晚"),
)
SHAPES = (PHONE, STOCK, VERSION, ROUTE, GRADE, SUMMED, POINTED, NUMBERED, ROOM, HOTLINE, SETS)
KINDS = ("phone", "stock", "version", "route", "grade", "slogan", "event", "number", "number", "phone", "event")
# What stands behind a figure that one of them can fit, or six digits: most figures are told by that alone.
BEHIND = (
    "[0-9NnXx一二三四五六七八九十]{1,5}+(?:[-–—.·0-9号室弄房热服平专举级届后A国省县乡路]|年级| ?[+])|(?<=道)[0-9]{2}"
)
# One pattern for all: it is asked at every figure of a text. The first shape that fits counts.
FIXED = pattern(f"(?={BEHIND})(?:{'|'.join(f'(?P<_{index}>{shape.pattern})' for index, shape in enumerate(SHAPES))})")


FROM_NOTHING = ("由", "从")
INSIDE = pattern(
    "(?<=冬季)两项|(?<=北欧)两项|(?<=现代)五项|(?<=铁人)三项|(?<=女子)七项|(?<=男子)十项|(?<=再而)三|(?<=武汉)三镇"
)
"""Numbers inside names and phrases that begin with no number."""


def idiom(text: str, at: int) -> Code | None:
    """The longest fixed phrase or name of the lexicon at ``at``."""
    words = idioms.phrase(text, at)
    inside = INSIDE.match(text, at)
    if inside:
        return Code(Span(*inside.span()), "event")
    end = at + len(words)
    if words == "零件" and at and text[at - 1] in FROM_NOTHING:
        return None  # 由零件增加到12件
    if words == "一点" and text[max(0, at - 2) : at].endswith(DAYTIME):
        return None  # 下午一点
    if (
        words
        and (words[-1] == "点" or words[-1] in numerals.CHINESE)
        and text[end : end + 1] in (*figures.DIGITS, "十")
    ):
        return None  # 一点二五 is a number, 一点 is a little; 二月二 is a feast, 二月二十七日 a day
    return Code(Span(at, at + len(words)), "idiom") if words else None


def clock(text: str, at: int) -> Code | None:
    """21:30, 9时30分, 上午9点."""
    match = CLOCK.match(text, at)
    if match and not text[at - 1 : at].isdecimal():
        return Code(Span(at, match.end()), "clock")
    match = OCLOCK.match(text, at)
    if match is None or (at and text[at - 1] in "0123456789.一二三四五六七八九十小"):
        return None
    minutes = MINUTES.match(text, match.end())
    told = text[match.end() - 1] == "时" or minutes or text[max(0, at - 2) : at].endswith(DAYTIME)
    return Code(Span(at, minutes.end() if minutes else match.end()), "clock") if told else None


def code(text: str, at: int, floor: int = 0) -> Code | None:
    """The code that holds the figure at ``at``; it may begin further left, down to ``floor``."""
    return (
        _web(text, at)
        or _bracketed(text, at, floor)
        or _latin(text, at, floor)
        or _listed(text, at)
        or _fixed(text, at, floor)
        or _overlong(text, at)
    )


def _web(text: str, at: int) -> Code | None:
    if text[at] not in "hw":
        return None
    match = URL.match(text, at)
    return Code(Span(at, match.end()), "url") if match else None


def _bracketed(text: str, at: int, floor: int) -> Code | None:
    """[2] is a footnote, （1） a list mark, 〔2025〕12号 a document."""
    start = at - 1
    if start < floor or text[start] not in "[〔【(":
        return None
    for shape, kind in ((DOCUMENT, "document"), (FOOTNOTE, "footnote"), (PHONE, "phone"), (BRACKETED, "marker")):
        match = shape.match(text, start)
        if match and (kind != "document" or match[0][-1] not in "〕])】"):
            return Code(Span(start, match.end()), kind)
    return None


def _latin(text: str, at: int, floor: int) -> Code | None:
    """C919, 5G, F-35, PM2.5, 渝A12345: figures that letters claim. 5km and 30MW are quantities."""
    left = text[at - 1] if at > floor else " "
    start = _run_start(text, at, floor) if left in RUNNING or left.isdecimal() else at
    if start == at and (text[at] not in "0123456789" or UNLED.match(text, at)):
        return None
    mail = MAIL.match(text, start)
    if mail:
        return Code(Span(start, mail.end()), "url")
    plate = PLATE.match(text, start - 1) if start > floor else None
    if plate:
        return Code(Span(start - 1, plate.end()), "plate")
    if start < at and text[start:at].isalpha() and at - start > 1 and SCALED.match(text, at):
        return None
    if start < at:
        match = ASCII_RUN.match(text, start)
        return Code(Span(start, max(at + 1, match.end() if match else 0)), "model")
    return _led(text, at)


def _run_start(text: str, at: int, floor: int) -> int:
    """Where the Latin word begins that runs into the figure, within reach; ``at`` where none does."""
    start, limit = at, max(floor, at - REACH)
    while start > limit and (text[start - 1] in RUNNING or text[start - 1].isdecimal()):
        start -= 1
    while start < at and text[start] not in LATIN:
        start += 1
    word = text[start:at]
    return (
        at if word in currencies.LETTERS or word in ("US", "HK", "GDP") or word.rstrip("-./&_") in units.ROWS else start
    )


def _led(text: str, at: int) -> Code | None:
    """5G, 4K, 3D, 5A: a letter after the figure that is no unit."""
    match = ASCII_RUN.match(text, at)
    if match is None or match[0].isdecimal() or match[0].translate(JOINTS).isdecimal():
        return None
    numeral = numerals.read(text, at)
    if numeral is None or numeral.end >= len(text) or text[numeral.end] not in LATIN:
        return None
    if units.spelling(text, numeral.end):
        return None
    return Code(Span(at, match.end()), "model")


def _listed(text: str, at: int) -> Code | None:
    """1. 2、 （一） at the beginning of a line."""
    if at and text[at - 1] not in " \n":
        return None
    left = at
    while left > max(0, at - 8) and text[left - 1] == " ":
        left -= 1
    if left and text[left - 1] != "\n":
        return None
    match = MARKER.match(text, at)
    return Code(Span(at, match.end()), "marker") if match else None


def _fixed(text: str, at: int, floor: int) -> Code | None:
    if at > floor and (text[at - 1].isdecimal() or text[at - 1] == "."):
        return None
    match = FIXED.match(text, at)
    return Code(Span(at, match.end()), KINDS[int((match.lastgroup or "_0")[1:])]) if match else None


def _overlong(text: str, at: int) -> Code | None:
    """007, 000001 and anything longer than a number is an identifier."""
    if text[at] != "0" and text[at + numerals.LONGEST : at + numerals.LONGEST + 1] not in OVERLONG:
        return None
    match = numerals.ARABIC.match(text, at)
    if match is None:
        return None
    leading = len(match[0]) > 1 and match[0][0] == "0" and match[0][1] != "."
    if match.end() - at > numerals.LONGEST or leading:
        return Code(Span(at, match.end()), "number")
    return None


def quoted(text: str, at: int) -> Code | None:
    """“246”, “2+4+1”, “三个作用”, “一枢纽三高地”: codes and slogans in quotation marks, without the marks.

    A quotation that is one measured quantity (“61岁”, “30%”) stays one.
    """
    match = QUOTED.match(text, at)
    if match is None:
        return None
    words = match[1]
    span = Span(at + 1, at + 1 + len(words))
    if PLAIN_CODE.fullmatch(words):
        return Code(span, "slogan")
    if idioms.phrase(words, 0) or (not SLOGAN.match(words) and not _several(words)):
        return None
    first = FIGURE.match(words)
    if first and _measured(text, span):
        return None
    if not first and not _several(words):
        return None
    return Code(span, "slogan", _count(words))


def _several(words: str) -> bool:
    return len(FIGURE.findall(words)) > 1 and not any(mark in words for mark in "%，。、；：年月日")


def _measured(text: str, span: Span) -> bool:
    """Whether the words are a quantity with a measured unit, or begin with Arabic figures."""
    found = measures.quantity(text, span.start, span.start)
    if found is None:
        return False
    whole = found.span.end == span.end
    arabic = text[span.start] in "0123456789"
    if whole:
        return arabic or found.unit_class is not UnitClass.COUNT
    return arabic and not _several(text[span.start : span.end])


def _count(words: str) -> int | None:
    numeral = numerals.read(words, 0)
    return int(numeral.value) if numeral and numeral.value.denominator == 1 else None
