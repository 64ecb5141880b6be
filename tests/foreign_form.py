"""Two tables of another country's report, declared for the tests alone: rows that repeat by reporting body.

The US annual FOIA report, V.A (requests by component, with a row for the agency that adds them up) and VII.A
(response times in three tracks, where a value may be "<1"). Nothing in the library knows of it.
"""

from decimal import Decimal
from typing import Annotated, ClassVar

import attrs

from govdisclosure.cell import Count, Duration, LessThan
from govdisclosure.declare import AtMost, Balance, Column, Label, Linear, Rollup, Row, Rows, Table, Text
from govdisclosure.model import BodyKind, SectionKind, Statistics, Unit
from govdisclosure.vintage import Content, Deadline, Vintage

__all__ = ["FOIA", "VINTAGE", "Component", "ComponentTimes", "Flow", "Received", "Times", "Track", "Tracks", "foia"]


@attrs.frozen(kw_only=True)
class Flow:
    """Requests of one body in the year."""

    pending_start: Annotated[Count, Column("Requests Pending as of Start of Fiscal Year")]
    received: Annotated[Count, Column("Requests Received in Fiscal Year")]
    processed: Annotated[Count, Column("Requests Processed in Fiscal Year")]
    pending_end: Annotated[Count, Column("Requests Pending as of End of Fiscal Year")]


@attrs.frozen(kw_only=True)
class Component:
    """A component of the agency and its requests."""

    name: Annotated[str, Text("Component")]
    flow: Annotated[Flow, Label("Requests")]


@attrs.frozen(kw_only=True)
class Received:
    """V.A."""

    components: Annotated[tuple[Component, ...], Rows("Components")]
    overall: Annotated[Flow, Row("AGENCY OVERALL")]


@attrs.frozen(kw_only=True)
class Track:
    """Working days from receipt to response."""

    median: Annotated[Duration, Column("Median")]
    average: Annotated[Duration, Column("Average")]
    lowest: Annotated[Duration, Column("Lowest")]
    highest: Annotated[Duration, Column("Highest")]


@attrs.frozen(kw_only=True)
class Tracks:
    """The three tracks of processing."""

    simple: Annotated[Track, Column("SIMPLE")]
    complex: Annotated[Track, Column("COMPLEX")]
    expedited: Annotated[Track, Column("EXPEDITED")]


@attrs.frozen(kw_only=True)
class ComponentTimes:
    """A component of the agency and its times."""

    name: Annotated[str, Text("Component")]
    tracks: Annotated[Tracks, Label("Tracks")]


@attrs.frozen(kw_only=True)
class Times:
    """VII.A."""

    components: Annotated[tuple[ComponentTimes, ...], Rows("Components")]
    overall: Annotated[Tracks, Row("AGENCY OVERALL")]


@attrs.frozen(kw_only=True)
class FOIA(Statistics):
    """Two tables of the report."""

    FORM: ClassVar[str] = "xx-foia"
    RULES: ClassVar[tuple[Linear, ...]] = (
        Balance("foia-flow", "Pending and received equal processed and pending", within=Flow,
                left=("pending_start", "received"), right=("processed", "pending_end")),
        Rollup("foia-overall", "The agency overall equals its components", total="requests.overall",
               of="requests.components"),
        AtMost("foia-range", "The lowest is at most the highest", part="lowest", whole="highest", within=Track),
    )  # fmt: skip

    requests: Annotated[Received, Table("V.A. FOIA REQUESTS", "Agency / Component", unit=Unit.PIECE)]
    times: Annotated[Times, Table("VII.A. RESPONSE TIME", "Agency / Component", unit=Unit.WORKING_DAY)]


VINTAGE = Vintage(
    id="xx-foia", country="XX", language="en", title="Annual FOIA Report", years=(2008, None),
    sources=("5 U.S.C. 552(e)",),
    contents=(Content(kind=SectionKind.ON_REQUEST, source="5 U.S.C. 552(e)"),),
    deadlines=(Deadline(kinds=tuple(BodyKind), month=2, day=1, source="5 U.S.C. 552(e)"),), statistics=FOIA,
)  # fmt: skip


def foia(*flows: tuple[int, int, int, int]) -> FOIA:
    """Tables of an agency with these components, and overall rows that fit."""
    names = [f"Office {chr(ord('A') + index)}" for index in range(len(flows))]
    track = Track(median=LessThan(Decimal(1)), average=Decimal("2.5"), lowest=LessThan(Decimal(1)), highest=Decimal(9))
    tracks = Tracks(simple=track, complex=track, expedited=track)
    rows = tuple(Component(name=name, flow=_flow(flow)) for name, flow in zip(names, flows, strict=True))
    overall = _flow(tuple(map(sum, zip(*flows, strict=True))))
    times = tuple(ComponentTimes(name=name, tracks=tracks) for name in names)
    return FOIA(requests=Received(components=rows, overall=overall), times=Times(components=times, overall=tracks))


def _flow(numbers: tuple[int, ...]) -> Flow:
    start, received, processed, end = numbers
    return Flow(pending_start=start, received=received, processed=processed, pending_end=end)
