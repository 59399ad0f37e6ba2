import type { Card } from '@cession/shared/card/card.ts';
import type { Agreement, PayeeAccount } from '@cession/shared/notice/agreement.ts';
import { expect, test } from 'vitest';
import { openAgreements } from './notice-form.ts';

// Only what the order looks at.
const card = { jurisdiction: 'HU' } as Card;
const agreement = (number: string, jurisdiction: string, accountId: string | null, status = 'open') =>
  ({ id: number, number, jurisdiction, accountId, status }) as Agreement;
const released = (id: string, agreementId: string) => ({ id, agreementId, status: 'released' }) as PayeeAccount;

test('a notice is offered first on the card’s own law, and there on what can already say where to pay', () => {
  const agreements = [
    agreement('EU-1', 'EU', 'a1'),
    agreement('HU-0', 'HU', null, 'ended'),
    agreement('HU-1', 'HU', null),
    agreement('HU-2', 'HU', 'a2'),
    agreement('US-1', 'US', null),
  ];
  const accounts = [released('a1', 'EU-1'), released('a2', 'HU-2')];
  // The order does not look at the rest of the world.
  const world = { agreements, accounts } as unknown as Parameters<typeof openAgreements>[1];
  expect(openAgreements(card, world).map(({ number }) => number)).toEqual(['HU-2', 'HU-1', 'EU-1', 'US-1']);
});
