"""How the time of a piece of work grows with its size. No test says how fast anything is: bench/ does that."""

import gc
import time
from collections.abc import Callable


def seconds(work: Callable[[], object]) -> float:
    """The processor time that ``work`` takes, without the garbage collector, as the program itself runs.

    What it goes over in a process that has run a thousand tests is theirs and none of the work's.
    """
    gc.disable()
    try:
        started = time.process_time()
        work()
        return time.process_time() - started
    finally:
        gc.enable()


def assert_linear(make: Callable[[int], Callable[[], object]], small: int, times: int = 4) -> None:
    """``make(size)`` prepares work; ``times`` the size may take 2.5 times that share, the best of two tries each.

    Quadratic work takes ``times`` times too long. The constant keeps work that takes no time from failing by chance.
    """
    make(small)()
    little = min(seconds(make(small)) for _ in range(2))
    much = min(seconds(make(small * times)) for _ in range(2))
    assert much < 2.5 * times * little + 0.1, f"{little:.3f} s for {small}, {much:.3f} s for {times} times as much"
