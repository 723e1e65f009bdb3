"""How long a large ledger takes: to draft it, to read it, to lint its article with it, to bring it into line again.

Run: python -m bench.ledger [CLAIMS]
"""

import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from checker import engine
from checker.claims import bind, load
from checker.claims.syncing import sync
from checker.claims.writing import ledger_text
from checker.cli.extract import drafted
from checker.packs.loader import bundled
from checker.readers import read

T = TypeVar("T")
PLACES = ("河湾镇", "青石街道", "松岭乡", "白鹭镇", "云台乡", "石门街道", "桃源乡")
THINGS = (
    "新修灌渠{a}公里，惠及农户{b}户。",
    "开工重点项目{a}个，完成投资{c}亿元，同比增长{d}%。",
    "引进智能农机{a}台，粮食亩产提高{e}公斤。",
    "接待游客{b}人次，实现旅游收入{c}亿元。",
    "建成社区食堂{a}家，日均服务老人{e}人次。",
)


def article(claims: int, seed: int = 1) -> str:
    """An article that asserts at least so many things."""
    chance = random.Random(seed)
    lines, made = ["各乡镇交出年终答卷"], 0
    while made < claims:
        place, year = chance.choice(PLACES), chance.randint(2015, 2024)
        told = []
        for form in chance.sample(THINGS, 3):
            a, b, e = chance.randint(2, 99), chance.randint(100, 9999), chance.randint(10, 99)
            told.append(form.format(a=a, b=b, c=f"{chance.randint(1, 90)}.{chance.randint(1, 9)}", d=a / 2, e=e))
            made += told[-1].count("，") + 1
        lines.append(f"{year}年，{place}" + place.join(told))
    return "\n\n".join(lines) + "\n"


def timed(label: str, work: Callable[[], T]) -> T:
    """Do the work and print how long it took."""
    start = time.perf_counter()
    done = work()
    print(f"{label:<34}{time.perf_counter() - start:6.2f} s")
    return done


def main(arguments: list[str]) -> None:
    """Print the seconds of each step."""
    count = int(arguments[0]) if arguments else 5000
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "article.txt").write_text(article(count), encoding="utf-8")
        document = read(str(home / "article.txt"))
        rules = bundled()
        draft = timed("draft it (checker extract)", lambda: drafted(document, None, home))
        text = ledger_text(draft)
        (home / "claims.yaml").write_text(text, encoding="utf-8")
        print(f"{len(draft.claims)} claims, {len(draft.relations)} relations, {len(document.text)} characters")
        book = timed("read and review it", lambda: load(home / "claims.yaml"))
        binding = timed("lay it over the article", lambda: bind(book, document))
        timed("lint the article alone", lambda: engine.lint(document, rules))
        timed("lint the article with it", lambda: engine.lint(document, rules, ledger=binding, claimed=binding.spans))
        timed("sync, nothing changed", lambda: sync(book, text, document, draft.claims))
        turned = document.text.split("\n\n")
        moved = read("article.txt", data="\n\n".join([*turned[1:], turned[0]]).encode())
        fresh = drafted(moved, None, home)
        timed("sync, every paragraph moved", lambda: sync(book, text, moved, fresh.claims))


if __name__ == "__main__":
    main(sys.argv[1:])
