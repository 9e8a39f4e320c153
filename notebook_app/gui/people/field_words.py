"""What genders and languages are called in the window, and what typed languages mean."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from notebook_app.model.name_form import folded


def _tr(text: str) -> str:
    return QCoreApplication.translate("FieldWords", text)


def gender_words(gender: str) -> str:
    """Return a stored gender as words; the user's own stay as they are."""
    return {
        "female": _tr("female"),
        "male": _tr("male"),
        "other": _tr("other"),
        "none": _tr("none"),
    }.get(gender, gender)


def language_words(languages: Sequence[str]) -> str:
    """Return ``Swedish, English`` for ``sv`` and ``en``; what is no known tag stays as it is."""
    return ", ".join(_language_name(tag) for tag in languages)


def read_languages(text: str) -> tuple[str, ...]:
    """Return the tags (BCP 47) of languages named in a row; others stay as they were typed."""
    typed = [" ".join(word.split()) for word in text.replace(";", ",").split(",")]
    return tuple(dict.fromkeys(_tag_of(word) for word in typed if word))


def _language_name(tag: str) -> str:
    language = QLocale.codeToLanguage(tag.split("-", maxsplit=1)[0].lower())
    if language == QLocale.Language.AnyLanguage:
        return tag
    name = QLocale.languageToString(language)
    return name if "-" not in tag else f"{name} ({tag.split('-', 1)[1]})"


def _tag_of(word: str) -> str:
    wanted = folded(word)
    for language in QLocale.Language:
        if folded(QLocale.languageToString(language)) == wanted:
            code = QLocale.languageToCode(language)
            return code or word
    if word.endswith(")") and " (" in word:
        name, region = word[:-1].rsplit(" (", 1)
        tag = _tag_of(name)
        if tag != name:
            return f"{tag}-{region}"
    return word
