import type { Scene } from './demo-spine.ts';
import { Story, type Cast } from './demo-story.ts';
import type { DemoTime } from './demo-time.ts';
import { russianCustomers } from './customers-russia.ts';

/** A second company, so that one can see that it sees nothing of the first. */
export function volgaScenes(company: string, by: Cast, time: DemoTime): Scene[] {
  const [rep, accountant] = [by('rep'), by('accountant')];
  const stories: Story[] = [];
  const of = (key: string): Story => {
    const customer = russianCustomers.find((each) => each.key === key);
    if (!customer) throw new Error(`the demo knows no customer ${key}`);
    const story = new Story(company, customer, rep.userId);
    stories.push(story);
    return story;
  };
  const volzhskie = of('volzhskie');
  volzhskie.capture(rep, time.workday(8, '10:20'));
  volzhskie.handOver(rep, time.workday(8, '11:00'));
  volzhskie.accept(accountant, time.workday(7, '10:15'));
  const karusel = of('karusel');
  karusel.capture(rep, time.workday(4, '12:00'));
  karusel.handOver(rep, time.workday(4, '12:30'));
  const ladya = of('ladya');
  ladya.capture(rep, time.minutesAgo(70));
  ladya.handOver(rep, time.minutesAgo(48));
  const umka = of('umka');
  umka.capture(rep, time.workday(3, '15:10'));
  umka.handOver(rep, time.workday(3, '15:40'));
  umka.sendBack(accountant, time.workday(2, '11:50'), [
    ['kpp', 'mismatch-with-register', 'В выписке КПП обособленного подразделения.'],
    [umka.contact('signs', 'position'), 'wrong-party', 'По выписке директор другой, нужна доверенность.'],
  ]);
  of('beryozka').capture(rep, time.workday(1, '16:00'), { sections: ['company', 'people'] });
  of('smirnova').capture(rep, time.workday(1, '09:30'));
  return stories.flatMap(({ scenes }) => scenes);
}
