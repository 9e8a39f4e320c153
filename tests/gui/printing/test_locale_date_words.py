"""Dates on paper are in the words and the order of the country."""

from datetime import date, time

import pytest
from PySide6.QtCore import QLocale

from notebook_app.gui.printing.locale_date_words import LocaleDateWords

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("locale", "day", "other_year", "short"),
    [
        ("en_GB", "Saturday 21 November", "Monday 4 January 2027", "Sat 21 Nov"),
        ("en_US", "Saturday, November 21", "Monday, January 4, 2027", "Sat, Nov 21"),
        ("de_DE", "Samstag 21. November", "Montag 4. Januar 2027", "Sa. 21. Nov."),
        ("sv_SE", "lördag 21 november", "måndag 4 januari 2027", "lör 21 nov."),
        ("es_ES", "sábado 21 de noviembre", "lunes 4 de enero de 2027", "sáb 21 de nov"),
        ("ja_JP", "11月21日土曜日", "2027年1月4日月曜日", "11月21日土"),
        ("hu_HU", "november 21., szombat", "2027. január 4., hétfő", "nov. 21., Szo"),
    ],
)
def test_days_are_said_as_in_that_country(
    locale: str, day: str, other_year: str, short: str
) -> None:
    words = LocaleDateWords(QLocale(locale))
    assert words.day(TODAY, TODAY) == day
    assert words.day(date(2027, 1, 4), TODAY) == other_year
    assert words.full_day(date(2027, 1, 4)) == other_year
    assert words.short_day(TODAY, TODAY) == short


@pytest.mark.parametrize(
    "locale",
    QLocale.matchingLocales(
        QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, QLocale.Country.AnyCountry
    )[::9],
)
def test_no_country_leaves_the_year_or_loose_marks_behind(locale: QLocale) -> None:
    words = LocaleDateWords(locale)
    said = words.day(TODAY, TODAY)
    year = locale.toString(2026).replace(locale.groupSeparator(), "")
    assert year not in said
    assert said == said.strip(" ,،'")
    assert words.full_day(TODAY) != said


def test_times_follow_the_clock_of_the_country() -> None:
    assert LocaleDateWords(QLocale("en_GB")).time_of_day(time(16, 5)) == "16:05"
    said = LocaleDateWords(QLocale("en_US")).time_of_day(time(16, 5))
    assert said.replace("\u202f", " ").lower() == "4:05 pm"
