"""Tables of contacts and of what belongs to one contact."""

from peewee import AutoField, BlobField, IntegerField, Model, TextField


class PhotoTable(Model):
    """Pictures, each stored once however many contacts carry it."""

    id = AutoField()
    sha256 = TextField(unique=True)
    media_type = TextField()
    data = BlobField()

    class Meta:
        table_name = "photo"


class ContactTable(Model):
    """People and organisations."""

    id = AutoField()
    uid = TextField(unique=True)
    kind = TextField(default="person")
    display_name = TextField()
    sort_key = TextField()
    name_prefix = TextField(default="")
    given_name = TextField(default="")
    additional_name = TextField(default="")
    family_name = TextField(default="")
    name_suffix = TextField(default="")
    phonetic_given = TextField(default="")
    phonetic_family = TextField(default="")
    maiden_name = TextField(default="")
    nickname = TextField(default="")
    organization = TextField(default="")
    organization_key = TextField(default="")
    department = TextField(default="")
    title = TextField(default="")
    profession = TextField(default="")
    birthday = TextField(null=True)
    pronouns = TextField(default="")
    gender = TextField(default="")
    languages = TextField(default="")
    time_zone = TextField(default="")
    stage = TextField(null=True)
    cadence_count = IntegerField(null=True)
    cadence_unit = TextField(null=True)
    photo_id = IntegerField(null=True)
    created_at = TextField()
    changed_at = TextField()
    deleted_at = TextField(null=True)
    resting_since = TextField(null=True)
    snoozed_until = TextField(null=True)
    ladder = TextField(default="")
    cadence_slack = IntegerField(null=True)
    note = TextField(default="")
    other_properties = TextField(default="")
    search_name = TextField(default="")
    search_reach = TextField(default="")
    search_rest = TextField(default="")

    class Meta:
        table_name = "contact"


class PhoneTable(Model):
    """Phone numbers as typed, with their international form where it is known."""

    id = AutoField()
    contact_id = IntegerField()
    position = IntegerField()
    label = TextField()
    number = TextField()
    e164 = TextField(default="")
    preferred = IntegerField(default=0)

    class Meta:
        table_name = "phone"


class EmailTable(Model):
    """E-mail addresses."""

    id = AutoField()
    contact_id = IntegerField()
    position = IntegerField()
    label = TextField()
    address = TextField()
    preferred = IntegerField(default=0)

    class Meta:
        table_name = "email"


class AddressTable(Model):
    """Postal addresses."""

    id = AutoField()
    contact_id = IntegerField()
    position = IntegerField()
    label = TextField()
    po_box = TextField(default="")
    extended = TextField(default="")
    street = TextField(default="")
    city = TextField(default="")
    region = TextField(default="")
    postal_code = TextField(default="")
    country = TextField(default="")
    preferred = IntegerField(default=0)

    class Meta:
        table_name = "address"


class LinkTable(Model):
    """Web pages, messaging addresses and social profiles."""

    id = AutoField()
    contact_id = IntegerField()
    position = IntegerField()
    label = TextField()
    kind = TextField()
    service = TextField(default="")
    url = TextField()
    preferred = IntegerField(default=0)

    class Meta:
        table_name = "link"


class OwnDateTable(Model):
    """Anniversaries and other dates of a contact's own."""

    id = AutoField()
    contact_id = IntegerField()
    position = IntegerField()
    label = TextField()
    date = TextField()

    class Meta:
        table_name = "own_date"


class RelatedNameTable(Model):
    """Related people by name, and by the UID of the contact that they are."""

    id = AutoField()
    contact_id = IntegerField()
    position = IntegerField()
    label = TextField()
    name = TextField()
    related_uid = TextField(default="")

    class Meta:
        table_name = "related_name"


class AffiliationTable(Model):
    """Further organisations of a contact."""

    id = AutoField()
    contact_id = IntegerField()
    position = IntegerField()
    organization = TextField()
    department = TextField(default="")
    title = TextField(default="")
    profession = TextField(default="")
    organization_key = TextField(default="")

    class Meta:
        table_name = "affiliation"


class OwnFieldTable(Model):
    """Fields of the user's own."""

    id = AutoField()
    contact_id = IntegerField()
    position = IntegerField()
    name = TextField()
    value = TextField()
    folded_name = TextField()

    class Meta:
        table_name = "own_field"


class StoredFileTable(Model):
    """Attached files, each stored once however often it is attached."""

    id = AutoField()
    sha256 = TextField(unique=True)
    size = IntegerField()
    data = BlobField()

    class Meta:
        table_name = "stored_file"


class AttachmentTable(Model):
    """Which file is attached to which contact, under what name."""

    id = AutoField()
    contact_id = IntegerField()
    file_id = IntegerField()
    name = TextField()
    media_type = TextField(default="")
    attached_at = TextField()
    conversation_id = IntegerField(null=True)

    class Meta:
        table_name = "attachment"


class ContactRoleTable(Model):
    """What contacts are to the user."""

    id = AutoField()
    contact_id = IntegerField()
    role = TextField()

    class Meta:
        table_name = "contact_role"


class TagTable(Model):
    """Tags put on by hand."""

    id = AutoField()
    name = TextField()
    folded_name = TextField(unique=True)
    color = TextField(default="")
    cadence_count = IntegerField(null=True)
    cadence_unit = TextField(null=True)

    class Meta:
        table_name = "tag"


class ContactTagTable(Model):
    """Which contact carries which tag."""

    id = AutoField()
    contact_id = IntegerField()
    tag_id = IntegerField()
    position = IntegerField(default=0)

    class Meta:
        table_name = "contact_tag"


class SavedListTable(Model):
    """Saved searches."""

    id = AutoField()
    name = TextField()
    query = TextField()
    columns = TextField(default="")
    sort = TextField(default="")
    view = TextField(default="")
    position = IntegerField(default=0)

    class Meta:
        table_name = "saved_list"


class DistinctPairTable(Model):
    """Pairs of contacts that the user said are not the same."""

    id = AutoField()
    first_id = IntegerField()
    second_id = IntegerField()
    said_at = TextField()

    class Meta:
        table_name = "distinct_pair"


class MergeRecordTable(Model):
    """What merges did, to take them back long after."""

    id = AutoField()
    uid = TextField(unique=True)
    kept_id = IntegerField()
    absorbed_id = IntegerField()
    merged_at = TextField()
    merged_on = TextField()
    before = TextField()
    after = TextField()
    moved = TextField()
    undone_at = TextField(null=True)

    class Meta:
        table_name = "merge_record"
