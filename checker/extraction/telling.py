"""Whether a clause tells something of a name: it acts there, or the reporter goes there."""

from checker.gazetteer import Mention, Role, is_subject
from checker.patterns import pattern

SCENE = pattern("(?:^|[。！？，：；“\n])(?:走进|走访|记者在|记者来到|提起|说起|来到位于)$")
SCENE_MOST = 6
NEWS = pattern("(?:那边)?的?(?:好|新|喜)?(?:消息|喜讯|捷报|来信|电话|来电)[^，。；！？\n]{0,3}(?:到|传|来|响)")
"""The neighbours' news arrives here: 河湾县的消息传来了."""

PLACED = pattern("(?:^|[。！？；“\n])在$")
"""在江津区，… at the head of a sentence."""


def is_told_of(text: str, mention: Mention) -> bool:
    """Whether the clause is about the name. “江津区也想学” is what somebody says of another.

    >>> from checker.gazetteer import Gazetteer
    >>> text = "走进江津区的车间，永川区来的客人正在看样品。"
    >>> [is_told_of(text, mention) for mention in Gazetteer.load().mentions(text)]
    [True, False]
    """
    start, end = mention.span.start, mention.span.end
    if text[end : end + 1] in ("来", "也", "都") and (text[end] == "来" or text[start - 1 : start] in ("“", "‘")):
        return False
    if NEWS.match(text, end):
        return False
    if mention.role is Role.PLAIN and text[end : end + 1] == "，" and PLACED.search(text, max(0, start - 2), start):
        return True
    if mention.role in (Role.PLAIN, Role.BODY) and SCENE.search(text, max(0, start - SCENE_MOST), start):
        return True
    return is_subject(text, mention)
