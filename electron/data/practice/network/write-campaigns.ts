import type { RecordWork } from './record-work.ts';
import { presentOn } from './write-events.ts';

const campaigns = [
  { name: 'Petition for safe schools', kind: 'petition', partner: 0 },
  { name: 'Letters for the clinic', kind: 'letters', partner: 2 },
  { name: 'Night line fund', kind: 'fundraising', partner: 1 },
  { name: 'March for everybody', kind: 'march', partner: 3 },
] as const;
const EVERY_DAYS = 120;
const LASTS_DAYS = 28;
/** Nobody logs more people than this. */
const MOST_ASKED = 4_000;
const chances = { opened: 0.6, clicked: 0.5, completed: 0.62, gave: 0.35, organised: 0.06 } as const;

/** Campaigns with every step of the people they were put to; fundraising brings gifts, in the smallest unit of the currency. */
export function writeCampaigns(work: RecordWork, partners: readonly number[]): void {
  const { days, people, random, add } = work;
  let number = 0;
  for (let startDay = days.start + 60; startDay + LASTS_DAYS < days.end; startDay += EVERY_DAYS) {
    const { name, kind, partner } = campaigns[number % campaigns.length] ?? campaigns[0];
    number += 1;
    const asked = Math.min(MOST_ASKED, Math.ceil(people.count * 0.12));
    const campaign = add('campaign', {
      name: `${name} ${number}`,
      kind,
      startDay,
      endDay: startDay + LASTS_DAYS,
      partner: partners[partner] ?? null,
      delivered: asked + random.whole(0, asked),
      hashtags: null,
      currency: kind === 'fundraising' ? 'EUR' : null,
    });
    for (const person of presentOn(work, startDay, asked, new Set())) {
      takePart(work, campaign, person, startDay, kind === 'fundraising');
    }
  }
}

function takePart(work: RecordWork, campaign: number, person: number, start: number, isFund: boolean): void {
  const { ids, people, random, add } = work;
  const member = ids[person] ?? 0;
  const last = people.last[person] ?? 0;
  let day = start;
  const step = (name: string, amount: number | null = null) => {
    add('participation', { campaign, member, day, step: name, amount });
    day += random.whole(0, 4);
  };
  step('asked');
  for (const name of ['opened', 'clicked', 'completed'] as const) {
    if (!random.chance(chances[name]) || day > last) return;
    step(name);
  }
  if (isFund && random.chance(chances.gave) && day <= last) step('gave', 500 + Math.floor(random.wait(2_000)));
  if (random.chance(chances.organised) && day <= last) step('organised');
}
