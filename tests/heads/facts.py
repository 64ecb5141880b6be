"""What a page says beside the report: names, dates and numbers, drawn anew for each page."""

from datetime import date, time, timedelta
from random import Random

import attrs
from tests.heads.cores import Core

__all__ = ["Facts", "facts"]

#: Places and bodies that are not those of any report.
_CITIES = ("砂湖市", "云桐市", "浦榆市", "霖江市", "鹿渚市")
_OTHERS = (
    *("杉口县发展和改革委员会", "杉口县教育局", "杉口县民政局", "杉口县财政局", "杉口县水务局", "苔岭乡人民政府"),
    *("杉口县卫生健康委员会", "榆荫街道办事处", "杉口县统计局", "杉口县信访局"),
)
_WEEK = "一二三四五六日"
_NEWS = (
    "关于开展春季安全生产大检查的通知",
    "我市召开一季度经济形势分析会",
    "关于公开征求城市更新管理办法意见的公告",
    "城乡居民基本医疗保险缴费指南",
    "部门预算公开说明（共12页）",
    "规范性文件清理结果公布",
)


@attrs.frozen(kw_only=True)
class Facts:
    """What a page states of itself. ``clock`` is when somebody looked at it; ``others`` are other bodies."""

    site: str
    domain: str
    source: str
    office: str
    editor: str
    published: date
    published_time: time
    clock: date
    clock_time: time
    index: str
    clicks: int
    code: str
    icp: str
    police: str
    telephone: str
    address: str
    post_code: str
    others: tuple[str, ...]
    news: tuple[str, ...]
    year: int

    @property
    def url(self) -> str:
        """The address of the page."""
        return f"https://www.{self.domain}/zwgk/nb/{self.published:%Y%m}/t{self.published:%Y%m%d}_{self.clicks}.html"

    @property
    def weekday(self) -> str:
        """The day of the week on the clock."""
        return f"星期{_WEEK[self.clock.weekday()]}"

    @property
    def years(self) -> list[int]:
        """The years of a menu, the latest first."""
        return list(range(self.clock.year, self.clock.year - 8, -1))

    def stated(self, fact: str) -> tuple[object, ...]:
        """What a right reader may give for a fact of publication that the page states."""
        known: dict[str, tuple[object, ...]] = {
            "origin": (self.source, self.office, self.site),
            "index_number": (self.index,),
            "host.name": (self.site, self.office),
            "host.operator": (self.office, "信息中心"),
            "host.website_identification_code": (self.code,),
            "host.icp_number": (self.icp,),
            "host.police_record_number": (self.police, self.police.removeprefix("湘公网安备").strip()),
        }
        return known[fact] if fact in known else (getattr(self, fact.removeprefix("host.")),)


def facts(core: Core, chosen: Random) -> Facts:
    """Facts for a page around a report."""
    city, year = chosen.choice(_CITIES), core.year
    site = chosen.choice((f"{city}人民政府", f"{city}人民政府门户网站", f"{city}政务公开网"))
    code = f"{chosen.randrange(10**9, 10**10)}"
    published = date(year + 1, 1, 4) + timedelta(days=chosen.randrange(80))
    return Facts(
        site=site,
        domain=chosen.choice(("shahu.gov.cn", "yuntong.gov.cn", "puyu.gov.cn")),
        source=core.publisher,
        office=core.office or f"{city}人民政府办公室",
        editor=chosen.choice(("林晓", "周一帆", "方　舟", "系统管理员", "xxgk")),
        published=published if published != core.issued else published + timedelta(days=1),
        published_time=time(chosen.randrange(8, 18), chosen.randrange(60)),
        clock=date(year + chosen.choice((2, 3, 5)), chosen.randrange(1, 13), chosen.randrange(1, 29)),
        clock_time=time(chosen.randrange(24), chosen.randrange(60), chosen.randrange(60)),
        index=chosen.choice((f"{code[:9]}/{year + 1}-{chosen.randrange(10**5):05}", f"SH{code}-{year + 1}-0007")),
        clicks=chosen.choice((chosen.randrange(1000, 9999), chosen.randrange(12, 980))),
        code=code,
        icp=f"湘ICP备{chosen.randrange(10**7, 10**8):08}号-{chosen.randrange(1, 4)}",
        police=f"湘公网安备 {chosen.randrange(10**13, 10**14)}号",
        telephone=f"0{chosen.randrange(310, 990)}-{chosen.randrange(2 * 10**6, 9 * 10**6)}",
        address=f"{city}迎宾大道{chosen.randrange(1, 300)}号",
        post_code=f"4{chosen.randrange(10_000, 99_999)}",
        others=tuple(chosen.sample(_OTHERS, 5)),
        news=tuple(chosen.sample(_NEWS, 4)),
        year=year,
    )
