import type { Translation } from '../areas.ts';
import type { enSync } from '../en/sync.ts';

export const ruSync: Translation<typeof enSync> = {
  'sync.pill.waiting':
    '{count, plural, one {# ждёт отправки} few {# ждут отправки} many {# ждут отправки} other {# ждут отправки}}',
  'sync.pill.sending': 'Отправка…',
  'sync.pill.needsYou': '{count, plural, one {# ждёт вас} few {# ждут вас} many {# ждут вас} other {# ждут вас}}',
  'sync.pill.signIn':
    '{count, plural, =0 {Войдите снова} one {Войдите: # ждёт} few {Войдите: # ждут} many {Войдите: # ждут} other {Войдите: # ждут}}',
  'sync.pill.closed': 'Запись закрыта',
  'sync.pill.update': 'Обновите приложение',
  'sync.pill.fetching': 'Загрузка…',
  'sync.pill.fetched': '{done} из {total}',
  'sync.pill.offline': 'Нет связи',
  'sync.pill.outbox': 'Исходящие:',

  'sync.news.offline': 'Нет связи. Работайте спокойно: всё сохраняется на телефоне и уйдёт позже.',
  'sync.news.sent': 'Всё отправлено.',
  'sync.news.needsYou': 'Что-то из отправленного ждёт вас. Оно в ваших задачах.',

  'sync.note.signIn':
    '{count, plural, =0 {Войдите снова} one {Войдите, чтобы отправить # запись} few {Войдите, чтобы отправить # записи} many {Войдите, чтобы отправить # записей} other {Войдите, чтобы отправить # записи}}',
  'sync.note.signInBody': 'Срок входа истёк. Ничего не потеряно, можно продолжать работу.',
  'sync.note.closed': 'Эта учётная запись закрыта',
  'sync.note.closedBody':
    'Ваша работа остаётся на этом телефоне. Сохраните её в файл из «Исходящих» и обратитесь к администратору.',
  'sync.note.update': 'Эта версия слишком старая для отправки',
  'sync.note.updateBody': 'Ваша работа остаётся здесь. Обновите приложение, и она уйдёт.',
  'sync.note.lost': 'Хранилище телефона не отвечает',
  'sync.note.lostBody': 'Перезагрузите приложение. Всё сохранённое на месте.',

  'sync.stuck.title': 'Ваши данные не открываются',
  'sync.stuck.body':
    'Ничего не удалено. Перезапустите телефон и попробуйте снова. Если не поможет, сохраните файл и передайте его администратору.',
  'sync.stuck.export': 'Сохранить неотправленное в файл',

  'sync.state.saved': 'сохранено на телефоне {time}',
  'sync.state.waiting': 'ждёт отправки',
  'sync.state.sending': 'отправляется…',
  'sync.state.sent': 'отправлено {time}',
  'sync.state.needsYou': 'ждёт вас',
  'sync.state.conflict': 'два значения: решать вам',
  'sync.state.inReview': 'офис разбирается',

  'sync.notSaved.full': 'На телефоне нет места, поэтому ничего не сохранено. Освободите место и попробуйте снова.',
  'sync.notSaved.storage': 'Телефон не смог это сохранить. Введённое ещё на экране: попробуйте снова.',
  'sync.notSaved.tooLarge': 'Для одного сохранения это слишком много. Сократите и попробуйте снова.',
  'sync.notSaved.badArgs': 'В таком виде сохранить нельзя. Проверьте, что вы ввели.',
  'sync.notSaved.decided': 'Это уже решено. Вернитесь и посмотрите ещё раз.',
};
