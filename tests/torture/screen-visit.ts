import { createCard } from '../e2e/support/card-steps.ts';
import * as numbers from '../support/sample-numbers.ts';
import type { World } from './world.ts';

/** A person does it by hand, on the app's own screens: a new card. Saved is what the screen says is saved. */
export async function visitScreens(world: World): Promise<void> {
  const phone = world.dice.pick(world.phones);
  const name = `Kézműves ${world.dice.below(2 ** 31)}-${Date.now()} Kft.`;
  const number = numbers.hungarianTaxNumber(String(1_000_000 + world.dice.below(8_999_999)), '2', '41');
  try {
    const tab = await phone.newTab();
    if (tab === undefined) return;
    tab.setDefaultTimeout(20_000);
    await tab.goto(new URL('/', world.front.url).href);
    const path = await createCard(tab, 'Hungary', { name, number });
    const cardId = path.slice('/cards/'.length);
    world.saved.append(phone.number, [['screen', null, cardId, 'legalName', name]]);
    await tab.close();
  } catch {
    // The phone died under the person's hands, or there was no app to open yet: nothing was said to be saved.
  }
}
