import { err, ok, type Result } from '@cession/shared/kernel/result.ts';
import type { SignerIdentity } from '@cession/shared/notice/evidence.ts';
import type { Notice } from '@cession/shared/notice/notice.ts';
import type { PaperLanguage } from '@cession/shared/notice/paper-document.ts';
import { WORDING } from '@cession/shared/notice/wording/wording-version.ts';
import { useState } from 'react';
import type { CeremonyRecorder } from '../ceremony-record/ceremony-recorder.ts';
import { startCeremony } from '../ceremony-record/start-ceremony.ts';
import type { EvidenceParts } from '../device-key/evidence-parts.ts';
import { renderNotice } from '../render-notice.ts';
import type { EndedOtherwise } from './ended-otherwise.tsx';
import { handOverNow } from './hand-over-now.ts';
import type { SigningRule } from './signer-form.ts';

export interface Prepared {
  readonly language: PaperLanguage;
  readonly signers: readonly SignerIdentity[];
  readonly signingRule: SigningRule;
}

export type HandOverProblem = { readonly kind: 'letters'; readonly letters: string } | { readonly kind: 'not-stored' };

interface HandOver {
  readonly busy: boolean;
  readonly problem: HandOverProblem | null;
  handOver(prepared: Prepared): Promise<void>;
  /** Records an end that needed no tablet. */
  endOtherwise(prepared: Prepared, end: EndedOtherwise): Promise<CeremonyRecorder | null>;
}

/** Makes the paper, begins the evidence, and locks the tablet: in this order, and no step without the one before. */
export function useHandOver(notice: Notice, parts: EvidenceParts): HandOver {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<HandOverProblem | null>(null);

  async function begin(prepared: Prepared, then: (recorder: CeremonyRecorder) => Promise<void>) {
    setBusy(true);
    setProblem(null);
    try {
      const begun = await beginCeremony(notice, parts, prepared);
      if (begun.ok) await then(begun.value);
      else setProblem(begun.error);
      return begun.ok ? begun.value : null;
    } catch (failure) {
      reportError(failure);
      setProblem({ kind: 'not-stored' });
      return null;
    } finally {
      setBusy(false);
    }
  }

  return {
    busy,
    problem,
    handOver: async (prepared) => {
      await begin(prepared, (recorder) => handOverNow(recorder, notice.id));
    },
    endOtherwise: (prepared, end) => begin(prepared, (recorder) => recorder.record(end.type, end.data)),
  };
}

async function beginCeremony(
  notice: Notice,
  parts: EvidenceParts,
  { language, signers, signingRule }: Prepared,
): Promise<Result<CeremonyRecorder, HandOverProblem>> {
  const paper = await renderNotice(notice.data, language);
  if (!paper.ok) return err({ kind: 'letters', letters: paper.error.letters.join(' ') });
  const { sha256: pdfSha256, pages, renderer } = paper.value;
  const about = { noticeId: notice.id, dataSha256: notice.dataSha256, pdfSha256, pages, renderer, wording: WORDING };
  return ok(await startCeremony(parts, { ...about, language, signers: [...signers], signingRule }));
}
