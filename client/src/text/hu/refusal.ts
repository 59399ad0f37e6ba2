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
};
