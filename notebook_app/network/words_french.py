"""The phone's page in French."""

from typing import Final

from notebook_app.network.phone_files import Refusal
from notebook_app.network.words_record import PageWords

FRENCH: Final = PageWords(
    language="fr",
    title_receive="Envoyer des contacts à l’ordinateur",
    title_send="Pour votre téléphone",
    lead_receive="Choisissez le fichier de vos contacts, puis touchez Envoyer.",
    lead_send="Touchez ce que vous voulez garder sur ce téléphone.",
    files_label="Fichier de contacts",
    files_hint="Un ou plusieurs : .vcf, .zip, .csv, .ics, ou la photo d’un code QR.",
    text_label="Ou du texte",
    text_hint="Collez une carte de visite, ou un nom avec téléphone et e-mail.",
    send="Envoyer",
    offered="Enregistrer sur ce téléphone",
    offered_hint="Touchez, puis choisissez Contacts ou Calendrier.",
    sent_title="C’est arrivé",
    sent_again="L’ordinateur a déjà tout cela. Il n’y a rien d’autre à faire.",
    go_on="Continuez sur l’ordinateur : il montre tout avant de garder quoi que ce soit.",
    not_sent_title="Cela n’a pas marché",
    left_out="Laissé de côté",
    files=("1 fichier", "{count} fichiers"),
    cards=("1 contact", "{count} contacts"),
    refusals={
        Refusal.NOTHING: "Rien n’a été choisi. Choisissez un fichier ou écrivez quelque chose, "
        "puis touchez Envoyer.",
        Refusal.EMPTY: "Le fichier est vide. Exportez encore une fois les contacts.",
        Refusal.NOT_CONTACTS: "Il ne contient pas de contacts. Choisissez le fichier .vcf exporté "
        "par l’application Contacts ; la marche à suivre est plus bas.",
        Refusal.DAMAGED: "Le fichier est abîmé ou verrouillé. Exportez encore une fois les "
        "contacts.",
        Refusal.TOO_LARGE: "Cela fait plus de {megabytes} Mo. Envoyez moins de fichiers à la "
        "fois, ou exportez les contacts sans photos.",
        Refusal.TOO_MANY: "Il y a trop de fichiers. Envoyez-en {files} au plus à la fois.",
        Refusal.BUSY: "D’autres envoient en ce moment. Attendez une minute et réessayez.",
        Refusal.FULL: "L’ordinateur n’a plus de place. Regardez d’abord là-bas ce qui est arrivé, "
        "puis renvoyez.",
        Refusal.BROKEN: "Tout n’est pas arrivé. Restez près du Wi-Fi et renvoyez.",
        Refusal.BROKEN_OFF: "Tout n’est pas arrivé. Restez près du Wi-Fi et renvoyez.",
        Refusal.TOO_SLOW: "La connexion était trop lente. Rapprochez-vous du Wi-Fi et réessayez.",
    },
    send_more="Envoyer autre chose",
    help_iphone="Comment sortir mes contacts d’un iPhone ?",
    iphone_steps=(
        "Ouvrez Contacts et touchez Listes, en haut à gauche.",
        "Gardez le doigt sur « Tous les contacts » et choisissez Exporter.",
        "Touchez Terminé, puis « Enregistrer dans Fichiers ».",
        "Revenez sur cette page, touchez le champ ci-dessus et choisissez ce fichier.",
    ),
    help_android="Comment sortir mes contacts d’un téléphone Android ?",
    android_steps=(
        "Ouvrez Contacts et touchez « Organiser » ou « Corriger et gérer ».",
        "Choisissez « Exporter vers un fichier ». Chez Samsung : le menu, « Gérer contacts », "
        "« Exporter contacts ».",
        "Enregistrez le fichier ; il va dans Téléchargements.",
        "Revenez sur cette page, touchez le champ ci-dessus et choisissez ce fichier.",
    ),
    safety="Ce que vous envoyez va droit à l’ordinateur dans ce réseau, sans passer par Internet. "
    "Ce n’est pas chiffré : évitez le Wi-Fi d’un café. Cette page n’existe que tant que sa "
    "fenêtre est ouverte sur l’ordinateur, dix minutes au plus.",
    thousands="\u202f",
)
