import { listAgreements, type AgreementsView } from '@cession/shared/notice/agreement-procedures.ts';
import { useParams } from 'wouter';
import { AskView } from '../../../people/desk/ask-view.tsx';
import { useAsk } from '../../../people/desk/use-ask.ts';
import { useText } from '../../../text/use-text.ts';
import { ButtonLink } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { SplitPanes } from '../../../ui/split-panes.tsx';
import { AgreementList } from './agreement-list.tsx';
import { AgreementPane } from './agreement-pane.tsx';
import { SupplierPane } from './supplier-pane.tsx';

/** The address of the company's own page among those of its agreements. */
const SUPPLIER = 'supplier';

/** Factors, agreements and their accounts; beside the list the one that is open. */
export function AgreementsScreen() {
  const { t } = useText();
  const { id } = useParams<{ id?: string }>();
  const answer = useAsk(listAgreements, {});
  return (
    <main id="content" tabIndex={-1} className="flex min-w-0 flex-1 flex-col">
      <title>{`${t('agreement.title')} – Cession`}</title>
      <SplitPanes
        list={
          <AskView inPane answer={answer}>
            {(view) => <AgreementList view={view} openId={id ?? null} />}
          </AskView>
        }
        detail={
          id === undefined ? null : (
            <AskView inPane answer={answer}>
              {(view) => <Opened key={id} id={id} view={view} />}
            </AskView>
          )
        }
        nothingOpen={<p className="max-w-sm text-center">{t('agreement.nothingOpen')}</p>}
      />
    </main>
  );
}

function Opened({ id, view }: { id: string; view: AgreementsView }) {
  const { t } = useText();
  if (id === SUPPLIER) return <SupplierPane view={view} />;
  const agreement = view.agreements.find((each) => each.id === id);
  if (agreement !== undefined) return <AgreementPane agreement={agreement} view={view} />;
  return (
    <div className="p-4">
      <EmptyState
        title={t('agreement.gone')}
        action={<ButtonLink href="/desk/agreements">{t('agreement.back')}</ButtonLink>}
      >
        {t('agreement.goneBody')}
      </EmptyState>
    </div>
  );
}
