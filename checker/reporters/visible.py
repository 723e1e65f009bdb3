"""Making every character of an article visible, and harmless, wherever it is printed.

An article may hold anything: an ESC sequence that would repaint the reader's terminal, a bidirectional override that
turns a sum round, a zero-width space inside a name. None of them reaches a screen as itself; each is shown escaped,
as ``\\x1b`` or ``\\u202e``.
"""

import unicodedata

# What a page can show as itself: the joiner holds the parts of one emoji together, a tab indents.
_KEPT = "\u200d\t"


class _Visible(dict[int, str]):
    """A table for ``str.translate`` that fills itself: what to print for a code point."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = character if character in _KEPT else escape(character)
        return self[code]


def escape(character: str) -> str:
    """A control, format, line-separating or surrogate character as an escape, a line feed as ↵, any other as it is.

    >>> escape("\\x1b"), escape("\\u202e"), escape("文")
    ('\\\\x1b', '\\\\u202e', '文')
    """
    if unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}:
        return character
    code = ord(character)
    named = {"\n": "↵", "\r": "\\r", "\t": "\\t"}.get(character)
    return named or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}")


_TABLE = _Visible()


def visible(text: str) -> str:
    """``text`` with every character that has no shape of its own shown escaped. Doing it twice changes nothing."""
    return text.translate(_TABLE)


def shorten(text: str, limit: int = 40) -> str:
    """``text``, or its beginning and end around an ellipsis where it is longer than ``limit`` characters.

    >>> shorten("一二三四五六七八九十", 7)
    '一二三……九十'
    """
    if len(text) <= limit:
        return text
    room = limit - 2
    return f"{text[: room - room // 2]}……{text[len(text) - room // 2 :]}"
