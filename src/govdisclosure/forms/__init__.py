"""Declarations of the forms, a folder a country. Nothing but declarations stands here."""
