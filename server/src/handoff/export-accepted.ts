import type { exportAccepted as Procedure } from '@cession/shared/handoff/desk-procedures.ts';
import type { InputOfProcedure, OutputOfProcedure } from '@cession/shared/kernel/procedure.ts';
import type { Actor } from '@cession/shared/people/actor.ts';
import type { Instant } from '@cession/shared/kernel/instant.ts';
import { csvText } from './csv.ts';
import { look, type DeskParts } from './desk-parts.ts';
import { exportTable } from './export-table.ts';
import { namesIn } from './names-in.ts';
import { readAccepted, type AcceptedCard } from './read-accepted.ts';
import { shownValues } from './reach.ts';

/** More cards than a company clears in years; one file stays openable. */
const EXPORT_LIMIT = 20_000;

/** The cleared cards as one file. Fields a person may not see are in no format of it. */
export function exportAccepted(
  parts: DeskParts,
  actor: Actor,
  input: InputOfProcedure<typeof Procedure>,
): Promise<OutputOfProcedure<typeof Procedure>> {
  return look(parts, actor, async (tx, now) => {
    const cards = await readAccepted(tx, actor, input, { limit: EXPORT_LIMIT, offset: 0 });
    const nameOf = await namesIn(tx, actor.companyId);
    const name = `accepted-cards-${now.slice(0, 10)}`;
    switch (input.format) {
      case 'json':
        return { fileName: `${name}.json`, mime: 'application/json', text: jsonText(cards, actor, now) };
      case 'csv':
        return csvFile(`${name}.csv`, csvText(exportTable(cards, actor, nameOf), 'program'));
      case 'csv-semicolon':
        return csvFile(`${name}-excel.csv`, csvText(exportTable(cards, actor, nameOf), 'spreadsheet'));
    }
  });
}

function csvFile(fileName: string, text: string): OutputOfProcedure<typeof Procedure> {
  return { fileName, mime: 'text/csv; charset=utf-8', text };
}

/**
 * `sha256` is that of the whole snapshot as canonical JSON (RFC 8785). It can be recomputed from `snapshot` only
 * where `withheld` is empty.
 */
function jsonText(cards: readonly AcceptedCard[], actor: Actor, now: Instant): string {
  const told = cards.map(({ handoff, row }) => {
    const { values, hidden } = shownValues(actor, handoff.snapshot.values);
    return { ...row, receivedAt: handoff.receivedAt, snapshot: { ...handoff.snapshot, values }, withheld: hidden };
  });
  return `${JSON.stringify({ format: 'cession-accepted-cards', version: 1, exportedAt: now, cards: told }, null, 2)}\n`;
}
