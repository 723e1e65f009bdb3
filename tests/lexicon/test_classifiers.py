"""Which things are counted with which classifier."""

import pytest

from checker.lexicon.classifiers import SPECIFIC, classifiers


def test_hundreds_of_things_each_with_its_own() -> None:
    assert len(classifiers()) > 300
    assert all(len(one) == len(set(one)) for one in classifiers().values())


@pytest.mark.parametrize(("classifier", "sort"), SPECIFIC.items())
def test_the_sort_of_a_classifier_takes_it(classifier: str, sort: str) -> None:
    assert classifier in classifiers()[sort]
