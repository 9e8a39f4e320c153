"""The names of countries, to find out which one an address means and to write it on an envelope.

By ISO 3166 code: first the English name that goes on paper, then what people there, and in German,
French, Spanish and Italian, call it. They are those of the Unicode CLDR as Qt 6.11 (``QLocale``)
and phonenumbers 9 have them, and what else is often written; a test holds them against Qt's.
"""

from typing import Final

_WRITTEN: Final = """
AD Andorra; Andorre
AE United Arab Emirates; UAE; الإمارات العربية المتحدة; Vereinigte Arabische Emirate;
   Emirats Arabes Unis; Emiratos Árabes Unidos; Emirati Arabi Uniti
AF Afghanistan; افغانستان; Afganistán
AG Antigua and Barbuda; Antigua und Barbuda; Antigua et Barbuda; Antigua y Barbuda;
   Antigua e Barbuda
AI Anguilla; Anguila
AL Albania; Shqipëri; Albanien; Albanie
AM Armenia; Հայաստան; Armenien; Arménie
AO Angola
AQ Antarctica; Antarktis; Antarctique; Antártida; Antartide
AR Argentina; Argentinien; Argentine
AS American Samoa; Amerikanisch-Samoa; Samoa américaines; Samoa Americana; Samoa americane
AT Austria; Österreich; Autriche
AU Australia; Australien; Australie
AW Aruba
AX Åland Islands; Åland; Aaland-Inseln; Îles Åland; Islas Aland; Isole Aland
AZ Azerbaijan; Azərbaycan; Aserbaidschan; Azerbaïdjan; Azerbaiyán; Azerbaigian
BA Bosnia and Herzegovina; Bosnia; Bosna i Hercegovina; Bosnien und Herzegowina; Bosnie-Herzégovine;
   Bosnia y Hercegovina; Bosnia-Erzegovina
BB Barbados; Barbade
BD Bangladesh; বাংলাদেশ; Bangladesch
BE Belgium; België; Belgique; Belgien; Bélgica; Belgio
BF Burkina Faso
BG Bulgaria; България; Bulgarien; Bulgarie
BH Bahrain; البحرين; Bahreïn
BI Burundi; Uburundi
BJ Benin
BL Saint Barthélemy; St. Barthélemy; Saint-Barthélemy; San Bartolomé
BM Bermuda; Bermudes; Bermudas
BN Brunei; Brunei Darussalam
BO Bolivia; Bolivien; Bolivie
BQ Caribbean Netherlands; Caribisch Nederland; Bonaire, Sint Eustatius und Saba;
   Bonaire, Saint-Eustache et Saba; Bonaire, San Eustaquio y Saba; Bonaire, Sint Eustatius e Saba
BR Brazil; Brasil; Brasilien; Brésil; Brasile
BS Bahamas
BT Bhutan; འབྲུག; Bhoutan; Bután
BV Bouvet Island; Bouvet-Insel; Île Bouvet; Isla Bouvet; Isola di Bouvet
BW Botswana; Botsuana
BY Belarus; Weißrussland; Беларусь; Biélo-Russie; Bielorrusia; Bielorussia
BZ Belize; Belice
CA Canada; Kanada
CC Cocos (Keeling) Islands; Kokos-Inseln; Îles Cocos; Islas Cocos; Isole Cocos
CD Democratic Republic of the Congo; DR Congo; Congo - Kinshasa; Congo-Kinshasa;
   Demokratische Republik Kongo; République démocratique du Congo; República Democrática del Congo;
   Repubblica democratica del Congo
CF Central African Republic; Ködörösêse tî Bêafrîka; République centrafricaine;
   Zentralafrikanische Republik; République Centre-Africaine; República Centroafricana;
   Repubblica Centrafricana
CG Congo; Congo - Brazzaville; Congo-Brazzaville; Kongo
CH Switzerland; Schweiz; Suisse; Svizzera; Svizra; Suíça; Suiza
CI Côte d’Ivoire; Ivory Coast; Elfenbeinküste; Costa de Marfil; Costa d'Avorio
CK Cook Islands; Cook-Inseln; Îles Cook; Islas Cook; Isole Cook
CL Chile; Chili; Cile
CM Cameroon; Cameroun; Kamerun; Camerún
CN China; 中国; 중국; Chine; Cina
CO Colombia; Kolumbien; Colombie
CR Costa Rica
CU Cuba; Kuba
CV Cape Verde; Cabo Verde; Kap Verde; Cap Vert; Capo Verde
CW Curaçao; Kòrsou
CX Christmas Island; Weihnachtsinsel; Île Christmas; Isla Christmas; Isola di Natale
CY Cyprus; Κύπρος; Kıbrıs; Zypern; Chypre; Chipre; Cipro
CZ Czechia; Czech Republic; Česko; Česká republika; Tschechien; Tschechische Republik;
   République Tchèque; Chequia; Repubblica Ceca
DE Germany; Deutschland; Allemagne; BRD; Alemania; Germania
DJ Djibouti; جيبوتي; Dschibuti; Yibuti; Gibuti
DK Denmark; Danmark; Dänemark; Dinamarca; Danimarca
DM Dominica; Dominique
DO Dominican Republic; República Dominicana; Dominikanische Republik; République Dominicaine;
   Repubblica Dominicana
DZ Algeria; الجزائر; Algérie; Algerien; Argelia
EC Ecuador; Equateur
EE Estonia; Eesti; Estland; Estonie
EG Egypt; مصر; Ägypten; Egypte; Egipto; Egitto
EH Western Sahara; الصحراء الغربية; Westsahara; Sahara Occidental; Sahara Occidentale
ER Eritrea; ኤርትራ; إريتريا; Erythrée
ES Spain; España; Spanien; Espanya; Espagne; Spagna
ET Ethiopia; ኢትዮጵያ; Äthiopien; Ethiopie; Etiopía
FI Finland; Suomi; Finnland; Finlande; Finlandia
FJ Fiji; Fidschi; Fidji; Fiyi; Figi
FK Falkland Islands; Falkland-Inseln; Îles Malouines; Islas Malvinas; Isole Falkland
FM Micronesia; Mikronesien; Micronésie
FO Faroe Islands; Føroyar; Färöer-Inseln; Îles Féroé; Islas Feroe; Isole Færoer
FR France; Frankreich; França; Francia
GA Gabon; Gabun
GB United Kingdom; Cymru; Alba; UK; Great Britain; England; Scotland; Wales; Northern Ireland;
   an Ríocht Aontaithe; Y Deyrnas Unedig; Vereinigtes Königreich; Royaume-Uni; Reino Unido;
   Regno Unito
GD Grenada; Grenade; Granada
GE Georgia; საქართველო; Georgien; Géorgie
GF French Guiana; Guyane française; Französisch-Guayana; Guayana Francesa; Guayana Francese
GG Guernsey; Guernesey
GH Ghana; Gaana
GI Gibraltar; Gibilterra
GL Greenland; Kalaallit Nunaat; Grønland; Groenland; Groenlandia
GM Gambia; Gambie
GN Guinea; Guinée
GP Guadeloupe; Guadalupe; Guadalupa
GQ Equatorial Guinea; Guinea Ecuatorial; Guinée équatoriale; Guiné Equatorial; Äquatorial-Guinea;
   Guinea Equatoriale
GR Greece; Ελλάδα; Hellas; Griechenland; Grèce; Grecia
GS South Georgia and South Sandwich Islands; Süd-Georgia und die südlichen Sandwich-Inseln;
   Géorgie du Sud et îles Sandwich du Sud; Islas Georgia del Sur y Sandwich del Sur;
   Georgia del sud e isole Sandwich meridionali
GT Guatemala
GU Guam
GW Guinea-Bissau; Guiné-Bissau; Guinée-Bissau; Guinea Bissau
GY Guyana
HK Hong Kong; Hong Kong SAR; Hong Kong SAR China; 中國香港特別行政區; 中国香港特别行政区; Hongkong;
   Hong-Kong
HM Heard and McDonald Islands; Heard- und McDonald-Inseln; Île Heard et îles McDonald;
   Islas Heard y McDonald; Isole Heard e McDonald
HN Honduras
HR Croatia; Hrvatska; Kroatien; Croatie; Croacia; Croazia
HT Haiti
HU Hungary; Magyarország; Ungarn; Hongrie; Hungría; Ungheria
ID Indonesia; Indonesien; Indonésie
IE Ireland; Éire; Irland; Irlande; Irlanda
IL Israel; ישראל; إسرائيل; Israele
IM Isle of Man; Ile de Man; Isla de Man; Isola di Man
IN India; भारत; Bharat; Indien; Inde
IO British Indian Ocean Territory; Britische Territorien im Indischen Ozean;
   Territoires britanniques de l'Océan Indien; Territorio Británico del Océano Índico;
   Territorio britannico dell'Oceano Indiano
IQ Iraq; العراق; Irak
IR Iran; Islamic Republic of Iran; ایران
IS Iceland; Ísland; Islande; Islandia; Islanda
IT Italy; Italia; Italien; Italie
JE Jersey
JM Jamaica; Jamaika; Jamaïque; Giamaica
JO Jordan; الأردن; Jordanien; Jordanie; Jordania; Giordania
JP Japan; 日本; Nippon; Japon; Giappone
KE Kenya; Kenia
KG Kyrgyzstan; Кыргызстан; Киргизия; Kirgistan; Kirguizistán; Kirghizistan
KH Cambodia; កម្ពុជា; Kambodscha; Cambodge; Camboya; Cambogia
KI Kiribati
KM Comoros; جزر القمر; Comores; Komoren; Comore
KN Saint Kitts and Nevis; St. Kitts & Nevis; St Kitts & Nevis; Saint Kitts und Nevis;
   Saint-Christophe-et-Niévès; San Cristóbal y Nieves; Saint Kitts e Nevis
KP North Korea; 조선민주주의인민공화국; Nordkorea; Corée du Nord; Corea del Norte; Corea del Nord
KR South Korea; Korea; Republic of Korea; 대한민국; Südkorea; Corée du Sud; Corea del Sur;
   Corea del Sud
KW Kuwait; الكويت; Koweit
KY Cayman Islands; Kaiman-Inseln; Îles Caïmans; Islas Caimán; Isole Cayman
KZ Kazakhstan; Казахстан; Kasachstan; Kazajstán
LA Laos; Lao People’s Democratic Republic; ລາວ
LB Lebanon; لبنان; Libanon; Liban; Líbano
LC Saint Lucia; St. Lucia; St Lucia; Sainte-Lucie; Santa Lucia; Sainte Lucia
LI Liechtenstein
LK Sri Lanka; ශ්‍රී ලංකාව
LR Liberia
LS Lesotho; Lesoto
LT Lithuania; Lietuva; Litauen; Lithuanie; Lituania
LU Luxembourg; Luxemburg; Luxemburgo; Lussemburgo
LV Latvia; Latvija; Lettland; Lettonie; Letonia; Lettonia
LY Libya; ليبيا; Libyen; Libye; Libia
MA Morocco; المغرب; Maroc; Marokko; Marruecos; Marocco
MC Monaco
MD Moldova; Republica Moldova; Молдова; Moldau; Moldavie; Moldavia
ME Montenegro; Crna Gora
MF Saint Martin; St. Martin; Saint-Martin; San Martín
MG Madagascar; Madagasikara; Madagaskar
MH Marshall Islands; Marshall-Inseln; Îles Marshall; Islas Marshall; Isole Marshall
MK North Macedonia; Macedonia; Северна Македонија; Mazedonien; Macédoine
ML Mali
MM Myanmar; Burma; Myanmar (Burma); မြန်မာ
MN Mongolia; Монгол; Mongolei; Mongolie
MO Macao; Macau; Macao SAR China; 中國澳門特別行政區; 中国澳门特别行政区; Macau, RAE da China
MP Northern Mariana Islands; Nördliche Mariannen-Inseln; Îles Mariannes du Nord;
   Islas Marianas del Norte; Isole Marianne settentrionali
MQ Martinique; Martinica
MR Mauritania; موريتانيا; Mauritanie; Mauretanien
MS Montserrat
MT Malta; Malte
MU Mauritius; Maurice; Mauricio; Maurizio
MV Maldives; ދިވެހި ރާއްޖެ; Maldiven; Maldivas; Maldive
MW Malawi; Malaui
MX Mexico; Mexiko; Mexique; Messico
MY Malaysia; 马来西亚; 馬來西亞; Malaisie; Malasia
MZ Mozambique; Moçambique; Mosambik; Mozambico
NA Namibia; Namibië
NC New Caledonia; Nouvelle-Calédonie; Neukaledonien; Nueva Caledonia; Nuova Caledonia
NE Niger; Nijar
NF Norfolk Island; Norfolk-Insel; Île Norfolk; Isla Norfolk; Isola Norfolk
NG Nigeria
NI Nicaragua
NL Netherlands; The Netherlands; Nederland; Niederlande; Holland; Pays-Bas; Holanda; Paesi Bassi
NO Norway; Norge; Noreg; Norwegen; Norvège; Noruega; Norvegia
NP Nepal; नेपाल
NR Nauru
NU Niue
NZ New Zealand; Aotearoa; Neuseeland; Nouvelle-Zélande; Nueva Zelanda; Nuova Zelanda
OM Oman; عُمان
PA Panama
PE Peru; Pérou
PF French Polynesia; Polynésie française; Französisch-Polynesien; Polinesia Francesa;
   Polinesia Francese
PG Papua New Guinea; Papua Niugini; Papua-Neuguinea; Papouasie-Nouvelle-Guinée; Papua Nuova Guinea
PH Philippines; Pilipinas; Filipinas; Philippinen; Filippine
PK Pakistan; پاکستان; Paquistán
PL Poland; Polska; Polen; Pologne; Polonia
PM Saint Pierre and Miquelon; St. Pierre & Miquelon; Saint-Pierre-et-Miquelon;
   St. Pierre und Miquelon; San Pedro y Miquelón; Saint Pierre e Miquelon
PN Pitcairn Islands; Pitcairn; Islas Pitcairn
PR Puerto Rico; Porto Rico
PS Palestine; Palestinian Territories; الأراضي الفلسطينية; Palästina; Palestina
PT Portugal; Portogallo
PW Palau; Belau; Palaos
PY Paraguay; Paraguai
QA Qatar; قطر; Katar
RE Réunion; La Réunion
RO Romania; Rumänien; Roumanie; Rumania
RS Serbia; Србија; Serbien; Serbie
RU Russia; Russian Federation; Россия; Russland; Russie; Rusia
RW Rwanda; U Rwanda; Ruanda
SA Saudi Arabia; المملكة العربية السعودية; Saudi-Arabien; Arabie Saoudite; Arabia Saudita
SB Solomon Islands; Solomon-Inseln; Îles Salomon; Islas Salomón; Isole Solomon
SC Seychelles; Seychellen
SD Sudan; السودان; Soudan
SE Sweden; Sverige; Schweden; Suède; Suecia; Svezia
SG Singapore; 新加坡; Singapur; Singapour
SH Saint Helena; St. Helena; St Helena; Sainte-Hélène; Santa Helena; Sant'Elena
SI Slovenia; Slovenija; Slowenien; Slovénie; Eslovenia
SJ Svalbard and Jan Mayen; Svalbard og Jan Mayen; Svalbard und Jan Mayen; Svalbard et Jan Mayen;
   Svalbard y Jan Mayen; Svalbard e Jan Mayen
SK Slovakia; Slovensko; Slowakei; Slovaquie; Eslovaquia; Slovacchia
SL Sierra Leone; Sierra Leona
SM San Marino; Saint-Marin
SN Senegal; Senegaal
SO Somalia; Soomaaliya; الصومال; Somalie
SR Suriname; Surinam
SS South Sudan; جنوب السودان; Südsudan; Sud-Soudan; Sudán del Sur; Sudan del Sud
ST São Tomé and Príncipe; São Tomé e Príncipe; Sao Tome und Principe; Sao Tomé et Principe;
   Santo Tomé y Príncipe
SV El Salvador
SX Sint Maarten; Sint-Maarten; Sint Maarten (Niederländischer Teil);
   Saint-Martin (partie néerlandaise); San Martín (región holandesa); Sint Maarten (parte olandese)
SY Syria; Syrian Arab Republic; سوريا; Syrie; Syrien; Siria
SZ Eswatini; Swaziland; Swasiland; Suazilandia
TC Turks and Caicos Islands; Turks- und Caicos-Inseln; Îles Turks et Caicos; Islas Turcas y Caicos;
   Isole Turks e Caicos
TD Chad; تشاد; Tchad; Tschad; Ciad
TF French Southern Territories; Französische Südgebiete; Territoires Français du Sud;
   Territorios Franceses del Sur; Territori Francesi d'Oltremare
TG Togo
TH Thailand; ไทย; Thaïlande; Tailandia; Thailandia
TJ Tajikistan; Тоҷикистон; Tadschikistan; Tadjikistan; Tayikistán; Tagikistan
TK Tokelau
TL Timor-Leste; East Timor; Timor Oriental; Timor Leste
TM Turkmenistan
TN Tunisia; تونس; Tunisie; Tunesien; Túnez
TO Tonga
TR Türkiye; Turkey; Türkei; Turquie; Turquía; Turchia
TT Trinidad and Tobago; Trinidad und Tobago; Trinité-et-Tobago; Trinidad y Tobago; Trinidad e Tobago
TV Tuvalu
TW Taiwan; 台灣
TZ Tanzania; United Republic of Tanzania; Tansania; Tanzanie
UA Ukraine; Україна; Украина; Ucrania; Ucraina
UG Uganda; Ouganda
UM U.S. Outlying Islands; Übrige Inseln im Pazifik der USA; Dépendances américaines du Pacifique;
   Islas menores alejadas de los Estados Unidos; Isole minori lontane degli Stati Uniti
US United States of America; USA; United States; U.S.A.; America; Vereinigte Staaten;
   Estados Unidos; Vereinigte Staaten von Amerika; Etats-Unis; Stati Uniti
UY Uruguay
UZ Uzbekistan; Oʻzbekiston; Usbekistan; Ouzbékistan
VA Vatican City; Vatican; Città del Vaticano; Vatikanstadt; Ciudad del Vaticano
VC Saint Vincent and Grenadines; St. Vincent & Grenadines; St Vincent & the Grenadines;
   St. Vincent und die Grenadinen; Saint-Vincent-et-les Grenadines; San Vicente y las Granadinas;
   Saint Vincent e Grenadine
VE Venezuela
VG British Virgin Islands; Britische Jungferninseln; Iles Vierges Britanniques;
   Islas Vírgenes Británicas; Isole Vergini (GB)
VI U.S. Virgin Islands; Amerikanische Jungferninseln; Iles Vierges Américaines;
   Islas Vírgenes Americanas; Isole Vergini (USA)
VN Vietnam; Viet Nam
VU Vanuatu
WF Wallis and Futuna; Wallis-et-Futuna; Wallis und Futuna; Wallis y Futuna; Wallis e Futuna
WS Samoa
XK Kosovo; Kosovë
YE Yemen; اليمن; Jemen
YT Mayotte; Mayotta
ZA South Africa; Südafrika; Afrique du Sud; Sudáfrica
ZM Zambia; Sambia; Zambie
ZW Zimbabwe; Simbabwe; Zimbabue
"""

COUNTRY_NAMES: Final = {
    row[:2]: tuple(row[3:].split("; "))
    for row in _WRITTEN.strip().replace("\n   ", " ").split("\n")
}
