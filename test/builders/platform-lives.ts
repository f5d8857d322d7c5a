import type { PracticeServer } from '../../electron/data/practice/practice-server.ts';
import type { DiscourseStandIn } from '../stand-ins/discourse/discourse-stand-in.ts';
import type { LemmyTestServer } from '../stand-ins/lemmy/lemmy-server.ts';
import type { SynapseServer } from '../stand-ins/matrix/synapse-server.ts';
import type { MisskeyStandIn } from '../stand-ins/misskey/misskey-stand-in.ts';
import type { NodebbStandIn } from '../stand-ins/nodebb/nodebb-stand-in.ts';
import type { StandIn } from '../stand-ins/stand-in.ts';

/** Who said what to whom: "ada replied bo", "ada posted" where it is said to nobody. */
export type Said = string;

/** What members did on a stand-in, by its own books. */
export interface Lives {
  /** Everything that ada, bo and cy said, in any order. */
  readonly said: readonly Said[];
  /** How many posts and answers there are altogether, whoever wrote them. */
  readonly acts: number;
  /** When everybody joined, by handle; null where the platform does not list it. */
  readonly joined: ReadonlyMap<string, number> | null;
}

/** The same conversation wherever the stand-in's world can hold it. */
const conversation: readonly Said[] = [
  'ada posted',
  'bo replied ada',
  'ada replied bo',
  'cy replied ada',
  // To herself, which is to nobody.
  'cy replied',
];

/** Lets people live on a stand-in: a conversation of three, and enough others for more than one page of a list. */
export function liveOn(standIn: StandIn): Lives {
  switch (standIn.platform) {
    case 'discourse':
      return liveOnDiscourse(standIn as DiscourseStandIn);
    case 'lemmy':
      return liveOnLemmy(standIn.server as LemmyTestServer);
    case 'matrix':
      return liveOnMatrix(standIn.server as SynapseServer);
    case 'misskey':
      return liveOnMisskey(standIn as MisskeyStandIn);
    case 'nodebb':
      return liveOnNodebb(standIn as NodebbStandIn);
    case 'mastodon':
      return liveOnMastodon(standIn.server as PracticeServer);
    default:
      throw new RangeError('lists no activities');
  }
}

/** Posts for anybody by members; what neighbours wrote, and what is for some only, is listed for none. */
function liveOnMastodon({ world }: PracticeServer): Lives {
  const start = world.state.startedAt;
  let ticks = 0;
  const person = (username: string) =>
    world.addAccount({ ...world.member('morgan'), username, role: 'member', createdAt: start - 50 * 86_400_000 });
  const [ada, bo, cy] = [person('ada'), person('bo'), person('cy')];
  const far = world.addAccount({ ...ada, username: 'far', domain: 'elsewhere.example' });
  const say = (by: { id: string }, inReplyTo: string | null = null, visibility: 'public' | 'private' = 'public') => {
    ticks += 60_000;
    const text = 'See you on Thursday';
    const about = { accountId: by.id, text, spoiler: '', language: 'en', visibility, inReplyTo, media: [] } as const;
    return world.addPost({ ...about, createdAt: start - 40 * 86_400_000 + ticks }).id;
  };
  const first = say(bo, say(ada));
  const third = say(cy, say(ada, first));
  say(cy, third);
  say(far, third);
  say(cy, third, 'private');
  // Forty posts a page, a hundred members.
  for (let count = 0; count < 90; count += 1) say(bo);
  for (let count = 0; count < 110; count += 1) person(`member${count}`);
  const local = world.state.accounts.filter(({ domain }) => domain === null);
  const shown = local.flatMap(({ id }) => world.postsBy(id)).filter((post) => !/private|direct/.test(post.visibility));
  return {
    said: [...conversation, ...Array.from({ length: 90 }, () => 'bo posted')],
    acts: shown.length,
    joined: new Map(local.map(({ username, createdAt }) => [username, createdAt])),
  };
}

/** Members, and posts of every kind. An answer is named by its place in the topic, and says whose post it answers. */
function liveOnDiscourse({ world }: DiscourseStandIn): Lives {
  const [ada, bo, cy] = [world.addUser('ada'), world.addUser('bo'), world.addUser('cy')];
  const topic = world.addTopic('Thursday');
  world.addPost(topic, ada);
  world.addPost(topic, bo, { replyTo: 1 });
  world.addPost(topic, ada, { replyTo: 2 });
  world.addPost(topic, cy, { replyTo: 3 });
  world.addPost(topic, cy, { replyTo: 4 });
  // Fifty numbers a page.
  for (let count = 0; count < 60; count += 1) world.addPost(world.addTopic(`Day ${count}`), bo);
  const people = world.users.filter(({ id }) => id > 0);
  return {
    said: [...conversation, ...Array.from({ length: 60 }, () => 'bo posted')],
    acts: world.posts.length,
    joined: new Map(people.map(({ username, createdAt }) => [username, Math.trunc(createdAt)])),
  };
}

/** Posts and comments, which say of their authors when they joined; of nobody else it is known. */
function liveOnLemmy({ world }: LemmyTestServer): Lives {
  const [ada, bo, cy] = [world.addPerson('ada'), world.addPerson('bo'), world.addPerson('cy')];
  const space = world.addCommunity('garden').id;
  const post = world.addPost(space, ada.id);
  const first = world.addComment(post.id, bo.id);
  const second = world.addComment(post.id, ada.id, first);
  const third = world.addComment(post.id, cy.id, second);
  world.addComment(post.id, cy.id, third);
  // Fifty a page: comments on comments, so that what is answered comes on a later page than the answer.
  let last = first;
  for (let count = 0; count < 30; count += 1) {
    const asked = world.addComment(post.id, ada.id, last);
    last = world.addComment(post.id, bo.id, asked);
  }
  const more = Array.from({ length: 30 }, () => ['ada replied bo', 'bo replied ada']).flat();
  return {
    said: [...conversation, ...more],
    acts: world.posts.length + world.comments.length,
    joined: new Map([ada, bo, cy].map(({ name, published }) => [name, published])),
  };
}

/** Sign-ups alone: what is said stands in rooms, which Hearth does not read. So no post or answer can be expected. */
function liveOnMatrix({ world }: SynapseServer): Lives {
  const start = 1_795_000_000;
  // Five hundred a page.
  for (let count = 0; count < 520; count += 1) world.addUser(`member${count}`, { creation_ts: start + count * 60 });
  const room = world.addRoom('Garden');
  for (let count = 0; count < 3; count += 1) world.say(room, `@member${count}:${world.serverName}`, 'Hello');
  const people = [...world.users.values()];
  return { said: [], acts: 0, joined: new Map(people.map(({ name, creation_ts }) => [name, creation_ts * 1000])) };
}

/** Public notes of members, and who joined when, suspended or not. The server's own actor has not joined. */
function liveOnMisskey({ server: { world } }: MisskeyStandIn): Lives {
  const [ada, bo, cy] = [world.addUser('ada'), world.addUser('bo'), world.addUser('cy')];
  const note = world.addNote(ada.id, 'Who comes on Thursday?');
  const first = world.addNote(bo.id, 'I do', { replyId: note.id });
  const second = world.addNote(ada.id, 'Good', { replyId: first.id });
  const third = world.addNote(cy.id, 'Me, too', { replyId: second.id });
  world.addNote(cy.id, 'With cake', { replyId: third.id });
  // A hundred a page; what is only passed on, and what is not for everybody, is no act.
  for (let count = 0; count < 110; count += 1) world.addNote(bo.id, `Day ${count}`);
  world.addNote(cy.id, null, { renoteId: note.id });
  world.addNote(cy.id, 'Only for some', { visibility: 'followers' });
  world.addUser('system.actor', { isBot: true });
  for (let count = 0; count < 110; count += 1) world.addUser(`member${count}`, { isSuspended: count % 7 === 0 });
  const acts = world.notes.filter(({ text, visibility }) => text !== null && visibility === 'public').length;
  const people = world.users.filter(({ host, username }) => host === null && !username.includes('.'));
  return {
    said: [...conversation, ...Array.from({ length: 110 }, () => 'bo posted')],
    acts,
    joined: new Map(people.map(({ username, createdAt }) => [username, createdAt])),
  };
}

/** Members, topics and replies. */
function liveOnNodebb({ world }: NodebbStandIn): Lives {
  const [ada, bo, cy] = [world.addUser('ada'), world.addUser('bo'), world.addUser('cy')];
  const topic = world.addTopic(ada.uid, 1, 'Thursday', 'Who comes?');
  const first = world.addPost(topic.tid, bo.uid, 'I do', topic.mainPid);
  const second = world.addPost(topic.tid, ada.uid, 'Good', first.pid);
  const third = world.addPost(topic.tid, cy.uid, 'Me, too', second.pid);
  world.addPost(topic.tid, cy.uid, 'With cake', third.pid);
  // Twenty posts a page, fifty members.
  for (let count = 0; count < 50; count += 1) world.addUser(`member${count}`);
  for (let count = 0; count < 45; count += 1) world.addTopic(bo.uid, 1, `Day ${count}`, 'Hello');
  return {
    said: [...conversation, ...Array.from({ length: 45 }, () => 'bo posted')],
    acts: world.posts.size,
    joined: new Map([...world.users.values()].map(({ username, joindate }) => [username, joindate])),
  };
}
