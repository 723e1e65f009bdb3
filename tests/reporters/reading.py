"""How the tests read reports back, the way their readers would: by parsing them."""

import re
from html.parser import HTMLParser

from markdown_it import MarkdownIt

SGR = re.compile(r"\x1b\[[0-9;]*m")
_VOID = {"meta", "br", "hr", "img", "input", "link"}


class Page(HTMLParser):
    """The elements of a page, its text, and whether every element is closed where it should be."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.words: list[str] = []
        self.lines: list[str] = []
        self._stack: list[tuple[str, str]] = []
        self.feed(source)
        self.close()
        assert not self._stack, self._stack

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        self.attributes += held.items()
        if tag not in _VOID:
            self._stack.append((tag, held.get("class", "")))
        if held.get("class") == "line":
            self.lines.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self._stack, f"</{tag}> closes nothing"
        assert self._stack.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        inside = [tag for tag, _ in self._stack]
        classes = [name for _, name in self._stack]
        if "line" in classes and "sup" not in inside and not any(name.startswith("badge") for name in classes):
            self.lines[-1] += data

    @property
    def text(self) -> str:
        """All the words on the page."""
        return "".join(self.words)

    def of(self, attribute: str) -> list[str]:
        """Every value of an attribute."""
        return [value for name, value in self.attributes if name == attribute]


def markdown_page(source: str) -> Page:
    """A Markdown report as GitHub would set it: with HTML, tables and strikethrough."""
    return Page(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(source))
