"""A desk that keeps a ledger: people write into it, the article changes, ``sync`` is run."""

from datetime import date
from pathlib import Path

from checker.claims import Ledger, parse
from checker.claims.syncing import Synced, sync
from checker.claims.writing import ledger_text
from checker.cli.extract import drafted
from checker.readers import read

DAY = date(2025, 4, 21)
TEXT = (
    "青石县：一季度经济开门红\n"
    "\n"
    "本报讯 今年一季度，青石县实现生产总值21.7亿元，同比增长8.1%，增速居全市第2位。\n"
    "\n"
    "河湾镇28个重点项目开工18个，开工率64.3%，完成投资3.2亿元。\n"
    "\n"
    "“我们今年要新修渠道12公里，让三千户农民受益。”青石县水利局局长江远山说。\n"
    "\n"
    "松岭乡引进智能农机45台，粮食亩产提高30公斤，是全县首个机械化示范乡。\n"
)


def drafted_text(words: str, day: date | None = DAY) -> str:
    """The ledger that is drafted from an article."""
    return ledger_text(drafted(read("article.txt", data=words.encode()), day, Path()))


def synced(text: str, words: str, *, prune: bool = False, every: bool = False) -> Synced:
    """What ``sync`` makes of a ledger when the article reads ``words``."""
    ledger = parse(text)
    document = read("article.txt", data=words.encode())
    fresh = drafted(document, ledger.article.issue_date, Path())
    return sync(ledger, text, document, fresh.claims, prune=prune, every=every)


def read_back(text: str) -> Ledger:
    """The ledger that the text holds."""
    return parse(text)
