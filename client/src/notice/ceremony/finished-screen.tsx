import { ceremonies, type Ceremony, type CeremonyStage } from '@cession/shared/notice/ceremony.ts';
import type { CeremonyId, Notice } from '@cession/shared/notice/notice.ts';
import type { PaperLanguage } from '@cession/shared/notice/paper-document.ts';
import { Check } from 'lucide-react';
import { useState } from 'react';
import { useRow } from '../../sync/live.ts';
import { useText } from '../../text/use-text.ts';
import { BottomBar } from '../../ui/bottom-bar.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { QrCode } from './qr-code.tsx';
import { sharePaper } from './share-paper.ts';
import { verifyAddress, writtenAddress } from './thanks-page.tsx';

interface FinishedScreenProps {
  notice: Notice;
  ceremonyId: CeremonyId;
  /** What the debtor took home; null: nothing. */
  head: string | null;
  language: PaperLanguage;
  /** The outbox has not taken it. */
  notSent: boolean;
  onSend: () => void;
}

/** How far the record has come, as the rows say and not a step further. */
export function FinishedScreen({ notice, ceremonyId, head, language, notSent, onSend }: FinishedScreenProps) {
  const { t } = useText();
  const ceremony = useRow(ceremonies, ceremonyId);
  const [letters, setLetters] = useState<string | null>(null);
  const isInReview = ceremony !== null && IN_REVIEW.has(ceremony.stage);
  return (
    <Page
      title={t('ceremony.finished.title')}
      back={`/notices/${notice.id}`}
      bottom={
        <BottomBar>
          <ButtonLink look="primary" wide href={`/notices/${notice.id}`}>
            {t('ceremony.toNotice')}
          </ButtonLink>
        </BottomBar>
      }
    >
      {notSent && (
        <Note
          live
          tone="wait"
          title={t('ceremony.finished.notSent')}
          actions={
            <Button look="plain" onPress={onSend}>
              {t('ceremony.finished.tryAgain')}
            </Button>
          }
        />
      )}
      {isInReview && <Note tone="wait">{t('ceremony.finished.review')}</Note>}
      <WayOfRecord ceremony={ceremony} />
      {stepsDone(ceremony) < 2 && <p className="text-ink-2">{t('ceremony.finished.waits')}</p>}
      {head !== null && (
        <section className="grid justify-items-start gap-2">
          <h2 className="text-1 font-semibold text-ink-3">{t('ceremony.finished.code')}</h2>
          <QrCode text={verifyAddress(head)} alt={t('ceremony.finished.codeAlt')} />
          <p className="font-mono text-2 break-all">{writtenAddress(head)}</p>
        </section>
      )}
      <div>
        <Button onPress={() => void sharePaper(notice, language).then(setLetters, reportError)}>
          {t('ceremony.finished.file')}
        </Button>
        {letters !== null && <p role="alert">{t('ceremony.check.letters', { letters })}</p>}
      </div>
    </Page>
  );
}

const STEPS = ['onDevice', 'received', 'verified', 'sealed'] as const;
const IN_REVIEW = new Set<CeremonyStage>(['review', 'quarantined', 'set-aside']);

/** A line of four: what is behind the record and what is still before it. */
function WayOfRecord({ ceremony }: { ceremony: Ceremony | null }) {
  const { t } = useText();
  const done = stepsDone(ceremony);
  return (
    <section aria-label={t('ceremony.finished.way')}>
      <ol className="grid gap-0">
        {STEPS.map((step, at) => (
          <li key={step} className="flex min-h-target items-center gap-3">
            <span
              aria-hidden
              className={`grid size-7 place-items-center rounded-full border-2 ${at < done ? 'border-proven bg-proven-soft text-proven' : 'border-line text-ink-3'}`}
            >
              {at < done && <Check size={16} />}
            </span>
            <span className={at < done ? 'font-semibold' : 'text-ink-2'}>{t(`ceremony.finished.${step}`)}</span>
            <VisuallyHidden>
              {t(at < done ? 'ceremony.finished.stepDone' : 'ceremony.finished.stepOpen')}
            </VisuallyHidden>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A record without a server's receipt time is on this device and nowhere else for sure. */
function stepsDone(ceremony: Ceremony | null): number {
  if (ceremony === null || ceremony.receivedAt === null) return 1;
  if (ceremony.stage === 'sealed' || ceremony.stage === 'stamped') return 4;
  return ceremony.stage === 'verified' ? 3 : 2;
}
