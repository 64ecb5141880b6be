"""Whose report it is: the bodies that titles and signatures name, and what their names say of them."""

import pytest

import govdisclosure as gd
from govdisclosure.readers.bodies import publisher_of

TEXT = "{name}2022年政府信息公开工作年度报告\n\n一、总体情况\n\n本年度工作有序开展。\n\n{name}\n\n2023年1月15日\n"
BODIES = {
    "清河县市场监督管理局（知识产权局）": ("department", "county"),
    "天山区燕儿窝片区管委会（街道办事处）": ("department", None),
    "清河县第一中学": ("institution", "county"),
    "清河县供销合作社联合社": ("institution", "county"),
    "国家税务总局清河县税务局": ("department", "county"),
    "国家税务总局": ("department", "national"),
    "新疆维吾尔自治区乌鲁木齐市天山区人民政府燕儿窝街道办事处": ("township", "township"),
    "西藏自治区人民政府": ("government", "province"),
}


@pytest.mark.parametrize("name", BODIES)
def test_the_body_is_found_with_what_its_name_says(name: str) -> None:
    report = gd.read(TEXT.format(name=name).encode()).report
    assert report
    assert report.publisher
    assert (report.publisher.name, report.publisher.kind, report.publisher.level) == (name, *BODIES[name])
    assert [section.paragraphs for section in report.sections] == [("本年度工作有序开展。",)]  # the rest is a signature


def test_a_second_name_is_no_other_body() -> None:
    assert publisher_of("清河县教育局（体育局）").kind == publisher_of("清河县教育局").kind
