import type { CardPath } from '@cession/shared/card/card-fields.ts';
import type { Refusal } from '@cession/shared/sync/refusal.ts';
import type { Result } from '@cession/shared/kernel/result.ts';
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useText } from '../text/use-text.ts';
import type { NotSaved } from '../sync/perform.ts';
import { BottomBar } from '../ui/bottom-bar.tsx';
import { Button } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';
import { Page } from '../ui/page.tsx';
import { hideToast, showToast } from '../ui/toast.tsx';
import { CountryChoice } from './country-choice.tsx';
import { DuplicatePanel } from './duplicate-panel.tsx';
import { DraftMark } from './draft-mark.tsx';
import { enterGoesOn } from './enter-goes-on.ts';
import { NewCardField } from './new-card-field.tsx';
import { type NewCard, numberFieldOf } from './new-card-state.ts';
import { notSavedText } from '../people/not-saved-text.ts';
import { NewCardPaste } from './new-card-paste.tsx';
import { useDuplicates } from './use-duplicates.ts';
import { useNewCardForm } from './use-new-card.ts';

export function NewCardForm({ opened }: { opened: NewCard }) {
  const { t } = useText();
  const [, navigate] = useLocation();
  const form = useNewCardForm(opened);
  const { card, rules, values } = form;
  const [problem, setProblem] = useState<string | null>(null);
  const busy = useRef(false);
  const number = numberFieldOf(rules.jurisdiction);
  const duplicates = useDuplicates({ id: card.cardId, jurisdiction: rules.jurisdiction, values, keptApart: card.kept });

  const put = (path: CardPath, typed: string) =>
    form.change({ typed: { ...card.typed, [path]: typed }, pasted: card.pasted.filter((each) => each !== path) });
  const finish = async (work: () => Promise<Result<string, NotSaved<Refusal>>>) => {
    if (busy.current) return;
    busy.current = true;
    const done = await work();
    busy.current = false;
    if (done.ok) {
      // The Undo of a paste is about the form that ends here.
      hideToast();
      navigate(`/cards/${done.value}`, { replace: true });
    } else setProblem(notSavedText(t, done.error));
  };
  const save = () => {
    const first = form.unfit[0];
    if (first !== undefined) document.getElementById(first)?.focus();
    else if (values[number] === undefined && values['legalName'] === undefined) {
      setProblem(t('capture.new.needOne'));
      document.getElementById(number)?.focus();
    } else void finish(form.create);
  };
  const discard = () =>
    void form.discard().then((undo) => {
      navigate('/');
      showToast(t('capture.new.discarded'), undo);
    });
  return (
    <Page
      title={t('capture.new.title')}
      back="/"
      state={<DraftMark draft={form.draft} />}
      bottom={
        <BottomBar>
          <Button look="primary" wide onPress={save}>
            {t('capture.new.save')}
          </Button>
        </BottomBar>
      }
    >
      <div className="contents" onKeyDown={(event) => enterGoesOn(event, save)} role="presentation">
        {problem !== null && <Note live tone="wrong" title={problem} />}
        <CountryChoice country={card.country} onChange={(country) => form.change({ country })} />
        <NewCardField key={number} form={form} path={number} onChange={put} focusFirst />
        <DuplicatePanel
          duplicates={duplicates}
          onUse={(id) => void finish(() => form.join(id))}
          onKeep={(otherId, because) => form.change({ kept: [...card.kept, { otherId, because }] })}
        />
        <NewCardField form={form} path="legalName" onChange={put} />
        <NewCardPaste form={form} />
        {Object.keys(card.typed).length > 0 && (
          <div>
            <Button look="plain" onPress={discard}>
              {t('capture.new.discard')}
            </Button>
          </div>
        )}
      </div>
    </Page>
  );
}
