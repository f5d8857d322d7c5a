import { type Page, PlatformError, type RemoteReport } from '../../../electron/data/platforms/platform.ts';
import { insist } from '../insist.ts';
import type { Journey } from '../journey.ts';

/** A server with more than this many pages is read up to here; the journey says so. */
const mostPages = 40;
const noRight = { couldNot: 'this account may not read reports' };

interface Read {
  readonly items: readonly RemoteReport[];
  readonly rejected: number;
  readonly pages: number;
  readonly isAll: boolean;
}

async function readPages<Some extends Page<RemoteReport>>(
  read: (cursor: string | null) => Promise<Some>,
  from: string | null = null,
): Promise<Read & { readonly last: Some }> {
  const items: RemoteReport[] = [];
  let rejected = 0;
  for (let cursor = from, pages = 1; ; pages += 1) {
    const page = await read(cursor);
    items.push(...page.items);
    rejected += page.rejected.length;
    if (page.next === null || pages === mostPages) {
      return { items, rejected, pages, isAll: page.next === null, last: page };
    }
    cursor = page.next;
  }
}

function said({ items, rejected, pages, isAll }: Read, what: string): string {
  const more = isAll ? '' : ', and there are more';
  return `${items.length} ${what} on ${pages} pages${more}; ${rejected} could not be understood`;
}

const openList: Journey = {
  name: 'list all open reports',
  async run(visit) {
    if (!visit.facts.capabilities.reports) return noRight;
    const read = await readPages((cursor) => visit.connector.listOpenReports(cursor, visit.signal));
    const ids = new Set(read.items.map(({ remoteId }) => remoteId));
    insist(ids.size === read.items.length || !read.isAll, 'a report is listed twice though nothing changed');
    insist(
      read.items.every(({ state }) => state === 'open'),
      'a closed report is listed as open',
    );
    visit.open = read.items;
    return { did: said(read, 'open reports') };
  },
};

const newList: Journey = {
  name: 'list reports of every state from the beginning, and go on from there',
  async run(visit) {
    if (!visit.facts.capabilities.reports) return noRight;
    const list = (cursor: string | null) => visit.connector.listNewReports(cursor, visit.signal);
    const read = await readPages(list);
    const ids = new Set(read.items.map(({ remoteId }) => remoteId));
    const missing = visit.open.filter(({ remoteId }) => !ids.has(remoteId)).length;
    insist(!read.isAll || missing === 0, `${missing} open reports are missing from the list of all`);
    const onward = await readPages(list, read.last.resume);
    // What is recent may be read again; an overlap longer than an hour would be no going on.
    const hourAgo = Date.now() - 60 * 60_000;
    const old = (items: readonly RemoteReport[]) => items.filter(({ createdAt }) => createdAt < hourAgo).length;
    const olderAgain = read.isAll && old(onward.items) >= old(read.items) && old(read.items) > 40;
    insist(!olderAgain, 'everything was read again instead of what is new');
    return { did: `${said(read, 'reports')}; going on: ${onward.items.length}` };
  },
};

const oneReport: Journey = {
  name: 'read one report by its id, twice alike',
  async run(visit) {
    // The report made for tests has its own journey.
    const others = visit.open.filter(({ remoteId }) => remoteId !== visit.settings.report);
    const listed = others.find(({ assignedTo }) => assignedTo === null) ?? others[0];
    if (listed === undefined) return { couldNot: 'there is no open report' };
    const [first, second] = [await visit.report(listed.remoteId), await visit.report(listed.remoteId)];
    insist(first.version === listed.version, 'the list and the report itself have different versions');
    insist(first.version === second.version, 'the version changes though nothing happened');
    insist(first.target.remoteId !== '' && first.createdAt > 0, 'who it is about, or its time, is missing');
    visit.chosen = first;
    const words = [`${first.posts.length} posts`, `category ${first.category}`, `time of change ${timed(first)}`];
    return { did: `report ${first.remoteId}: ${words.join(', ')}` };
  },
};

function timed({ updatedAt }: RemoteReport): string {
  return updatedAt === null ? 'not said' : 'said';
}

const missingReport: Journey = {
  name: 'be told that a report does not exist',
  async run(visit) {
    if (!visit.facts.capabilities.reports) return noRight;
    const like = visit.open[0]?.remoteId;
    const reading = visit.connector.readReport(idOfNone(like), visit.signal);
    const found = await reading.catch((error: unknown) => {
      const isNoName = like === undefined && error instanceof PlatformError && error.code === 'refused';
      if (isNoName) return 'no name here';
      throw error;
    });
    if (found === 'no name here') return { couldNot: 'no open report shows how reports are named here' };
    insist(found === null, 'a report that nobody made is there');
    return { did: 'it is gone, as it should be' };
  },
};

/** A report nobody made, named as this platform names its own: some names carry a kind, and more than a number. */
function idOfNone(like: string | undefined): string {
  return like?.includes(':') ? like.replace(/\d+/, '999999999') : '999999999';
}

const account: Journey = {
  name: 'read the account that the report is about',
  async run(visit) {
    if (visit.chosen === null) return { couldNot: 'there is no open report' };
    const { target } = visit.chosen;
    const read = await visit.connector.readAccount(target.remoteId, visit.signal);
    if (read === null) return { couldNot: 'the account is gone' };
    insist(read.remoteId === target.remoteId, 'another account was answered');
    insist(read.state === target.state, `the account is ${read.state} by itself and ${target.state} in the report`);
    return { did: `state ${read.state}, ${read.joinedAt === null ? 'without' : 'with'} the day of joining` };
  },
};

const thread: Journey = {
  name: 'read what stands around the reported post',
  async run(visit) {
    const post = visit.open.flatMap(({ posts }) => posts)[0];
    if (post === undefined) return { couldNot: 'no open report is about a post' };
    const around = await visit.connector.readThread(post.remoteId, visit.signal);
    return { did: `${around.length} posts around it` };
  },
};

export const reading: readonly Journey[] = [openList, newList, oneReport, missingReport, account, thread];
