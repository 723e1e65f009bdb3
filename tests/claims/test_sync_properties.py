"""What people wrote into a ledger outlives whatever happens to the article."""

import re
from collections.abc import Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.claims import parse
from tests.claims.desk import TEXT, drafted_text, synced

PLACES = ("河湾镇", "松岭乡", "青石县", "白鹭街道", "云台区")
SENTENCES = (
    "{place}新修灌渠{n}公里，惠及农户{m}户。",
    "今年，{place}计划开工项目{n}个，同比增长{p}.{q}%。",
    "{place}开设社区食堂{n}家，日均接待老人{m}人次，占全县的{p}%。",
    "去年，{place}接待游客{m}万人次，门票收入突破{n}亿元，居全市第{q}位。",
    "“{place}要再栽果树{m}棵。”镇长田大川说。",
    "{place}下辖{q}个村，其中{p}个村通了公交。",
)
sentences = st.builds(
    lambda form, place, n, m, p, q: form.format(place=place, n=n, m=m, p=p, q=q),
    st.sampled_from(SENTENCES), st.sampled_from(PLACES), st.integers(2, 99), st.integers(100, 9999),
    st.integers(2, 60), st.integers(1, 9),
)  # fmt: skip
paragraphs = st.lists(sentences, min_size=1, max_size=3).map("".join)
articles = st.lists(paragraphs, min_size=1, max_size=5).map(lambda lines: "\n".join(["青石县新闻", *lines]) + "\n")
edits = st.lists(
    st.tuples(st.sampled_from(["insert", "delete", "move", "change", "again"]), st.integers(0, 99), paragraphs),
    min_size=1,
    max_size=5,
)
WRITTEN = (
    "    source: {{type: document, title: 统计表{mark}}}  # 电话{mark}问过",
    "    note: '甲{mark}：“乙”  丙'",
    '    note: "行{mark}\\n二"',
    "    note: |\n      第一行{mark}\n\n      第二行 # 不是批注\n",
    "    note: >-\n      折行{mark}\n      再折\n",
    "    evidence:\n      - text: 摘录{mark}\n        supports: yes\n      # 证据后的批注{mark}",
    "    verdict: {{by: 值班{mark}, reason: 核过}}",
    "    # 只是批注{mark}",
    "\n    # 空行后的批注{mark}\n",
    "    checked_by: 张三{mark}   ",
    "    stale_after: 2025-07-01 # 到期{mark}",
)
notes = st.lists(
    st.tuples(st.integers(0, 99), st.integers(0, len(WRITTEN) - 1), st.integers(0, 3)), min_size=1, max_size=8
)
KEY = re.compile("    (?:anchor|section|subject|metric|value|status):")
settled = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def annotated(text: str, wanted: Sequence[tuple[int, int, int]]) -> tuple[str, list[str]]:
    """The ledger with what a person adds to its claims, and the lines that were added."""
    blocks = re.split(r"(?m)(?=^  - id: C)", text)
    added: list[str] = []
    used: set[tuple[int, str]] = set()
    for mark, (which, form, at) in enumerate(wanted):
        if len(blocks) < 2:
            break
        block = 1 + which % (len(blocks) - 1)
        lines = WRITTEN[form].format(mark=f"⟨{mark}⟩")
        key = lines.strip().split(":")[0]
        if not lines.strip().startswith("#") and (block, key) in used:
            continue
        used.add((block, key))
        rows = blocks[block].split("\n")
        keys = [index for index, row in enumerate(rows) if KEY.match(row)]
        place = keys[at % len(keys)]
        rows[place:place] = lines.split("\n")
        blocks[block] = "\n".join(rows)
        added += lines.split("\n")
    return "".join(blocks), added


def edited(words: str, kind: str, number: int, paragraph: str) -> str:
    """The article after an edit."""
    lines = words.splitlines()
    at = 1 + number % max(1, len(lines) - 1)
    if kind == "insert":
        return "\n".join([*lines[:at], paragraph, *lines[at:]]) + "\n"
    if kind == "delete":
        return "\n".join([*lines[:at], *lines[at + 1 :]]) + "\n"
    if kind == "move" and at < len(lines):
        rest = [*lines[:at], *lines[at + 1 :]]
        to = 1 + number * 7 % len(rest)
        return "\n".join([*rest[:to], lines[at], *rest[to:]]) + "\n"
    if kind == "change":
        digits = [match.start() for match in re.finditer("[0-9]", words)]
        if digits:
            place = digits[number % len(digits)]
            return words[:place] + str((int(words[place]) + 1 + number % 8) % 10) + words[place + 1 :]
    return words


def stands(added: list[str], text: str) -> None:
    """Every line that a person added stands in the text, in the order it was added in within its claim."""
    lines = text.replace("\r\n", "\n").split("\n")
    for line in added:
        assert not line.strip() or line in lines, line


@settled
@given(articles)
def test_a_fresh_ledger_fits_its_article(words: str) -> None:
    text = drafted_text(words)
    done = synced(text, words)
    assert done.text == text
    assert [done.new, done.lost, done.changed, done.reworded, done.moved] == [()] * 5
    every = synced(text, words, every=True)
    assert (every.text, every.new) == (text, ())


@settled
@given(articles, notes, edits)
def test_what_people_wrote_survives(
    words: str, wanted: list[tuple[int, int, int]], changes: list[tuple[str, int, str]]
) -> None:
    text, added = annotated(drafted_text(words), wanted)
    ids = {claim.id for claim in parse(text).claims}
    for kind, number, paragraph in changes:
        words = edited(words, kind, number, paragraph)
        text = synced(text, words).text
        stands(added, text)
        ledger = parse(text)
        assert ids <= {claim.id for claim in ledger.claims}
        ids = {claim.id for claim in ledger.claims}
        assert synced(text, words).text == text


@settled
@given(articles, notes, edits)
def test_line_ends_are_kept(
    words: str, wanted: list[tuple[int, int, int]], changes: list[tuple[str, int, str]]
) -> None:
    text, added = annotated(drafted_text(words), wanted)
    text = text.replace("\n", "\r\n")
    for kind, number, paragraph in changes:
        words = edited(words, kind, number, paragraph)
        text = synced(text, words).text
    stands(added, text)
    assert "\n" not in text.replace("\r\n", "")


@settled
@given(articles, st.integers(100, 999), st.integers(0, 9))
def test_a_paragraph_put_in_and_taken_out_leaves_no_trace(words: str, number: int, at: int) -> None:
    text = drafted_text(words)
    grown = edited(words, "insert", at, f"云溪小学秋季招收新生{number}名。")
    done = synced(text, grown)
    assert [claim.value.literal for claim in done.new if claim.value] == [f"{number}名"]
    assert not done.lost
    back = synced(done.text, words, prune=True)
    assert back.text == text


def test_the_desk_article_fits() -> None:
    text = drafted_text(TEXT)
    assert synced(text, TEXT).text == text
