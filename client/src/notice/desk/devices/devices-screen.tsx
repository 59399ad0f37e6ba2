import { listDevices, type EnrolledDevice } from '@cession/shared/notice/device-procedures.ts';
import { useState } from 'react';
import { now } from '../../../device/clock.ts';
import { AskView } from '../../../people/desk/ask-view.tsx';
import { useMay } from '../../../people/desk/desk-actor.ts';
import { DeskPage } from '../../../people/desk/desk-page.tsx';
import { DeskTable, type Column } from '../../../people/desk/desk-table.tsx';
import { UnsentNotes } from '../../../people/desk/unsent-notes.tsx';
import { useAsk } from '../../../people/desk/use-ask.ts';
import { useText } from '../../../text/use-text.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Pill } from '../../../ui/pill.tsx';
import { momentIn } from '../evidence/moment.ts';
import { deviceState, STATE_TONE } from './device-state.ts';
import { RevokeDialog } from './revoke-dialog.tsx';

/** Whose keys sign what happens at the debtors', when they were last heard from, and the way to lock one out. */
export function DevicesScreen() {
  const { t } = useText();
  const answer = useAsk(listDevices, {});
  const [revoking, setRevoking] = useState<EnrolledDevice | null>(null);
  return (
    <DeskPage title={t('devices.title')}>
      <p className="max-w-prose text-ink-2">{t('devices.body')}</p>
      <UnsentNotes />
      <AskView answer={answer}>
        {(devices) =>
          devices.length === 0 ? (
            <EmptyState title={t('devices.empty')}>{t('devices.emptyBody')}</EmptyState>
          ) : (
            <Devices devices={devices} onRevoke={setRevoking} />
          )
        }
      </AskView>
      {revoking !== null && <RevokeDialog device={revoking} onClose={() => setRevoking(null)} />}
    </DeskPage>
  );
}

interface DevicesProps {
  devices: readonly EnrolledDevice[];
  onRevoke: (device: EnrolledDevice) => void;
}

function Devices({ devices, onRevoke }: DevicesProps) {
  const text = useText();
  const { t } = text;
  const may = useMay();
  const moment = momentIn(text);
  const columns: Column<EnrolledDevice>[] = [
    { title: t('devices.device'), cell: (device) => device.label },
    { title: t('devices.person'), cell: (device) => device.userName },
    { title: t('devices.state'), cell: stateCell },
    { title: t('devices.seen'), cell: (device) => moment(device.lastSeen) },
    { title: t('devices.since'), cell: (device) => moment(device.notBefore) },
    { title: t('devices.gaps'), cell: gapsCell },
  ];
  if (may('device.revoke')) columns.push({ title: t('devices.revoke'), cell: revokeCell(onRevoke) });
  return <DeskTable label={t('devices.title')} rows={devices} idOf={({ deviceKey }) => deviceKey} columns={columns} />;
}

const stateCell = (device: EnrolledDevice) => <State device={device} />;
const gapsCell = ({ gaps }: EnrolledDevice) => <Gaps gaps={gaps} />;
const revokeCell = (onRevoke: DevicesProps['onRevoke']) => (device: EnrolledDevice) => (
  <Revoke device={device} onRevoke={onRevoke} />
);

function State({ device }: { device: EnrolledDevice }) {
  const text = useText();
  const { t } = text;
  const moment = momentIn(text);
  const state = deviceState(device, now());
  const { revoked } = device;
  return (
    <span className="inline-grid justify-items-start gap-1 whitespace-normal">
      <Pill tone={STATE_TONE[state]}>{t(`devices.state.${state}`)}</Pill>
      {revoked !== null && (
        <span className="max-w-60 text-1 text-ink-2">
          {t('devices.revokedWhy', { when: moment(revoked.at), because: revoked.because })}
          {revoked.compromisedSince !== null && (
            <span className="block">{t('devices.compromised', { when: moment(revoked.compromisedSince) })}</span>
          )}
        </span>
      )}
    </span>
  );
}

/** Visits the device counted that nobody received: they may still lie on it. */
function Gaps({ gaps }: { gaps: readonly number[] }) {
  const { t } = useText();
  if (gaps.length === 0) return <>—</>;
  return (
    <span className="inline-grid">
      <span className="font-semibold text-wait">{t('devices.gapsCount', { count: gaps.length })}</span>
      <span className="text-1 text-ink-2">{t('devices.gapsNumbers', { numbers: gaps.slice(0, 8).join(', ') })}</span>
    </span>
  );
}

function Revoke({ device, onRevoke }: { device: EnrolledDevice; onRevoke: DevicesProps['onRevoke'] }) {
  const { t } = useText();
  if (device.revoked !== null) return <>—</>;
  return (
    <Button look="danger" onPress={() => onRevoke(device)}>
      {t('devices.revoke')}
    </Button>
  );
}
