import { describe, expect, it } from 'vitest';
import { liveAYear } from '../../../electron/data/practice/activities/live-a-year.ts';
import { activitiesCsv, activitiesNdjson } from '../../../electron/data/practice/activities/write-activities.ts';
import { createWorld } from '../../../electron/data/practice/world/create-world.ts';
import { growTo } from '../../../electron/data/practice/world/grow.ts';
import { textBanks } from '../../../electron/data/practice/world/texts/all.ts';
import { sceneKinds } from '../../../electron/data/practice/world/texts/text-bank.ts';
import type { PracticeFlavour } from '../../../electron/data/practice/world/world-state.ts';
import { practiceStart } from '../../builders/practice.ts';

const hour = 3_600_000;
const plan = { seed: 7, flavour: 'mastodon' as PracticeFlavour, startedAt: practiceStart, reports: 160 };

describe('the world of the practice community', () => {
  it('is the same for the same seed, and another one for another', () => {
    expect(createWorld(plan).state).toEqual(createWorld(plan).state);
    expect(createWorld({ ...plan, seed: 8 }).state.reports).not.toEqual(createWorld(plan).state.reports);
  });

  it('has enough to work on: languages, kinds, people, states', () => {
    const { state, ...world } = createWorld(plan);
    expect(world).toBeDefined();
    const targets = new Set(state.reports.map(({ targetId }) => targetId));
    const open = state.reports.filter(({ actionTakenAt }) => actionTakenAt === null);
    expect(open.length).toBeGreaterThanOrEqual(120);
    expect(targets.size).toBeGreaterThanOrEqual(70);
    expect(new Set(state.reports.map(({ scene }) => scene))).toEqual(new Set(sceneKinds));
    expect(new Set(state.reports.map(({ category }) => category))).toEqual(
      new Set(['spam', 'legal', 'violation', 'other']),
    );
    const languages = state.accounts.filter(({ id }) => targets.has(id)).map(({ language }) => language);
    expect(new Set(languages)).toEqual(new Set(['en', 'ar', 'tr', 'ja', 'es', 'de', 'fr', 'pl', 'pt', 'ru', 'it']));
  });

  it('has what makes real queues hard', () => {
    const { state } = createWorld({ ...plan, reports: 400 });
    const texts = state.posts.map(({ text }) => text);
    const reported = state.reports.flatMap(({ postIds }) => postIds);
    expect(state.reports.some(({ comment }) => comment === '')).toBe(true);
    expect(state.reports.some(({ postIds }) => postIds.length === 0)).toBe(true);
    expect(state.reports.some(({ forwarded }) => forwarded)).toBe(true);
    expect(reported.length).toBeGreaterThan(new Set(reported).size);
    expect(texts.some((text) => text.includes('\u202E'))).toBe(true);
    expect(texts.some((text) => text.length > 3_000)).toBe(true);
    expect(texts.some((text) => text === '')).toBe(true);
    expect(texts.some((text) => text.includes('<script>'))).toBe(true);
    expect(state.posts.some(({ media }) => media.some(({ description }) => description === null))).toBe(true);
    expect(state.posts.some(({ media }) => media.some(({ description }) => description !== null))).toBe(true);
    expect(state.posts.some(({ deletedAt }) => deletedAt !== null)).toBe(true);
    expect(state.posts.some(({ editedAt }) => editedAt !== null)).toBe(true);
    const parents = new Map(state.posts.map(({ id, inReplyTo }) => [id, inReplyTo]));
    const depth = (id: string | null | undefined): number => (id ? 1 + depth(parents.get(id)) : 0);
    expect(Math.max(...state.posts.map(({ id }) => depth(id)))).toBeGreaterThan(10);
  });

  it('gives out report ids in order of time, and past the next power of ten', () => {
    const { state } = createWorld(plan);
    const numbers = state.reports.map(({ id }) => Number(id));
    expect(numbers).toEqual(numbers.map((_, position) => (numbers[0] ?? 0) + position));
    expect(numbers[0]).toBeLessThan(1_000);
    expect(numbers.at(-1)).toBeGreaterThan(1_000);
    const times = state.reports.map(({ createdAt }) => createdAt);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(BigInt(state.accounts[0]?.id ?? 0)).toBeGreaterThan(2n ** 53n);
  });

  it.each(['mastodon', 'gotosocial'] as const)(
    'lives on with time, the same way in one step or many (%s)',
    (flavour) => {
      const [once, often] = [createWorld({ ...plan, flavour }), createWorld({ ...plan, flavour })];
      growTo(once, practiceStart + 48 * hour, hour / 2);
      for (let passed = 1; passed <= 48; passed += 1) growTo(often, practiceStart + passed * hour, hour / 2);
      expect(often.state).toEqual(once.state);
      const start = createWorld({ ...plan, flavour }).state;
      expect(once.state.reports.length).toBeGreaterThan(start.reports.length + 20);
      const resolved = (state: typeof start) =>
        state.reports.filter(({ actionTakenAt }) => actionTakenAt !== null).length;
      expect(resolved(once.state)).toBeGreaterThan(resolved(start));
      const perTarget = (state: typeof start) =>
        state.reports.length / new Set(state.reports.map(({ targetId }) => targetId)).size;
      expect(perTarget(once.state)).toBeGreaterThan(1);
    },
  );

  it('catches up with a long pause without endless work', () => {
    const world = createWorld(plan);
    growTo(world, practiceStart + 365 * 24 * hour, hour);
    expect(world.state.reports.length - 160).toBeLessThan(300);
    expect(world.state.grownTo).toBe(practiceStart + 365 * 24 * hour);
  });

  it('can be as large as a bench needs', () => {
    const { state } = createWorld({ ...plan, reports: 10_000 });
    expect(state.reports.length).toBeGreaterThanOrEqual(10_000);
    expect(new Set(state.reports.map(({ id }) => id)).size).toBe(state.reports.length);
  });
});

describe('the voices', () => {
  it.each(textBanks.map((bank) => [bank.language, bank] as const))('%s has every kind of scene', (_language, bank) => {
    for (const kind of sceneKinds) {
      expect(bank.scenes[kind].posts.length).toBeGreaterThan(0);
      expect(bank.scenes[kind].comments.length).toBeGreaterThan(0);
    }
    expect(new Set(bank.people.map(([username]) => username)).size).toBe(bank.people.length);
    expect(bank.people.every(([username]) => /^[a-z_]+$/.test(username))).toBe(true);
  });

  it('are all different people', () => {
    const names = textBanks.flatMap((bank) => bank.people.map(([username]) => username));
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('a year of activities', () => {
  const year = liveAYear({ seed: 7, until: practiceStart });

  it('is the same for the same seed and in order', () => {
    expect(liveAYear({ seed: 7, until: practiceStart })).toEqual(year);
    expect(year.every((activity, position) => position === 0 || activity.at >= (year[position - 1]?.at ?? 0))).toBe(
      true,
    );
    expect(year.every(({ at }) => at >= practiceStart - 364 * 24 * hour && at < practiceStart)).toBe(true);
  });

  it('shows that newcomers who were answered stay longer', () => {
    const answered = new Set(
      year.filter(({ kind, space }) => kind === 'reply' && space === 'introductions').map(({ to }) => to),
    );
    const stays = (wanted: boolean) => {
      const lengths = year
        .filter(({ kind, member }) => kind === 'join' && answered.has(member) === wanted)
        .map(({ member, at }) => Math.max(...year.filter((one) => one.member === member).map((one) => one.at)) - at);
      return lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    };
    expect(stays(true)).toBeGreaterThan(2 * stays(false));
  });

  it('has answers to earlier words of others in the same thread, some of them mutual, and requests for support', () => {
    const byId = new Map(year.map((activity) => [activity.id, activity]));
    expect(byId.size).toBe(year.length);
    const answers = year.filter(({ replyTo }) => replyTo !== null);
    expect(answers.length).toBeGreaterThan(year.length / 4);
    for (const { replyTo, to, at, thread, space, member } of answers) {
      const said = byId.get(replyTo ?? '');
      expect(said).toMatchObject({ member: to, thread, space });
      expect(said?.at).toBeLessThan(at);
      expect(to).not.toBe(member);
    }
    const replies = year.filter(({ kind }) => kind === 'reply');
    const arcs = new Set(replies.map(({ member, to }) => `${member} ${to}`));
    const mutual = replies.filter(({ member, to }) => arcs.has(`${to} ${member}`));
    expect(mutual.length).toBeGreaterThan(replies.length / 10);
    expect(year.filter(({ request }) => request).length).toBeGreaterThan(20);
  });

  it('is written as CSV and as NDJSON with the same rows', () => {
    const csv = activitiesCsv(year).trimEnd().split('\n');
    const ndjson = activitiesNdjson(year).trimEnd().split('\n');
    expect(csv[0]).toBe('time,member,activity,to,space,thread,id,reply_to_id,request');
    expect(csv.length - 1).toBe(year.length);
    const last = JSON.parse(ndjson.at(-1) ?? '') as Record<string, string | null>;
    expect(csv.at(-1)).toBe(
      Object.values(last)
        .map((value) => value ?? '')
        .join(','),
    );
  });
});
