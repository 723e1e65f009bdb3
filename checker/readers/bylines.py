"""Who wrote, took, edited or sent it: lines of names and roles, sources, dates."""

import re

from checker.patterns import pattern
from checker.readers.names import HAN

ROLES = (
    "记者|通讯员|特约撰稿人|撰稿人|实习生|责任编辑|责编|编辑|作者|摄影|摄像|撰文|供稿|校对|监制|统筹|制图|审核|编审|主编|总编|策划|"
    "报道组|摄制|值班主任|评论员|供图|翻译|编译"
)
LABELS = f"{ROLES}|来源|文字|文图|图文|图片|视频|美编|制作|出品|投稿|文|图|整理|稿源|信息来源|数据来源"
NOT_A_NAME = (
    "[从在节站昨今近部组会证问按注眼团]|手记|观察|调查|见闻|走基层|札记|获悉|了解|采访|看到|发现|朋友|视角|提问"
)
ONE_NAME = f"[{HAN}]{{1,8}}(?:·[{HAN}]{{1,10}})+|[{HAN}]{{1,5}}|[A-Za-z.]{{1,20}}"
WORKS = "文图|图文|摄影报道|文|图|摄影|摄|报道|整理|供图|制图"
TOKEN = pattern(
    f"(?:(?P<role>[{HAN}A-Za-z0-9·]{{0,24}}?(?:{ROLES}))(?!{NOT_A_NAME})(?:{ONE_NAME})?|(?:{ONE_NAME}))(?:{WORKS})?$"
)
SPLIT = pattern("[\\s/／、，,：:&＆|｜丨（）()]+")
LABELLED = pattern(
    f"(?:本版|本文|本报|本期|图片|视频|信息|数据|文字|新闻|值班)?(?:{LABELS})"
    f"(?:[/／、丨｜| ](?:{LABELS}))*\\s*[：:｜|丨/／]\\s*\\S"
)
TAKEN = pattern(
    f"(?:[{HAN}]{{2,4}}|[{HAN}]{{2,20}}(?:融媒体中心|报|台|社|网|客户端|宣传部|公司)|[{HAN}]{{2,8}}·[{HAN}]{{1,10}}|{WORKS})$"
)
WORK = pattern(f"(?:[{HAN}]{{2,4}})?(?:{WORKS})$")
SENT = pattern(f"(?:据|综合)?[{HAN}A-Za-z0-9、\\s]{{1,24}}(?:报道组|报道|电|稿|整理|编译)$")
DATE = pattern(
    "(?:[0-9０-９〇零一二三四五六七八九十]{2,4}年)?[0-9０-９一二三四五六七八九十]{1,3}月[0-9０-９一二三四五六七八九十]{1,3}日$"
    "|[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}(?:\\s+[0-9:]{4,8})?$"
)
OFFICE = pattern(
    f"[{HAN}\\s]{{0,24}}(?:总理|省长|市长|主席|区长|县长|州长|旗长|盟长|镇长|院长|检察长|主任|局长)\\s*[{HAN}·]{{2,8}}$"
)
BODY = pattern(f"[{HAN}\\s]{{2,30}}(?:局|部|委|厅|办公室|委员会|政府|总队|中心|日报|通讯社)$")
# 记者：“这是真的吗？” is a line of an interview.
SPOKEN = pattern("[。！？?“”]|；$")
LONGEST = 80


def is_byline(line: str) -> bool:
    """Whether the line only says who made the article, where it is from, or when: no sentence, nothing to check."""
    if len(line) > LONGEST or SPOKEN.search(line):
        return False
    bare = line.strip("（）()【】［］[]—- ●■◆▲◎")
    if LABELLED.match(bare) or DATE.match(bare) or _is_taken(bare):
        return True
    bracketed = bare != line and line[:1] in "（(【["
    return bool(bracketed and SENT.match(bare)) or _is_list_of_names(bare)


def is_signature(line: str) -> bool:
    """Whether a line near the title says who speaks or publishes: 省长 李某某, 某某市统计局."""
    return bool(OFFICE.match(line) or BODY.match(line))


def _is_taken(bare: str) -> bool:
    """Names with what each did: 张三 文/图, 张三 文 李四 摄."""
    tokens = [token for token in SPLIT.split(bare) if token]
    works = [bool(WORK.match(token)) for token in tokens]
    named = all(map(TAKEN.match, tokens)) and len(tokens) > 1 and tokens[-1] in WORKS.split("|")
    return named and not works[0] and len(tokens) <= 8


def _is_list_of_names(bare: str) -> bool:
    tokens = [TOKEN.match(token) for token in SPLIT.split(bare) if token]
    return all(tokens) and any(token and token["role"] for token in tokens) and _first_role(tokens) == 0


def _first_role(tokens: list[re.Match[str] | None]) -> int:
    """Where the first role stands; names come before it only together with their work (张三 摄)."""
    return next(index for index, token in enumerate(tokens) if token and token["role"])
