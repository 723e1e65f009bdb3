"""The tables of what may stand twice in a row."""

from checker.lexicon import doubling


def test_no_word_is_of_two_minds() -> None:
    words = doubling.words()
    assert not words.always & words.mostly
    assert not (words.always | words.mostly) & words.never


def test_entries_are_words() -> None:
    words = doubling.words()
    assert all(len(word) >= 2 for word in words.always | words.mostly | words.never)
    assert all(len(term) >= 3 for term in words.compounds)
    assert min(map(len, (words.always, words.mostly, words.never))) > 150


def test_a_character_between_its_neighbours() -> None:
    particles = {one.character: one for one in doubling.particles()}
    assert particles["的"].is_word_with("目", "是")
    assert particles["的"].is_word_with("新", "确")
    assert particles["的"].is_word_with("的", "确")
    assert not particles["的"].is_word_with("新", "渠")
    assert all(len(one.character) == 1 for one in particles.values())
    assert "" not in particles["的"].before
