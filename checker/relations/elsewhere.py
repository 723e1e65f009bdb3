"""Words that tell a number of something else than its neighbours: another time, a plan, a mean, a part, a wider area.

A reader that ties two numbers asks for those words between or before them that would make the tie a guess, and puts
together what it must know of: ``pattern(f"{THEN}|{MEANS}|另")``. What tells such a thing is written here once.
"""

THEN = "[去上往前历]年|往届|上一?个?[月周季届期]|同期|此前|以往"
"""Another time than that of which the article tells."""

PLANNED = "计划|目标|预计|预期|力争|预算"
"""A number that is not yet one."""

MEANS = "平均|[人户亩]均"
"""What falls on one of many."""

PARTLY = "其中|另"
"""A part of what was told, or what comes to it."""

WIDER = "全[国省球市县区]"
"""A region that others lie in."""
