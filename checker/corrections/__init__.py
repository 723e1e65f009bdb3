"""The three products, kept apart: the change notice and the sign-off sheet before publication, corrections after it.

Nothing here decides what is right. Before publication it passes on what the checker found; after it, it prints what
people have decided in the ledger, or a draft that says what they have yet to decide.
"""
