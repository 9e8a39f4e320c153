"""The countries of addresses, held against those that Qt knows."""

from PySide6.QtCore import QLocale

from notebook_app.reports.country_names import COUNTRY_NAMES
from notebook_app.reports.postal_address import country_code

# No countries of the post: parts of one that have a code for other reasons, and groups.
NOT_ADDRESSED = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}


def test_every_country_that_qt_knows_is_known_by_its_english_and_its_own_name() -> None:
    known = 0
    for territory in QLocale.Country:
        code = QLocale.territoryToCode(territory)
        if not code.isalpha() or code in NOT_ADDRESSED:
            continue
        assert code in COUNTRY_NAMES
        assert country_code(QLocale.territoryToString(territory)) == code
        there = QLocale(QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, territory)
        # The first of Qt's locales of the United States is in an alphabet that nobody writes.
        if there.territory() == territory and there.nativeTerritoryName() and code != "US":
            assert country_code(there.nativeTerritoryName()) == code
        known += 1
    assert known == len(COUNTRY_NAMES) >= 249
