"""A property that is computed once, as ``functools.cached_property`` is, without its lock.

Up to Python 3.11 the standard library's holds a lock while it computes, as threads may ask at once; 3.12 took that
away. No two threads of this program ever share an object, and a run asks for sixty thousand such properties.
"""

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

Value = TypeVar("Value", covariant=True)


class cached_property(Generic[Value]):  # noqa: N801 - it stands where functools' name stood
    """Computed when first asked for and kept in the object's ``__dict__``, which then answers without this class."""

    def __init__(self, made: Callable[[Any], Value]) -> None:
        self.made, self.__doc__ = made, made.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, one: None, owner: type) -> Self: ...

    @overload
    def __get__(self, one: object, owner: type) -> Value: ...

    def __get__(self, one: object | None, owner: type) -> Self | Value:
        if one is None:
            return self
        value: Value = self.made(one)
        one.__dict__[self.name] = value
        return value
