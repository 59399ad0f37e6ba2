import type { Instant } from '@cession/shared/kernel/instant.ts';
import { msToInstant } from '@cession/shared/kernel/instant.ts';
import type { InputOfProcedure } from '@cession/shared/kernel/procedure.ts';
import { err, ok, type Result } from '@cession/shared/kernel/result.ts';
import { ceremonies, type Ceremony } from '@cession/shared/notice/ceremony.ts';
import type { revokeDevice as Procedure } from '@cession/shared/notice/device-procedures.ts';
import { notices } from '@cession/shared/notice/notice.ts';
import { SERVER_REMARKS } from '@cession/shared/notice/server-remarks.ts';
import type { Actor, UserId } from '@cession/shared/people/actor.ts';
import type { Change } from '@cession/shared/sync/table.ts';
import { and, eq, gte, inArray } from 'drizzle-orm';
import type { RowWork } from '../sync/change-rows.ts';
import type { ServerSpine } from '../sync/spine.ts';
import { findDevice, isDevice, type DeviceParts, type DeviceRefusal } from './devices.ts';
import { ceremonyTable, deviceTable } from './notice-tables.ts';

type Input = InputOfProcedure<typeof Procedure>;

/**
 * Takes trust away for good. What is not sealed yet and was signed since the key may have been in other hands waits for
 * a person; what is sealed keeps its seal and says so.
 */
export async function revokeDevice(
  parts: Pick<DeviceParts, 'env'> & { readonly spine: Pick<ServerSpine, 'changeRows'> },
  actor: Actor,
  input: Input,
): Promise<Result<{ revokedAt: Instant }, DeviceRefusal>> {
  const now = msToInstant(parts.env.now());
  let refusal: DeviceRefusal | null = null;
  await parts.spine.changeRows(actor.companyId, async (work) => {
    const device = await findDevice(work.tx, actor.companyId, input.deviceKey);
    refusal = device === null ? 'device.unknown' : device.revokedAt === null ? null : 'device.revoked';
    if (refusal !== null) return [];
    const { because, compromisedSince } = input;
    const revokedBy = actor.userId as UserId; // the session's user
    await work.tx
      .update(deviceTable)
      .set({ revokedAt: now, revokedBy, because, compromisedSince })
      .where(isDevice(actor.companyId, input.deviceKey));
    return compromisedSince === null ? [] : doubted(work, actor.companyId, input.deviceKey, compromisedSince);
  });
  return refusal === null ? ok({ revokedAt: now }) : err(refusal);
}

async function doubted(
  { tx, load }: RowWork,
  companyId: string,
  deviceKey: string,
  since: Instant,
): Promise<readonly Change[]> {
  const rows = await tx
    .select({ id: ceremonyTable.id })
    .from(ceremonyTable)
    .where(
      and(
        eq(ceremonyTable.companyId, companyId),
        eq(ceremonyTable.deviceKey, deviceKey),
        gte(ceremonyTable.closedAt, since),
        inArray(ceremonyTable.stage, ['received', 'verified', 'sealed', 'stamped']),
      ),
    )
    .orderBy(ceremonyTable.id);
  const changes: Change[] = [];
  for (const { id } of rows) {
    const ceremony = await load(ceremonies.ref(id));
    if (ceremony === null) continue;
    changes.push(ceremonies.put(doubt(ceremony)));
    const notice = await load(notices.ref(ceremony.noticeId));
    if (ceremony.seal === null && notice?.ceremonyId === id && notice.status === 'closed')
      changes.push(notices.put({ ...notice, status: 'review' }));
  }
  return changes;
}

function doubt(ceremony: Ceremony): Ceremony {
  const remarks = [...new Set([...ceremony.remarks, SERVER_REMARKS.compromised])];
  return { ...ceremony, remarks, stage: ceremony.seal === null ? 'quarantined' : ceremony.stage };
}
