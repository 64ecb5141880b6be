"""Heads and feet that pages have around a report: websites, their printouts, newspapers, collectors, archives.

Nothing here knows a reader. ``SHAPES`` of ``shapes`` has them all; each says which facts of publication it states.
"""
