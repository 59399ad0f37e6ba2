import type { ReactNode } from 'react';
import type { AskFault } from '../../device/ask-server.ts';
import type { TextId } from '../../text/areas.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { ScreenLoading } from '../../ui/busy.tsx';
import { Note } from '../../ui/note.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { SignInLink } from './sign-in-link.tsx';
import type { Answer } from './use-ask.ts';

interface AskViewProps<T> {
  answer: Answer<T>;
  /** Rows of the skeleton, which is shown only until the very first answer. */
  rows?: number;
  /** A pane has no margins of its own. */
  inPane?: boolean;
  children: (data: T) => ReactNode;
}

/** What was answered; or why there is no answer, in words, with the way on. An old answer stays and says how old it is. */
export function AskView<T>({ answer, rows = 6, inPane = false, children }: AskViewProps<T>) {
  const { data, error } = answer;
  if (error !== null && (data === undefined || error.fault === 'forbidden')) {
    return (
      <div className={inPane ? 'p-4' : undefined}>
        <AskProblem answer={answer} fault={error.fault} />
      </div>
    );
  }
  if (data === undefined) {
    return (
      <div className={inPane ? 'p-4' : undefined}>
        <ScreenLoading />
        <SkeletonRows count={rows} />
      </div>
    );
  }
  return (
    <>
      {error !== null && (
        <div className={inPane ? 'p-4' : undefined}>
          <AskProblem answer={answer} fault={error.fault} asOf={answer.dataUpdatedAt} />
        </div>
      )}
      {children(data)}
    </>
  );
}

const titles: Record<AskFault, TextId> = {
  unreachable: 'ask.unreachable',
  busy: 'ask.busy',
  'signed-out': 'ask.signedOut',
  forbidden: 'ask.forbidden',
  refused: 'ask.refused',
};

function AskProblem<T>({ answer, fault, asOf }: { answer: Answer<T>; fault: AskFault; asOf?: number }) {
  const { t, formatTime } = useText();
  const quiet = fault === 'unreachable' || fault === 'busy' || fault === 'signed-out';
  return (
    <Note
      tone={quiet ? 'wait' : 'wrong'}
      live
      title={t(titles[fault])}
      actions={<WayOn answer={answer} fault={fault} />}
    >
      {asOf !== undefined && <p>{t('ask.asOf', { time: formatTime(asOf) })}</p>}
      {fault === 'forbidden' && <p>{t('ask.forbiddenBody')}</p>}
    </Note>
  );
}

function WayOn<T>({ answer, fault }: { answer: Answer<T>; fault: AskFault }) {
  const { t } = useText();
  if (fault === 'forbidden') return null;
  if (fault === 'signed-out') return <SignInLink />;
  return (
    <Button look="plain" busy={answer.isFetching} onPress={() => void answer.refetch()}>
      {t('action.retry')}
    </Button>
  );
}
