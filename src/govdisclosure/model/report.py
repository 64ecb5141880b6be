"""The report: one class for every form and year."""

from datetime import date
from typing import Annotated, TypeVar

import attrs

from govdisclosure.declare import Label, Pattern
from govdisclosure.displayed import Displayed
from govdisclosure.errors import WrongForm
from govdisclosure.model.bodies import Author, Publication, Publisher
from govdisclosure.model.narrative import Channel, Metric, OnlineService, PowerList, Section, Year
from govdisclosure.model.provenance import Provenance
from govdisclosure.model.statistics import Statistics

__all__ = ["LANGUAGE", "Period", "Report"]

S = TypeVar("S", bound=Statistics)

#: A language tag of BCP 47 in its common form.
LANGUAGE = Pattern("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,6}", "zh-Hans")


@attrs.frozen(kw_only=True)
class Period:
    """The period reported on, both days included."""

    start: Annotated[date, Label("统计期限起")]
    end: Annotated[date, Label("统计期限止")]


@attrs.frozen(kw_only=True)
class Report(Displayed):
    """An annual report on government information disclosure.

    ``form`` is the id of the form by which it was made; ``year`` the year reported on; ``language`` the
    language of its text (BCP 47); ``issued`` the date under the signature. ``statistics`` holds the statutory
    tables, ``None`` for a narrative report. What the narrative states in numbers is in ``powers`` and
    ``metrics``; where each of these was said is in ``provenance``.
    Source: Regulations on Open Government Information of 2007, art. 31-32, and of 2019, art. 49-50.
    """

    form: Annotated[str, Label("格式")]
    year: Annotated[Year, Label("年度")]
    period: Annotated[Period, Label("统计期限")]
    title: Annotated[str | None, Label("报告名称")] = None
    language: Annotated[str, LANGUAGE, Label("语言")] = "zh-Hans"
    issued: Annotated[date | None, Label("成文日期")] = None
    publisher: Annotated[Publisher | None, Label("发布机构")] = None
    author: Annotated[Author | None, Label("编制机构")] = None
    publication: Annotated[Publication | None, Label("发布信息")] = None
    sections: Annotated[tuple[Section, ...], Label("正文")] = ()
    powers: Annotated[PowerList | None, Label("行政权力清单")] = None
    metrics: Annotated[tuple[Metric, ...], Label("文中数据")] = ()
    channels: Annotated[tuple[Channel, ...], Label("公开渠道")] = ()
    services: Annotated[tuple[OnlineService, ...], Label("网上服务")] = ()
    statistics: Annotated[Statistics | None, Label("统计表")] = None
    provenance: Annotated[Provenance, Label("出处")] = attrs.field(factory=Provenance)

    def tables(self, form: type[S]) -> S:
        """The statutory tables as the class of ``form``; :class:`govdisclosure.WrongForm` if they are others."""
        if isinstance(self.statistics, form):
            return self.statistics
        raise WrongForm(form.FORM, type(self.statistics).FORM if self.statistics else f"{self.form} without tables")
