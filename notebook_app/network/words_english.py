"""The phone's page in English."""

from typing import Final

from notebook_app.network.phone_files import Refusal
from notebook_app.network.words_record import PageWords

ENGLISH: Final = PageWords(
    language="en",
    title_receive="Send contacts to the computer",
    title_send="For your phone",
    lead_receive="Choose the file with your contacts, then tap Send.",
    lead_send="Tap what you want to have on this phone.",
    files_label="Contacts file",
    files_hint="One or several: .vcf, .zip, .csv, .ics, or a picture of a QR code.",
    text_label="Or text",
    text_hint="Paste a contact card, or a name with phone and e-mail.",
    send="Send",
    offered="Save on this phone",
    offered_hint="Tap it, then choose Contacts or Calendar.",
    sent_title="It arrived",
    sent_again="The computer has this already. There is nothing more to do.",
    go_on="Go on at the computer: it shows everything before anything is kept.",
    not_sent_title="That did not work",
    left_out="Left out",
    files=("1 file", "{count} files"),
    cards=("1 contact", "{count} contacts"),
    refusals={
        Refusal.NOTHING: "Nothing was chosen. Choose a file or write something, then tap Send.",
        Refusal.EMPTY: "The file is empty. Export the contacts once more.",
        Refusal.NOT_CONTACTS: "There are no contacts in it. Choose the .vcf file that the "
        "Contacts app exported; how to get it stands below.",
        Refusal.DAMAGED: "The file is damaged or locked. Export the contacts once more.",
        Refusal.TOO_LARGE: "That is more than {megabytes} MB. Send fewer files at once, or "
        "export the contacts without photos.",
        Refusal.TOO_MANY: "Those are too many files. Send at most {files} at once.",
        Refusal.BUSY: "Others are sending right now. Wait a minute and try again.",
        Refusal.FULL: "The computer has no room for more. Look there first at what has arrived, "
        "then send again.",
        Refusal.BROKEN: "It did not arrive whole. Stay near the Wi-Fi and send it again.",
        Refusal.BROKEN_OFF: "It did not arrive whole. Stay near the Wi-Fi and send it again.",
        Refusal.TOO_SLOW: "The connection was too slow. Go nearer to the Wi-Fi and try again.",
    },
    send_more="Send more",
    help_iphone="How do I get my contacts out of an iPhone?",
    iphone_steps=(
        "Open Contacts and tap Lists at the top left.",
        "Hold your finger on “All Contacts” and choose Export.",
        "Tap Done, then “Save to Files”.",
        "Come back to this page, tap the field above and choose that file.",
    ),
    help_android="How do I get my contacts out of an Android phone?",
    android_steps=(
        "Open Contacts and tap “Organise”, or “Fix & manage”.",
        "Choose “Export to file”. On a Samsung phone: the menu, “Manage contacts”, “Export”.",
        "Save the file; it goes to Downloads.",
        "Come back to this page, tap the field above and choose that file.",
    ),
    safety="What you send goes straight to the computer in this network, and not over the "
    "internet. It is not encrypted: better not in the Wi-Fi of a café. This page works only "
    "while its window is open on the computer, ten minutes at most.",
    thousands=",",
)
