import type { EvidenceBundle, EvidenceOf } from '@cession/shared/notice/evidence.ts';
import type { EvidenceView } from '@cession/shared/notice/notice-procedures.ts';
import { useText } from '../../../text/use-text.ts';
import { StrokePicture } from '../../pad/stroke-picture.tsx';
import { Facts, Part } from '../agreements/facts.tsx';
import { reasonText } from './event-details.ts';

/** Who was there, what they said in these very words, and how they signed. */
export function SaidPart({ view, bundle }: { view: EvidenceView; bundle: EvidenceBundle }) {
  const { t } = useText();
  const events = bundle.events.map(({ body }) => body);
  const prepared = events.find((event) => event.type === 'prepared');
  const witnessed = events.find((event) => event.type === 'witnessed');
  if (prepared === undefined) return null;
  const { signers, signingRule, witness } = prepared.data;
  return (
    <Part title={t('evidence.signers')}>
      {signingRule === 'joint' && <p className="text-ink-2">{t('evidence.joint')}</p>}
      {signers.length === 0 && <p className="text-ink-2">{t('evidence.signersNone')}</p>}
      {signers.map((signer, place) => (
        <Signer key={signer.name} bundle={bundle} place={place} />
      ))}
      <Other bundle={bundle} />
      <Facts
        rows={[
          [t('evidence.witness'), <Witness key="w" name={witness.name} statement={witnessed?.data.statement ?? ''} />],
          [
            t('evidence.device'),
            [view.device?.label ?? t('evidence.deviceUnknown'), t('evidence.sentBy', { name: view.sentByName })].join(
              ' · ',
            ),
          ],
        ]}
      />
    </Part>
  );
}

function Witness({ name, statement }: { name: string; statement: string }) {
  return (
    <>
      {name}
      {statement !== '' && <span className="block text-1 font-normal text-ink-2">{statement}</span>}
    </>
  );
}

function Signer({ bundle, place }: { bundle: EvidenceBundle; place: number }) {
  const { t } = useText();
  const events = bundle.events.map(({ body }) => body);
  const prepared = events.find((event) => event.type === 'prepared');
  const signer = prepared?.data.signers[place];
  const signed = events.find((event) => event.type === 'signed' && event.data.signer === place);
  if (signer === undefined) return null;
  const authority = [t(`evidence.authority.${signer.authority}`), signer.authorityReference].filter(Boolean).join(', ');
  return (
    <div className="grid gap-3 rounded-3 border border-line bg-sheet p-4">
      <div>
        <h3 className="font-semibold">{[signer.name, signer.title].filter(Boolean).join(', ')}</h3>
        <p className="text-1 text-ink-2">{`${authority} · ${t(`evidence.identified.${signer.identifiedBy}`)}`}</p>
      </div>
      {signed?.type === 'signed' && <Signature name={signer.name} signed={signed} />}
      {signed?.type === 'signed' && <Ticks signed={signed} consented={events.some(isConsentOf(place))} />}
    </div>
  );
}

function isConsentOf(place: number) {
  return (event: EvidenceBundle['events'][number]['body']) => event.type === 'consented' && event.data.signer === place;
}

function Signature({ name, signed }: { name: string; signed: EvidenceOf<'signed'> }) {
  const { t } = useText();
  const { mark } = signed.data;
  return (
    <figure className="grid gap-1">
      <div className="grid max-w-md rounded-2 border border-line bg-paper px-4 py-3">
        {mark.method === 'typed' ? (
          <span className="text-4 italic">{mark.text}</span>
        ) : (
          <StrokePicture strokes={mark.strokes} alt={t('evidence.strokesOf', { name })} />
        )}
      </div>
      <figcaption className="text-1 text-ink-3">{t(`evidence.method.${mark.method}`)}</figcaption>
    </figure>
  );
}

/** Each act by itself: none follows from another. */
function Ticks({ signed, consented }: { signed: EvidenceOf<'signed'>; consented: boolean }) {
  const { t } = useText();
  const { act, objections, confirmsDebt, waivesDefences } = signed.data;
  const said = (yes: boolean) => t(yes ? 'evidence.yes' : 'evidence.no');
  const rows = [
    [t('evidence.act'), `“${act}”`],
    [t('evidence.consent'), said(consented)],
    [t('evidence.receipt'), said(true)],
    [
      t('evidence.objections'),
      objections.stated === 'list' ? objections.text : t(`evidence.objections.${objections.stated}`),
    ],
    [t('evidence.debt'), said(confirmsDebt)],
    [t('evidence.waiver'), said(waivesDefences)],
  ] as const;
  return (
    <dl className="grid gap-x-4 gap-y-1 wide:grid-cols-[minmax(0,13rem)_minmax(0,1fr)]">
      {rows.map(([label, value]) => (
        <div key={label} className="contents">
          <dt className="text-ink-2">{label}</dt>
          <dd className="font-semibold [overflow-wrap:anywhere] whitespace-pre-line">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Where nobody signed: what was done instead. */
function Other({ bundle }: { bundle: EvidenceBundle }) {
  const text = useText();
  const { t } = text;
  const rows = bundle.events.flatMap(({ body }) => {
    switch (body.type) {
      case 'refused':
        return [
          [t('evidence.reason'), reasonText(text, body.data.reason)] as const,
          [t('evidence.note'), body.data.note] as const,
        ];
      case 'received-only':
        return [
          [t('evidence.incoming'), body.data.incomingNumber] as const,
          [t('evidence.note'), body.data.note] as const,
        ];
      case 'wrong-person':
        return [
          [t('evidence.namedInstead'), [body.data.name, body.data.department].filter(Boolean).join(', ')] as const,
          [t('evidence.note'), body.data.note] as const,
        ];
      case 'absent':
        return [[t('evidence.note'), body.data.note] as const];
      case 'prepared':
      case 'handed-over':
      case 'identified':
      case 'language-changed':
      case 'shown':
      case 'section-read':
      case 'consented':
      case 'signed':
      case 'copy-given':
      case 'handed-back':
      case 'witnessed':
      case 'closed':
        return [];
    }
  });
  return rows.some(([, value]) => value !== '') ? <Facts rows={rows} /> : null;
}
