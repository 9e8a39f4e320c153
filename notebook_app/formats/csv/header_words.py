"""The words that headers of tables use, each with the field it names.

English and German, as Outlook and Google write them, and what people call their own columns, in
Swedish, French and Spanish too. Compared without case, accents of spelling and marks.
"""

import re
from collections.abc import Sequence
from functools import cache

from notebook_app.formats.csv.column_use import ColumnUse, column_use

_MARKS = re.compile(r"[\s_\-.:/()'’*#]+")
_NUMBERED = re.compile(r"(.*?) (\d{1,2})(?: (.*))?\Z")

_WORDS = """
name: name; full name; display name; contact; contact name; vollständiger name; angezeigter name;
  kontakt; namn; nom complet; nombre completo; person
given_name: first name; given name; forename; vorname; förnamn; prénom; prenom; nombre
additional_names: middle name; middle names; additional name; additional names; weitere vornamen;
  zweiter vorname; mellannamn
family_name: last name; family name; surname; nachname; familienname; efternamn;
  nom de famille; apellido; apellidos
prefix: prefix; name prefix; salutation; anrede
suffix: suffix; name suffix; namenszusatz
nickname: nickname; nick; spitzname; smeknamn; surnom
maiden_name: maiden name; geburtsname; birth name
phonetic_given_name: phonetic first name; given name yomi; phonetic given name; given yomi
phonetic_family_name: phonetic last name; family name yomi; phonetic family name; surname yomi
kind: kind of contact
organization: company; organization; organisation; organization name; company name; firma;
  unternehmen; firmenname; employer; företag; société; entreprise; empresa; business
department: department; organization department; abteilung; dept; avdelning; service
title: job title; title; position; organization title; berufsbezeichnung; funktion; stelle; titel;
  poste; cargo; jobtitle
profession: profession; occupation; beruf; role; yrke
phone: phone; phone number; telephone; telefon; telefonnummer; tel; téléphone; telephone number;
  primary phone; teléfono; phones; numéro de téléphone; number; nummer; contact number
phone:mobile: mobile; mobile phone; cell; cell phone; cellphone; mobiltelefon; handy; handynummer;
  mobil; portable; mobilnummer; mobile number; móvil; natel; mobiltelefon 2; mobile phone 2
phone:work: business phone; business phone 2; work phone; office phone; telefon geschäftlich;
  telefon geschäftlich 2; arbeit; büro telefon; dienstlich; telefon dienstlich; phone work;
  direct line; telefon arbeit; jobbtelefon
phone:home: home phone; home phone 2; telefon privat; telefon privat 2; privat telefon; phone home;
  festnetz; hemtelefon; landline
phone:main: company main phone; telefon firma; haupttelefon; main phone; switchboard; zentrale
phone:work fax: business fax; fax geschäftlich; work fax
phone:home fax: home fax; fax privat
phone:fax: fax; fax number; telefax; faxnummer; other fax; weiteres fax
phone:other: other phone; weiteres telefon
phone:pager: pager
phone:car: car phone; autotelefon
phone:callback: callback; rückmeldung
phone:assistant: assistant s phone; telefon assistent
phone:ISDN: isdn
phone:telex: telex
phone:radio: radio phone
phone:textphone: tty tdd phone; telefon für hörbehinderte
email: e mail; email; mail; e mail address; email address; e mail adresse; e mail 2 address;
  e mail 3 address; e mail 2 adresse; e mail 3 adresse; emailadresse; mailadresse; e post;
  epost; courriel; correo; correo electrónico; adresse e mail; mejl; emails; e mails
email:work: work e mail; business e mail; work email; e mail geschäftlich; e mail work; email work;
  e mail dienstlich; business email
email:home: home e mail; private e mail; e mail privat; personal email; home email; personal e mail
street: street; address; street address; adresse; anschrift; straße; strasse; gata; adress; rue;
  mailing address; postal address; dirección; calle; address line 1
extended: address line 2; address 2; adresszusatz; extended address
city: city; town; ort; stadt; ville; wohnort; postort; ciudad
region: state; region; province; bundesland; county; state province; kanton; bundesland kanton
postal_code: zip; zip code; postal code; postcode; plz; postleitzahl; postnummer; code postal;
  código postal
country: country; land; country region; land region; pays; país
po_box: po box; postfach; p o box
link: website; web site; web page; webseite; homepage; url; web; internet; internetseite;
  personal web page; webpage; site web; hemsida; persönliche webseite; link
profile: linkedin; linkedin url; linkedin profile; twitter; facebook; instagram; mastodon; xing
messaging: im; im address; skype; instant messaging; chat; telegram; signal; whatsapp
birthday: birthday; birth date; date of birth; birthdate; geburtstag; geburtsdatum; dob;
  födelsedag; anniversaire; date de naissance; cumpleaños
date:anniversary: anniversary; jahrestag; hochzeitstag; wedding anniversary
note: note; notes; notiz; notizen; comment; comments; bemerkung; bemerkungen; anmerkung;
  anmerkungen; remarks; description; kommentar; anteckning; anteckningar; remarques; notas
tags: tags; tag; labels; categories; category; kategorien; kategorie; groups; group;
  group membership; gruppe; gruppen; schlagwörter; taggar; grupper; mots clés
related:spouse: spouse; ehepartner; partner; spouse name; wife; husband; make maka
related:manager: manager s name; name des der vorgesetzten; manager; vorgesetzter; vorgesetzte
related:assistant: assistant s name; name assistent; assistant
related:child: children; kinder; child
related:referred by: referred by; empfohlen von
gender: gender; geschlecht; sex; kön
pronouns: pronouns; pronomen
languages: language; languages; sprache; sprachen; språk; langue
time_zone: time zone; timezone; zeitzone; tidszon
uid: uid; uuid
own:Office: office location; büro
own:Hobby: hobby; hobbies; hobbys
"""
# Outlook names the parts of its three addresses in its own ways.
_ADDRESSES = """
street@1:work: business street; business street 2; business street 3; straße geschäftlich;
  straße geschäftlich 2; straße geschäftlich 3
city@1:work: business city; ort geschäftlich
region@1:work: business state; region geschäftlich; bundesland kanton geschäftlich
postal_code@1:work: business postal code; postleitzahl geschäftlich
country@1:work: business country region; business country; land region geschäftlich
po_box@1:work: business address po box; postfach geschäftlich
street@2:home: home street; home street 2; home street 3; straße privat; straße privat 2;
  straße privat 3; home address; privatanschrift
city@2:home: home city; ort privat
region@2:home: home state; bundesland kanton privat; region privat
postal_code@2:home: home postal code; postleitzahl privat
country@2:home: home country region; home country; land region privat
po_box@2:home: home address po box; postfach privat
street@3:other: other street; other street 2; other street 3; weitere straße; weitere straße 2;
  weitere straße 3
city@3:other: other city; weiterer ort
region@3:other: other state; weiteres r bundesland kanton
postal_code@3:other: other postal code; weitere postleitzahl
country@3:other: other country region; other country; weiteres e land region
po_box@3:other: other address po box; weiteres postfach
"""


def plain_words(header: str) -> str:
    """Return a header for comparing: in lower case, its marks as single spaces."""
    return _MARKS.sub(" ", header.casefold().replace("ß", "ss")).strip()


@cache
def _table() -> dict[str, ColumnUse]:
    found: dict[str, ColumnUse] = {}
    for entry in re.split(r"\n(?=\S)", f"{_WORDS.strip()}\n{_ADDRESSES.strip()}"):
        field, _colon, words = entry.partition(": ")
        use = column_use(field)
        if use is None:
            raise ValueError(f"there is no field {field}")
        for word in words.split(";"):
            found[plain_words(word)] = use
    return found


def use_of_header(header: str) -> ColumnUse | None:
    """Return the field that a header names, or None. ``Phone 2`` is a phone like ``Phone``."""
    words = plain_words(header)
    use = _table().get(words)
    if use is None and (match := _NUMBERED.match(words)) and not match[3]:
        use = _table().get(match[1])
        if use is not None and use.label == "" and use.field not in {"name", "note"}:
            return use._replace(item=int(match[2]))
    return use


def known_words(cells: Sequence[str]) -> int:
    """Return how many cells of a row are words of headers."""
    return sum(len(cell) < 60 and use_of_header(cell) is not None for cell in cells)
