import { describe, expect, it } from 'vitest';
import {
  aMatrixConnector,
  aSynapse,
  openReportsOf as open,
  reportedMessage as reported,
} from '../../builders/matrix.ts';
import { never } from '../../builders/practice.ts';

const start = 1_795_363_205_000;

describe('messages as evidence', () => {
  async function post(content: Record<string, unknown>, type = 'm.room.message') {
    const server = await aSynapse();
    const report = await aMatrixConnector(server).readReport(reported(server, { content, type }), never);
    return { post: report?.posts[0], origin: server.origin };
  }
  const html = (formatted_body: string, body: string, more: object = {}) => ({
    msgtype: 'm.text',
    format: 'org.matrix.custom.html',
    formatted_body,
    body,
    ...more,
  });

  it.each([
    ['plain text', { msgtype: 'm.text', body: '<b>not bold</b>' }, '<b>not bold</b>'],
    ['HTML and Markdown that say the same', html('<strong>hi</strong> you', '**hi** you'), 'hi you'],
    ['HTML and text that differ', html('<em>worse</em>', 'harmless'), 'worse\n\nharmless'],
    [
      'an answer without the words of others',
      html('<mx-reply><blockquote>their words</blockquote></mx-reply>mine', '> <@x:y> their words\n\nmine', {
        'm.relates_to': { 'm.in_reply_to': { event_id: '$other' } },
      }),
      'mine',
    ],
    [
      'an edit with its new words',
      { msgtype: 'm.text', body: '* new', 'm.new_content': { msgtype: 'm.text', body: 'new' } },
      'new',
    ],
    ['nothing, once it was redacted', {}, ''],
  ])('are read as %s', async (_what, content, text) => {
    expect((await post(content)).post).toMatchObject({ text, visibility: null });
  });

  it('say that they are encrypted', async () => {
    const content = { algorithm: 'm.megolm.v1.aes-sha2', ciphertext: 'AwgA' };
    expect((await post(content, 'm.room.encrypted')).post).toMatchObject({ text: '', visibility: 'encrypted' });
  });

  it('keep everything of a kind that nobody knows, and the sign of a reaction', async () => {
    expect((await post({ 'org.example': 1 }, 'org.example.new')).post?.text).toBe('{"org.example":1}');
    const reaction = { 'm.relates_to': { rel_type: 'm.annotation', event_id: '$other', key: '🤮' } };
    expect((await post(reaction, 'm.reaction')).post?.text).toBe('🤮');
  });

  it('point to files without loading them, and name what they answer', async () => {
    const content = {
      msgtype: 'm.image',
      body: 'see this',
      filename: 'photo.jpg',
      url: 'mxc://elsewhere.example/AbC',
      info: { 'xyz.amorgan.blurhash': 'LEHV6n' },
      'm.relates_to': { 'm.in_reply_to': { event_id: '$other' } },
    };
    const { post: read, origin } = await post(content);
    const url = `${origin}/_matrix/client/v1/media/download/elsewhere.example/AbC`;
    expect(read).toMatchObject({
      text: 'see this',
      media: [{ kind: 'image', description: 'photo.jpg', url, blurhash: 'LEHV6n' }],
    });
    expect(read?.inReplyTo).toMatch(/^!.+:localhost\/\$other$/);
    expect(read?.url).toMatch(/^https:\/\/matrix\.to\/#\/!/);
  });

  it('are shown as people read them now, with what was first written', async () => {
    const server = await aSynapse();
    const { world } = server;
    const id = reported(server);
    const [written] = await open(server);
    const event = world.events[0]!;
    world.edit(event, 'Buy later');
    const edit = world.edit(event, 'I said nothing');
    const [read] = await open(server);
    expect(read).toMatchObject({
      remoteId: id,
      // An edit alone is no reason to look at a decision again.
      version: written?.version,
      posts: [{ text: 'I said nothing\n\nBuy now', editedAt: edit.origin_server_ts }],
    });
    expect(read?.payloadHash).not.toBe(written?.payloadHash);
    expect(await aMatrixConnector(server).readReport(id, never)).toEqual(read);
    edit.redacted = true;
    expect((await open(server))[0]?.posts[0]?.text).toBe('Buy later\n\nBuy now');
  });

  it('are marked when they were taken down, and keep their words for as long as the server does', async () => {
    const server = await aSynapse();
    const id = reported(server);
    const [up] = await open(server);
    expect(up?.posts[0]?.isTakenDown).toBeUndefined();
    server.world.events[0]!.redacted = true;
    const [down] = await open(server);
    expect(down).toMatchObject({ remoteId: id, posts: [{ text: 'Buy now', isTakenDown: true }] });
    expect(down?.version).not.toBe(up?.version);
    server.world.throwAwayRedacted();
    const [empty] = await open(server);
    expect(empty).toMatchObject({ version: down?.version, posts: [{ text: '', isTakenDown: true }] });
  });

  it('are read as they were written where the server fails over how they stand now', async () => {
    const server = await aSynapse();
    reported(server);
    server.answers.set('/context/', { status: 500, json: { errcode: 'M_UNKNOWN', error: 'Internal server error' } });
    expect((await open(server)).map(({ posts }) => posts[0]?.text)).toEqual(['Buy now']);
    server.answers.set('/context/', { status: 502, text: { type: 'text/html', body: '<h1>Bad gateway</h1>' } });
    await expect(open(server)).rejects.toMatchObject({ code: 'server-error' });
  });

  it('are asked about once, however many report the same one', async () => {
    const server = await aSynapse();
    reported(server);
    for (let n = 1; n < 9; n += 1) {
      server.world.reportEvent(server.world.events[0]!, '@alba:localhost', start + n, null);
    }
    expect(await open(server)).toHaveLength(9);
    expect(server.requests.filter(({ path }) => path.includes('/context/'))).toHaveLength(1);
  });

  it('show a few messages around, oldest first, and no changes of the room', async () => {
    const server = await aSynapse();
    const { world } = server;
    const room = [...world.rooms.values()][0]!;
    world.say(room, '@alba:localhost', 'before');
    world.say(room, '@alba:localhost', '', { type: 'm.room.member', content: { membership: 'join' } });
    const report = await aMatrixConnector(server).readReport(reported(server), never);
    world.say(room, '@alba:localhost', 'taken down', { redacted: true });
    world.say(room, '@far:elsewhere.example', 'after');
    const thread = await aMatrixConnector(server).readThread(report?.posts[0]?.remoteId ?? '', never);
    expect(thread.map(({ text, author }) => [text, author.server])).toEqual([
      ['before', null],
      ['after', 'elsewhere.example'],
    ]);
    expect(await aMatrixConnector(server).readThread(`${room.room_id}/$unknown`, never)).toEqual([]);
    expect(await aMatrixConnector(server).readThread(`!nowhere:localhost/${world.events[0]?.event_id}`, never)).toEqual(
      [],
    );
  });

  it('are read without the people of the room', async () => {
    const server = await aSynapse();
    const report = await aMatrixConnector(server).readReport(reported(server), never);
    await aMatrixConnector(server).readThread(report?.posts[0]?.remoteId ?? '', never);
    const asked = server.contexts;
    expect(asked).toHaveLength(2);
    for (const answer of asked) expect(answer).toMatchObject({ state: [] });
  });
});
