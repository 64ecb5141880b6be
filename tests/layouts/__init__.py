"""Seeded variations of how annual reports are laid out, each with what it prints: readers are measured against them.

Nothing here knows a reader. ``generate.documents`` makes the documents, ``measure`` compares what was read.
"""
