import type { Translation } from '../areas.ts';
import type { enRefusal } from '../en/refusal.ts';

export const ruRefusal: Translation<typeof enRefusal> = {
  'refusal.permission.denied': 'Ваша роль этого не включает. Если должна, обратитесь к администратору.',
  'refusal.mutation.malformed': 'Сервер не смог прочитать эту запись. Сохраните её в файл и покажите администратору.',
  'refusal.mutation.too-large':
    'Эта запись слишком велика для отправки. Сократите самый длинный текст и сохраните снова.',
  'refusal.mutation.unsupported': 'Это записано слишком старой версией приложения. Откройте запись и сохраните снова.',
  'refusal.mutation.waits': 'Ждёт более раннюю запись, с которой разбирается офис.',
  'refusal.mutation.newer-than-server':
    'Приложение новее сервера. Запись сохранена и уйдёт дальше, как только сервер обновят.',
  'refusal.mutation.mismatch': 'Две разные записи выдают себя за эту. Офис разбирается; ничего не потеряно.',
  'refusal.mutation.failed': 'Сервер споткнулся на этой записи. Офис разбирается; ничего не потеряно.',
  'refusal.card.duplicate':
    'В компании уже есть {name}, ответственный — {ownerName}. Возьмите ту карточку или напишите, почему это два разных клиента.',
  'refusal.conflict.open':
    'Два человека изменили одно и то же поле. Решите, какое значение верно, и отправьте ещё раз.',
  'refusal.card.exists': 'Эта карточка уже создана. Ничего не изменилось.',
  'refusal.card.not-found':
    'Этой карточки здесь больше нет, или она уже не ваша. Попросите ответственного открыть вам доступ.',
  'refusal.card.with-accounting':
    'Карточка сейчас в бухгалтерии. Изменить её можно, когда она вернётся или будет принята.',
  'refusal.card.known-to-accounting': 'Бухгалтерия уже видела эту карточку, поэтому удалить её нельзя.',
  'refusal.card.same': 'Это та же самая карточка. Выберите другую.',
  'refusal.person.not-found': 'У этого коллеги нет действующей учётной записи. Выберите другого.',
  'refusal.card.owned-already': 'Этот коллега уже отвечает за карточку.',
  'refusal.card.not-offered': 'Эту карточку вам больше не передают.',
  'refusal.conflict.not-found': 'Это решение больше не требуется. Посмотрите карточку ещё раз.',
  'refusal.conflict.resolved-already': 'Кто-то уже принял решение. Посмотрите карточку ещё раз.',
  'refusal.conflict.value-does-not-fit': 'Это значение не подходит к полю. Исправьте его и решите снова.',
  'refusal.handoff.exists': 'Эта карточка уже отправлена. Дважды ничего не ушло.',
  'refusal.card.accepted-already': 'Бухгалтерия приняла карточку. Отправлять больше нечего.',
  'refusal.card.incomplete':
    '{count, plural, one {Не хватает ещё # пункта.} few {Не хватает ещё # пунктов.} many {Не хватает ещё # пунктов.} other {Не хватает ещё # пункта.}} Дополните и отправьте карточку снова.',
  'refusal.queue.needs-signal': 'Для этого нужна связь. Повторите, когда будет сеть.',
  'refusal.queue.not-waiting': 'Этой записи больше нет в очереди.',
  'refusal.queue.held': 'Эту запись взял коллега. Возьмите следующую.',
  'refusal.queue.not-yours': 'Эта запись больше не за вами. Возьмите её снова.',
  'refusal.queue.snooze-in-the-past': 'Это время прошло. Выберите более позднее.',
  'refusal.handoff.not-found': 'Этой передачи здесь больше нет.',
  'refusal.handoff.not-current': 'Карточку тем временем рассмотрели или отправили снова. Откройте её ещё раз.',
  'refusal.handoff.too-late-to-undo': 'Отменить уже поздно. Ответственный получил сообщение.',
  'refusal.handoff.answered-already': 'Ответственный уже начал отвечать на этот возврат.',
  'refusal.question.exists': 'Этот вопрос уже задан.',
  'refusal.question.not-found': 'Этого вопроса здесь больше нет.',
  'refusal.question.answered-already': 'На этот вопрос уже ответили.',
};
