import type { Translation } from '../areas.ts';
import type { enVerify } from '../en/verify.ts';

/** Az oldalt a vevő, a bank és a bíróság olvassa: magázó hangnem. */
export const huVerify: Translation<typeof enVerify> = {
  'verify.title': 'Értesítés ellenőrzése',
  'verify.lead':
    'Nézze meg, hogy az értesítés eredeti-e, változatlan-e, és valóban azt mutatták-e be. Fiók nem kell hozzá.',
  'verify.languages': 'Az oldal nyelve',

  'verify.drop.title': 'Húzza ide a PDF-et',
  'verify.drop.choose': 'Fájl kiválasztása',
  'verify.drop.other': 'Másik fájl ellenőrzése',
  'verify.drop.hint': 'Vagy illessze be. Egy PDF, legfeljebb {megabytes} MB.',
  'verify.drop.release': 'Engedje el, és ellenőrizzük',
  'verify.private.title': 'A fájl ezen az eszközön marad',
  'verify.private.text':
    'Itt, ebben a böngészőben olvassuk be, nem töltjük fel. A nyilvántartásban csak az ujjlenyomatát (SHA-256) keressük meg, abból pedig a fájl nem állítható elő.',
  'verify.reading': 'Ellenőrzés: {name}',

  'verify.refused.title': 'Ezt nem lehetett ellenőrizni',
  'verify.refused.several': 'Egyszerre több fájlt adott meg. Kérjük, egyesével ellenőrizze őket.',
  'verify.refused.folder': 'Ez egy mappa. Nyissa meg, és válassza ki benne a PDF-et.',
  'verify.refused.none': 'Nem volt fájl abban, amit idehúzott. Mentse előbb a PDF-et az eszközére, majd válassza ki.',
  'verify.refused.empty': 'A fájl üres. Lehet, hogy nem töltődött le végig: töltse le újra.',
  'verify.refused.large':
    'A fájl nagyobb, mint {megabytes} MB. Egy lepecsételt értesítés jóval kisebb; nézze meg, hogy a megfelelő fájlt választotta-e.',
  'verify.refused.picture':
    'Ez egy kép. A pecsét az eredeti PDF-ben van, fényképen vagy szkennelt lapon nem látszik. Kérje el a feladótól a PDF-et.',
  'verify.refused.not-pdf': 'Ez nem PDF. Válassza ki a fájlt pontosan úgy, ahogy megkapta.',
  'verify.refused.locked':
    'Ezt a PDF-et jelszó védi. Lepecsételt értesítést soha nem véd jelszó: kérje el a feladótól az eredeti fájlt.',
  'verify.refused.unreadable':
    'Az eszköz nem engedte, hogy az oldal beolvassa a fájlt. Másolja át egy másik mappába, és válassza ki újra.',
  'verify.refused.checker':
    'Az oldalnak az a része, amely a fájlokat ellenőrzi, nem töltődött be. Csatlakozzon a hálózathoz, töltse újra az oldalt, és válassza ki ismét a fájlt.',

  'verify.green.title': 'Eredeti és változatlan',
  'verify.green.text': 'Bájtról bájtra az a fájl, amelyet lepecsételtek. A benne lévő átadási jegyzék rendben van.',
  'verify.amber.title': 'Változatlan, de ezt olvassa el előbb',
  'verify.amber.text': 'A pecsét és a benne lévő jegyzék rendben van. Valamire azonban figyelnie kell.',
  'verify.red.title': 'Ne hagyatkozzon erre a fájlra',
  'verify.red.text': 'Az ellenőrzésen nem ment át. Így semmit sem bizonyít.',
  'verify.presented.title': 'A szöveg eredeti, de ez nem a lepecsételt irat',
  'verify.presented.text':
    'Ez az értesítés úgy, ahogy a táblagépen bemutatták. A pecsét és az átvétel bizonyítéka nincs ebben a fájlban.',

  'verify.know.unknown':
    'Ez a nyilvántartás nem ismeri a fájlt. Lehet, hogy máshol pecsételték le: kérdezze meg a feladót, hol tartják nyilván.',
  'verify.know.unreachable':
    'Nem tudtuk megkérdezni a nyilvántartást, ezért a fájlt még senki sem erősítette meg. Magát a pecsétet itt ellenőriztük. Próbálja újra, ha van kapcsolat.',
  'verify.know.too-many':
    'Nem tudtuk megkérdezni a nyilvántartást: az Ön hálózatából túl sok kérdés érkezett. Próbálja újra egy perc múlva.',
  'verify.know.roots':
    'Nem tudtuk lekérni, kinek a pecsétjében bízunk itt, ezért a pecsét ép, de a tulajdonosa nincs megerősítve. Próbálja újra, ha van kapcsolat.',
  'verify.know.newer':
    'Van ennek az iratnak újabb példánya, független időbélyeggel. Ha az időpont fontos, kérje el a feladótól.',
  'verify.know.superseded':
    'Azóta másik értesítés lépett a helyébe, vagy a benne lévő bankszámla már nem érvényes. Fizetés előtt kérjen megújított értesítést.',
  'verify.know.review': 'Ezt az értesítést még vizsgálja valaki. Amíg nem végez, ne járjon el ennek alapján.',
  'verify.know.expired':
    'A pecsét tanúsítványa azóta lejárt. A nyilvántartás megerősíti, hogy pontosan ezt a fájlt pecsételték le.',

  'verify.why.not-pdf': 'A fájl nem úgy kezdődik, mint a mi PDF-jeink.',
  'verify.why.unsealed': 'Nincs pecsét a fájlban. Lehet, hogy PDF-be nyomtatott másolat, vagy soha nem pecsételték le.',
  'verify.why.several-seals': 'Egynél több aláírás van benne: a lepecsételés után megváltoztatták.',
  'verify.why.range': 'A pecsét nem úgy mondja meg, mire terjed ki, ahogy a mi pecsétjeink.',
  'verify.why.added':
    'A pecsét nem fedi le az egész fájlt: a lepecsételés után hozzátettek valamit, vagy hiányzik a vége.',
  'verify.why.seal-form': 'A pecsét sérült, vagy nem ezzel a programmal készült.',
  'verify.why.changed': 'A tartalmat a lepecsételés után megváltoztatták.',
  'verify.why.forged': 'A pecsét nem azzal a kulccsal készült, amelyet megnevez.',
  'verify.why.untrusted': 'A pecsét olyantól származik, akiben itt nem bízunk.',
  'verify.why.expired': 'A pecsét tanúsítványa akkor nem volt hatályban.',
  'verify.why.purpose': 'A pecsét tanúsítványát nem iratok lepecsételésére adták ki.',
  'verify.why.stamp': 'A fájlban lévő időbélyeg nem állja meg a helyét.',
  'verify.why.structure':
    'A fájl nem úgy épül fel, mint egy lepecsételt értesítés, ezért egy olvasóprogram mást is mutathat.',
  'verify.why.attachments':
    'Hiányzik, aminek egy lepecsételt értesítéshez csatolva kell lennie, vagy mást csatoltak hozzá.',
  'verify.why.evidence-edited': 'Az átadás jegyzéke nem úgy áll itt, ahogy rögzítették: átírták.',
  'verify.why.event-edited': 'Az átadás jegyzékének egyik lépését átírták.',
  'verify.why.event-missing': 'Az átadás jegyzékéből lépések hiányoznak, kétszer szerepelnek, vagy felcserélték őket.',
  'verify.why.not-the-device': 'A jegyzék egyik lépését nem annak a táblagépnek a kulcsa írta alá, amelyet megnevez.',
  'verify.why.cut-short': 'Az átadás jegyzékének hiányzik a vége.',
  'verify.why.grammar': 'A jegyzék lépéseiből nem az az eredmény következik, amelyet állít.',
  'verify.why.presented': 'A csatolt értesítés nem az, amelyet a táblagépen bemutattak.',
  'verify.why.consent': 'A csatolt hozzájárulás nem az, amelyet megadtak.',
  'verify.why.other': 'Az egyik vizsgálat nem teljesült.',

  'verify.next.title': 'Mit tegyen',
  'verify.next.original': 'Kérje el a feladótól az eredeti fájlt, ahogy először elmentették.',
  'verify.next.call': 'Hívjon olyan számot, amelyet már ismer, soha ne a fájlban lévőt.',
  'verify.next.do-not-pay': 'Emiatt a fájl miatt ne fizessen más számlára.',
  'verify.next.sealed-copy': 'Kérje el a feladótól a lepecsételt PDF-et, vagy nyissa meg a megmutatott QR-kódot.',

  'verify.proven.title': 'Mit bizonyít',
  'verify.proven.unchanged': 'Egyetlen bájt sem változott ez óta: {time}.',
  'verify.proven.unchangedSince': 'Egyetlen bájt sem változott a lepecsételés óta.',
  'verify.proven.text': 'A táblagépen bemutatott értesítés az, amely ebben a fájlban van.',
  'verify.proven.device':
    '{count, plural, one {A # rögzített lépést} other {Mind a # rögzített lépést}} a táblagépen, annak saját kulcsával írták alá ({key}).',
  'verify.proven.registered': 'A {host} nyilvántartása ismeri ezt a fájlt.',
  'verify.proven.outcome.acknowledged': 'Rögzített eredmény: az átvételt elismerték.',
  'verify.proven.outcome.with-exceptions': 'Rögzített eredmény: az átvételt kifogásokkal ismerték el.',
  'verify.proven.outcome.received-only': 'Rögzített eredmény: aláírás nélkül vették át.',
  'verify.proven.outcome.refused': 'Rögzített eredmény: átadták, az aláírást megtagadták.',
  'verify.proven.outcome.wrong-person': 'Rögzített eredmény: nem az illetékes személyt találták ott.',
  'verify.proven.outcome.absent': 'Rögzített eredmény: senkit sem találtak ott.',
  'verify.open.title': 'Mit nem bizonyít',
  'verify.open.hand': 'Hogy ki fogta a tollat: erről a fájlban megnevezett tanú tud vallani.',
  'verify.open.debt': 'Hogy a tartozás fennáll-e, és helyesek-e az összegek.',
  'verify.open.account': 'Hogy a bankszámla a fizetés napján is jó-e még: hívjon olyan számot, amelyet már ismer.',
  'verify.open.stamp': 'A pontos időt függetlenül: külső hitelesítő még nem látta el időbélyeggel.',

  'verify.code.came':
    'Ezzel a kóddal érkezett: {code}. Válassza ki a kapott PDF-et, és megmondjuk, ahhoz az értesítéshez tartozik-e.',
  'verify.code.title': 'Ez az Ön irata?',
  'verify.code.label': 'Kód az irat alján',
  'verify.code.hint': '8 jel, számjegyek és a–f betűk. Ezen az oldalon marad.',
  'verify.code.same': 'Ugyanaz a kód. A kezében lévő irat ehhez az értesítéshez tartozik.',
  'verify.code.other': 'Más kód. A kezében lévő irat nem ehhez az értesítéshez tartozik.',
  'verify.code.shape': 'A kód 8 jelből áll: számjegyekből és a–f betűkből.',

  'verify.details.title': 'Minden vizsgálat és szám',
  'verify.details.file': 'Fájl',
  'verify.details.sha256': 'A fájl ujjlenyomata (SHA-256)',
  'verify.details.presented': 'A bemutatott értesítés ujjlenyomata',
  'verify.details.head': 'Az utolsó rögzített lépés ujjlenyomata',
  'verify.details.device': 'A táblagép kulcsa',
  'verify.details.code': 'Kód az iraton',
  'verify.details.sealedBy': 'Lepecsételte',
  'verify.details.level': 'Pecsét',
  'verify.details.level.B-B': 'időbélyeg nélkül (PAdES B-B)',
  'verify.details.level.B-T': 'időbélyeggel (PAdES B-T)',
  'verify.details.certificate': 'A pecsét tanúsítványának vége',
  'verify.details.times': 'Időpontok',
  'verify.details.deviceSaid': 'Az eszköz szerint',
  'verify.details.notBefore': 'Nem korábban',
  'verify.details.notBeforeHint': 'a szerver utolsó jele a táblagépen',
  'verify.details.notAfter': 'Nem később',
  'verify.details.notAfterStamp': 'külső hitelesítő időbélyege',
  'verify.details.notAfterRegister': 'megérkezett a szerverre',
  'verify.details.sealedAt': 'Lepecsételve',
  'verify.details.noTime': 'nem ismert',
  'verify.details.checks': 'Vizsgálatok',
  'verify.details.passed': 'rendben',
  'verify.details.failed': 'nem teljesül',
  'verify.details.copy': 'Másolás',
  'verify.details.copied': 'Másolva',
  'verify.details.copyByHand': 'Jelölje ki, és másolja kézzel',

  'verify.check.file': 'A fájl PDF, egyetlen pecséttel, amely az egészre kiterjed',
  'verify.check.seal': 'A pecsét ép, és illik a tartalomhoz',
  'verify.check.trust': 'A pecsét tulajdonosában itt megbízunk',
  'verify.check.stamp': 'Az időbélyeg rendben van',
  'verify.check.structure': 'Minden olvasóprogram ugyanazt a pecsétet és mellékletet látja',
  'verify.check.evidence': 'A jegyzék pontosan úgy áll itt, ahogy rögzítették',
  'verify.check.chain': 'Egy lépés sem hiányzik, egyet sem mozdítottak el vagy írtak át; mindet a táblagép írta alá',
  'verify.check.grammar': 'A lépésekből az állított eredmény következik',
  'verify.check.presented': 'A csatolt értesítés az, amelyet bemutattak',
  'verify.check.consent': 'A csatolt hozzájárulás az, amelyet megadtak',

  'verify.qr.asking': 'Megkérdezzük a nyilvántartást',
  'verify.qr.unknown.title': 'Még nincs a nyilvántartásban',
  'verify.qr.unknown.text':
    'Vagy még nem érte el a táblagép a szervert (ez órákba, térerő nélkül akár napokba telhet), vagy a kód nem tőlünk való. Amíg itt nem jelenik meg, semmi sincs igazolva.',
  'verify.qr.silent.title': 'Nem tudtuk megkérdezni a nyilvántartást',
  'verify.qr.silent.text': 'Nem jött válasz. Hagyja nyitva az oldalt: magától újra kérdez.',
  'verify.qr.received.title': 'Megérkezett, ellenőrzés alatt',
  'verify.qr.received.text':
    'A táblagép jegyzéke megérkezett. Az ellenőrzés és a lepecsételés magától megtörténik, rendszerint perceken belül.',
  'verify.qr.review.title': 'Valaki éppen vizsgálja',
  'verify.qr.review.text':
    'A jegyzék megérkezett, de az egyik vizsgálatához ember kell. Addig semmi sincs bizonyítva. Ha kérdése van, hívjon olyan számot, amelyet már ismer.',
  'verify.qr.aside.title': 'Ezt a jegyzéket félretették',
  'verify.qr.aside.text': 'Megvizsgálták, és nem fogadták el bizonyítékként. Kérjen új értesítést a feladótól.',
  'verify.qr.sealed.title': 'Ellenőrizve és lepecsételve',
  'verify.qr.sealed.text': 'Amit a táblagép rögzített, azt a szerver ellenőrizte és lepecsételte.',
  'verify.qr.superseded.title': 'Lepecsételve, de fizetés előtt kérdezzen',
  'verify.qr.retry': 'Kérdezzük meg most újra',
  'verify.qr.again': 'Magától újra kérdez.',
  'verify.qr.copy': 'A példányom letöltése és ellenőrzése',
  'verify.qr.copyAgain': 'A példányom letöltése újra',
  'verify.qr.copyFailed': 'A példány nem érkezett meg. Nézze meg a kapcsolatot, és próbálja újra.',
  'verify.qr.fetching': 'A példány letöltése',
  'verify.qr.save': 'A PDF mentése',
  'verify.qr.facts': 'A nyilvántartásból',
  'verify.qr.outcome': 'Eredmény',
  'verify.qr.signedOn': 'Nap, a táblagép szerint',
  'verify.qr.receivedAt': 'Megérkezett',
  'verify.qr.sealedAt': 'Lepecsételve',
  'verify.qr.stampedAt': 'Időbélyeg',
  'verify.qr.code': 'Kód az iraton',
  'verify.qr.garbled':
    'Az oldal címében lévő kód nem teljes. Olvassa be újra a QR-kódot, vagy ellenőrizze lent magát a PDF-et.',
  'verify.qr.orFile': 'Vagy ellenőrizzen egy meglévő fájlt',

  'verify.outcome.acknowledged': 'Átvétel elismerve',
  'verify.outcome.with-exceptions': 'Átvétel elismerve, kifogásokkal',
  'verify.outcome.received-only': 'Aláírás nélkül átvéve',
  'verify.outcome.refused': 'Átadva, az aláírást megtagadták',
  'verify.outcome.wrong-person': 'Nem az illetékes személy',
  'verify.outcome.absent': 'Senki sem volt ott',

  'verify.foot': 'Ebben a böngészőben ellenőrizte a Cession. Az oldal semmit sem tárol: nincs süti, nincs fiók.',
};
