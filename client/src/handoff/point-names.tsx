import { fieldKeyOf } from '@cession/shared/card/card-path.ts';
import { fieldLabel } from '../card/card-words.ts';
import { useText } from '../text/use-text.ts';

/** The fields of a return or a question by name, each once: "bank account, signatory". */
export function PointNames({ paths }: { paths: readonly string[] }) {
  const { t } = useText();
  const keys = [...new Set(paths.map(fieldKeyOf))].filter((key) => key !== null);
  return keys.map((key) => fieldLabel(t, key)).join(', ');
}
