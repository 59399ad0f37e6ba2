/** Why a rule said no, and what to do next. */
export const enRefusal = {
  'refusal.permission.denied': 'Your role does not include this. Ask your admin if it should.',
  'refusal.mutation.malformed': 'The server could not read this entry. Export it and show it to your admin.',
  'refusal.mutation.too-large': 'This entry is too large to send. Shorten the longest text and save it again.',
  'refusal.mutation.unsupported':
    'This was written by a version of the app that is too old. Open it and save it again.',
  'refusal.mutation.waits': 'This waits for an earlier entry that the office is looking into.',
  'refusal.mutation.newer-than-server':
    'This app is newer than the server. It is kept and goes on as soon as the server is updated.',
  'refusal.mutation.mismatch':
    'Two different entries claim to be this one. The office looks into it; nothing was lost.',
  'refusal.mutation.failed': 'The server stumbled over this entry. The office looks into it; nothing was lost.',
  'refusal.card.duplicate':
    'The company already has {name}, owned by {ownerName}. Use that card, or say why these are two customers.',
  'refusal.conflict.open': 'Two people changed the same field. Decide which value holds, then send it again.',
  'refusal.card.exists': 'This card was created before. Nothing was changed.',
  'refusal.card.not-found':
    'This card is not here any more, or it is no longer yours. Ask its owner to share it with you.',
  'refusal.card.with-accounting': 'Accounting has this card now. It can be changed when it comes back or is accepted.',
  'refusal.card.known-to-accounting': 'Accounting has seen this card, so it cannot be thrown away.',
  'refusal.card.too-full': 'This card holds more than any card needs. Remove contacts or accounts that are not used.',
  'refusal.card.same': 'This is the same card. Choose another one.',
  'refusal.person.not-found': 'This colleague has no open account. Choose somebody else.',
  'refusal.card.owned-already': 'This colleague owns the card already.',
  'refusal.card.not-offered': 'This card is not offered to you any more.',
  'refusal.conflict.not-found': 'This decision is not open any more. Look at the card again.',
  'refusal.conflict.resolved-already': 'Somebody has decided this already. Look at the card again.',
  'refusal.conflict.value-does-not-fit': 'This value does not fit the field. Change it and decide again.',
  'refusal.handoff.exists': 'This card was sent before. Nothing was sent twice.',
  'refusal.card.accepted-already': 'Accounting has accepted this card. There is nothing left to send.',
  'refusal.card.incomplete':
    '{count, plural, one {One thing is still missing.} other {# things are still missing.}} Add them and send the card again.',
  'refusal.queue.needs-signal': 'This needs a connection. Try again when you are online.',
  'refusal.queue.not-waiting': 'This item is not in the queue any more.',
  'refusal.queue.held': 'A colleague holds this item. Take the next one.',
  'refusal.queue.not-yours': 'You do not hold this item any more. Claim it again.',
  'refusal.queue.snooze-in-the-past': 'This time has passed. Choose a later one.',
  'refusal.handoff.not-found': 'This hand-over is not here any more.',
  'refusal.handoff.not-current': 'The card was decided or sent again meanwhile. Open it again.',
  'refusal.handoff.too-late-to-undo': 'It is too late to take this back. The owner has been told.',
  'refusal.handoff.answered-already': 'The owner has already begun to answer this return.',
  'refusal.question.exists': 'This question was asked before.',
  'refusal.question.not-found': 'This question is not here any more.',
  'refusal.question.answered-already': 'This question has been answered already.',
} as const;
