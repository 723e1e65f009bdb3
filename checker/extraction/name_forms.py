"""What a person's name looks like, and what stands beside one: patterns and questions about a few characters."""

import re
from functools import cache

from checker.lexicon.people import Sort, beside, not_names, surnames, titles
from checker.patterns import one_of, pattern

HAN = "\u4e00-\u9fff"
LEVELS = "省市区县州旗盟镇乡村"
LONGEST_TITLE = 8
BODY = 3
COUNTRY = pattern("[建卫爱保治定振兴安护强富报立]国$")
"""Given names that end like what speaks for a country."""

LITERARY = frozenset("则之")
"""Words of grammar that open given names: 林则徐."""

MARKS = "，。、：；！？,;:!?）)》”’（(《“‘\\s"
EDGE = "，。；：！？”’」』）)\\s"
MANNER = f"(?:笑着|接着|随后|向记者|对记者|如此|这样|也|还|又|则|曾|就|[{HAN}]{{2,3}}地|[{HAN}]{{2}}着)"
AGE = "(?:[1-9][0-9]{0,2}|[一二三四五六七八九十]{1,3})(?:岁|周岁)"
WORKS = "摄影报道|摄影|摄制|摄|供图|制图|绘图|图文|文图|文/图|文／图|图/文"
PRESS = "(?:记者|通讯员|特约撰稿|撰稿人?|责编|编辑|摄影|摄像|撰文|作者|文字|图片|供稿|校对|美编|图编|实习生)"


@cache
def titled() -> re.Pattern[str]:
    """The first character of what may be a name, with what may be the end of a title before it."""
    return pattern(f"[{_first()}](?<=[{''.join(sorted({title[-1] for title in titles()}))}].)")


@cache
def spoken() -> re.Pattern[str]:
    """A name at a clause's edge with a word of speech, or a title, behind it."""
    behind = one_of(title for title, sort in titles().items() if sort is Sort.HEAD and title[0] not in LEVELS)
    said = f"{MANNER}?(?:{one_of(beside('speech'))}|说[，：:。“])|今年{AGE}|，(?:[男女]，|{AGE})"
    return pattern(
        f"[{EDGE}](?P<name>[{_first()}][{HAN}]{{1,3}}?)(?:{said}|(?P<title>{behind})(?!助理|秘书|办公|信箱|热线|接待|基金))"
    )


@cache
def labelled() -> re.Pattern[str]:
    """What stands before a name (名叫) or behind it (（左）)."""
    first, aside = _first(), "[左右中前后男女](?=[一二三四五排数），)])"
    return pattern(f"(?:岁|出生)的(?=[{first}])|名[叫为](?=[{first}])|叫做(?=[{first}])|（{aside}|\\({aside}")


@cache
def captioned() -> re.Pattern[str]:
    """What stands before the name of somebody whom a picture shows: 图为, ▲."""
    return pattern(f"(?:图中?为|[▲△▼▽◀▶]|图[①-⑳])[ \u3000]?(?=[{_first()}])")


@cache
def bracketed() -> re.Pattern[str]:
    """Names in brackets at a line's end, with gaps between: （余启明 韩柯文）."""
    return pattern(f"[（(](?P<names>[{HAN}]{{2,4}}(?:[ \u3000、]+[{HAN}]{{2,4}}){{0,4}})[）)]\\s*$", re.MULTILINE)


@cache
def taken() -> re.Pattern[str]:
    """What somebody did, behind his name, at the end of a line or a bracket: 摄, 摄影报道."""
    return pattern(f"(?:{WORKS})(?=[）)】\\]]|\\s*$)", re.MULTILINE)


@cache
def signed() -> re.Pattern[str]:
    """What somebody is, with a gap before his name: 记者 , 摄影：."""
    return pattern(f"{PRESS}[ \u3000：:/／]{{1,3}}(?=[{_first()}])")


@cache
def _first() -> str:
    return "".join(sorted({name[0] for name in surnames()[1]} | surnames()[0]))


@cache
def _words_behind() -> str:
    return f"(?:{one_of((*beside('speech'), *beside('act')))}|[0-9０-９]|[一二两三四五六七八九十]个)"


@cache
def said() -> re.Pattern[str]:
    """Words of speech, which only people say."""
    return pattern(f"(?:{one_of(beside('speech'))})|说[，：:。“]")


@cache
def _strong() -> re.Pattern[str]:
    return pattern(f"{_words_behind()}|说[，：:。“]|[{MARKS}]")


@cache
def _follower() -> re.Pattern[str]:
    return pattern(f"{_words_behind()}|[{''.join(beside('single'))}]|[{MARKS}]|$")


def name_end(text: str, start: int) -> int | None:
    """Where the name that begins at ``start`` ends, if what stands there is a name with something else behind it.

    Two given characters are usual; one is read where a word begins directly behind it (张伟|介绍).
    """
    single, longer = surnames()
    head = text[start : start + 2]
    family = 2 if head in longer else 1
    if (family == 1 and text[start] not in single) or head in not_names() or takes_office(text, start):
        return None
    after = start + family
    for given, behind in ((1, _strong()), (2, _follower()), (1, _follower())):
        end = after + given
        if is_given(text[after:end], given) and behind.match(text, end):
            return end if text[start:end] not in not_names() else None
    return None


def takes_office(text: str, start: int) -> bool:
    """Whether the surname 任 is the verb here: 由市长任组长, 校长任副总指挥."""
    return text[start] == "任" and _posts().match(text, start + 1) is not None


@cache
def _posts() -> re.Pattern[str]:
    held = (word for word, sort in titles().items() if sort in (Sort.HEAD, Sort.OFFICE) and len(word) > 1)
    return pattern(
        f"[\u4e00-\u9fff]{{0,4}}?(?:{one_of(tuple(held))}|总?指挥长?|顾问|评委|裁判)(?:[，。；、和与的兼]|$)"
    )


def is_given(words: str, length: int) -> bool:
    """Whether these characters can be somebody's given name: 则 stands in the middle of one only."""
    if len(words) != length or words in _honorifics():
        return False
    return _given().fullmatch(words[1:] if words[0] in LITERARY and length > 1 else words) is not None


def title_before(text: str, end: int) -> str:
    """The longest title of the table that ends at ``end``, with 副 where it stands before it."""
    if text[max(0, end - 2) : end] not in _tails():
        return ""
    known = titles()
    for length in range(min(LONGEST_TITLE, end), 1, -1):
        title = text[end - length : end]
        if title in known:
            return f"副{title}" if text[end - length - 1 : end - length] == "副" else title
    return ""


@cache
def _behind() -> re.Pattern[str]:
    heads = one_of(title for title, sort in titles().items() if sort is Sort.HEAD and title[0] not in LEVELS)
    return pattern(f"(?P<title>{heads})(?={_words_behind()}|说[，：:。“]|[{MARKS}的也都还又就在把带])")


def title_behind(text: str, start: int) -> str:
    """The title of a head that calls somebody whose name ends at ``start``: 程立新院长说."""
    found = _behind().match(text, start)
    return found["title"] if found else ""


def body_before(text: str, end: int) -> str:
    """The last three characters of the body whose title begins at ``end``; empty where none stands there."""
    body = text[max(0, end - BODY) : end]
    return body if len(body) == BODY and all("\u4e00" <= one <= "\u9fff" for one in body) else ""


def is_name(words: str) -> bool:
    single, longer = surnames()
    family = 2 if words[:2] in longer else 1
    return (
        (family == 2 or words[0] in single)
        and 1 <= len(words) - family <= 2
        and is_given(words[family:], len(words) - family)
        and words[:2] not in not_names()
        and (words[-1] not in _offices() or COUNTRY.search(words, family) is not None)
    )


@cache
def _tails() -> frozenset[str]:
    return frozenset(title[-2:] for title in titles())


@cache
def _given() -> re.Pattern[str]:
    """Characters of which none is one that no given name holds."""
    return pattern(f"(?:(?![{''.join(beside('never'))}])[{HAN}])+")


@cache
def _honorifics() -> frozenset[str]:
    return frozenset(beside("honorific"))


@cache
def _offices() -> frozenset[str]:
    return frozenset(beside("office"))
