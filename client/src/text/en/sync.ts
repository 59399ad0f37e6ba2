export const enSync = {
  'sync.pill.waiting': '{count, plural, one {# waiting to send} other {# waiting to send}}',
  'sync.pill.sending': 'Sending…',
  'sync.pill.needsYou': '{count, plural, one {# needs you} other {# need you}}',
  'sync.pill.signIn': '{count, plural, =0 {Sign in again} one {Sign in to send #} other {Sign in to send #}}',
  'sync.pill.closed': 'Account closed',
  'sync.pill.update': 'Update to send',
  'sync.pill.fetching': 'Fetching…',
  'sync.pill.fetched': '{done} of {total}',
  'sync.pill.offline': 'No connection',
  'sync.pill.outbox': 'Outbox:',

  'sync.news.offline': 'No connection. Keep working: everything is saved on this phone and sent later.',
  'sync.news.sent': 'Everything is sent.',
  'sync.news.needsYou': 'Something you sent needs you. It is in your tasks.',

  'sync.note.signIn':
    '{count, plural, =0 {Sign in again} one {Sign in to send one item} other {Sign in to send # items}}',
  'sync.note.signInBody': 'Your sign-in has run out. Nothing is lost, and you can keep working.',
  'sync.note.closed': 'This account is closed',
  'sync.note.closedBody': 'What you did stays on this phone. Export it from the outbox and ask your admin.',
  'sync.note.update': 'This version is too old to send',
  'sync.note.updateBody': 'Your work stays here. Update the app, and it goes out.',
  'sync.note.lost': 'The storage of this phone does not answer',
  'sync.note.lostBody': 'Reload the app. What was saved is still here.',

  'sync.stuck.title': 'Your data does not open',
  'sync.stuck.body':
    'Nothing was deleted. Restart the phone and try again. If that does not help, save the file and give it to your admin.',
  'sync.stuck.export': 'Save my unsent work as a file',

  'sync.state.saved': 'saved on this phone {time}',
  'sync.state.waiting': 'waiting to send',
  'sync.state.sending': 'sending…',
  'sync.state.sent': 'sent {time}',
  'sync.state.needsYou': 'needs you',
  'sync.state.conflict': 'two values: you decide',
  'sync.state.inReview': 'the office is looking into it',

  'sync.notSaved.full': 'This phone is out of space, so nothing was saved. Free some space and try again.',
  'sync.notSaved.storage': 'This phone could not save it. What you typed is still on screen: try again.',
  'sync.notSaved.tooLarge': 'This is too much for one save. Shorten it and try again.',
  'sync.notSaved.badArgs': 'This cannot be saved as it is. Check what you typed.',
  'sync.notSaved.decided': 'This was decided meanwhile. Go back and look again.',
} as const;
