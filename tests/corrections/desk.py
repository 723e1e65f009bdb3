"""A published article that is wrong in every way a correction knows, and its ledger. No such towns exist."""

from datetime import date, datetime

from checker.claims import Binding, Ledger, parse, trace
from checker.corrections.correction import Particulars
from checker.corrections.faults import Fault, decided
from checker.document import Document
from checker.engine import lint
from checker.packs import bundled
from checker.readers import read
from checker.report import DocumentReport

COPIED = "点军区把旧厂房改成了夜市，摊主先培训后进场，周末来的人最多，停车场也一扩再扩。"
ARTICLE = f"""\
两区夜市见闻

西陵区 江边灯火

西陵区今年新开夜市四处，摊位都装上了统一的灯箱，其中开工率64.3%的“灯火工程”已近尾声。

{COPIED}

点军区 山下摊位

点军区文旅局局长周平说，柳弯夜市和柳弯码头都在山下，柳弯人爱热闹。

{COPIED}

山上的民宿也跟着亮了灯。

①西陵：西陵峡边的灯市。
②点军：柳弯夜市。

西陵区融媒体中心记者 李云州
"""
LEDGER = """\
schema: claims/1
article: {id: night, title: 两区夜市见闻, source_file: 稿.txt, issue_date: 2025-04-22, status: published}
claims:
  - id: rate
    kind: ratio
    anchor: {paragraph: 3, quote: 开工率64.3%}
    district: 西陵区
    subject: 灯火工程
    metric: 开工率
    value: {literal: 64.3%, number: 64.3, unit: '%'}
    source: {type: statistics, title: 项目台账}
    evidence: [{text: 开工率57.1%, supports: no, value: {literal: 57.1%}}]
    status: wrong
    checked_by: 宋文
    checked_at: 2025-04-23
    verdict: {by: 高远, value: 57.1%}
  - id: person
    kind: name
    anchor: {paragraph: 6, quote: 周平}
    subject: 周平
    value: {literal: 周平}
    source: {type: website, title: 区政府网站}
    evidence: [{text: 局长周萍, supports: no}]
    status: wrong
    checked_by: 宋文
    verdict: {by: 高远, at: 2025-04-23, value: 周萍}
  - id: place
    kind: place
    anchor: {paragraph: 6, quote: 柳弯, nth: 1}
    district: 点军区
    subject: 柳湾
    value: {literal: 柳弯}
    source: {type: document, title: 地名录}
    evidence: [{text: 柳湾, supports: no}]
    status: wrong
    checked_by: 宋文
    verdict: {by: 高远, at: 2025-04-23, value: 柳湾}
  - id: caption
    kind: caption
    anchor: {paragraph: 9, quote: 西陵峡边的灯市}
    district: 西陵区
    subject: 图片一
    source: {type: on_site, title: 摄影记者}
    evidence: [{text: 拍的是江边的灯市, supports: no}]
    status: wrong
    checked_by: 宋文
    verdict: {by: 高远, at: 2025-04-23, value: 江边的灯市}
  - id: byline
    kind: byline
    anchor: {paragraph: 11, quote: 李云州}
    subject: 李云州
    value: {literal: 李云州}
    source: {type: document, title: 花名册}
    evidence: [{text: 李云舟, supports: no}]
    status: wrong
    checked_by: 宋文
    verdict: {by: 高远, at: 2025-04-23, value: 李云舟}
  - id: block
    kind: event
    anchor: {paragraph: 4, quote: 点军区把旧厂房改成了夜市}
    subject: 西陵区栏末段
    source: {type: document, title: 西陵区原稿}
    evidence: [{text: 原稿此处是西陵区的文字, supports: no}]
    status: wrong
    checked_by: 宋文
    verdict: {by: 高远, at: 2025-04-23, value: 本报客户端4月22日发布的文本}
"""
IDS = ("rate", "person", "place", "caption", "byline", "block")


def document(text: str = ARTICLE) -> Document:
    """The article as it is read."""
    return read("稿.txt", data=text.encode())


def ledger(old: str = "", new: str = "") -> Ledger:
    """The ledger, with ``new`` in the place of ``old``, which it must hold."""
    assert old in LEDGER
    return parse(LEDGER.replace(old, new, 1) if old else LEDGER)


def report(text: str = ARTICLE) -> DocumentReport:
    """What the checker finds in the article."""
    return lint(document(text), bundled())


def binding(book: Ledger | None = None) -> Binding:
    """The ledger laid over the article."""
    return trace(book or ledger(), document())


def faults(*wanted: str, book: Ledger | None = None) -> list[Fault]:
    """What the ledger has decided: of the claims ``wanted``, or all of it."""
    return decided(binding(book), document(), report(), wanted)


def about(form: str = "print", **more: object) -> Particulars:
    """Everything that a correction in this form needs."""
    given: dict[str, object] = {"page": "A05", "is_published": True, "is_mended": True, **more}
    given.setdefault("at", datetime(2025, 4, 23, 10, 5))
    given.setdefault("published", date(2025, 4, 22))
    return Particulars("两区夜市见闻", form, **given)  # type: ignore[arg-type]
