import type { Books } from './books.ts';
import { type FaultSpec, type Faults, faultKinds } from './faults.ts';
import { type Answer, ok } from './http/answer.ts';
import type { IncomingCall } from './http/incoming.ts';
import { practiceTeam } from './world/people.ts';
import type { PracticeWorld } from './world/practice-world.ts';

export interface Controlled {
  readonly world: PracticeWorld;
  readonly books: Books;
  readonly faults: Faults;
  /** Lets this much time pass for the world. */
  readonly advance: (ms: number) => void;
}

const notFound: Answer = { status: 404, json: { error: 'not-found' } };
const invalid: Answer = { status: 422, json: { error: 'invalid' } };

/** The switches and books under /practice/, for other processes than the one the server runs in. */
export function control(call: IncomingCall, controlled: Controlled): Answer {
  const [, , topic = '', id = ''] = call.path.split('/');
  switch (`${call.method} ${topic}`) {
    case 'GET faults':
      return ok(controlled.faults.list());
    case 'POST faults':
      return addFault(call, controlled.faults);
    case 'DELETE faults':
      if (id === '') controlled.faults.clear();
      else controlled.faults.remove(Number(id));
      return ok({});
    case 'GET books':
      return ok({ ...books(controlled), requests: controlled.books.requests });
    case 'GET summary':
      return ok(books(controlled));
    case 'GET reports':
      return one(controlled.world.report(id));
    case 'GET accounts':
      return account(controlled.world, id);
    case 'POST advance':
      return advance(call, controlled);
    case 'POST colleague':
      return colleague(call, controlled.world);
    default:
      return notFound;
  }
}

function books({ books, world }: Controlled) {
  return {
    actions: books.actions,
    repeatedKeys: books.repeatedKeys(),
    open: world.state.reports.filter((report) => report.actionTakenAt === null).length,
    resolved: world.state.reports.filter((report) => report.actionTakenAt !== null).length,
    strikes: world.state.strikes.length,
  };
}

function one(found: unknown): Answer {
  return found === undefined ? notFound : ok(found);
}

function account(world: PracticeWorld, id: string): Answer {
  const found = world.account(id);
  if (found === undefined) return notFound;
  return ok({ ...found, strikes: world.state.strikes.filter((strike) => strike.accountId === id) });
}

function addFault(call: IncomingCall, faults: Faults): Answer {
  const spec = call.json;
  const isSpec =
    typeof spec === 'object' && spec !== null && 'kind' in spec && faultKinds.some((kind) => kind === spec.kind);
  return isSpec ? ok({ id: faults.add(spec as FaultSpec) }) : invalid;
}

function advance(call: IncomingCall, controlled: Controlled): Answer {
  const ms = Number(call.form.get('ms'));
  if (!Number.isFinite(ms) || ms <= 0) return invalid;
  controlled.advance(ms);
  return ok({ grownTo: controlled.world.state.grownTo });
}

function colleague(call: IncomingCall, world: PracticeWorld): Answer {
  const { form } = call;
  const name = practiceTeam.find((username) => username === form.get('as'));
  const act = form.get('do');
  const reportId = form.get('report_id');
  if (name === undefined) return invalid;
  if (act === 'resolve' || act === 'reopen' || act === 'assign' || act === 'unassign') {
    if (reportId === null || world.report(reportId) === undefined) return notFound;
    world.colleagueActs(name, { do: act, reportId });
    return ok({});
  }
  if (act === 'none' || act === 'sensitive' || act === 'disable' || act === 'silence' || act === 'suspend') {
    const accountId = form.get('account_id') ?? '';
    if (world.account(accountId) === undefined) return notFound;
    world.colleagueActs(name, { do: act, accountId, ...(reportId !== null && { reportId }) });
    return ok({});
  }
  return invalid;
}
