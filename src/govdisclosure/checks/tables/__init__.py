"""Checks of statutory tables, all from the declaration of the form."""

from govdisclosure.checks.tables.diagnosis import Candidate, Diagnosis, check_diagnosis, diagnose
from govdisclosure.checks.tables.equations import check_equations
from govdisclosure.checks.tables.printed import check_alternatives, check_impossible, check_vintage
from govdisclosure.checks.tables.stated import check_stated

__all__ = [
    "Candidate",
    "Diagnosis",
    "check_alternatives",
    "check_diagnosis",
    "check_equations",
    "check_impossible",
    "check_stated",
    "check_vintage",
    "diagnose",
]
