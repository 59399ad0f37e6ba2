import { ROLES, type Role } from '@cession/shared/people/actor.ts';
import { useEffect, useState } from 'react';
import { useText } from '../text/use-text.ts';
import { PressRow } from '../ui/link-row.tsx';
import { RowList } from '../ui/row-list.tsx';
import { demoAccounts, type DemoAccount } from './sign-in.ts';

const PASSWORD = 'cession-demo';

interface DemoPeopleProps {
  busy: boolean;
  onChoose: (email: string, password: string) => void;
}

/** One tap to look around, company by company. Empty unless the server is a demo. */
export function DemoPeople({ busy, onChoose }: DemoPeopleProps) {
  const { t } = useText();
  const accounts = useDemoAccounts();
  if (accounts.length === 0) return null;
  const companies = [...new Set(accounts.map(({ company }) => company))];
  return (
    <section aria-busy={busy} className="grid gap-4 border-t border-line pt-5">
      <div>
        <h2 className="text-3 font-semibold">{t('sign-in.demo')}</h2>
        <p className="text-ink-2">{t('sign-in.demoHint')}</p>
      </div>
      {companies.map((company) => (
        <RowList key={company} title={company}>
          {accounts
            .filter((account) => account.company === company)
            .map(({ email, name, roles }) => (
              <PressRow
                key={email}
                title={name}
                detail={roles
                  .filter(isRole)
                  .map((role) => t(`role.${role}`))
                  .join(', ')}
                onPress={() => onChoose(email, PASSWORD)}
              />
            ))}
        </RowList>
      ))}
    </section>
  );
}

function useDemoAccounts(): readonly DemoAccount[] {
  const [accounts, setAccounts] = useState<readonly DemoAccount[]>([]);
  useEffect(() => {
    let current = true;
    void demoAccounts().then((found) => {
      if (current) setAccounts(found);
    });
    return () => {
      current = false;
    };
  }, []);
  return accounts;
}

function isRole(role: string): role is Role {
  return ROLES.some((known) => known === role);
}
