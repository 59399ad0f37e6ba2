import { exportAccepted } from '@cession/shared/handoff/desk-procedures.ts';
import type { InputOfProcedure } from '@cession/shared/kernel/procedure.ts';
import { useState } from 'react';
import { ask, AskFailure } from '../../device/ask-server.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { PressRow } from '../../ui/link-row.tsx';
import { Note } from '../../ui/note.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { showToast } from '../../ui/toast.tsx';
import { saveFile } from './save-file.ts';

type Format = InputOfProcedure<typeof exportAccepted>['format'];
type Wanted = Omit<InputOfProcedure<typeof exportAccepted>, 'format'>;

const FORMATS: readonly Format[] = ['csv-semicolon', 'csv', 'json'];

/** Everything the filter shows, as one file. */
export function AcceptedExport({ wanted }: { wanted: Wanted }) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('accepted.export')}</Button>
      {open && <FormatDialog wanted={wanted} onClose={() => setOpen(false)} />}
    </>
  );
}

function FormatDialog({ wanted, onClose }: { wanted: Wanted; onClose: () => void }) {
  const { t } = useText();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const save = async (format: Format) => {
    if (busy) return;
    setBusy(true);
    setFailed(false);
    try {
      const file = await ask(exportAccepted, { ...wanted, format });
      saveFile(file);
      showToast(t('accepted.exported', { name: file.fileName }));
      onClose();
    } catch (cause) {
      if (!(cause instanceof AskFailure)) throw cause;
      setFailed(true);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog title={t('accepted.export')} onClose={onClose}>
      <p className="text-ink-2">{t('accepted.exportBody')}</p>
      {failed && <Note tone="wait" live title={t('ask.unreachable')} />}
      <RowList>
        {FORMATS.map((format) => (
          <PressRow
            key={format}
            title={t(`accepted.format.${format}`)}
            detail={t(`accepted.formatHint.${format}`)}
            onPress={() => void save(format)}
          />
        ))}
      </RowList>
    </Dialog>
  );
}
