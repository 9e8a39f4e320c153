"""The German turns of phrase for help, introductions and referrals."""

from notebook_app.model.capture.language import FavourPhrase
from notebook_app.model.offering import Direction, FavourKind

_GIVEN, _RECEIVED = Direction.GIVEN, Direction.RECEIVED

GERMAN_FAVOURS = (
    FavourPhrase("mich {about} vorgestellt", FavourKind.INTRODUCTION, _RECEIVED),
    FavourPhrase("mir {about} vorgestellt", FavourKind.INTRODUCTION, _RECEIVED),
    FavourPhrase("uns {about} vorgestellt", FavourKind.INTRODUCTION, _RECEIVED),
    FavourPhrase("stellte mir {about} vor", FavourKind.INTRODUCTION, _RECEIVED),
    FavourPhrase("stellte mich {about} vor", FavourKind.INTRODUCTION, _RECEIVED),
    FavourPhrase("hat {about} vorgestellt", FavourKind.INTRODUCTION, _RECEIVED),
    FavourPhrase("habe sie {about} vorgestellt", FavourKind.INTRODUCTION, _GIVEN),
    FavourPhrase("habe ihn {about} vorgestellt", FavourKind.INTRODUCTION, _GIVEN),
    FavourPhrase("habe ihr {about} vorgestellt", FavourKind.INTRODUCTION, _GIVEN),
    FavourPhrase("habe ihm {about} vorgestellt", FavourKind.INTRODUCTION, _GIVEN),
    FavourPhrase("vorgestellt von {by}", FavourKind.INTRODUCTION, _RECEIVED),
    FavourPhrase("vorgestellt durch {by}", FavourKind.INTRODUCTION, _RECEIVED),
    FavourPhrase("mir {about} empfohlen", FavourKind.REFERRAL, _RECEIVED),
    FavourPhrase("mich {about} empfohlen", FavourKind.REFERRAL, _RECEIVED),
    FavourPhrase("mich an {about} empfohlen", FavourKind.REFERRAL, _RECEIVED),
    FavourPhrase("mich bei {about} empfohlen", FavourKind.REFERRAL, _RECEIVED),
    FavourPhrase("mich empfohlen", FavourKind.REFERRAL, _RECEIVED, says=True),
    FavourPhrase("empfahl mich", FavourKind.REFERRAL, _RECEIVED, says=True),
    FavourPhrase("empfohlen von {by}", FavourKind.REFERRAL, _RECEIVED),
    FavourPhrase("empfohlen durch {by}", FavourKind.REFERRAL, _RECEIVED),
    FavourPhrase("habe sie {about} empfohlen", FavourKind.REFERRAL, _GIVEN),
    FavourPhrase("habe ihn {about} empfohlen", FavourKind.REFERRAL, _GIVEN),
    FavourPhrase("habe sie empfohlen", FavourKind.REFERRAL, _GIVEN, says=True),
    FavourPhrase("habe ihn empfohlen", FavourKind.REFERRAL, _GIVEN, says=True),
    FavourPhrase("mir geholfen", FavourKind.HELP, _RECEIVED, says=True),
    FavourPhrase("uns geholfen", FavourKind.HELP, _RECEIVED, says=True),
    FavourPhrase("half mir", FavourKind.HELP, _RECEIVED, says=True),
    FavourPhrase("habe ihr geholfen", FavourKind.HELP, _GIVEN, says=True),
    FavourPhrase("habe ihm geholfen", FavourKind.HELP, _GIVEN, says=True),
    FavourPhrase("half ihr", FavourKind.HELP, _GIVEN, says=True),
    FavourPhrase("half ihm", FavourKind.HELP, _GIVEN, says=True),
)
