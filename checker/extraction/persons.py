"""Persons, found by form alone in slots that only a name can fill.

No name is guessed from bare text. A name is told by what stands on both sides of it: a title before it and a word that
no name holds behind it (馆长|程立新|说), a clause's edge and a word of speech (，|程立新|告诉记者), the marks of a byline.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from checker.document import Document
from checker.lexicon.people import Sort, not_names, surnames, titles
from checker.patterns import one_of, pattern
from checker.spans import Span

HAN = "\u4e00-\u9fff"
LONGEST_TITLE = 8
BODY = 3

NEVER_IN_A_NAME = (
    "说的了在是与也都就把被从向对将及我你他她它这那不没吗呢着过等其某您们之或而且但所以因则先后个只并去又已即让使给有于"
)
HONORIFICS = frozenset(
    "先生 女士 小姐 老师 师傅 大爷 大妈 大娘 大叔 大婶 大嫂 大姐 大哥 阿姨 叔叔 婆婆 奶奶 爷爷 教授 医生 同学 同志 书记 主任 局长 经理 老板 老汉 律师 警官 法官 夫妇 夫妻 两口 家人".split()
)
SPEECH = (
    "介绍|表示|告诉|坦言|直言|笑言|回忆|认为|感慨|感叹|指出|强调|透露|解释|补充|呼吁|建议|提醒|分析|总结|打趣|赞叹|谈及|谈到|谈起|提到|提起|提及|"
    "说道|回应|回答|说起|说到|算起|算了|笑道|叹道|问道|答道|感言|坚信|相信|希望|深有感触|深有体会|如是说"
)
ACTS = (
    "代为|代理|代行|代表|来到|带领|率队|率领|带着|指着|看着|望着|拿着|拿起|站在|坐在|蹲在|走进|走到|一边|正在|出席|主持|参加|致辞|讲话|宣读|宣布|受邀|应邀|陪同|代表|担任|当选|获得|荣获|接受|"
    "作了|作为|今年|去年|每天|经常|常常|一直|已经|已在|曾经|没有|不仅|还是|也是|就是|便是|认真|热情|激动|高兴|兴奋|自豪|欣慰|感激|一家|一行|团队|夫妇|夫妻|家里|家中|家的|当场|现场|"
    "创办|开办|返乡|回乡|退休|决定|开始|成为|发现|组织|负责|提出|需要|应该|通过|利用|按照|围绕|深入|检查|调研|考察|走访|慰问|会见|签署|签约|介绍|手里|脸上|眼里|心里|同志|先生|女士|老师|教授|两人|二人|三人|"
    "现场|展示|讲述|讲解|演示|分享|拨通|打开|驾驶|开着|骑着|背着|扛着|忙着|种植|种了|养了|靠着|采了|领着|抱着|听到|看到|想到|见到|收到|接到|当天|当时|此前|近日|日前|告知|报警|自己|独自|"
    "[0-9０-９]|[一二两三四五六七八九十]个"
)
MARKS = "，。、：；！？,;:!?）)》”’（(《“‘\\s"
ONE = "说在从对和与及等率带来到向将已正也就还都便则是为把被的一又曾作给用每站走拿指看称告任因同便常均并再以让想种养做当去住不没有最只至表讲谈叹笑道问答这那着领家深自于认"
EDGE = "，。；：！？”’」』）)\\s"
MANNER = f"(?:笑着|接着|随后|向记者|对记者|如此|这样|也|还|又|则|曾|就|[{HAN}]{{2,3}}地|[{HAN}]{{2}}着)"
WORKS = "摄影报道|摄影|摄制|摄|供图|制图|绘图|图文|文图|文/图|文／图|图/文"
PRESS = "(?:记者|通讯员|特约撰稿|撰稿人?|责编|编辑|摄影|摄像|撰文|作者|文字|图片|供稿|校对|美编|图编|实习生)"


class Slot(StrEnum):
    """What makes a name certain."""

    TITLE = "title"
    SPEECH = "speech"
    LABEL = "label"
    BYLINE = "byline"


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name in a slot.

    ``title`` is the title that stands directly before it, or empty; ``body`` the last characters of what it belongs to.
    """

    span: Span
    name: str
    slot: Slot
    title: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True)
class _Forms:
    """The patterns, made when the first article is read."""

    titled: re.Pattern[str]
    strong: re.Pattern[str]
    follower: re.Pattern[str]
    spoken: re.Pattern[str]
    labelled: re.Pattern[str]
    taken: re.Pattern[str]
    signed: re.Pattern[str]


@cache
def _forms() -> _Forms:
    single = "".join(sorted(surnames()[0]))
    first = "".join(sorted({name[0] for name in surnames()[1]} | set(single)))
    ends = "".join(sorted({title[-1] for title in titles()}))
    return _Forms(
        titled=pattern(f"[{first}](?<=[{ends}].)"),
        strong=pattern(f"(?:{SPEECH}|{ACTS})|说[，：:。“]|[{MARKS}]"),
        follower=pattern(f"(?:{SPEECH}|{ACTS})|[{ONE}]|[{MARKS}]|$"),
        spoken=pattern(
            f"(?:^|[{EDGE}])(?P<name>[{first}][{HAN}]{{1,3}}?){MANNER}?(?:{SPEECH}|说[，：:。“])", re.MULTILINE
        ),
        labelled=pattern(
            f"(?:岁的|名叫|名为|叫做)(?=[{first}])|(?<=[{HAN}])[（(](?:[左右中前后]|男|女)(?=[一二三四五排数），)])"
        ),
        taken=pattern(f"(?:{WORKS})(?=[）)】\\]]|\\s*$)", re.MULTILINE),
        signed=pattern(f"{PRESS}[ \u3000：:/／]{{1,3}}(?=[{first}])"),
    )


def persons(document: Document) -> tuple[Person, ...]:
    """Every name in a slot, in order; a name in two slots counts once, by the slot that says more of it."""
    found: dict[int, Person] = {}
    for one in (*_titled(document.text), *_labelled(document.text), *_bylines(document), *_spoken(document.text)):
        found.setdefault(one.span.start, one)
    return tuple(found[start] for start in sorted(found))


def name_end(text: str, start: int) -> int | None:
    """Where the name that begins at ``start`` ends, if what stands there is a name with something else behind it.

    Two given characters are usual; one is read where a word begins directly behind it (张伟|介绍).
    """
    family = 2 if text[start : start + 2] in surnames()[1] else 1
    if family == 1 and text[start] not in surnames()[0]:
        return None
    forms, after = _forms(), start + family
    for given, behind in ((1, forms.strong), (2, forms.follower), (1, forms.follower)):
        end = after + given
        if is_given(text[after:end], given) and behind.match(text, end) and text[start : start + 2] not in not_names():
            return end if text[start:end] not in not_names() else None
    return None


def is_given(words: str, length: int) -> bool:
    """Whether these characters can be somebody's given name."""
    return (
        len(words) == length
        and words not in HONORIFICS
        and all("\u4e00" <= one <= "\u9fff" and one not in NEVER_IN_A_NAME for one in words)
    )


def title_before(text: str, end: int) -> str:
    """The longest title of the table that ends at ``end``, with 副 where it stands before it."""
    for length in range(min(LONGEST_TITLE, end), 1, -1):
        title = text[end - length : end]
        if title in titles():
            return f"副{title}" if text[end - length - 1 : end - length] == "副" else title
    return ""


def body_before(text: str, end: int) -> str:
    """The last three characters of the body whose title begins at ``end``; empty where none stands there."""
    body = text[max(0, end - BODY) : end]
    return body if len(body) == BODY and all("\u4e00" <= one <= "\u9fff" for one in body) else ""


def _titled(text: str) -> Iterator[Person]:
    for match in _forms().titled.finditer(text):
        title = title_before(text, match.start())
        end = name_end(text, match.start()) if title else None
        if end:
            span = Span(match.start(), end)
            yield Person(span, span.of(text), Slot.TITLE, title, body_before(text, span.start - len(title)))
            gap = GAP.match(text, end) if titles().get(title) is Sort.PRESS else None
            if gap:
                yield from _row(text, gap.end())


def _spoken(text: str) -> Iterator[Person]:
    for match in _forms().spoken.finditer(text):
        start, end = match.span("name")
        if _is_name(match["name"]):
            yield Person(Span(start, end), match["name"], Slot.SPEECH)


def _is_name(words: str) -> bool:
    single, longer = surnames()
    family = 2 if words[:2] in longer else 1
    return (
        (family == 2 or words[0] in single)
        and 1 <= len(words) - family <= 2
        and is_given(words[family:], len(words) - family)
        and words[:2] not in not_names()
        and words[-1] not in OFFICES
    )


OFFICES = frozenset("部局委书报院会厅社司府所地心网台校团队组处科站村镇乡县市省区州国家方人者员长行店厂")


def _labelled(text: str) -> Iterator[Person]:
    for match in _forms().labelled.finditer(text):
        if match[0][0] in "（(":
            name = next((text[match.start() - n : match.start()] for n in (3, 2) if _edged(text, match.start(), n)), "")
            start = match.start() - len(name)
            end: int | None = match.start() if name else None
        else:
            start, end = match.end(), name_end(text, match.end())
        if end:
            yield Person(Span(start, end), text[start:end], Slot.LABEL)


def _edged(text: str, end: int, length: int) -> bool:
    """Whether the ``length`` characters before ``end`` are a name with a title or a mark before it."""
    start = end - length
    if start < 0 or not _is_name(text[start:end]):
        return False
    before = text[start - 1 : start]
    return not "\u4e00" <= before <= "\u9fff" or before == "由" or bool(title_before(text, start))


TOKEN = pattern(f"[{HAN}·]{{2,8}}")
GAP = pattern("[ \u3000、,，/／|｜]{1,3}")
WORK_END = pattern("(?:摄影报道|摄影|文图|图文|摄|文|图)$")


def _bylines(document: Document) -> Iterator[Person]:
    text, forms = document.text, _forms()
    for match in forms.signed.finditer(text):
        yield from _row(text, match.end())
    for match in forms.taken.finditer(text):
        end = match.start()
        while end and text[end - 1] in " \u3000/／：:":
            end -= 1
        for length in (4, 3, 2):
            if _edged(text, end, length):
                yield Person(Span(end - length, end), text[end - length : end], Slot.BYLINE, "记者")
                break


def _row(text: str, at: int) -> Iterator[Person]:
    """Names one after the other: 余启明 韩柯文 苏盛宇图."""
    while token := TOKEN.match(text, at):
        name = token[0]
        work = WORK_END.search(name)
        if work and (len(name) - len(work[0]) == 3 or len(work[0]) > 1):
            name = name[: work.start()]
        if len(name) < 2 or not _is_name(name):
            return
        if not (work and len(name) == 3 and name == token[0]):
            yield Person(Span(at, at + len(name)), name, Slot.BYLINE, "记者")
        gap = GAP.match(text, token.end())
        if not gap:
            return
        at = gap.end()


def is_press(person: Person) -> bool:
    """Whether this is somebody who made the article."""
    return person.slot is Slot.BYLINE or titles().get(person.title) is Sort.PRESS
