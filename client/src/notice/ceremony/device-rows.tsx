import { useEffect, useState, type ReactNode } from 'react';
import { readStorageHealth, type StorageHealth } from '../../store/storage-health.ts';
import { useText } from '../../text/use-text.ts';
import { Row } from '../../ui/link-row.tsx';
import { RowList } from '../../ui/row-list.tsx';
import type { DeviceState } from '../device-key/device-state.ts';
import { now } from '../../device/clock.ts';

const LEAST_SPACE_BYTES = 50 * 1024 * 1024;
const MEGABYTE = 1024 * 1024;

/** What the tablet must have before it changes hands. Silence would not be enough here: each line says how it stands. */
export function DeviceRows({ device }: { device: DeviceState | null }) {
  const { t, formatRelative } = useText();
  const health = useHealth();
  const isOnline = useOnline();
  const beaconAt = device?.kind === 'ready' ? device.beaconAt : null;
  return (
    <RowList title={t('ceremony.device.title')}>
      <Row
        title={t('ceremony.device.key')}
        detail={
          <State look={keyLook(device)}>{device === null ? t('ceremony.device.keyLooking') : keyText(t, device)}</State>
        }
      />
      {health !== null && <StorageRows health={health} />}
      <Row
        title={t('ceremony.device.contact')}
        detail={
          beaconAt === null ? (
            <State look="wait">{t('ceremony.device.contactNever')}</State>
          ) : (
            formatRelative(beaconAt, now())
          )
        }
      />
      <Row
        title={t('ceremony.device.network')}
        detail={t(isOnline ? 'ceremony.device.online' : 'ceremony.device.offline')}
      />
    </RowList>
  );
}

function StorageRows({ health }: { health: StorageHealth }) {
  const { t, formatNumber } = useText();
  const free = health.quotaBytes === null ? null : health.quotaBytes - (health.usedBytes ?? 0);
  const isLow = free !== null && free < LEAST_SPACE_BYTES;
  const unit = { style: 'unit', unit: 'megabyte', maximumFractionDigits: 0 } as const;
  const space = free === null ? '' : formatNumber(free / MEGABYTE, unit);
  return (
    <>
      <Row
        title={t('ceremony.device.storage')}
        detail={
          <State look={health.persisted === true ? 'fine' : 'wait'}>
            {t(health.persisted === true ? 'ceremony.device.storageSafe' : 'ceremony.device.storageAtRisk')}
          </State>
        }
      />
      {free !== null && (
        <Row
          title={t('ceremony.device.space')}
          detail={isLow ? <State look="wrong">{t('ceremony.device.spaceLow', { space })}</State> : space}
        />
      )}
    </>
  );
}

type Look = 'fine' | 'wait' | 'wrong' | 'plain';
const looks: Record<Look, string> = {
  fine: 'text-proven font-semibold',
  wait: 'text-wait font-semibold',
  wrong: 'text-wrong font-semibold',
  plain: '',
};

function State({ look, children }: { look: Look; children: ReactNode }) {
  return <span className={looks[look]}>{children}</span>;
}

function keyLook(device: DeviceState | null): Look {
  if (device === null) return 'plain';
  return device.kind === 'ready' ? 'fine' : 'wrong';
}

type Text = ReturnType<typeof useText>;

/** How the key stands; the same words say why the tablet cannot be handed over. */
export function keyText(t: Text['t'], device: DeviceState): string {
  switch (device.kind) {
    case 'ready':
      return t('ceremony.device.keyReady');
    case 'no-key':
    case 'not-enrolled':
      return t(`ceremony.device.${device.why}`);
    case 'revoked':
      return t('ceremony.device.revoked');
  }
}

function useHealth(): StorageHealth | null {
  const [health, setHealth] = useState<StorageHealth | null>(null);
  useEffect(() => {
    readStorageHealth(navigator.storage, false).then(setHealth, reportError);
  }, []);
  return health;
}

function useOnline(): boolean {
  const [isOnline, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    addEventListener('online', look);
    addEventListener('offline', look);
    return () => {
      removeEventListener('online', look);
      removeEventListener('offline', look);
    };
  }, []);
  return isOnline;
}
