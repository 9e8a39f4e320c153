"""The phone's page in Spanish."""

from typing import Final

from notebook_app.network.phone_files import Refusal
from notebook_app.network.words_record import PageWords

SPANISH: Final = PageWords(
    language="es",
    title_receive="Enviar contactos al ordenador",
    title_send="Para tu teléfono",
    lead_receive="Elige el archivo con tus contactos y toca Enviar.",
    lead_send="Toca lo que quieras tener en este teléfono.",
    files_label="Archivo de contactos",
    files_hint="Uno o varios: .vcf, .zip, .csv, .ics, o la foto de un código QR.",
    text_label="O texto",
    text_hint="Pega una tarjeta de contacto, o un nombre con teléfono y correo.",
    send="Enviar",
    offered="Guardar en este teléfono",
    offered_hint="Tócalo y elige Contactos o Calendario.",
    sent_title="Ha llegado",
    sent_again="El ordenador ya lo tiene. No hay nada más que hacer.",
    go_on="Sigue en el ordenador: lo enseña todo antes de guardar nada.",
    not_sent_title="No ha funcionado",
    left_out="Se ha quedado fuera",
    files=("1 archivo", "{count} archivos"),
    cards=("1 contacto", "{count} contactos"),
    refusals={
        Refusal.NOTHING: "No has elegido nada. Elige un archivo o escribe algo y toca Enviar.",
        Refusal.EMPTY: "El archivo está vacío. Exporta los contactos otra vez.",
        Refusal.NOT_CONTACTS: "No contiene contactos. Elige el archivo .vcf que exportó la "
        "aplicación Contactos; más abajo se explica cómo.",
        Refusal.DAMAGED: "El archivo está dañado o bloqueado. Exporta los contactos otra vez.",
        Refusal.TOO_LARGE: "Son más de {megabytes} MB. Envía menos archivos a la vez, o exporta "
        "los contactos sin fotos.",
        Refusal.TOO_MANY: "Son demasiados archivos. Envía {files} a la vez como mucho.",
        Refusal.BUSY: "Otros están enviando ahora. Espera un minuto y vuelve a intentarlo.",
        Refusal.FULL: "El ordenador no tiene sitio para más. Mira allí primero lo que ha llegado "
        "y envía de nuevo.",
        Refusal.BROKEN: "No ha llegado entero. Quédate cerca del wifi y envíalo otra vez.",
        Refusal.BROKEN_OFF: "No ha llegado entero. Quédate cerca del wifi y envíalo otra vez.",
        Refusal.TOO_SLOW: "La conexión era demasiado lenta. Acércate al wifi e inténtalo de nuevo.",
    },
    send_more="Enviar más",
    help_iphone="¿Cómo saco mis contactos de un iPhone?",
    iphone_steps=(
        "Abre Contactos y toca Listas, arriba a la izquierda.",
        "Mantén el dedo sobre «Todos los contactos» y elige Exportar.",
        "Toca OK y después «Guardar en Archivos».",
        "Vuelve a esta página, toca el campo de arriba y elige ese archivo.",
    ),
    help_android="¿Cómo saco mis contactos de un teléfono Android?",
    android_steps=(
        "Abre Contactos y toca «Organizar» o «Corregir y gestionar».",
        "Elige «Exportar a un archivo». En Samsung: el menú, «Gestionar contactos», "
        "«Exportar contactos».",
        "Guarda el archivo; va a Descargas.",
        "Vuelve a esta página, toca el campo de arriba y elige ese archivo.",
    ),
    safety="Lo que envías va directo al ordenador dentro de esta red, y no por internet. No va "
    "cifrado: mejor no en el wifi de una cafetería. Esta página solo existe mientras su ventana "
    "está abierta en el ordenador, diez minutos como mucho.",
    thousands=".",
)
