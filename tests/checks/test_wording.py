"""Wording in articles: the user's own, misspelt idioms by the hundred, and the cards that slips share."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from checker.engine import lint
from checker.extraction.article import Article
from checker.findings import Hit, Severity
from checker.lexicon import idioms
from checker.lexicon.alike import lookalikes
from checker.packs import bundled
from checker.readers import read
from checker.readers.text import read as read_text
from tests.growth import assert_linear

USERS = Path(__file__).parents[2] / "articles" / "yuxi-eight-districts.txt"
RULES = [rule for rule in bundled() if rule.family == "wording" or rule.id == "units/classifier"]
FRAMES = (
    "村支书说，这件事办得{}，大家都服气。",
    "从开工到现在，队伍干得{}。",
    "《山乡纪事》写了一位{}的老教师。",
    "面对眼前的场面，他只说了四个字：{}。",
    "{}，是记者在现场最深的感受。",
    "这支队伍{}，赢得一片掌声。",
)


def article(text: str) -> Article:
    return Article(read_text(text.encode(), "x.txt"))


def hits(source: Article, *rules: str) -> Iterator[tuple[str, Hit]]:
    for rule in RULES:
        if not rules or rule.id in rules:
            yield from ((rule.id, hit) for hit in rule.kind.check(source, rule.params))


def sample(count: int) -> list[tuple[str, str, str]]:
    """A sentence, an idiom in it, and the idiom with one character mistaken for one that looks like it."""
    dice = random.Random(20)
    words = [pair + rest for pair, entry in idioms.idioms().items() for rest in idioms.ends(entry)[0].split()]
    found = []
    for word in dice.sample(sorted(one for one in words if len(one) == 4), count):
        at = dice.choice([at for at in range(4) if lookalikes(word[at])] or [0])
        other = dice.choice(lookalikes(word[at])[:4] or "口")
        found.append((dice.choice(FRAMES), word, word[:at] + other + word[at + 1 :]))
    return found


def test_the_users_article() -> None:
    source = Article(read(USERS))
    found = {(rule, source.document.locate(hit.span).paragraph, hit.span.of(source.text)) for rule, hit in hits(source)}
    assert found == {
        ("wording/grasp", 11, "牢牢把高质量发展这个首要任务"),
        ("wording/lookalike", 26, "干吨级"),
        ("wording/core", 22, "深度融合“246”产业体系为骨架"),
        ("wording/idiom", 33, "物流其流"),
        ("wording/mixed-list", 7, "科技型产业"),
        ("wording/doubled-phrase", 57, "答卷"),
        ("wording/doubled-phrase", 58, "赋能"),
        ("wording/doubled-phrase", 59, "还成为"),
        ("wording/result", 52, "的取得是潼南区委、区政府聚焦做实“两大定位”"),
        ("wording/dropped", 54, "现代建设"),
        ("units/classifier", 55, "一辆满载28吨柠檬鲜果的列车"),
    }


def test_a_mistaken_character_leads_to_its_idiom() -> None:
    rules = ("wording/idiom", "wording/misspelling", "wording/lookalike")
    found = 0
    for frame, word, wrong in sample(120):
        source = article(frame.format(wrong))
        found += any(hit.data["meant"] == word for _, hit in hits(source, *rules))
    assert found >= 108


def test_idioms_spelt_right_are_silent() -> None:
    # Of 无时无刻 what stands behind it in a sentence decides, and the frames know nothing of that.
    others = ("wording/spelling", "wording/negation")
    for frame, word, _ in sample(300):
        source = article(frame.format(word))
        assert [(rule, hit.data) for rule, hit in hits(source) if rule not in others] == [], word


def test_what_is_meant_is_put_in_the_place_of_the_one_character() -> None:
    source = article("他们众志成诚，守住了大堤。")
    (_, hit), *others = hits(source, "wording/idiom")
    assert not others
    (edit,) = hit.proposals[0].edits
    assert (edit.span.of(source.text), edit.text) == ("诚", "城")


def test_a_misspelling_that_is_sure_is_told_once() -> None:
    source = article("老队员说，要再接再励，把第二茬种好。")
    assert [rule for rule, _ in hits(source)] == ["wording/misspelling"]


@pytest.mark.parametrize("words", ["“衣见钟情”小店", "《食指大动物园》", "‘骑乐无穷’赛事", "“众志成诚”队"])
def test_plays_on_words_between_marks_are_silent(words: str) -> None:
    assert list(hits(article(f"街角新开了{words}，来的人很多。"))) == []


def test_three_look_alikes_share_one_card() -> None:
    text = "港区己建成两座干吨级泊位。\n\n时侯一到，千部群众都来了。\n"
    report = lint(read_text(text.encode(), "x.txt"), RULES)
    (card,) = report.cards()
    assert card[0].rule == "wording/scan"
    assert card[0].severity is Severity.ERROR
    assert [one.place.quote for one in card[1:]] == ["己建成", "干吨级", "时侯", "千部群众"]


def test_both_ways_to_mend_a_classifier() -> None:
    source = article("清晨，一辆满载脐橙的列车驶出站台。")
    (_, hit), *others = hits(source)
    assert not others
    edits = [(one.key, edit.span.of(source.text), edit.text) for one in hit.proposals for edit in one.edits]
    assert edits == [("classifier", "辆", "列"), ("thing", "列车", "汽车")]


def test_a_number_with_letters_gets_its_digits() -> None:
    (_, hit), *others = hits(article("项目2O24年开工。"))
    assert not others
    assert hit.data == {"words": "2O24", "meant": "2024"}


def test_a_reason_in_the_next_sentence_counts() -> None:
    assert list(hits(article("他之所以来。因为答应过孩子。"), "wording/because")) == []
    assert len(list(hits(article("他之所以来。孩子们很高兴，因为有糖。"), "wording/because"))) == 1


@pytest.mark.parametrize("unit", ["再接再励，", "之所以，", "一辆的", "高质量高质量", "为核心的", "O0", "避免"])
def test_time_grows_with_the_text(unit: str) -> None:
    def make(size: int) -> Callable[[], object]:
        source = article(unit * size)
        return lambda: list(hits(source))

    assert_linear(make, 2_000)
