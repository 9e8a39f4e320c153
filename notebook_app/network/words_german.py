"""The phone's page in German."""

from typing import Final

from notebook_app.network.phone_files import Refusal
from notebook_app.network.words_record import PageWords

GERMAN: Final = PageWords(
    language="de",
    title_receive="Kontakte an den Computer senden",
    title_send="Für dein Handy",
    lead_receive="Wähle die Datei mit deinen Kontakten und tippe auf Senden.",
    lead_send="Tippe an, was du auf diesem Handy haben möchtest.",
    files_label="Kontaktdatei",
    files_hint="Eine oder mehrere: .vcf, .zip, .csv, .ics oder das Bild eines QR-Codes.",
    text_label="Oder Text",
    text_hint="Füge eine Visitenkarte ein, oder einen Namen mit Telefon und E-Mail.",
    send="Senden",
    offered="Auf diesem Handy sichern",
    offered_hint="Antippen, dann Kontakte oder Kalender wählen.",
    sent_title="Es ist angekommen",
    sent_again="Das hat der Computer schon. Mehr ist nicht zu tun.",
    go_on="Weiter geht es am Computer: Er zeigt alles, bevor etwas übernommen wird.",
    not_sent_title="Das hat nicht geklappt",
    left_out="Nicht dabei",
    files=("1 Datei", "{count} Dateien"),
    cards=("1 Kontakt", "{count} Kontakte"),
    refusals={
        Refusal.NOTHING: "Es wurde nichts ausgewählt. Wähle eine Datei oder schreibe etwas und "
        "tippe dann auf Senden.",
        Refusal.EMPTY: "Die Datei ist leer. Exportiere die Kontakte noch einmal.",
        Refusal.NOT_CONTACTS: "Darin sind keine Kontakte. Wähle die .vcf-Datei, die die "
        "Kontakte-App exportiert hat; wie das geht, steht unten.",
        Refusal.DAMAGED: "Die Datei ist beschädigt oder gesperrt. Exportiere die Kontakte noch "
        "einmal.",
        Refusal.TOO_LARGE: "Das sind mehr als {megabytes} MB. Sende weniger Dateien auf einmal "
        "oder exportiere die Kontakte ohne Fotos.",
        Refusal.TOO_MANY: "Das sind zu viele Dateien. Sende höchstens {files} auf einmal.",
        Refusal.BUSY: "Gerade senden andere. Warte eine Minute und versuche es noch einmal.",
        Refusal.FULL: "Der Computer hat keinen Platz für mehr. Sieh dort zuerst an, was "
        "angekommen ist, und sende dann noch einmal.",
        Refusal.BROKEN: "Es ist nicht vollständig angekommen. Bleib in der Nähe des WLANs und "
        "sende es noch einmal.",
        Refusal.BROKEN_OFF: "Es ist nicht vollständig angekommen. Bleib in der Nähe des WLANs "
        "und sende es noch einmal.",
        Refusal.TOO_SLOW: "Die Verbindung war zu langsam. Geh näher ans WLAN und versuche es "
        "noch einmal.",
    },
    send_more="Mehr senden",
    help_iphone="Wie bekomme ich meine Kontakte aus einem iPhone?",
    iphone_steps=(
        "Öffne Kontakte und tippe oben links auf Listen.",
        "Halte den Finger auf „Alle Kontakte“ und wähle Exportieren.",
        "Tippe auf Fertig, dann auf „In Dateien sichern“.",
        "Komm auf diese Seite zurück, tippe oben auf das Feld und wähle die Datei.",
    ),
    help_android="Wie bekomme ich meine Kontakte aus einem Android-Handy?",
    android_steps=(
        "Öffne Kontakte und tippe auf „Organisieren“ oder „Korrigieren und verwalten“.",
        "Wähle „In Datei exportieren“. Bei Samsung: das Menü, „Kontakte verwalten“, "
        "„Kontakte exportieren“.",
        "Speichere die Datei; sie kommt zu den Downloads.",
        "Komm auf diese Seite zurück, tippe oben auf das Feld und wähle die Datei.",
    ),
    safety="Was du sendest, geht in diesem Netz direkt an den Computer und nicht über das "
    "Internet. Es ist nicht verschlüsselt: lieber nicht im WLAN eines Cafés. Diese Seite gibt es "
    "nur, solange am Computer das Fenster dazu offen ist, höchstens zehn Minuten.",
    thousands=".",
)
