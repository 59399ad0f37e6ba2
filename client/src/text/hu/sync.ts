import type { Translation } from '../areas.ts';
import type { enSync } from '../en/sync.ts';

export const huSync: Translation<typeof enSync> = {
  'sync.pill.waiting': '{count, plural, one {# küldésre vár} other {# küldésre vár}}',
  'sync.pill.sending': 'Küldés…',
  'sync.pill.needsYou': '{count, plural, one {# rád vár} other {# rád vár}}',
  'sync.pill.signIn': '{count, plural, =0 {Jelentkezz be} one {Jelentkezz be: # vár} other {Jelentkezz be: # vár}}',
  'sync.pill.closed': 'Lezárt fiók',
  'sync.pill.update': 'Frissíts a küldéshez',
  'sync.pill.fetching': 'Letöltés…',
  'sync.pill.fetched': '{done} / {total}',
  'sync.pill.offline': 'Nincs kapcsolat',
  'sync.pill.outbox': 'Kimenő tételek:',

  'sync.news.offline': 'Nincs kapcsolat. Dolgozz nyugodtan: minden megmarad a telefonon, és később elmegy.',
  'sync.news.sent': 'Minden elment.',
  'sync.news.needsYou': 'Valami, amit elküldtél, rád vár. A teendőid között találod.',

  'sync.note.signIn':
    '{count, plural, =0 {Jelentkezz be újra} one {Jelentkezz be, és elmegy egy tétel} other {Jelentkezz be, és elmegy # tétel}}',
  'sync.note.signInBody': 'Lejárt a bejelentkezésed. Semmi sem veszett el, és tovább dolgozhatsz.',
  'sync.note.closed': 'Ez a fiók le van zárva',
  'sync.note.closedBody':
    'Amit csináltál, ezen a telefonon marad. Mentsd ki a kimenő tételek közül, és szólj az adminisztrátornak.',
  'sync.note.update': 'Ez a verzió túl régi a küldéshez',
  'sync.note.updateBody': 'A munkád itt marad. Frissítsd az alkalmazást, és elmegy.',
  'sync.note.lost': 'A telefon tárhelye nem válaszol',
  'sync.note.lostBody': 'Töltsd újra az alkalmazást. Amit elmentettél, megvan.',

  'sync.stuck.title': 'Az adataid nem nyílnak meg',
  'sync.stuck.body':
    'Semmi sem törlődött. Indítsd újra a telefont, és próbáld újra. Ha nem segít, mentsd ki fájlba, és add az adminisztrátornak.',
  'sync.stuck.export': 'El nem küldött munkám mentése fájlba',

  'sync.state.saved': 'mentve a telefonon: {time}',
  'sync.state.waiting': 'küldésre vár',
  'sync.state.sending': 'küldés…',
  'sync.state.sent': 'elküldve: {time}',
  'sync.state.needsYou': 'rád vár',
  'sync.state.conflict': 'két érték: te döntesz',
  'sync.state.inReview': 'az iroda vizsgálja',

  'sync.notSaved.full': 'Megtelt a telefon, ezért semmi sem mentődött el. Szabadíts fel helyet, és próbáld újra.',
  'sync.notSaved.storage': 'A telefon nem tudta elmenteni. Amit beírtál, még a képernyőn van: próbáld újra.',
  'sync.notSaved.tooLarge': 'Ez túl sok egy mentéshez. Rövidítsd le, és próbáld újra.',
  'sync.notSaved.badArgs': 'Így nem menthető. Nézd át, amit beírtál.',
  'sync.notSaved.decided': 'Ez időközben eldőlt. Menj vissza, és nézd meg újra.',
};
