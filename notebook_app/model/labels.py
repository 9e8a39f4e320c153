"""The labels that phones, e-mails and addresses usually carry; any other word is the user's own."""

PHONE_LABELS = (
    "mobile",
    "home",
    "work",
    "main",
    "iphone",
    "home fax",
    "work fax",
    "fax",
    "pager",
    "car",
    "other",
)
EMAIL_LABELS = ("home", "work", "school", "other")
ADDRESS_LABELS = ("home", "work", "other")
LINK_LABELS = ("home", "work", "homepage", "blog", "profile", "other")
DATE_LABELS = ("anniversary", "other")
