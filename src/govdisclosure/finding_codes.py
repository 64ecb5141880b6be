"""The catalogue of finding codes: ``explain CODE`` and the page of rules are made from it.

Texts are in English; the catalogs hold the other languages under ``finding:CODE:FIELD``.
Placeholders: ``{left}``, ``{right}`` and ``{difference}`` are the finding's own values, in the locale's numbers;
all others come from its params.
"""

import attrs

__all__ = ["RULES", "Rule"]


@attrs.frozen(kw_only=True)
class Rule:
    """What a finding code means.

    ``severity`` is one of ``error``, ``warning``, ``info``; ``basis`` the law, form or arithmetic behind it;
    ``good`` and ``bad`` show a case each, in the language of the reports.
    """

    code: str
    severity: str
    title: str
    message: str
    guidance: str
    basis: str
    good: str
    bad: str


_ALL = (
    # what a reader notices
    Rule(
        code="year-missing",
        severity="error",
        title="No report year",
        message="The text names no year that it reports on.",
        guidance="Look whether the title of the report was lost when the text was copied.",
        basis="A report covers one calendar year and says so in its title.",
        good="2014年政府信息公开工作年度报告",
        bad="政府信息公开工作年度报告",
    ),
    Rule(
        code="form-unknown",
        severity="error",
        title="No form for this year",
        message="No form is known for a report on {year}.",
        guidance="Reports of this kind exist from 2008 on; check the year in the title.",
        basis="Regulations on Open Government Information (2007), in force since 2008-05-01.",
        good="2008年政府信息公开工作年度报告",
        bad="1998年政府信息公开工作年度报告",
    ),
    Rule(
        code="publisher-missing",
        severity="warning",
        title="No publisher found",
        message="Neither the title nor the signature names the body whose report this is.",
        guidance="Name the publisher by hand, or read a copy that has its signature.",
        basis="A report is signed by the body that makes it.",
        good="吉林省安全生产监督管理局 2015年3月31日",
        bad="2015年3月31日",
    ),
    Rule(
        code="encoding-label",
        severity="warning",
        title="Declared encoding does not fit",
        message="The input is declared as {label}, but its bytes are {encoding}.",
        guidance="The text was read by its bytes; correct the declaration where it is published.",
        basis="WHATWG Encoding Standard.",
        good="charset=gb18030",
        bad="charset=utf-8（字节为GB18030）",
    ),
    Rule(
        code="text-private-use",
        severity="warning",
        title="Private-use characters",
        message="{count} characters have no public meaning, the first is {character}.",
        guidance="They come from fonts or encodings with additions of their own; look at the original.",
        basis="Unicode Standard, section 23.5.",
        good="朱镕基",
        bad="朱\\uE78D基",
    ),
    Rule(
        code="text-direction-control",
        severity="warning",
        title="Hidden direction controls",
        message="{count} invisible characters change the direction of text, the first is {character}.",
        guidance="Such characters can make a text look unlike what it says; compare with the original.",
        basis="Unicode Standard Annex #9; Technical Report #36.",
        good="行政处罚173项",
        bad="行政处罚\\u202E371项",
    ),
    Rule(
        code="text-invisible",
        severity="info",
        title="Invisible characters",
        message="{count} characters cannot be seen, the first is {character}.",
        guidance="They are kept in the text and left out when words are compared.",
        basis="Unicode Standard, section 23.2.",
        good="主动公开",
        bad="主动\\u200B公开",
    ),
    Rule(
        code="text-compatibility",
        severity="info",
        title="Look-alike characters",
        message="{count} characters are look-alikes of usual ones, the first is {character}.",
        guidance="Radicals and compatibility forms come from converted PDF files; they are kept as they are.",
        basis="Unicode Standard, sections 18.1 and 23.8.",
        good="工作",
        bad="⼯作",
    ),
    Rule(
        code="number-doubtful",
        severity="warning",
        title="Doubtful number",
        message="{text} looks like a number, but is not written as one; it was not taken.",
        guidance="Look at the original: digits may have been glued together or cut by conversion.",
        basis="Thousands are marked in groups of three.",
        good="1,234件",
        bad="12,34件",
    ),
    Rule(
        code="findings-left-out",
        severity="info",
        title="Further findings left out",
        message="{count} further findings were left out.",
        guidance="Mend the first ones and check again.",
        basis="The number of findings of one document is bounded.",
        good="",
        bad="",
    ),
    # powers and metrics
    Rule(
        code="powers-total",
        severity="error",
        title="Power total against its categories",
        message="The stated total is {left} powers; the categories add up to {right}; the difference is {difference}.",
        guidance="Compare the total and each category with the list that was published.",
        basis="A total equals the sum of the categories that the text lists.",
        good="行政权力188项，其中行政许可7项、行政处罚173项、行政强制1项、行政奖励2项、其他权力5项",
        bad="行政权力188项，其中行政许可7项、行政处罚174项、行政强制1项、行政奖励2项、其他权力5项",
    ),
    Rule(
        code="powers-part",
        severity="error",
        title="Power categories above their total",
        message="The stated total is {left} powers; the categories listed already add up to {right}; "
        "the difference is {difference}.",
        guidance="Compare the total and each category with the list that was published.",
        basis="Some of the categories cannot be more than all of them.",
        good="行政权力188项，包括行政许可7项、行政处罚173项等",
        bad="行政权力18项，包括行政许可7项、行政处罚173项等",
    ),
    Rule(
        code="parts-exceed-whole",
        severity="error",
        title="Parts above their whole",
        message="The stated whole is {left}; the parts stated of it add up to {right}; the difference is {difference}.",
        guidance="Compare the whole and each part with the records behind them.",
        basis="Parts that do not overlap cannot be more than the whole.",
        good="主动公开政府信息308条，其中部门动态156条、公文公告152条",
        bad="主动公开政府信息140条，其中部门动态100条、公文公告51条",
    ),
    Rule(
        code="part-exceeds-whole",
        severity="error",
        title="One part above its whole",
        message="The stated whole is {left}; one part of it is stated as {right}; the difference is {difference}.",
        guidance="Compare both figures with the records behind them.",
        basis="A part cannot be more than the whole.",
        good="主动公开政府信息308条，其中网站公开300条、微博公开120条",
        bad="主动公开政府信息308条，其中网站公开380条",
    ),
    Rule(
        code="parts-below-whole",
        severity="info",
        title="Parts below their whole",
        message="The stated whole is {left}; the parts stated of it add up to {right}; "
        "the list of parts may be incomplete.",
        guidance="Nothing is wrong if the text names only some of the parts.",
        basis="A list introduced by 其中 need not be complete.",
        good="收到申请12件，其中网络申请10件、信函申请2件",
        bad="收到申请12件，其中网络申请9件、信函申请2件",
    ),
    Rule(
        code="figures-differ",
        severity="warning",
        title="Two figures for one thing",
        message="The text states {left} and elsewhere {right} for {counted}.",
        guidance="One of the two may be of another year or of another base; correct or explain it.",
        basis="One thing in one year has one number.",
        good="收到申请12件。……12件申请均已答复。",
        bad="收到申请12件。……全年收到申请15件。",
    ),
    Rule(
        code="rate-range",
        severity="error",
        title="Rate outside 0 to 100 per cent",
        message="{counted} is stated as {left} per cent.",
        guidance="A rate of a whole lies within 0 and 100; look for a lost decimal point.",
        basis="A part of a whole.",
        good="按时办结率98.5%",
        bad="按时办结率985%",
    ),
    Rule(
        code="early-above-on-time",
        severity="error",
        title="Closed early above closed in time",
        message="{left} per cent are stated as closed early, but only {right} per cent as closed in time.",
        guidance="What is closed early is also closed in time; compare both rates.",
        basis="Closed early is a part of closed in time.",
        good="提前办结率48.07%，按时办结率100%",
        bad="提前办结率98%，按时办结率95%",
    ),
    # year, period, dates
    Rule(
        code="year-in-title",
        severity="error",
        title="Year of the title",
        message="The title speaks of {right}; the report is on {left}.",
        guidance="Correct the title or the year of the report.",
        basis="A report carries the year that it reports on.",
        good="2014年政府信息公开工作年度报告（2014年度）",
        bad="2013年政府信息公开工作年度报告（2014年度）",
    ),
    Rule(
        code="year-in-text",
        severity="warning",
        title="Year in the text",
        message="The text speaks of {right} as the year reported on; the report is on {left}.",
        guidance="Text of an earlier report may have been used again.",
        basis="A report of a year speaks of that year.",
        good="2014年，我局认真贯彻落实……（2014年度报告）",
        bad="2013年，我局认真贯彻落实……（2014年度报告）",
    ),
    Rule(
        code="period-mismatch",
        severity="warning",
        title="Period reported on",
        message="The period is stated as {right}; a report of this year covers {left}.",
        guidance="Correct the period or say why it differs.",
        basis="A report covers 1 January to 31 December of its year; that of 2008 begins on 1 May.",
        good="统计期限自2014年1月1日起至2014年12月31日止",
        bad="统计期限自2013年1月1日起至2013年12月31日止",
    ),
    Rule(
        code="published-late",
        severity="error",
        title="Published after the legal date",
        message="The report is dated {left}; the legal date is {right}.",
        guidance="If the page was moved later, the first publication may have been in time.",
        basis="Regulations of 2007, art. 31 (31 March); Regulations of 2019, art. 49 "
        "(departments 31 January, governments 31 March).",
        good="2014年度报告，2015-03-31发布",
        bad="2014年度报告，2015-04-20发布",
    ),
    Rule(
        code="published-early",
        severity="warning",
        title="Published before its year ended",
        message="The report is dated {left}; the period ends on {right}.",
        guidance="Look whether the year of the report or the date is wrong.",
        basis="A report is made after the year that it covers.",
        good="2014年度报告，2015-01-20发布",
        bad="2014年度报告，2014-11-20发布",
    ),
    # identifiers
    Rule(
        code="credit-code",
        severity="error",
        title="Unified social credit code",
        message="{left} is not a unified social credit code: {reason}.",
        guidance="Compare the code with the body's certificate.",
        basis="GB 32100-2015: 18 characters, the last one a check character.",
        good="11100000000013127D",
        bad="11100000000013127A",
    ),
    Rule(
        code="organization-code",
        severity="error",
        title="Organization code",
        message="{left} is not an organization code: {reason}.",
        guidance="Compare the code with the body's certificate.",
        basis="GB 11714-1997: 8 characters and a check character.",
        good="00001312-7",
        bad="00001312-8",
    ),
    Rule(
        code="website-code",
        severity="error",
        title="Website identification code",
        message="{left} is not a website identification code: {reason}.",
        guidance="Compare the code with the site's footer.",
        basis="Government website census: ten digits beginning with a region, or bm and eight digits.",
        good="2200000056",
        bad="22000056",
    ),
    Rule(
        code="region-code",
        severity="error",
        title="Region code",
        message="{left} is not an administrative division code: {reason}.",
        guidance="Use the six-digit code of the list in force in the year of the report.",
        basis="GB/T 2260: six digits beginning with the code of a province.",
        good="220000",
        bad="990000",
    ),
    # structure
    Rule(
        code="section-missing",
        severity="warning",
        title="Content that the law asks for",
        message="The report says nothing under a heading of its own about: {content}.",
        guidance="Add the section, or state that there is nothing to report.",
        basis="Regulations of 2007, art. 32; Regulations of 2019, art. 50.",
        good="三、政府信息公开的收费及减免情况：未收取费用。",
        bad="（无收费及减免情况）",
    ),
    Rule(
        code="section-number",
        severity="warning",
        title="Section numbers out of order",
        message="After section {left} comes section {right}.",
        guidance="A section may be missing, or its heading was not recognised.",
        basis="Sections are numbered in order.",
        good="一、二、三、",
        bad="一、三、四、",
    ),
)

#: Every finding code with its meaning.
RULES: dict[str, Rule] = {rule.code: rule for rule in _ALL}
