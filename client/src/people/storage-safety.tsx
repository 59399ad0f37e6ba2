import { useCallback, useEffect, useState } from 'react';
import { askToPersist, readStorageHealth, type StorageHealth } from '../store/storage-health.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { useSession } from './session.tsx';

/** Whether the browser has promised to keep what lies on this phone, and how much that is. */
export function StorageSafety() {
  const { t, formatNumber } = useText();
  const { health, refused, protect } = useStorageHealth();
  if (health === null) return null;
  const used = health.usedBytes === null ? null : health.usedBytes / (1024 * 1024);
  const megabytes = { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 } as const;
  return (
    <div className="grid gap-1 rounded-3 border border-line bg-sheet px-4 py-3">
      {health.wiped && <p className="font-semibold text-wrong">{t('more.storageWiped')}</p>}
      <p className={health.persisted === true ? '' : 'font-semibold text-wait'}>
        {t(health.persisted === true ? 'more.storageSafe' : 'more.storageAtRisk')}
      </p>
      {used !== null && (
        <p className="text-1 text-ink-2">{t('more.storageUsed', { used: formatNumber(used, megabytes) })}</p>
      )}
      {refused && <p role="status">{t('more.storageRefused')}</p>}
      {health.persisted !== true && !refused && (
        <div className="-mb-1.5">
          <Button look="plain" onPress={protect}>
            {t('more.storageProtect')}
          </Button>
        </div>
      )}
    </div>
  );
}

function useStorageHealth(): { health: StorageHealth | null; refused: boolean; protect: () => void } {
  const { wiped } = useSession();
  const [refused, setRefused] = useState(false);
  const [health, setHealth] = useState<StorageHealth | null>(null);
  const look = useCallback(() => void readStorageHealth(navigator.storage, wiped).then(setHealth), [wiped]);
  useEffect(look, [look]);
  const protect = async () => {
    setRefused((await askToPersist(navigator.storage)) !== true);
    look();
  };
  return { health, refused, protect: () => void protect() };
}
