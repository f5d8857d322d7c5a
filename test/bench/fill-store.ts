import { readDevice } from '../../electron/data/service/device.ts';
import type { Store } from '../../electron/data/store/open.ts';
import type { CaseState } from '../../shared/domain/case.ts';
import type { CommunityId, MemberId } from '../../shared/domain/ids.ts';
import type { ReportCategory } from '../../shared/domain/report.ts';
import { type FillTools, fillCase, fillMember } from './fill-case.ts';
import { createTextMaker } from './fill-words.ts';
import { insertRow } from './insert-row.ts';
import { seededRandom } from './seeded-random.ts';

export interface Filled {
  readonly communities: number;
  readonly members: number;
  readonly cases: number;
  readonly reports: number;
}

const twoYears = 2 * 365 * 86_400_000;
const casesPerTransaction = 2_000;
const communityShares = [0.45, 0.7, 0.85, 0.95, 1];

const categories: readonly (readonly [ReportCategory, number])[] = [
  ['spam', 0.3],
  ['harassment', 0.25],
  ['violation', 0.15],
  ['hate', 0.12],
  ['other', 0.1],
  ['sexual', 0.04],
  ['legal', 0.02],
  ['outing', 0.01],
  ['crisis', 0.01],
];
const openStates: readonly (readonly [CaseState, number])[] = [
  ['queued', 0.74],
  ['claimed', 0.08],
  ['waiting', 0.1],
  ['escalated', 0.04],
  ['reopened', 0.04],
];
const closedStates: readonly (readonly [CaseState, number])[] = [
  ['decided', 0.75],
  ['archived', 0.18],
  ['void', 0.07],
];

function choose<Value>(random: () => number, values: readonly (readonly [Value, number])[], first: Value): Value {
  let rest = random();
  for (const [value, share] of values) {
    rest -= share;
    if (rest < 0) return value;
  }
  return first;
}

/**
 * Fills a store with cases of two years in five communities, a little more than one report each, three in ten of them
 * open. Goes past the rules (what a case went through is not played), but not past the schema and the search index.
 */
export function fillStore(store: Store, { cases, now }: { cases: number; now: number }): Filled {
  const random = seededRandom(7);
  const tools: FillTools = { db: store.write, random, texts: createTextMaker(random) };
  const device = readDevice(store.write);
  const people = store.write.transaction(() =>
    communityShares.map((_, index) => new People(tools, addCommunity(tools, index))),
  )();
  let reports = 0;
  const fillSome = store.write.transaction((from: number, to: number) => {
    for (let number = from; number < to; number += 1) {
      const place = random();
      const community = people[communityShares.findIndex((share) => place < share)] ?? people[0]!;
      // Old cases are mostly done.
      const age = number / cases;
      const isOpen = random() < 0.1 + 0.6 * age ** 2;
      const state = choose(random, isOpen ? openStates : closedStates, 'queued');
      reports += fillCase(tools, {
        number,
        communityId: community.id,
        author: isOpen ? community.newcomer() : community.someone(),
        state,
        claimedBy:
          state === 'claimed'
            ? choose(
                random,
                [
                  [device, 0.3],
                  ['remote', 0.4],
                  ['device-2', 0.3],
                ],
                device,
              )
            : null,
        category: choose(random, categories, 'spam'),
        openedAt: Math.floor(now - twoYears * (1 - age) - random() * 86_400_000),
        reporters: Array.from({ length: countReports(random()) }, () => community.someone()),
        now,
      });
    }
  });
  // Nobody minds if a crash takes this file, and the whole of it should stay in memory while it grows.
  store.write.pragma('synchronous = OFF');
  store.write.pragma('cache_size = -524288');
  for (let from = 0; from < cases; from += casesPerTransaction) {
    fillSome(from, Math.min(cases, from + casesPerTransaction));
  }
  const members = people.reduce((sum, one) => sum + one.count, 0);
  return { communities: people.length, members, cases, reports };
}

function countReports(chance: number): number {
  if (chance < 0.8) return 1;
  return chance < 0.97 ? 2 : 3 + Math.floor((chance - 0.97) * 300);
}

function addCommunity({ db, texts }: FillTools, index: number): CommunityId {
  const id = insertRow(db, 'communities', {
    name: `Community ${index + 1}`,
    platform: 'mastodon',
    base_url: `https://community-${index + 1}.example`,
    account_remote_id: '1',
    account_handle: 'moderator',
    // Nothing must go out to the network.
    connection: 'disconnected',
    created_at: 0,
  }) as CommunityId;
  for (let rule = 1; rule <= 5; rule += 1) {
    insertRow(db, 'policies', {
      community_id: id,
      remote_id: String(rule),
      version: 1,
      title: texts.text('en', 4),
      text: texts.text('en', 40),
      position: rule,
      since: 0,
    });
  }
  return id;
}

/** The members of a community. A few of them report, and are reported, far more often than the others. */
class People {
  readonly id: CommunityId;
  readonly #tools: FillTools;
  readonly #members: MemberId[] = [];

  constructor(tools: FillTools, id: CommunityId) {
    this.id = id;
    this.#tools = tools;
    this.newcomer();
  }

  get count(): number {
    return this.#members.length;
  }

  newcomer(): MemberId {
    const member = fillMember(this.#tools, this.id, this.#members.length);
    this.#members.push(member);
    return member;
  }

  someone(): MemberId {
    const { random } = this.#tools;
    if (random() < 0.2) return this.newcomer();
    return this.#members[Math.floor(random() ** 2 * this.#members.length)] ?? this.newcomer();
  }
}
