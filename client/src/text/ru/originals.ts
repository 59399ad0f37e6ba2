import type { Translation } from '../areas.ts';
import type { enOriginals } from '../en/originals.ts';

export const ruOriginals: Translation<typeof enOriginals> = {
  'originals.title': 'Оригиналы',
  'originals.show': 'Показать',
  'originals.show.outstanding': 'Ожидаются',
  'originals.show.promised': 'Обещаны',
  'originals.show.in-transit': 'В пути',
  'originals.show.received': 'В офисе',
  'originals.show.filed': 'Подшиты',
  'originals.owner': 'Владелец карточки',
  'originals.owner.all': 'Все владельцы',
  'originals.overdue':
    '{count, plural, one {Просрочен # документ} few {Просрочено # документа} many {Просрочено # документов} other {Просрочено # документа}}',
  'originals.empty': 'Здесь напоминать не о чем',
  'originals.emptyBody': 'Здесь стоят бумаги, которые должны прийти в офис; сначала самые просроченные.',
  'originals.document': 'Документ',
  'originals.card': 'Клиент',
  'originals.due': 'Срок',
  'originals.where': 'Где бумага',
  'originals.step': 'Следующий шаг',
  'originals.back': 'Шаг назад',
  'originals.moveTitle': '{name}: {type}',
  'originals.do.move': '{name}, {type}: {state}',
  'originals.placeMissing': 'Напишите, где она, чтобы её нашли и другие.',
  'originals.becauseMissing': 'Напишите в двух словах почему.',
  'originals.noFile': 'только обещан',
  'originals.toWhere': 'Куда бумага возвращается?',
};
