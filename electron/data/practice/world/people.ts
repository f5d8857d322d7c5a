import type { Instant } from '../../../../shared/domain/ids.ts';
import type { PracticeWorld } from './practice-world.ts';
import type { TextBank } from './texts/text-bank.ts';
import type { PracticeAccount, PracticeRole } from './world-state.ts';

const day = 86_400_000;

/** The moderator whose work is practised, and the rest of the team. */
export const practiceSelf = 'morgan';
export const practiceTeam = ['ines', 'tarek', 'kestrel'] as const;

/** Servers nearby, whose members also write here and whose teams forward reports. */
const neighbours = ['friends.example', 'lavender.example', 'dayanisma.example'] as const;

/** The team, and one nameless sender per neighbouring server, as forwarded reports come from. */
export function settleTeam(world: PracticeWorld, at: Instant): void {
  const team: readonly (readonly [string, string, PracticeRole])[] = [
    [practiceSelf, 'Morgan (practice)', 'moderator'],
    ['ines', 'Inês', 'moderator'],
    ['tarek', 'Tarek', 'moderator'],
    ['kestrel', 'Kestrel', 'owner'],
  ];
  for (const [username, displayName, role] of team) {
    world.addAccount({ ...plainPerson(username, displayName, 'en', at - 900 * day), role });
  }
  for (const domain of neighbours) {
    world.addAccount({ ...plainPerson(domain, '', 'en', at - 700 * day), domain, bot: true });
  }
}

/** A member of this language, or of a neighbouring server. Names repeat with a number once a bank's people are used up. */
export function settleMember(world: PracticeWorld, bank: TextBank, number: number, at: Instant): PracticeAccount {
  const { random } = world;
  const [username, displayName] = bank.people[number % bank.people.length] ?? ['member', 'Member'];
  const round = Math.floor(number / bank.people.length);
  const joined = at - Math.floor((1 + random.wait(200)) * day);
  return world.addAccount({
    ...plainPerson(round === 0 ? username : `${username}_${round + 1}`, displayName, bank.language, joined),
    domain: random.chance(0.15) ? random.pick(neighbours) : null,
    note: random.chance(0.6) ? random.pick(bank.everyday) : '',
  });
}

/** An account that came only to advertise. */
export function settleAdvertiser(world: PracticeWorld, bank: TextBank, at: Instant): PracticeAccount {
  const username = `deals_${world.random.whole(1000, 999_999)}`;
  const joined = at - world.random.whole(10, 300) * 60_000;
  return world.addAccount(plainPerson(username, '', bank.language, joined));
}

/** The nameless sender of a neighbouring server. */
export function forwardingServer(world: PracticeWorld): PracticeAccount {
  const domain = world.random.pick(neighbours);
  const found = world.state.accounts.find((account) => account.domain === domain && account.username === domain);
  if (found === undefined) throw new RangeError('No such neighbour');
  return found;
}

function plainPerson(username: string, displayName: string, language: string, createdAt: Instant) {
  return {
    username,
    displayName,
    language,
    createdAt,
    domain: null as string | null,
    note: '',
    bot: false,
    role: 'member' as PracticeRole,
    approved: true,
    disabled: false,
    sensitized: false,
    silenced: false,
    suspended: false,
  };
}
