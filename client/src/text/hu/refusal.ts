import type { Translation } from '../areas.ts';
import type { enRefusal } from '../en/refusal.ts';

export const huRefusal: Translation<typeof enRefusal> = {
  'refusal.permission.denied': 'A szerepköröd erre nem terjed ki. Ha kellene, kérd az adminisztrátortól.',
  'refusal.mutation.malformed':
    'A kiszolgáló nem tudta elolvasni ezt a tételt. Mentsd ki, és mutasd meg az adminisztrátornak.',
  'refusal.mutation.too-large':
    'Ez a tétel túl nagy az elküldéshez. Rövidítsd a leghosszabb szöveget, és mentsd el újra.',
  'refusal.mutation.unsupported': 'Ezt az alkalmazás túl régi változata írta. Nyisd meg, és mentsd el újra.',
  'refusal.mutation.waits': 'Ez egy korábbi tételre vár, amelyet az iroda vizsgál.',
  'refusal.mutation.newer-than-server':
    'Ez az alkalmazás újabb a kiszolgálónál. A tétel megmarad, és a kiszolgáló frissítése után továbbmegy.',
  'refusal.mutation.mismatch': 'Két különböző tétel mondja magát ennek. Az iroda megvizsgálja; semmi sem veszett el.',
  'refusal.mutation.failed': 'A kiszolgáló elakadt ezen a tételen. Az iroda megvizsgálja; semmi sem veszett el.',
  'refusal.card.duplicate':
    'A cégnél már megvan {name}, felelőse {ownerName}. Használd azt a kartont, vagy írd le, miért két külön ügyfél.',
  'refusal.conflict.open':
    'Ketten módosították ugyanazt a mezőt. Döntsd el, melyik érték érvényes, majd küldd el újra.',
  'refusal.card.exists': 'Ez a karton már létrejött. Nem változott semmi.',
  'refusal.card.not-found':
    'Ez a karton már nincs itt, vagy már nem a tiéd. Kérd meg a felelősét, hogy ossza meg veled.',
  'refusal.card.with-accounting': 'A karton most a könyvelésnél van. Akkor módosítható, ha visszajön vagy elfogadták.',
  'refusal.card.known-to-accounting': 'Ezt a kartont a könyvelés már látta, ezért nem dobható el.',
  'refusal.card.too-full':
    'Ez a karton többet tartalmaz, mint amennyi bármelyikhez kell. Töröld a nem használt kapcsolattartókat vagy számlákat.',
  'refusal.card.same': 'Ez ugyanaz a karton. Válassz másikat.',
  'refusal.person.not-found': 'Ennek a kollégának nincs nyitott fiókja. Válassz mást.',
  'refusal.card.owned-already': 'A karton felelőse már ez a kolléga.',
  'refusal.card.not-offered': 'Ezt a kartont már nem neked ajánlják.',
  'refusal.conflict.not-found': 'Ez a döntés már nincs nyitva. Nézd meg újra a kartont.',
  'refusal.conflict.resolved-already': 'Ezt valaki már eldöntötte. Nézd meg újra a kartont.',
  'refusal.conflict.value-does-not-fit': 'Ez az érték nem való a mezőbe. Javítsd, és dönts újra.',
  'refusal.document.not-found': 'Ez az irat már nincs a kartonon.',
  'refusal.document.exists': 'Ez az irat már a kartonon van.',
  'refusal.document.type-unknown':
    'Az alkalmazásnak ez a változata nem ismeri ezt az iratfajtát. Frissítsd az alkalmazást.',
  'refusal.document.with-accounting':
    'Ezt a képet a könyvelés már megkapta, ezért marad. Adj hozzá mellé másik iratot.',
  'refusal.document.too-many': 'Egy kartonon legfeljebb {limit} irat lehet. Vegyél le egyet, ami nem kell.',
  'refusal.original.no-such-step': 'A papír közben továbbkerült. Nézd meg, hol van most.',
  'refusal.original.office-only': 'Csak az iroda mondhatja, hogy a papír ott van.',
  'refusal.original.place-missing': 'Írd le, hol van a papír, hogy a következő is megtalálja.',
  'refusal.original.reason-missing': 'Írd le, miért lép vissza.',
  'refusal.original.too-many-moves': 'Ez a papír már túl sokszor mozgott. Vegyél fel hozzá új iratot.',
  'refusal.handoff.exists': 'Ezt a kartont már elküldted. Semmi sem ment el kétszer.',
  'refusal.card.accepted-already': 'A könyvelés elfogadta a kartont. Nincs mit küldeni.',
  'refusal.card.incomplete':
    '{count, plural, one {Egy dolog még hiányzik.} other {# dolog még hiányzik.}} Pótold, és küldd el újra a kartont.',
  'refusal.queue.needs-signal': 'Ehhez kapcsolat kell. Próbáld újra, ha van térerő.',
  'refusal.queue.not-waiting': 'Ez a tétel már nincs a sorban.',
  'refusal.queue.held': 'Ez a tétel egy kollégánál van. Vedd a következőt.',
  'refusal.queue.not-yours': 'Ez a tétel már nincs nálad. Vedd fel újra.',
  'refusal.queue.snooze-in-the-past': 'Ez az időpont elmúlt. Válassz későbbit.',
  'refusal.handoff.not-found': 'Ez az átadás már nincs itt.',
  'refusal.handoff.not-current': 'A kartonról közben döntöttek, vagy újra elküldték. Nyisd meg újra.',
  'refusal.handoff.too-late-to-undo': 'Ezt már késő visszavonni. A felelős értesült róla.',
  'refusal.handoff.answered-already': 'A felelős már elkezdett válaszolni erre a visszaküldésre.',
  'refusal.question.exists': 'Ezt a kérdést már feltették.',
  'refusal.question.not-found': 'Ez a kérdés már nincs itt.',
  'refusal.question.answered-already': 'Erre a kérdésre már válaszoltak.',
  'refusal.agreement.needs-signal':
    'Ehhez kapcsolat kell: két embernek ugyanazt a számlát kell látnia. Próbáld újra, ha van hálózat.',
  'refusal.agreement.not-found': 'Ez a szerződés már nincs itt. Nyisd meg újra a listát.',
  'refusal.agreement.ended': 'Ez a szerződés megszűnt. Előbb nyisd meg újra, utána változtass a számláján.',
  'refusal.agreement.fixed':
    'Ehhez a szerződéshez már jóváhagytak számlát: a faktor, a jog és a pénznem marad. Vegyél fel új szerződést.',
  'refusal.factor.not-found': 'Ez a faktor már nincs itt. Válassz másikat.',
  'refusal.payee-account.not-found': 'Ez a számla nem ehhez a szerződéshez tartozik. Nyisd meg újra a szerződést.',
  'refusal.payee-account.number-wrong': 'A számla egyik száma nem stimmel. Vesd össze a bank levelével.',
  'refusal.payee-account.decided': 'Erről a számláról valaki már döntött. Nézd meg újra.',
  'refusal.payee-account.own-proposal': 'Ezt a számlát te javasoltad, ezért másnak kell döntenie róla.',
  'refusal.payee-account.changed': 'A szerződés számlái megváltoztak, mióta megnézted. Vesd össze őket újra.',
  'refusal.limit.exists': 'Ennek a vevőnek már van limitje ebben a szerződésben. Azt módosítsd.',
  'refusal.limit.incomplete':
    'A megadott limit nullánál nagyobb, és van napja; az elutasított nulla, és annak is van napja.',
  'refusal.notice.not-found': 'Ez az értesítés már nincs itt, vagy már nem a tiéd. Kérdezd a koordinátort.',
  'refusal.notice.exists': 'Ez az értesítés már elkészült. Semmi sem változott.',
  'refusal.notice.no-agreement': 'Ehhez az értesítéshez már nincs faktoring-szerződés. Kérdezd a koordinátort.',
  'refusal.notice.agreement-ended': 'A faktoring-szerződés véget ért. Kérdezd meg a koordinátort, melyik az érvényes.',
  'refusal.notice.text-differs': 'A szöveg nem ehhez az értesítéshez tartozik. Készítsd el újra a kartonból.',
  'refusal.notice.account-differs':
    'Az értesítésen szereplő számla nem jóváhagyott számla. Készítsd el újra; a számla a szerződésből jön.',
  'refusal.notice.received-already':
    'A kötelezett már megkapta ezt az értesítést. Csak a faktor oldhatja fel, írásban.',
  'refusal.notice.withdrawn': 'Ezt az értesítést visszavonták. Készíts újat.',
  'refusal.notice.in-the-future': 'Ez a jövőben van. Add meg a napot, amikor megtörtént.',
  'refusal.notice.factor-releases': 'Feloldást csak a koordinátor rögzíthet, a faktor levele alapján.',
  'refusal.ceremony.kept': 'Ez az aláírás már a kiszolgálón van. Semmi sem veszett el.',
  'refusal.ceremony.differs':
    'A kiszolgálón más feljegyzés van erről az aláírásról. Mindkettő megmarad; az iroda megnézi.',
  'refusal.ceremony.not-found': 'Ez az aláírás nincs meg, vagy nem tartozik rád.',
  'refusal.ceremony.not-waiting': 'Ez az aláírás már nem vár döntésre.',
  'refusal.ceremony.own-witness': 'Ennél az aláírásnál te voltál a tanú. Másnak kell döntenie róla.',
  'refusal.ceremony.unreadable':
    'A felvétel nem olvasható, ezért nem pecsételhető le. Tedd félre, és mutasd be újra az értesítést.',
  'refusal.ceremony.of-another':
    'Ez másik értesítéshez vagy másik szöveghez készült, ezért ehhez nem pecsételhető le. Tedd félre.',
  'refusal.call-back.number-not-on-file':
    'Ez a szám nem volt a kartonon az értesítés előtt. Olyat hívj, amelyik ott volt.',
  'refusal.call-back.by-somebody-else': 'Aki az értesítést készítette, nem igazolhatja. Hívja fel egy kolléga.',
  'refusal.call-back.too-many':
    'Már harminc hívás van feljegyezve. Vond vissza ezt az értesítést, és beszélj a koordinátorral.',
  'refusal.notice.gate': 'Ez az értesítés még nincs kész: a listája mutatja, mi hiányzik.',
  'refusal.notice.rules': 'Ez a szöveg még nem lehet értesítés. Készítsd el újra, és rendezd, amit az űrlap jelöl.',
  'refusal.notice.replaced': 'Egy másik értesítés lépett a helyébe. Azzal folytasd.',
};
