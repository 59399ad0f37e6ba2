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

  'outbox.title': 'Исходящие',
  'outbox.empty': 'Всё отправлено',
  'outbox.contact': 'Последняя связь с сервером: {time}',
  'outbox.noContact': 'Связи с сервером ещё не было',
  'outbox.sendNow': 'Отправить сейчас',
  'outbox.noAnswer': 'Сервер не отвечает. Телефон сам попробует ещё раз.',
  'outbox.nextSoon': 'Следующая попытка в течение минуты',
  'outbox.nextIn':
    '{minutes, plural, one {Следующая попытка через # минуту} few {Следующая попытка через # минуты} many {Следующая попытка через # минут} other {Следующая попытка через # минуты}}',
  'outbox.stuck': 'Что-то ждёт больше 15 минут, хотя сервер отвечает. Сохраните в файл и сообщите администратору.',
  'outbox.needsYou': 'Ждёт вас',
  'outbox.waiting': 'Ждёт отправки',
  'outbox.inReview': 'На разборе в офисе',
  'outbox.inReviewHint': 'Это уже в офисе, там разбираются. Остальное этого не ждёт.',
  'outbox.export': 'Сохранить всё в файл',
  'outbox.exported': 'Сохранено: {file}',
  'outbox.retry': 'Попробовать снова',
  'outbox.fix': 'Исправить и отправить',
  'outbox.discard': 'Удалить',
  'outbox.discarded': 'Удалено: {what}',
  'outbox.notDiscarded': 'Это, возможно, уже на сервере. Завершить может только ответ сервера.',
  'outbox.safety': 'Хранилище телефона',

  'outbox.did.card.create': 'Новая карточка: {name}',
  'outbox.did.card.edit': 'Изменения: {name}',
  'outbox.did.card.discard': 'Черновик выброшен: {name}',
  'outbox.did.card.keep-both': 'Оставлен как отдельный клиент: {name}',
  'outbox.did.card.use-existing': 'Объединено с карточкой компании: {name}',
  'outbox.did.card.resolve-conflict': 'Решение: {name}',
  'outbox.did.card.share': 'Общий доступ: {name}',
  'outbox.did.card.hand-over': 'В бухгалтерию: {name}',
  'outbox.did.card.offer-ownership': 'Предложено коллеге: {name}',
  'outbox.did.card.accept-ownership': 'Принято вами: {name}',
  'outbox.did.card.decline-ownership': 'Отказ принять: {name}',
  'outbox.did.question.answer': 'Ответ: {name}',
  'outbox.did.other': 'Изменение: {name}',
  'outbox.unnamed': 'карточка без названия',

  'outbox.size':
    '{size} · {tries, plural, =0 {попыток ещё не было} one {# попытка} few {# попытки} many {# попыток} other {# попытки}}',
  'outbox.at.pending': 'сохранено {time}',
  'outbox.at.sent': 'ответа ещё нет',
  'outbox.at.received': 'в безопасности на сервере, проверяется',
  'outbox.at.held': 'в безопасности на сервере, ждёт предыдущего',
  'outbox.fault.unreachable': 'сервер не ответил',
  'outbox.fault.busy': 'сервер был занят',
  'outbox.fault.sign-in': 'нужно войти',
  'outbox.fault.forbidden': 'учётная запись закрыта',
  'outbox.fault.forked': 'телефон получил на сервере новое имя',
  'outbox.fault.too-large': 'слишком велико для одной отправки',
  'outbox.fault.upgrade': 'нужна более новая версия приложения',
  'outbox.fault.refused': 'сервер это не принял',
  'outbox.maybe': 'Сервер может это отклонить. {reason}',
  'outbox.parked.too-large': 'Это больше, чем принимает сервер. Сохраните в файл и покажите администратору.',
  'outbox.parked.unreadable':
    'Сервер не смог это прочитать. Попробуйте снова; если не поможет, сохраните в файл для администратора.',
  'outbox.rejected': 'Сервер отказал. Откройте карточку и сохраните её снова.',
};
