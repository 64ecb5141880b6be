"""Who publishes, who compiled, and who hosts the page."""

from datetime import date, time
from typing import Annotated

import attrs

from govdisclosure.declare import Label
from govdisclosure.model.codes import AdministrativeLevel, BodyKind, IdentifierScheme

__all__ = ["Author", "Host", "Identifier", "Publication", "Publisher", "Telephone"]


@attrs.frozen(kw_only=True)
class Identifier:
    """An identifier of a body under a scheme. Kept as printed; ``check`` applies the scheme's own rule."""

    scheme: Annotated[IdentifierScheme, Label("代码类型")]
    value: Annotated[str, Label("代码")]


@attrs.frozen(kw_only=True)
class Publisher:
    """The body whose report it is.

    ``name`` is as printed. ``region_code`` is the administrative division code of GB/T 2260 (6 digits), kept
    as given; ``check`` applies its rule.
    """

    name: Annotated[str, Label("发布机构")]
    kind: Annotated[BodyKind | None, Label("机构类别")] = None
    level: Annotated[AdministrativeLevel | None, Label("行政级别")] = None
    region_code: Annotated[str | None, Label("行政区划代码")] = None
    identifiers: Annotated[tuple[Identifier, ...], Label("机构代码")] = ()


@attrs.frozen(kw_only=True)
class Author:
    """The office that compiled the report, where it is another one than the publisher."""

    name: Annotated[str, Label("编制机构")]
    identifiers: Annotated[tuple[Identifier, ...], Label("机构代码")] = ()


@attrs.frozen(kw_only=True)
class Telephone:
    """A telephone number that a page prints; ``label`` says what for, number as printed."""

    label: Annotated[str | None, Label("电话用途")] = None
    number: Annotated[str, Label("电话号码")]


@attrs.frozen(kw_only=True)
class Host:
    """The body whose web page carries the report today. It need not be the publisher.

    ``website_identification_code`` is the 10-character code of the government website census; ``icp_number``
    and ``police_record_number`` are the registrations that every Chinese site prints, as printed.
    """

    name: Annotated[str | None, Label("网站主办单位")] = None
    operator: Annotated[str | None, Label("网站承办单位")] = None
    website_identification_code: Annotated[str | None, Label("网站标识码")] = None
    icp_number: Annotated[str | None, Label("ICP备案号")] = None
    police_record_number: Annotated[str | None, Label("公安备案号")] = None
    address: Annotated[str | None, Label("地址")] = None
    post_code: Annotated[str | None, Label("邮政编码")] = None
    email: Annotated[str | None, Label("电子邮箱")] = None
    telephones: Annotated[tuple[Telephone, ...], Label("联系电话")] = ()


@attrs.frozen(kw_only=True)
class Publication:
    """Where and when the report was published, as the page itself says. Times are local and without zone."""

    url: Annotated[str | None, Label("网址")] = None
    published: Annotated[date | None, Label("发布日期")] = None
    published_time: Annotated[time | None, Label("发布时间")] = None
    origin: Annotated[str | None, Label("信息来源")] = None
    index_number: Annotated[str | None, Label("索引号")] = None
    host: Annotated[Host | None, Label("网站")] = None
