import { parseTime } from '../../files/parse-time.ts';
import type {
  ArchiveBlock,
  ArchiveDocument,
  ArchiveItem,
  ArchivePerson,
  ArchiveSource,
  ReadingContext,
} from '../archive.ts';
import { objectAt, textAt } from '../json/json-shape.ts';
import { readJsonValues } from '../json/read-json-values.ts';
import { countReceived } from './count-received.ts';
import { tweetItem } from './tweet-item.ts';

/**
 * The archive of an X account: JSON inside `window.YTD.tweets.part0 = …`, in `data/*.js` of a zip. Before 2022 the posts stood
 * in `tweet.js`; large ones go on in `tweets-part1.js`.
 */
export const xArchive: ArchiveSource = {
  id: 'x',
  async recognise(documents) {
    const found = files.map((pattern) => documents.filter(({ name }) => pattern.test(name)));
    const tweets = found.at(-1) ?? [];
    return tweets.length === 0 ? [] : found.flat();
  },
  read: readX,
};

const account = /(^|\/)data\/account\.js$/;
const manifest = /(^|\/)data\/manifest\.js$/;
const followers = /(^|\/)data\/follower(-part\d+)?\.js$/;
const tweets = /(^|\/)data\/(tweets?|community-tweet)(-part\d+)?\.js$/;
const files = [account, manifest, followers, tweets];

const prefix = /^\s*window\.[\w.]+\s*=\s*/;

async function* readX(documents: readonly ArchiveDocument[], context: ReadingContext): AsyncGenerator<ArchiveBlock> {
  const owner = await readOwner(documents, context.signal);
  const madeAt = await readMadeAt(documents, context);
  const received = countReceived(context.days);
  let before = 0;
  let followerCount: number | null = null;
  for (const document of documents) {
    const isFollowers = followers.test(document.name);
    const isTweets = tweets.test(document.name);
    if (isFollowers) followerCount ??= 0;
    for await (const { values, bytes } of valuesOf(document, '$.*', context.signal)) {
      if (isFollowers) followerCount = (followerCount ?? 0) + values.length;
      const items = isTweets ? values.map((value) => countedItem(value, owner, received, context)) : [];
      yield { items, bytes: before + bytes };
    }
    before += document.bytes;
  }
  const figures: ArchiveItem[] = [...received.figures()];
  if (madeAt !== null && followerCount !== null) {
    const day = context.days.dayOf(madeAt);
    figures.push({ type: 'figure', key: 'x.followers', dimension: '', day, unit: 'day', value: followerCount });
  }
  yield { items: figures, bytes: before };
}

/** A post, whose likes and reposts are added up. What was passed on has those of its author. */
function countedItem(
  value: unknown,
  owner: ArchivePerson,
  received: ReturnType<typeof countReceived>,
  context: ReadingContext,
): ArchiveItem {
  const tweet = objectAt(value, 'tweet') ?? value;
  const item = tweetItem(tweet, owner, context);
  if (item.type === 'act' && item.act !== 'reaction') received.add(item.at, tweet);
  return item;
}

function valuesOf(document: ArchiveDocument, path: string, signal: AbortSignal) {
  return (async function* () {
    for await (const { values, bytes } of readJsonValues(document.read(), { paths: [path], prefix, signal })) {
      yield { values: values.map(({ value }) => value), bytes };
    }
  })();
}

async function readOwner(documents: readonly ArchiveDocument[], signal: AbortSignal): Promise<ArchivePerson> {
  for (const document of documents.filter(({ name }) => account.test(name))) {
    for await (const { values } of valuesOf(document, '$.*', signal)) {
      const facts = objectAt(values[0], 'account');
      const id = textAt(facts, 'accountId');
      const handle = textAt(facts, 'username') ?? '';
      if (id) return { id, handle, name: textAt(facts, 'accountDisplayName') ?? handle };
    }
  }
  return { id: 'account-owner', handle: '', name: '' };
}

/** When the archive was made: the day for which its counts hold. */
async function readMadeAt(documents: readonly ArchiveDocument[], context: ReadingContext): Promise<number | null> {
  for (const document of documents.filter(({ name }) => manifest.test(name))) {
    for await (const { values } of valuesOf(document, '$.archiveInfo', context.signal)) {
      const at = parseTime(textAt(values[0], 'generationDate') ?? '', 'iso-8601', context.days, context.now);
      return typeof at === 'string' ? null : at;
    }
  }
  return null;
}
