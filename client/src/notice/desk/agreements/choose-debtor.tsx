import { searchCustomers } from '@cession/shared/notice/agreement-procedures.ts';
import { useDeferredValue, useState } from 'react';
import { AskView } from '../../../people/desk/ask-view.tsx';
import { useAsk } from '../../../people/desk/use-ask.ts';
import { useText } from '../../../text/use-text.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { PressRow } from '../../../ui/link-row.tsx';
import { RowList } from '../../../ui/row-list.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import type { Debtor } from './use-limit-form.ts';

interface ChooseDebtorProps {
  id: string;
  chosen: Debtor | null;
  error: string | undefined;
  onChoose: (debtor: Debtor | null) => void;
}

/** Finds a customer by name; once chosen, the list makes room. */
export function ChooseDebtor({ id, chosen, error, onChoose }: ChooseDebtorProps) {
  const { t } = useText();
  const [search, setSearch] = useState('');
  const asked = useDeferredValue(search);
  const answer = useAsk(searchCustomers, { search: asked }, chosen === null);
  if (chosen !== null) {
    return (
      <p className="flex flex-wrap items-center gap-x-3">
        <span className="font-semibold">{chosen.name}</span>
        <Button look="plain" onPress={() => onChoose(null)}>
          {t('agreement.limit.otherDebtor')}
        </Button>
      </p>
    );
  }
  return (
    <div className="grid gap-2">
      <Field id={id} label={t('agreement.limit.debtor')} error={error}>
        <TextInput
          type="search"
          value={search}
          onChange={(text) => setSearch(text.slice(0, 120))}
          placeholder={t('agreement.limit.search')}
          autoComplete="off"
          spellCheck={false}
        />
      </Field>
      <AskView answer={answer} rows={3}>
        {(customers) =>
          customers.length === 0 ? (
            <p role="status" className="text-ink-2">
              {t('agreement.limit.noneFound')}
            </p>
          ) : (
            <div className="max-h-64 overflow-y-auto">
              <RowList>
                {customers.map(({ cardId, name, jurisdiction }) => (
                  <PressRow
                    key={cardId}
                    title={name}
                    detail={t(`card.jurisdiction.${jurisdiction}`)}
                    onPress={() => onChoose({ cardId, name })}
                  />
                ))}
              </RowList>
            </div>
          )
        }
      </AskView>
    </div>
  );
}
