// Runs before the first paint and long before the app's own code, so it stands alone and asks little of the browser.

// A chosen appearance never flashes the other one.
try {
  const theme = localStorage.getItem('cession.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is forbidden: the device's own appearance stays.
}

// What lies on the phone is read while the code that shows it is on its way: see src/store/read-ahead.ts.
try {
  const profile = JSON.parse(localStorage.getItem('cession.profile'));
  if (profile !== null) globalThis.cessionAhead = readAhead(`cession:${profile.companyId}:${profile.userId}`);
} catch {
  // Nobody is known here: the app finds out by itself.
}

function readAhead(name) {
  const found = new Promise((resolve) => {
    const nothing = () => resolve(null);
    const opening = indexedDB.open(name);
    // There is no such database yet; making one is the app's business.
    opening.addEventListener('upgradeneeded', () => opening.transaction.abort());
    opening.addEventListener('error', nothing);
    opening.addEventListener('success', () => {
      const db = opening.result;
      try {
        const reading = db.transaction(['meta', 'view', 'outbox', 'sent']);
        const asked = askFor((store, part) => reading.objectStore(store).getAll(part));
        reading.addEventListener('complete', () => resolve(asked));
        reading.addEventListener('abort', nothing);
      } catch {
        nothing();
      }
      // Once the reading is done; an open connection would hold up a newer version of the app in another tab.
      db.close();
    });
  });
  return { name, found };
}

/** Everything a first screen may need; not the large table that none shows. */
function askFor(all) {
  return {
    meta: all('meta'),
    outbox: all('outbox'),
    sent: all('sent'),
    view: [all('view', IDBKeyRange.upperBound('card-keys:', true)), all('view', IDBKeyRange.lowerBound('card-keys;'))],
  };
}
