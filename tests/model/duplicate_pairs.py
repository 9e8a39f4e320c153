"""Pairs of contacts with what is to be said of them: the same, perhaps the same, or two people.

Each row is two contacts as short text and the certainty expected ("" for not offered). A contact
is a name, then its facts: ``@`` begins an e-mail address, ``+`` a number, ``#`` an organisation,
``*`` a birthday, ``=`` a card's UID, ``~`` a nickname, ``^`` a maiden name; ``!`` before the name
makes an organisation of it. "Given/Family" gives the parts apart.
"""

from notebook_app.model.person_traits import PersonTraits, traits_of

CERTAIN, LIKELY, PERHAPS, NOT = "certain", "likely", "perhaps", ""

PAIRS = (
    # The same person, beyond doubt.
    ("Anna Svensson @a@x.se", "Anna Svensson @a@x.se", CERTAIN),
    ("Anna Svensson +46701", "Anna Svensson +46701", CERTAIN),
    ("Anna Svensson =uid1", "Anna Svensson =uid1", CERTAIN),
    ("Anna Svensson @a@x.se #Volvo", "Anna Svensson @a@x.se #Saab", CERTAIN),
    ("Svensson Anna +46701", "Anna Svensson +46701", CERTAIN),
    ("Svensson, Anna +46701", "Anna Svensson +46701", CERTAIN),
    ("Bob Smith @b@x.uk", "Robert Smith @b@x.uk", CERTAIN),
    ("Bob Smith +447", "Robert Smith +447", CERTAIN),
    ("Lisa Berg +46702", "Elisabeth Berg +46702", CERTAIN),
    ("Lisa Berg +46702", "Elisabet Berg +46702", CERTAIN),
    ("Liz Taylor @l@x.uk", "Elizabeth Taylor @l@x.uk", CERTAIN),
    ("Kalle Karlsson +46703", "Karl Karlsson +46703", CERTAIN),
    ("Uschi Maier +49151", "Ursula Maier +49151", CERTAIN),
    ("Willi Schmidt +49152", "Wilhelm Schmidt +49152", CERTAIN),
    ("Lasse Holm @lars@x.se", "Lars Holm @lars@x.se", CERTAIN),
    ("Peggy Olson @p@x.us", "Margaret Olson @p@x.us", CERTAIN),
    ("Bill Gates @b@x.us", "William Gates @b@x.us", CERTAIN),
    ("J. Smith @j@x.uk", "John Smith @j@x.uk", CERTAIN),
    ("Chloé Dubois +331", "Chloe Dubois +331", CERTAIN),
    ("Björn Müller +49153", "Bjorn Mueller +49153", CERTAIN),
    ("Søren Østergård +451", "Soeren Ostergard +451", CERTAIN),
    ("Łucja Nowak +481", "Lucja Nowak +481", CERTAIN),
    ("Anna Svenson +46704", "Anna Svensson +46704", CERTAIN),
    ("Christian Meyer @c@x.de", "Christian Meier @c@x.de", CERTAIN),
    ("Jhon Smith +447", "John Smith +447", CERTAIN),
    ("Anna Maria Svensson @am@x.se", "Anna Svensson @am@x.se", CERTAIN),
    ("Anna Svensson +46705", "Anna Svensson Berg +46705", CERTAIN),
    ("Anna/Berg +46706 ^Svensson", "Anna/Svensson +46706", CERTAIN),
    ("Dr. Anna Svensson +46701", "Anna Svensson +46701", CERTAIN),
    ("Ludwig van Beethoven +49", "Ludwig Beethoven +49", CERTAIN),
    ("ANNA SVENSSON @a@x.se", "anna svensson @a@x.se", CERTAIN),
    ("Anna Svensson *1980-05-06", "Anna Svensson *1980-05-06", CERTAIN),
    ("Anna Svensson #Volvo *1980-05-06", "Anna Svensson #Volvo *1980-05-06", CERTAIN),
    ("田中 太郎 +813", "田中太郎 +813", CERTAIN),
    ("!Acme Ltd +441", "!ACME +441", CERTAIN),
    ("!Kontor AB @info@kontor.se +468", "!Kontor @info@kontor.se +468", CERTAIN),
    ("Karl/Berg ~Kalle +46707", "Kalle/Berg +46707", CERTAIN),
    ("Anna Svensson @a@x.se @b@x.se", "Anna Svensson @b@x.se @c@x.se", CERTAIN),
    # Likely: a name and a circumstance, or an address and half a name.
    ("Anna Svensson #Volvo", "Anna Svensson #Volvo", LIKELY),
    ("Anna Svensson #Volvo AB +461", "Anna Svensson #Volvo +462", LIKELY),
    ("Anna Svensson #Volvo Cars", "Svensson Anna #Volvo", LIKELY),
    ("Bob Smith #Acme Ltd", "Robert Smith #Acme", LIKELY),
    ("Anna Svenson #Volvo", "Anna Svensson #Volvo", LIKELY),
    ("Anna Maria Svensson #Volvo", "Anna Svensson #Volvo", LIKELY),
    ("Anna Svensson", "Anna Svensson +46708", LIKELY),
    ("Anna +46701", "Anna Svensson +46701", LIKELY),
    ("Bob @b@x.uk", "Robert Smith @b@x.uk", LIKELY),
    ("J. Smith +447", "John Smith +447", LIKELY),
    ("b@x.uk @b@x.uk", "Robert Smith @b@x.uk", LIKELY),
    ("+46 70 1 +46701", "Anna Svensson +46701", LIKELY),
    ("Anna +46701", "Anna +46701", LIKELY),
    ("!Acme Ltd", "!Acme Limited", LIKELY),
    # Perhaps: worth a look, never more.
    ("Anna Svensson #Volvo @a@v.se", "Anna Svensson #Saab @a@s.se", PERHAPS),
    ("John Smith #Acme +441", "John Smith #Globex +442", PERHAPS),
    ("Anna Svensson +461", "Anna Svensson +462", PERHAPS),
    ("Bob Smith +441", "Robert Smith +442", PERHAPS),
    ("Anna Svenson +461", "Anna Svensson +462", PERHAPS),
    ("J. Smith #Acme", "John Smith #Acme", PERHAPS),
    ("John Smith Sr. +441", "John Smith Jr. +441", PERHAPS),
    ("John Smith +441", "John Smith Jr +441", PERHAPS),
    ("John Smith +441 *1950-01-02", "John Smith +441 *1980-03-04", PERHAPS),
    ("John Smith @s@x.uk *1950-01-02", "John Smith @s@x.uk *1980-03-04", PERHAPS),
    ("Mum +46701", "Karin Svensson +46701", PERHAPS),
    ("Plumber +441", "Mario Rossi +441", PERHAPS),
    ("!Anna Svensson +46701", "Anna Svensson +46701", PERHAPS),
    ("!Anna Svensson @a@x.se", "Anna Svensson @a@x.se", PERHAPS),
    ("Karin Berg @fam@x.se", "Nils Berg @fam@x.se", PERHAPS),
    # Two people.
    ("Anna Svensson", "Erik Lindqvist", NOT),
    ("Anna Svensson +46701", "Erik Svensson +46701", NOT),
    ("Anna Svensson +46701", "Lisa Svensson +46701", NOT),
    ("Karin Svensson +468 #Volvo", "Erik Holm +468 #Volvo", NOT),
    ("Karin Svensson @info@v.se #Volvo", "Erik Holm @info@v.se #Volvo", NOT),
    ("Karin Svensson @info@v.se", "Erik Holm @info@v.se", NOT),
    ("Anna-Maria Berg #Volvo", "Anna-Lena Berg #Volvo", NOT),
    ("Anna", "Anna Svensson", NOT),
    ("Anna +461", "Anna +462", NOT),
    ("Bob Smith #Acme", "Robert Smith #Globex", NOT),
    ("Anna Svenson #Volvo", "Anna Svensson #Saab", NOT),
    ("J. Smith", "John Smith", NOT),
    ("J. Smith", "Karl Smith", NOT),
    ("Beth Taylor", "Liz Taylor", NOT),
    ("Anna Svensson #Volvo", "Erik Svensson #Volvo", NOT),
    ("!Volvo +468", "Anna Svensson +468 #Volvo", NOT),
    ("!Volvo @info@v.se", "Erik Holm @info@v.se", NOT),
    ("John Smith *1950-01-02", "John Smith *1980-03-04", NOT),
    ("!Acme Ltd", "!Apex Ltd", NOT),
    ("Ian Berg", "Jan Berg", NOT),
    ("", "Anna Svensson", NOT),
    ("+46701", "+46702", NOT),
)
"""Pairs that share what they share with nobody else."""


def person(text: str, contact_id: int) -> PersonTraits:
    """Return the contact that a row of ``PAIRS`` describes."""
    name, facts = _split(text)
    given, slash, family = name.partition("/")
    return traits_of(
        contact_id,
        is_person=not name.startswith("!"),
        display_name=name.lstrip("!").replace("/", " "),
        given=given if slash else "",
        family=family if slash else "",
        organization=facts.get("#", [""])[0],
        birthday=facts.get("*", [""])[0],
        nickname=facts.get("~", [""])[0],
        maiden=facts.get("^", [""])[0],
        uids=facts.get("=", []),
        emails=facts.get("@", []),
        phones=[f"+{digits}" for digits in facts.get("+", [])],
    )


def _split(text: str) -> tuple[str, dict[str, list[str]]]:
    facts: dict[str, list[str]] = {}
    name: list[str] = []
    sign = ""
    for number, word in enumerate(text.split()):
        if number and word[0] in "@+#*=~^":
            sign = word[0]
            facts.setdefault(sign, []).append(word[1:])
        elif sign:
            facts[sign][-1] += f" {word}"
        else:
            name.append(word)
    return " ".join(name), facts
