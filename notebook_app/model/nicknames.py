"""The usual short forms of given names, so that Bob is known to be a Robert and Lisa an Elisabeth.

Each line holds the spellings of one full name, then the short forms in use for it, mostly English,
German and Scandinavian. Two short forms of one name (Beth, Liz) are hardly ever the same
person's, so they are not alike. All are folded: lower case, without accents.
"""

from collections.abc import Mapping
from functools import lru_cache

_LINES = """
adam: ad, addy
albert albrecht: al, bert, bertie
alexander aleksander alessandro alejandro: alex, sascha, sasha, sander, xander, alec, lex, sandy
alexandra aleksandra alessandra: alex, sandra, sascha, sasha, lexi, sandy
alfred: alf, fred, freddie
alison allison: ali, allie
amanda: mandy, manda
anastasia: ana, stacy, nastja
andrea: andi, andy
anders: adde, ante
andreas andrew andre: andy, andi, drew
angela angelika: angie, geli
anna ann anne anni: annie, anki, nan, nancy
anneliese annelise: anne, lise, liesel
anthony anton antonio: tony, toni, ant
antonia: toni, tonia
arthur artur: art
barbara: babs, barb, barbie, bärbel, basia
benjamin: ben, benni, benny, benji
bernard bernhard: bernie, bernd, berndt
birgitta birgit brigitte brigitta: gitta, gitte, bibbi, biggi
carl karl: kalle, carlo
caroline karoline carolina karolina: caro, karo, carrie, lina
catherine katherine kathryn katharina katarina catharina kathrin katrin catrin: kate, kathy
catherine: cathy, katie, kati, kat, käthe, kattis, trina, kitty
charles: charlie, chuck, chas
charlotte: lotte, lotta, charlie, lottie
christian kristian: chris, kris, chrille
christina christine kristina kristine cristina: chris, tina, chrissy, christa, kicki, stina
christina: kristi
christopher christoph kristoffer christoffer christophe: chris, kris, topher, stoffer, stoffe, kit
clara klara: klärchen
claudia: claudi
cornelia kornelia: conny, nelly, nele
cynthia: cindy
daniel: dan, danny, dani, danne
daniela danielle: dani
david: dave, davie, davy
deborah debora: deb, debbie
dennis denis: denny
diana diane: di
dominik dominic dominique: nick, dom, domi
donald: don, donnie
dorothea dorothy dorothee: dot, dora, dorle, doro, dotty
edith: edi
edmund: ed, eddie
eduard edward edvard: ed, eddie, eddy, ted, ned, teddy, ward
edwin: ed, eddie
eleanor eleonore eleonora: ellie, nora, ella, nell
elisabeth elizabeth elisabet elizabet elisabetta: lisa, liz, lizzie, beth, betty, betsy, eliza
elisabeth: elsa, else, elli, ellie, lis, lise, liesl, lisbeth, lisbet, lilly, bettina, sissi
elisabeth: bella, libby
emilia emily emilie: emmy, milly, em
emmanuel emanuel: manny, manu
erik eric erich: ricky, rick, jerker
eugene eugen: gene
eva eve: evi, evie, ewa
felicia: flick, fia
ferdinand: ferdi
frances franziska francesca: fran, franzi, fanny, francie, sissi
francis franz francesco francisco: frank, fran, franzl, paco
frederick friedrich fredrik frederik frederic: fred, freddy, freddie, fritz, fredde, rick, fiete
frederike friederike fredrika: rike, fredi, freddie
gabriel: gabe, gabi
gabriele gabriella gabriela: gabi, gaby, ella
george georg: schorsch, jörg, georgie
gerald gerhard gerard: gerry, jerry, gerd
gertrude gertrud: trude, trudi, gerti
gordon: gord
gregory gregor: greg, gregg
gunter gunther: gunni
gunnar: gunne
gustav gustaf gustave: gus, gusten
hans johannes johann: hannes, hansi, hasse, hanse
john johan jon: jack, johnny, jonny, jonnie, janne
harald harold: harry, hal
heinrich henrik henry hendrik: harry, heinz, hank, heiner, henk, henke, rik, hal
helena helene helen elena: lena, lene, nell, leni, hella, ella
herbert: herb, bert, bertie
hermann herman: manni
hildegard: hilde, hilda
hubert: hubi, bert
ian iain: ia
ignatius ignaz: iggy, naz, nacho
ingeborg: inge, inga, bojan
isabella isabel isabelle isobel: bella, isa, izzy, belle, issy
jacob jakob: jake, jack, jacke, jeppe
jacqueline: jackie, jacqui
james: jim, jimmy, jamie, jem
johanna joanna joanne: hanna, hannah, jo, hanne, nanna
janet jane: jan, jenny, janie
jeffrey geoffrey: jeff, geoff
jennifer: jen, jenny, jenni
jeremy jeremias: jerry, jem
jessica: jess, jessie, jessy
joachim joakim: jochen, achim, jocke, kim, jo
jonathan jonatan: jon, johnny, nathan, jonte
josef joseph jose: joe, joey, jo, sepp, jupp, pepe, josh
josephine josefine josefina: jo, josie, fina, josy
joshua: josh
judith: judy, judi, jude
julia juliana juliane: jule, julie, jules
julian: jule, jules
jürgen: jogi
kenneth: ken, kenny, kenta
kimberly: kim
konrad conrad: conny
konstantin constantin: kostja, costa, tino
kunigunde: gundi
lars: lasse
laurence lawrence lorenz: larry, laurie, lenz
laura: laurie, lori, lauri
leonard leonhard lennart: leo, len, lenny, lenni, leon
leopold: leo, poldi
louis ludwig ludvig luis: lou, louie, lutz, ludde, lui
louise luise lovisa luisa: lou, lulu, lova, isa
lucas lukas luke luca: lucky, luc
lucia lucy lucie: luz, lu
magdalena magdalene: lena, magda, maddie, leni, malena
malin: mallan
manfred: manni, fred, manne
manuel: manu, manny
manuela: manu, ela
marcus markus mark marco marc: macke
margaret margarethe margareta margarete margret: maggie, meg, peggy, gretel, greta, grete, marge
margaret: margit, marga, daisy, rita, greti, madge, mag, meta
maria marie mary: mia, mimmi, molly, mitzi, mariechen, maja, ria
marianne: janne, mari
marina: rina
martin: marty, tin, martl, märten
martha marta: matti, marty
matthew matthias mathias mattias matteo: matt, matte, hias, matze, matz, mats
matilda mathilde: tilda, tilly, tilde, mattie, hilde
maximilian: max, maxi
melanie: mel, mela, melly
melissa: mel, missy, lissa
michael mikael michel miguel: mike, mick, mickey, micha, michi, micke, mikey, misha
michaela mikaela: ela, micha, michi, mickan
michelle michele: shelly, mitch
monika monica: moni, mona, nicka
nathaniel nathan: nat, nate
natalie natalia nathalie: nat, nata, tasha, talia
nicholas nikolas nikolaus nicolas niklas niclas nikolai: nick, nicky, klaus, claus, nico, niko
nicholas: nicke, nik
nils niels: nisse
nicole: nicki, nicky, nici, nika
olivia: liv, livvy, olli
oliver olivier: olli, ollie, oli, olle
olof olaf olav: olle, ola, olli
oscar oskar: ossi, ozzie
otto: ottokar
pamela: pam
patricia: pat, patty, tricia, trish, patti
patrick patrik: pat, paddy, rick, patte
paul pablo paolo: paulie
per: pelle, perra
paula pauline: paulchen, polly, lina
penelope: penny
peter petter pedro pietro: pete, pelle, pit, petey
petra: peti
philip phillip philipp filip felipe: phil, pip, lippi, fippe, flip
rafael raphael: rafa, raffi, rafe
rebecca rebekka: becky, becca, bekki, beckie
regina: gina, regi
reginald: reg, reggie
reinhard reinhold reinhardt: rainer, reini, hardy
renate renata: reni, nate, nata
richard rikard ricardo: rick, dick, rich, richie, ricky, ricki, rickard, richi
robert roberto: bob, bobby, rob, robbie, robin, bert, robby, robban, robi
roderick: rod, rick, roddy
roland rolf: rolle, roli, rollo
ronald: ron, ronnie, ronny
rosa rose: rosi, rosie, röschen
rosemary rosemarie: rosi, romy, rosie, rose
rudolf rudolph: rudi, rolf, rudy
samantha: sam, sammy
samuel: sam, sammy, sami, samme
sandra: sandy
sara sarah: sally, sari, sadie
sebastian: seb, basti, bastian, sebbe, wastl, bas
sibylle sybille: billa
sigrid: siri, sigi
siegfried sigfried: sigi, siggi, fred
silvia sylvia: silvi, sylvie
simon: si, simmi
sofia sophia sophie sofie: fia, soph, sofi, fie, zofia
stanley stanislaus: stan, stani
stefan stephen steven stephan steffen: steve, stevie, stef, steff, steffi
stephanie stefanie: steffi, steph, stephie, fanny
susanna susanne susan suzanne susannah: sue, susi, sussi, suzy, sanna, susie, suse, zanna, suki
sven: svenne
tabea tabitha: tabby
tamara: tammy, mara
terence terrence: terry
teresa theresa therese theresia: terry, tess, resi, tessa, resl, tessan
theodor theodore teodor: ted, theo, teddy, teo
theodora: thea, dora, theo
thomas tomas: tom, tommy, thom, tompa
timothy timotheus: tim, timmy, timo
tobias: tobi, toby, tobbe
ulrich: uli, ulli, ulf
ulrika ulrike: uli, ulla, rike, ulli, rika
ursula: uschi, ulla, ursel, urschel, uli
valentin valentine: val, valli
valerie valeria: val, vally
vanessa: nessa, nessie, van
veronika veronica: vroni, ronnie, vera, nicki, ronja
victoria viktoria: vicky, vicki, tori, vicy, tory, vivi
victor viktor: vic, vicke, vik
vincent vincenzo vinzenz: vince, vinnie, vinny
virginia: ginny, ginger, gina
walter valter: walt, wally
wendelin: wendel
werner verner: wern
wilhelm william willem vilhelm guillaume: bill, will, billy, willy, willi, wim, wille, ville
wilhelm: helmi, liam
wilhelmine wilhelmina: minna, mina, willa, minnie, wilma, elma
wolfgang: wolf, wolfi, wolle
zachary zacharias: zach, zack, zac
"""


def alike_given_names(one: str, other: str) -> bool:
    """Return whether one given name is a short form or another spelling of the other.

    Both are single names as ``plain_letters`` makes them; equal ones are alike too.
    """
    if one == other:
        return True
    table = _table()
    ours, theirs = table.get(one), table.get(other)
    if not ours or not theirs:
        return False
    return any(name in theirs and (full or theirs[name]) for name, full in ours.items())


def full_names(given: str) -> tuple[str, ...]:
    """Return what a given name in plain letters may stand for, itself if nothing is known of it.

    Names that are alike have one of these in common.
    """
    return tuple(_table().get(given) or (given,))


@lru_cache(maxsize=1)
def _table() -> Mapping[str, Mapping[str, bool]]:
    """Return for each name the full names that it may be, and whether it is a spelling of them."""
    table: dict[str, dict[str, bool]] = {}
    for line in plain_letters(_LINES).strip().splitlines():
        spellings, _, short = line.partition(": ")
        names = spellings.split()
        for name in names:
            table.setdefault(name, {})[names[0]] = True
        for name in short.split(", "):
            table.setdefault(name, {}).setdefault(names[0], False)
    return table


def plain_letters(text: str) -> str:
    """Return lower-case text with umlauts as the plain vowels that they are often written as.

    ``ü``, ``ue`` and ``u`` become the same, for comparing only.
    """
    text = text.translate(_UMLAUTS)
    return text.replace("ae", "a").replace("oe", "o").replace("ue", "u")


_UMLAUTS = str.maketrans({"ä": "a", "ö": "o", "ü": "u"})
