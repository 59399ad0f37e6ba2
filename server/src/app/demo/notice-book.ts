import type { Card } from '@cession/shared/card/card.ts';
import { itemOf } from '@cession/shared/card/card-path.ts';
import { canonicalJson } from '@cession/shared/kernel/canonical-json.ts';
import { msToInstant } from '@cession/shared/kernel/instant.ts';
import { composeNotice, numbersOnFile, type NoticeChoices } from '@cession/shared/notice/compose-notice.ts';
import type { SignerIdentity } from '@cession/shared/notice/evidence.ts';
import type { CeremonyId, CeremonyOutcome, Notice, NoticeId } from '@cession/shared/notice/notice.ts';
import type { prepareNotice } from '@cession/shared/notice/prepare-notice.ts';
import type { PaperLanguage } from '@cession/shared/notice/paper-document.ts';
import type { CompanyId, UserId } from '@cession/shared/people/actor.ts';
import type { ArgsOf, SyncActor } from '@cession/shared/sync/mutator.ts';
import { playCeremony, type Play, type PlayedDevice } from '../../notice/cli/play-ceremony.ts';
import { sha256Hex } from '../../notice/evidence-crypto.ts';
import type { ServerSigner } from '../../notice/server-key.ts';
import { demoId } from './demo-id.ts';
import type { DemoRows } from './demo-rows.ts';
import type { Scene } from './demo-spine.ts';

const MINUTE_MS = 60 * 1000;

export interface DemoTablet extends PlayedDevice {
  readonly who: SyncActor;
  readonly name: string;
  seq: number;
}

export interface NoticeWish {
  readonly customer: string;
  readonly agreement: string;
  /** Version of the account it instructs to. */
  readonly account: number;
  readonly language: PaperLanguage;
  readonly place: string;
  readonly governingLaw?: string;
  readonly accountBefore?: NoticeChoices['accountBefore'];
}

export interface Visit {
  readonly outcome: CeremonyOutcome;
  readonly startMs: number;
  readonly arrivesMs: number;
  readonly method?: Play['method'];
  /** What the tablet's clock said too much. */
  readonly clockAheadMs?: number;
}

/** What became of one notice, told one scene after another; the visits are recorded as a tablet records them. */
export class NoticeBook {
  readonly scenes: Scene[] = [];
  readonly #company: string;
  readonly #rows: DemoRows;
  readonly #signer: ServerSigner;
  readonly #origin: string;

  constructor(company: string, rows: DemoRows, signer: ServerSigner, origin: string) {
    this.#company = company;
    this.#rows = rows;
    this.#signer = signer;
    this.#origin = origin;
  }

  prepare(who: SyncActor, atMs: number, wish: NoticeWish): Pick<Notice, 'id' | 'data' | 'dataSha256' | 'language'> {
    const id = demoId<'notice'>('notice', this.#company, wish.customer);
    const card = this.#rows.card(wish.customer);
    const composed = composeNotice({
      ...this.#rows.agreement(wish.agreement, wish.account),
      card,
      choices: { ...choicesOf(id, card, atMs, wish), origin: this.#origin },
    });
    if (!composed.ok) throw new Error(`the demo cannot write its notice: ${JSON.stringify(composed.error)}`);
    const data = composed.value;
    const dataSha256 = sha256Hex(canonicalJson(data));
    const agreementId = demoId('agreement', this.#company, wish.agreement);
    const { language } = wish;
    const args = { noticeId: id, cardId: card.id, agreementId, language, data, dataSha256, replaces: null };
    this.add(atMs, who, 'notice.prepare', args);
    return { id, data, dataSha256, language };
  }

  async visit(tablet: DemoTablet, notice: ReturnType<NoticeBook['prepare']>, visit: Visit): Promise<void> {
    const { outcome, startMs, arrivesMs, method = 'drawn', clockAheadMs = 0 } = visit;
    const ceremonyId = demoId<'ceremony'>('ceremony', notice.id, String(startMs)) as CeremonyId;
    const played = await playCeremony({
      ...{ ceremonyId, outcome, method, device: tablet, deviceSeq: tablet.seq },
      ...{ data: notice.data, dataSha256: notice.dataSha256, language: notice.language },
      companyId: this.#company as CompanyId, // made when the company was founded
      beacon: await this.#signer.beacon(msToInstant(startMs - 95 * MINUTE_MS), 'demo'),
      witness: { userId: tablet.who.userId as UserId, name: tablet.name }, // of the cast
      signers: outcome === 'absent' ? [] : [signerOf(this.#rows.cardOf(notice.id, this.scenes))],
      startMs: startMs + clockAheadMs,
    });
    tablet.seq += 1;
    this.add(arrivesMs, tablet.who, 'notice.close-ceremony', { ...played.summary, bundle: played.raw });
  }

  /** Telephone numbers of the card when the notice was prepared. */
  numbersOf(noticeId: string): string[] {
    return numbersOnFile(this.#rows.cardOf(noticeId, this.scenes));
  }

  limitOf(agreement: string, customer: string): string {
    return demoId('debtor-limit', this.#company, agreement, customer);
  }

  partsOf(noticeId: string): { readonly agreementId: string; readonly accountId: string } {
    const prepared = this.scenes.map(({ args }) => args as Prepared).find((args) => args.noticeId === noticeId); // first of its notice
    return { agreementId: prepared?.agreementId ?? '', accountId: prepared?.data.payee?.accountId ?? '' };
  }

  add(atMs: number, who: SyncActor, name: string, args: object): void {
    const id = demoId<'mutation'>('mutation', this.#company, 'notices', String(this.scenes.length));
    this.scenes.push({ id, atMs, offlineForMs: 0, who, name, args, ends: 'applied' });
  }
}

type Prepared = ArgsOf<typeof prepareNotice>;

function choicesOf(
  noticeId: NoticeId,
  { values }: Card,
  atMs: number,
  wish: NoticeWish,
): Omit<NoticeChoices, 'origin'> {
  const day = msToInstant(atMs).slice(0, 10);
  const text = (path: string) => String(values[path] ?? '');
  return {
    ...{ noticeId, sender: 'supplier', proofAttached: false, scope: { kind: 'contract' }, withInstruction: true },
    ...{ issuedOn: day, effectiveOn: day, place: wish.place, governingLaw: wish.governingLaw ?? '' },
    supplyContract: { number: text('contractNumber'), signedOn: text('contractDate') },
    accountBefore: wish.accountBefore ?? null,
    preparedAt: msToInstant(atMs),
  };
}

/** Whoever signs for the customer, as the card has it. */
function signerOf({ values }: Card): SignerIdentity {
  const path = Object.keys(values).find((each) => itemOf(each)?.part === 'signs' && values[each] === true) ?? '';
  const of = (part: string) => String(values[path.replace(/signs$/, part)] ?? '');
  return {
    name: of('name'),
    title: of('position'),
    authority: 'statutory',
    authorityReference: of('authorityReference'),
    identifiedBy: 'known',
  };
}
