"""The English turns of phrase for help, introductions and referrals."""

from notebook_app.model.capture.language import FavourPhrase
from notebook_app.model.offering import Direction, FavourKind

_GIVEN, _RECEIVED = Direction.GIVEN, Direction.RECEIVED

ENGLISH_FAVOURS = (
    FavourPhrase("introduced me to {about}", FavourKind.INTRODUCTION, _RECEIVED),
    FavourPhrase("introduced us to {about}", FavourKind.INTRODUCTION, _RECEIVED),
    FavourPhrase("introduced {about} to me", FavourKind.INTRODUCTION, _RECEIVED),
    FavourPhrase("i introduced {by} to {about}", FavourKind.INTRODUCTION, _GIVEN),
    FavourPhrase("introduced {by} to {about}", FavourKind.INTRODUCTION, _GIVEN),
    FavourPhrase("introduced her to {about}", FavourKind.INTRODUCTION, _GIVEN),
    FavourPhrase("introduced him to {about}", FavourKind.INTRODUCTION, _GIVEN),
    FavourPhrase("introduced them to {about}", FavourKind.INTRODUCTION, _GIVEN),
    FavourPhrase("introduced by {by}", FavourKind.INTRODUCTION, _RECEIVED),
    FavourPhrase("met through {by}", FavourKind.INTRODUCTION, _RECEIVED),
    FavourPhrase("introduced {about}", FavourKind.INTRODUCTION, _RECEIVED),
    FavourPhrase("referred {about} to me", FavourKind.REFERRAL, _RECEIVED),
    FavourPhrase("referred {about} to us", FavourKind.REFERRAL, _RECEIVED),
    FavourPhrase("sent {about} to me", FavourKind.REFERRAL, _RECEIVED),
    FavourPhrase("sent me {about}", FavourKind.REFERRAL, _RECEIVED),
    FavourPhrase("referred me to {about}", FavourKind.REFERRAL, _RECEIVED),
    FavourPhrase("recommended me to {about}", FavourKind.REFERRAL, _RECEIVED),
    FavourPhrase("referred me", FavourKind.REFERRAL, _RECEIVED, says=True),
    FavourPhrase("recommended me", FavourKind.REFERRAL, _RECEIVED, says=True),
    FavourPhrase("recommended us", FavourKind.REFERRAL, _RECEIVED, says=True),
    FavourPhrase("referred by {by}", FavourKind.REFERRAL, _RECEIVED),
    FavourPhrase("recommended by {by}", FavourKind.REFERRAL, _RECEIVED),
    FavourPhrase("i referred {by} to {about}", FavourKind.REFERRAL, _GIVEN),
    FavourPhrase("i recommended {by} to {about}", FavourKind.REFERRAL, _GIVEN),
    FavourPhrase("i referred her to {about}", FavourKind.REFERRAL, _GIVEN),
    FavourPhrase("i referred him to {about}", FavourKind.REFERRAL, _GIVEN),
    FavourPhrase("i recommended her to {about}", FavourKind.REFERRAL, _GIVEN),
    FavourPhrase("i recommended him to {about}", FavourKind.REFERRAL, _GIVEN),
    FavourPhrase("i recommended her", FavourKind.REFERRAL, _GIVEN, says=True),
    FavourPhrase("i recommended him", FavourKind.REFERRAL, _GIVEN, says=True),
    FavourPhrase("helped me", FavourKind.HELP, _RECEIVED, says=True),
    FavourPhrase("helped us", FavourKind.HELP, _RECEIVED, says=True),
    FavourPhrase("i helped her", FavourKind.HELP, _GIVEN, says=True),
    FavourPhrase("i helped him", FavourKind.HELP, _GIVEN, says=True),
    FavourPhrase("i helped them", FavourKind.HELP, _GIVEN, says=True),
    FavourPhrase("helped her", FavourKind.HELP, _GIVEN, says=True),
    FavourPhrase("helped him", FavourKind.HELP, _GIVEN, says=True),
)
