"""Duplication in articles: which of two copies is the intruder, what is told, and what is nobody's fault."""

from collections.abc import Iterator
from pathlib import Path

from checker.checks import repeated_sentence
from checker.checks.duplication import (
    ParagraphParams,
    StretchParams,
    check_paragraphs,
    check_stretches,
)
from checker.extraction.article import Article
from checker.findings import Hit
from checker.packs import bundled
from checker.readers import read
from checker.readers.text import read as read_text

USERS = Path(__file__).parents[2] / "articles" / "yuxi-eight-districts.txt"
SECTIONS = (
    "两县见闻\n\n汉阴县 茶山\n\n汉阴县的茶开园了。{here}\n\n"
    "石泉县 桑园\n\n石泉县的蚕上了山。{there}\n\n桑枝也派上了用场。\n"
)


def article(text: str) -> Article:
    return Article(read_text(text.encode(), "x.txt"))


def paragraphs(text: str) -> list[Hit]:
    return list(check_paragraphs(article(text), ParagraphParams()))


def stretches(text: str, params: StretchParams | None = None) -> list[Hit]:
    return list(check_stretches(article(text), params or StretchParams()))


def bundled_hits(source: Article, family: str) -> Iterator[tuple[str, Hit]]:
    for rule in bundled():
        if rule.family == family:
            yield from ((rule.id, hit) for hit in rule.kind.check(source, rule.params))


def test_the_users_article() -> None:
    source = Article(read(USERS))
    found = {
        (rule, source.document.locate(hit.span).paragraph, hit.data["other"]): hit
        for rule, hit in bundled_hits(source, "duplication")
    }
    assert sorted(found) == [
        ("duplication/paragraph", 28, "36"),
        ("duplication/paragraph", 29, "37"),
        ("duplication/paragraph", 30, "38"),
        ("duplication/swapped-name", 27, "35"),
    ]
    assert all((hit.data["section"], hit.data["home"]) == ("合川", "江津") for hit in found.values())
    swapped = found["duplication/swapped-name", 27, "35"]
    words = swapped.span.of(source.text)
    assert words.startswith("大足区不断引进和培育了")
    assert words.endswith("产业发展新格局。")
    assert (swapped.data["here"], swapped.data["there"], swapped.doubtful) == ("大足", "江津", False)
    whole = [hit for (rule, _, _), hit in found.items() if rule == "duplication/paragraph"]
    assert len({hit.cause for hit in whole}) == 1


def test_the_intruder_is_the_one_that_does_not_fit_its_section() -> None:
    line = "石泉县把蚕房改成了民宿，桑葚酒卖到了省城，来的人一年比一年多。"
    first = SECTIONS.format(here="\n\n" + line, there="\n\n" + line)
    [hit] = paragraphs(first)
    assert (hit.variant, hit.data["number"], hit.data["section"]) == ("misplaced", "4", "汉阴县")
    other = line.replace("石泉", "汉阴")
    [hit] = paragraphs(SECTIONS.format(here="\n\n" + other, there="\n\n" + other))
    assert (hit.data["number"], hit.data["section"]) == ("7", "石泉县")


def test_the_later_one_if_neither_tells() -> None:
    line = "蚕房改成了民宿，桑葚酒卖到了省城，来的人一年比一年多，院子都住满了。"
    [hit] = paragraphs(f"{line}\n\n路也修好了。\n\n{line}\n")
    assert (hit.variant, hit.data["number"], hit.data["other"], hit.data["length"]) == ("repeated", "3", "1", "34")
    assert hit.related[0].span.of(f"{line}") == line
    [hit] = paragraphs(SECTIONS.format(here="\n\n" + line, there="\n\n" + line))
    assert (hit.variant, hit.data["number"], hit.data["other"]) == ("divided", "7", "4")


def test_neighbouring_copies_are_one_cause() -> None:
    lines = [
        "蚕房改成了民宿，桑葚酒卖到了省城，来的人一年比一年多，院子都住满了。",
        "茶园边上修了步道，采茶的和看景的走同一条路，路口还有人卖凉粉。",
    ]
    apart = "路也修好了，班车一天来四趟。"
    copied = paragraphs("\n\n".join([*lines, apart, *lines]))
    assert [hit.cause for hit in copied] == ["1=4", "1=4"]
    copied = paragraphs("\n\n".join([*lines, lines[0], apart, lines[1]]))
    assert len({hit.cause for hit in copied}) == 2


def test_shorter_sentences_count_under_another_heading_only() -> None:
    line = "\n\n村头的蚕房改成了民宿，来的人一年比一年多。"
    assert len(paragraphs(SECTIONS.format(here=line, there=line))) == 1
    assert not paragraphs(f"汉阴县的茶开园了。{line}\n\n石泉县的蚕上了山。{line}")


def test_the_same_words_under_two_headings() -> None:
    words = "蚕房改成了民宿，桑葚酒卖到了省城，来的人一年比一年多，院子都住满了。"
    [hit] = stretches(SECTIONS.format(here=words, there="客人说，" + words))
    assert (hit.variant, hit.data["section"], hit.data["home"]) == ("same", "石泉县", "汉阴县")
    assert not stretches(f"汉阴县的茶开园了。{words}\n\n石泉县的蚕上了山。{words}")


def test_a_swapped_place_counts_anywhere() -> None:
    words = "县把蚕房改成了民宿，桑葚酒卖到了省城，来的人一年比一年多，院子都住满了。"
    text = f"入夏以来，汉阴{words}路也通了。\n\n去年以来，石泉{words}"
    [hit] = stretches(text)
    assert (hit.variant, hit.data["here"], hit.data["there"], hit.doubtful) == ("swapped", "石泉", "汉阴", False)
    assert hit.span.of(text) == f"石泉{words}"
    assert [one.span.of(text) for one in hit.related] == [f"汉阴{words}", "石泉"]


def test_short_names_of_sister_places_are_names() -> None:
    words = "把蚕房改成了民宿，桑葚酒卖到了省城，来的人一年比一年多，院子都住满了。"
    assert len(stretches(f"汉阴{words}\n\n石泉{words}路也通了。")) == 1
    (hit,) = stretches(f"我们{words}\n\n他们{words}路也通了。")
    assert (hit.variant, hit.doubtful) == ("near", True)


def test_a_swapped_body_is_to_be_verified() -> None:
    words = "公司把蚕房改成了民宿，桑葚酒卖到了省城，来的人一年比一年多，院子都住满了，年底还要再添二十间。"
    [hit] = stretches(f"恒远{words}\n\n中泰{words}路也通了。")
    assert hit.doubtful


def test_formulas_and_stock_words_do_not_count() -> None:
    words = "县牢记总书记的殷殷嘱托，把茶山当作生态的本钱来守护，院子都住满了。"
    text = f"汉阴{words}\n\n石泉{words}路也通了。"
    assert stretches(text)
    assert not stretches(text, StretchParams(formulas=("嘱托",)))
    assert not stretches(text, StretchParams(stock=("住满了",)))


def test_sentences_in_a_row() -> None:
    text = "蚕房改成了民宿，来的人多了。蚕房改成了民宿，来的人多了。"
    [hit] = repeated_sentence.check(article(text), repeated_sentence.SentenceParams())
    assert (hit.span.start, hit.span.end) == (14, 28)
    assert not list(repeated_sentence.check(article(text.replace("。", "！")), repeated_sentence.SentenceParams()))
