import type { Profile } from '@cession/shared/people/actor.ts';
import { can, type Action } from '@cession/shared/people/permissions.ts';
import { createContext, use } from 'react';

/** Who sits at the desk. Given once by the desk area. */
export const DeskActor = createContext<Profile | null>(null);

export function useDeskActor(): Profile {
  const actor = use(DeskActor);
  if (actor === null) throw new Error('this screen stands outside of DeskActor');
  return actor;
}

/** Asks the one table of permissions, so that nobody sees a button the server would refuse. */
export function useMay(): (action: Action) => boolean {
  const actor = useDeskActor();
  return (action) => can(actor, action);
}
