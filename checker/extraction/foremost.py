"""Who is the first or has the most where his clause does not begin with him: 作为首批…，|某园区, 标志着|某市将首次…."""

from checker.extraction.bearings import Bearings
from checker.extraction.nominals import NOUNS
from checker.lexicon.speech import Part
from checker.patterns import pattern
from checker.spans import Span

AS = "作为"
MARKS = pattern("(?:标志着?|意味着?)(?P<who>[一-鿿]{2,12}?)(?:将|也|已|正)*$")
IS = pattern("(?<![不也就又])(?:是|系)(?P<who>[一-鿿]{3,12}(?<![中里来上]))$")
ONCE = pattern("(?:在)?[一-鿿]{0,6}首次")
SHOWN = pattern(
    "(?:在|走进|来到)?[这该][个座家处片](?:代表|拥有|号称|有着|具备|具有)[^，。；]{4,40}的(?P<what>[一-鿿]{3,8})$"
)
SIDE = pattern("(?<=[一-鿿]{4})(?:[前旁]|[内里上中下](?=$))$")
MOST = "最"
LEAST, LONGEST = 4, 10


def foremost(bearings: Bearings, at: int, subject: str, metric: str, scope: str) -> tuple[str, str]:
    """Who is the first or has the most, and in what; ``subject`` is whom the words at ``at`` speak of."""
    clause = bearings.clause(at)
    who = _introduced(bearings, at, clause) or _told(bearings, at, clause) or _beside(bearings, at, clause)
    if metric.startswith(MOST) and scope:
        what = SIDE.sub("", metric.partition("、")[0]) if bearings.text[clause.end - 1] == metric[-1] else metric
        metric = f"{scope}{what.partition('、')[0]}"
    return who or subject, metric


def _introduced(bearings: Bearings, at: int, clause: Span) -> str:
    """Whom the next clause names, where this one only says as what he acts: 作为全省首个基地，|某镇…."""
    led = bearings.text.startswith(AS, clause.start)
    following = bearings.clause(clause.end + 1) if led and bearings.text.startswith("，", clause.end) else clause
    found = bearings.actors.opening(following.start, following.end) if following.start > at else None
    return found.name if found else ""


def _told(bearings: Bearings, at: int, clause: Span) -> str:
    """Whom the words right before tell it of: 标志着|某市将首次…, 这批货物是|某班列首次…."""
    told = MARKS.search(bearings.text, clause.start, at) or IS.search(bearings.text, clause.start, at)
    if not told or not ONCE.match(bearings.text, at, clause.end):
        return ""
    found = bearings.actors.opening(told.start("who"), at)
    words = bearings.words.between(*told.span("who"))
    named = words and words[0].part is Part.NAME and all(word.part in NOUNS for word in words)
    return found.name if found else told["who"] if named else ""


def _beside(bearings: Bearings, at: int, clause: Span) -> str:
    """What a name by itself or a pointing word says it is of: 云溪片场，|全国最大的…, 这个拥有全国最大…的|片场."""
    text = bearings.text
    shown = SHOWN.search(text, clause.start, clause.end)
    if shown:
        topic = bearings.actors.topic(at)
        name = f"{topic.place.short if topic and topic.place else ''}{shown['what']}"
        return name if name in text[:at] else ""
    before = bearings.clause(clause.start - 1) if clause.start > 1 and text[clause.start - 1] == "，" else clause
    words = bearings.words.between(before.start, before.end)
    alone = at == clause.start and before != clause and LEAST <= len(before) <= LONGEST
    named = alone and len(words) > 1 and words[0].part is Part.NAME and all(word.part in NOUNS for word in words)
    return before.of(text) if named else ""
