"""Small questions about stretches of words beside a number: where the thing begins, what only leads to it."""

import re
from collections.abc import Iterator

from govdisclosure.readers.narrative.words import COPULA, FRONT, JOINT, TAIL, TOPIC_WORDS, VERB_END, VERB_INSIDE

__all__ = [
    "MARKS",
    "front_length",
    "front_stripped",
    "last_end",
    "members",
    "opening_bracket",
    "thing_start",
    "topic_in",
    "trimmed",
]

#: Topics whose own applicants and applications are not requests for information.
_WITH_APPLICANTS = ("reviews", "lawsuits", "cases")
#: Marks that words beside a number do not cross.
MARKS = "，,；;：:（）()。！？!?\n"
_LEAD = re.compile(r"[^“”《》]*(?:(?<!公)共(?!同|享|建)|累计|一共|总共)(?=[^率]{2})")


def trimmed(words: str) -> str:
    """Words without what only leads over to the number: 共计, 达到, 约."""
    while match := TAIL.search(words):
        words = words[: match.start()]
    return words


def front_length(words: str) -> int:
    """How much stands before the thing itself: the time, the body, the verb."""
    begin = 0
    lead = _LEAD.match(words)
    if lead and lead.end() < len(words) - 1:
        begin = lead.end()
    while match := FRONT.match(words, begin):
        rest = words[match.end() :]
        if rest and match.group() in ("其中", "此外", "其余"):
            begin = match.end()
            continue
        if len(rest) <= 1 or match.end() == begin or VERB_END.fullmatch(rest):
            break
        begin = match.end()
    return begin


def front_stripped(words: str) -> str:
    """What is left of words without time, body, verb and copula; empty if they name nothing."""
    rest = words
    while match := FRONT.match(rest):
        if match.end() == 0:
            break
        rest = rest[match.end() :]
    return "" if COPULA.fullmatch(rest) else rest


def thing_start(words: str, before: int) -> int:
    """Where the thing begins that ends in a matched word: behind the last verb, else behind time and body."""
    begin = last_end(VERB_INSIDE, words, 0, before) or front_length(words)
    return last_end(JOINT, words, begin, before)


def last_end(pattern: re.Pattern[str], words: str, begin: int, before: int) -> int:
    """Where the last match between two offsets ends; ``begin`` if there is none.

    The pattern sees what stands behind ``before``: 公开 is no verb in 公开目录, wherever the search ends.
    """
    for match in pattern.finditer(words, begin):
        if match.end() > before:
            break
        begin = match.end()
    return begin


def members(words: str, start: int) -> Iterator[tuple[int, str]]:
    """The members of an enumeration with their offsets."""
    at = 0
    for piece in re.split(r"(、|和|以及|及(?!时)|与|(?<=”)(?=“))", words):
        member = trimmed(piece)
        if piece not in ("、", "和", "及", "以及", "与", "") and member:
            yield start + at, member
        at += len(piece)


def opening_bracket(text: str, closing: int) -> int:
    """Where a short bracket without figures opens (各县（市、区）); -1 if the bracket is another."""
    for at in range(closing - 1, max(-1, closing - 8), -1):
        if text[at] in "(（":
            return at
        if text[at].isdigit():
            break
    return -1


def topic_in(words: str, before: str = "") -> str:
    """What a stretch of words speaks of last; empty if it names no topic.

    申请 and 申请人 alone are those of a request for information, unless what is spoken of has applicants of its own.
    """
    topic = ""
    for match in TOPIC_WORDS.finditer(words):
        if match.lastgroup == "asked":
            topic = topic if (topic or before) in _WITH_APPLICANTS else "requests"
        else:
            topic = str(match.lastgroup)
    return topic
