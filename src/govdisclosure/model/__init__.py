"""The report as typed, frozen classes. Knows nothing of reading, writing, checking or rendering."""

from govdisclosure.cell import Absent, Amount, CellValue, Count, Duration, LessThan, SignedCount
from govdisclosure.model.bodies import Author, Host, Identifier, Publication, Publisher, Telephone
from govdisclosure.model.codes import (
    AdministrativeLevel,
    BodyKind,
    ChannelKind,
    IdentifierScheme,
    PowerCategory,
    SectionKind,
    ServiceKind,
    Unit,
)
from govdisclosure.model.metric_kinds import MetricKind
from govdisclosure.model.narrative import (
    Channel,
    ExtraCategory,
    Metric,
    OnlineService,
    PowerCategories,
    PowerItem,
    PowerList,
    Section,
)
from govdisclosure.model.provenance import Provenance, Source
from govdisclosure.model.report import Period, Report
from govdisclosure.model.statistics import Axis, Extra, Statistics
from govdisclosure.place import Place, SourcePlace

__all__ = [
    "Absent",
    "AdministrativeLevel",
    "Amount",
    "Author",
    "Axis",
    "BodyKind",
    "CellValue",
    "Channel",
    "ChannelKind",
    "Count",
    "Duration",
    "Extra",
    "ExtraCategory",
    "Host",
    "Identifier",
    "IdentifierScheme",
    "LessThan",
    "Metric",
    "MetricKind",
    "OnlineService",
    "Period",
    "Place",
    "PowerCategories",
    "PowerCategory",
    "PowerItem",
    "PowerList",
    "Provenance",
    "Publication",
    "Publisher",
    "Report",
    "Section",
    "SectionKind",
    "ServiceKind",
    "SignedCount",
    "Source",
    "SourcePlace",
    "Statistics",
    "Telephone",
    "Unit",
]


def __dir__() -> list[str]:
    """The public names only."""
    return __all__
