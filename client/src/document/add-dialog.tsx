import type { Card } from '@cession/shared/card/card.ts';
import { documentTypesIn, type DocumentType } from '@cession/shared/document/document-kinds.ts';
import { FILE_LIMITS } from '@cession/shared/document/document.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Note } from '../ui/note.tsx';
import { Select } from '../ui/select.tsx';
import { sourceName, typeName } from './document-words.ts';
import { FileInputs } from './file-inputs.tsx';
import type { Capture } from './use-capture.ts';

interface AddDialogProps {
  card: Card;
  type: DocumentType;
  onType: (type: DocumentType) => void;
  /** The type was asked for by the row that opened it. */
  fixed: boolean;
  capture: Capture;
  onClose: () => void;
}

const MEGABYTE = 1024 * 1024;

/** What it is, then the camera, a file, or the word that it will come. */
export function AddDialog({ card, type, onType, fixed, capture, onClose }: AddDialogProps) {
  const { t } = useText();
  const close = () => {
    capture.forget();
    capture.cancel();
    onClose();
  };
  const promise = async () => {
    if (await capture.promise(type)) close();
  };
  return (
    <Dialog title={fixed ? t('document.addOf', { type: typeName(t, type) }) : t('document.add')} onClose={close}>
      {capture.problem !== null && (
        <Note live tone="wrong" title={t('document.not.title')}>
          <p>{capture.problem}</p>
        </Note>
      )}
      {fixed ? (
        <p className="text-ink-2">{sourceName(t, type)}</p>
      ) : (
        <Field label={t('document.what')}>
          <Select
            value={type}
            choices={documentTypesIn(card.jurisdiction).map((value) => ({ value, label: typeName(t, value) }))}
            onChange={onType}
          />
        </Field>
      )}
      <FileInputs capture={capture} target={{ type, document: null }} onDone={close} />
      <p className="text-1 text-ink-3">{t('document.limits', { megabytes: FILE_LIMITS.fileBytes / MEGABYTE })}</p>
      <div>
        <Button look="plain" onPress={() => void promise()}>
          {t('document.promise')}
        </Button>
      </div>
    </Dialog>
  );
}
