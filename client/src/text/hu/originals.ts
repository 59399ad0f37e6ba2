import type { Translation } from '../areas.ts';
import type { enOriginals } from '../en/originals.ts';

export const huOriginals: Translation<typeof enOriginals> = {
  'originals.title': 'Eredetik',
  'originals.show': 'Melyek látszanak',
  'originals.show.outstanding': 'Várt papírok',
  'originals.show.promised': 'Ígérték',
  'originals.show.in-transit': 'Úton',
  'originals.show.received': 'Az irodában',
  'originals.show.filed': 'Lefűzve',
  'originals.owner': 'A karton gazdája',
  'originals.owner.all': 'Bárki kartonja',
  'originals.overdue': '{count, plural, one {Egy lejárt} other {# lejárt}}',
  'originals.empty': 'Itt nincs mit sürgetni',
  'originals.emptyBody': 'Itt állnak azok a papírok, amelyeknek az irodába kell érkezniük; elöl a legrégebben lejárt.',
  'originals.document': 'Irat',
  'originals.card': 'Ügyfél',
  'originals.due': 'Határidő',
  'originals.where': 'Hol van',
  'originals.step': 'Következő lépés',
  'originals.back': 'Egy lépés vissza',
  'originals.moveTitle': '{name}: {type}',
  'originals.do.move': '{name}, {type}: {state}',
  'originals.placeMissing': 'Írd le, hol van, hogy a következő is megtalálja.',
  'originals.becauseMissing': 'Írd le pár szóban, miért.',
  'originals.noFile': 'csak ígérték',
  'originals.toWhere': 'Hova kerül vissza?',
};
