"""A document of which not everything is the article's: the text stays, the blocks are those of what is."""

from dataclasses import replace

from checker.document import Document, Section
from checker.readers.outline import outline


def veiled(document: Document, words: str) -> Document:
    """The document with ``words`` (as long as its text, blank where nothing is the article's) for the checks."""
    if words == document.text or words.isspace():
        return document
    blocks, outlined = outline(words)
    numbered = {one: replace(one, number=document.locate(one.span).paragraph) for one in blocks}
    sections = [Section(numbered[one.heading], tuple(numbered[block] for block in one.blocks)) for one in outlined]
    return replace(document, blocks=tuple(numbered.values()), sections=tuple(sections), veiled=words)
