import { useSearchParams } from 'wouter';
import { BlockedButton, Button } from './button.tsx';
import { BottomBar } from './bottom-bar.tsx';
import { Kbd } from './kbd.tsx';
import { LinkRow, PressRow, Row } from './link-row.tsx';
import { Meter } from './meter.tsx';
import { Note } from './note.tsx';
import { Page } from './page.tsx';
import { Pill, PillLink } from './pill.tsx';
import { RowList } from './row-list.tsx';
import { RowWord } from './row-word.tsx';
import { FormPart, RestPart } from './gallery-controls.tsx';
import { SplitPanes } from './split-panes.tsx';
import { showToast } from './toast.tsx';

/** Every part of the kit in the places it was drawn for. Reachable while developing only: `/kit?part=form`. */
export function Gallery() {
  const [search] = useSearchParams();
  const part = search.get('part');
  if (part === 'card') return <CardPart />;
  if (part === 'form') return <FormPart />;
  if (part === 'rest') return <RestPart />;
  if (part === 'desk') return <DeskPart />;
  return <TodayPart />;
}

function TodayPart() {
  return (
    <Page
      title="Today"
      state={
        <PillLink tone="wait" href="/outbox">
          3 waiting to send
        </PillLink>
      }
      bottom={
        <BottomBar>
          <Button look="primary" wide>
            New card
          </Button>
        </BottomBar>
      }
    >
      <Note tone="wait" title="Returned by Accounting · 2 points">
        Bástya Élelmiszer Kft. — bank account and signatory
      </Note>
      <RowList title="Cards in progress">
        <LinkRow
          href="/kit?part=card"
          title="Tisza Játék Bt."
          detail="HU · saved on this phone 09:41"
          end={<Meter label="Completeness" done={9} total={14} />}
        />
        <LinkRow
          href="/kit?part=card"
          title="ООО «Волжанка»"
          detail="RU · waiting to send"
          end={<Pill tone="proven">complete</Pill>}
        />
        <LinkRow
          href="/kit?part=card"
          title="Alpen Spielwaren GmbH und Co. Handelsgesellschaft"
          detail="DE · possible duplicate"
          end={<Meter label="Completeness" done={13} total={13} />}
        />
      </RowList>
      <RowList title="Notices to present">
        <LinkRow
          href="/kit"
          title="Kék Duna Áruház Zrt."
          detail="Notice 2026/118 · visit 11:30 · joint signing"
          end={<Pill tone="accent">ready offline</Pill>}
        />
        <Row title="ООО «Север-Торг»" detail="Refused once · three-way meeting offered" end={<Pill>tomorrow</Pill>} />
      </RowList>
    </Page>
  );
}

function CardPart() {
  return (
    <Page
      title="Tisza Játék Bt."
      back="/kit"
      state={<Pill>Saved on this phone</Pill>}
      bottom={
        <BottomBar>
          <BlockedButton action="Send to accounting" reason="5 missing" onPress={() => showToast('Five are missing')} />
        </BottomBar>
      }
    >
      <Note tone="accent" title="9 of 14">
        Five things stand between this client and its first invoice.
      </Note>
      <RowList title="Still missing">
        <LinkRow
          href="/kit?part=form"
          title="Authority to sign of Kiss Éva"
          detail="Factor asks · without it the notice cannot be presented"
          end={<RowWord>Add</RowWord>}
        />
        <LinkRow
          href="/kit?part=form"
          title="Payment terms in days"
          detail="House rule · blocks the first invoice"
          end={<RowWord>Add</RowWord>}
        />
      </RowList>
      <RowList title="Sections">
        <LinkRow href="/kit?part=form" title="Company and register" end={<RowWord done>Completed</RowWord>} />
        <LinkRow href="/kit?part=form" title="People and authority" end={<RowWord>1 to add</RowWord>} />
        <PressRow onPress={() => showToast('Bank opened', () => undefined)} title="Bank" detail="opens a toast" />
      </RowList>
    </Page>
  );
}

function DeskPart() {
  return (
    <SplitPanes
      nothingOpen="Choose a card"
      list={
        <RowList flush>
          <LinkRow
            href="/kit?part=desk"
            current
            title="Bástya Élelmiszer Kft."
            detail="HU · Nagy P. · 2nd time · 2 changes"
            end={<Pill tone="wrong">−1 h</Pill>}
          />
          <LinkRow
            href="/kit?part=desk"
            title="ООО «Волжанка»"
            detail="RU · Иванов А. · first time"
            end={<Pill tone="wait">2 h</Pill>}
          />
        </RowList>
      }
      detail={
        <div className="grid gap-4 p-6">
          <h1 className="text-4 font-semibold">Bástya Élelmiszer Kft.</h1>
          <Note tone="accent" title="Resent after your return">
            Both points answered. Only what changed is marked.
          </Note>
          <p className="text-1 text-ink-3">
            <Kbd>J</Kbd> <Kbd>K</Kbd> move
          </p>
        </div>
      }
    />
  );
}
