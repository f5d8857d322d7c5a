import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PracticeServer } from '../../../electron/data/practice/practice-server.ts';
import { practiceWords } from '../../../electron/data/practice/practice-words.ts';
import { aCall, aConnector, anOpenReport, aPracticeServer, never, practiceStart } from '../../builders/practice.ts';
import { aTempFolder } from '../../builders/temp-folder.ts';

const hour = 3_600_000;

function ask(server: PracticeServer, path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(new URL(path, server.origin), init);
}

function bearer(token: string): RequestInit {
  return { headers: { authorization: `Bearer ${token}` } };
}

function switched(server: PracticeServer, path: string, body?: unknown, method = 'POST'): Promise<Response> {
  const headers = { 'x-practice-control': server.controlToken, 'content-type': 'application/json' };
  return ask(server, path, body === undefined ? { headers, method } : { headers, method, body: JSON.stringify(body) });
}

describe('the practice server', () => {
  it('listens on this computer only, and only under its own name', async () => {
    const server = await aPracticeServer();
    expect(new URL(server.origin).hostname).toBe('127.0.0.1');
    const status = await new Promise((resolve, reject) => {
      const call = request(
        `${server.origin}/api/v2/instance`,
        { headers: { host: 'elsewhere.example' } },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      );
      call.on('error', reject);
      call.end();
    });
    expect(status).toBe(403);
  });

  it('refuses a port that is taken', async () => {
    const first = await aPracticeServer();
    const second = new PracticeServer({ reports: 1, port: Number(new URL(first.origin).port) });
    await expect(second.start()).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('asks for token, scope and role, each by its own status', async () => {
    const server = await aPracticeServer();
    const path = '/api/v1/admin/reports';
    const member = server.world.state.accounts.find(({ role, domain }) => role === 'member' && domain === null);
    expect((await ask(server, path)).status).toBe(401);
    expect((await ask(server, path, bearer('wrong'))).status).toBe(401);
    expect((await ask(server, path, bearer(server.issueToken('morgan', ['read'])))).status).toBe(403);
    expect((await ask(server, path, bearer(server.issueToken('morgan', ['admin:read:accounts'])))).status).toBe(403);
    expect((await ask(server, path, bearer(server.issueToken(member?.username)))).status).toBe(403);
    expect((await ask(server, path, bearer(server.issueToken('morgan', ['admin:read:reports'])))).status).toBe(200);
    expect((await ask(server, path, bearer(server.issueToken('morgan', ['admin:read'])))).status).toBe(200);
  });

  it('answers errors in the language asked for, so that only the status can be relied upon', async () => {
    const server = await aPracticeServer();
    const error = async (language: string) => {
      const response = await ask(server, '/api/v1/admin/reports', { headers: { 'accept-language': language } });
      return ((await response.json()) as { error: string }).error;
    };
    expect(await error('ar')).not.toBe(await error('en'));
  });

  it('lacks on GoToSocial what GoToSocial lacks', async () => {
    const server = await aPracticeServer({ flavour: 'gotosocial' });
    const headers = { authorization: `Bearer ${server.issueToken()}` };
    const { id, targetId } = anOpenReport(server);
    const status = async (method: string, path: string) => (await ask(server, path, { method, headers })).status;
    for (const name of ['assign_to_self', 'unassign', 'reopen']) {
      expect(await status('POST', `/api/v1/admin/reports/${id}/${name}`)).toBe(404);
    }
    for (const name of ['enable', 'unsilence', 'unsuspend', 'unsensitive']) {
      expect(await status('POST', `/api/v1/admin/accounts/${targetId}/${name}`)).toBe(404);
    }
    for (const name of ['measures', 'dimensions', 'retention']) {
      expect(await status('POST', `/api/v1/admin/${name}`)).toBe(404);
    }
    const put = await ask(server, `/api/v1/admin/reports/${id}`, { method: 'PUT', headers });
    expect(put.status).toBe(405);
    expect(put.headers.get('content-type')).toBe('text/plain');
  });

  it('reads the resolved parameter as each server does', async () => {
    const count = async (server: PracticeServer, query: string) => {
      const response = await ask(server, `/api/v1/admin/reports?limit=100${query}`, bearer(server.issueToken()));
      return ((await response.json()) as unknown[]).length;
    };
    const mastodon = await aPracticeServer({ reports: 60 });
    const gotosocial = await aPracticeServer({ reports: 60, flavour: 'gotosocial' });
    const resolved = (server: PracticeServer) =>
      server.world.state.reports.filter(({ actionTakenAt }) => actionTakenAt !== null).length;
    const all = mastodon.world.state.reports.length;
    expect(await count(mastodon, '')).toBe(all - resolved(mastodon));
    expect(await count(mastodon, '&resolved=false')).toBe(resolved(mastodon));
    expect(await count(gotosocial, '')).toBe(gotosocial.world.state.reports.length);
    expect(await count(gotosocial, '&resolved=false')).toBe(
      gotosocial.world.state.reports.length - resolved(gotosocial),
    );
    expect(resolved(mastodon)).toBeGreaterThan(0);
  });

  it('pages accounts on GoToSocial by names, not ids', async () => {
    const server = await aPracticeServer({ flavour: 'gotosocial' });
    const seen = new Set<string>();
    for (let path: string | undefined = '/api/v1/admin/accounts?limit=25'; path !== undefined; ) {
      const response = await ask(server, path, bearer(server.issueToken()));
      for (const { id } of (await response.json()) as { id: string }[]) seen.add(id);
      path = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1];
      if (path !== undefined) expect(new URL(path).searchParams.get('max_id')).toContain('/@');
    }
    expect(seen.size).toBe(server.world.state.accounts.filter(({ bot }) => !bot).length);
  });

  it('makes another strike for a repeated sanction, and says so in its books', async () => {
    const server = await aPracticeServer();
    const connector = aConnector(server);
    const call = aCall(anOpenReport(server), { kind: 'account.silence', idempotencyKey: 'twice' });
    await connector.perform(call, never);
    await connector.perform(call, never);
    expect(server.world.state.strikes).toHaveLength(2);
    expect(server.books.repeatedKeys()).toEqual(['twice']);
    expect(server.books.countsByKey().get('twice')).toBe(2);
  });

  it('lets the last of two moderators win, with 200 for both', async () => {
    const server = await aPracticeServer();
    const report = anOpenReport(server);
    server.world.colleagueActs('tarek', { do: 'resolve', reportId: report.id });
    await aConnector(server).perform(aCall(report), never);
    expect(report.actionTakenBy).toBe(server.world.member('morgan').id);
  });

  it('moves the moment of the last change with every change, and with nothing else', async () => {
    // Its clock stands still.
    const server = await aPracticeServer();
    const report = anOpenReport(server);
    const connector = aConnector(server);
    const moments: (number | null | undefined)[] = [(await connector.readReport(report.id, never))?.updatedAt];
    const colleague = (act: 'resolve' | 'reopen' | 'assign' | 'unassign') =>
      server.world.colleagueActs('tarek', { do: act, reportId: report.id });
    const warn = () => connector.perform(aCall(report, { kind: 'account.warn' }), never);
    for (const change of [
      warn,
      () => colleague('reopen'),
      () => colleague('assign'),
      () => colleague('unassign'),
      () => connector.perform(aCall(report, { kind: 'account.silence' }), never),
      // Mastodon closes a closed report again with a warning.
      warn,
      () => connector.perform(aCall(report), never),
    ]) {
      await change();
      moments.push((await connector.readReport(report.id, never))?.updatedAt);
    }
    expect(moments).toEqual([...new Set(moments)].sort((a, b) => Number(a) - Number(b)));
    expect(moments).toHaveLength(8);
    await connector.perform(aCall(report, { kind: 'account.undo-silence' }), never);
    colleague('unassign');
    expect((await connector.readReport(report.id, never))?.updatedAt).toBe(moments.at(-1));
  });

  it('can neither warn nor lock out somebody whose account is elsewhere', async () => {
    const server = await aPracticeServer({ reports: 120 });
    const remote = server.world.state.reports.find(({ targetId }) => server.world.account(targetId)?.domain !== null)!;
    const connector = aConnector(server);
    for (const kind of ['account.warn', 'account.disable'] as const) {
      await expect(connector.perform(aCall(remote, { kind }), never)).rejects.toMatchObject({
        code: 'refused',
        status: 422,
      });
    }
    await connector.perform(aCall(remote, { kind: 'account.silence' }), never);
    expect(server.world.account(remote.targetId)?.silenced).toBe(true);
  });

  it('grows while it is asked, when told to', async () => {
    let now = practiceStart;
    const server = await aPracticeServer({ clock: () => now, meanWaitMs: hour / 4 });
    const before = server.world.state.reports.length;
    now += 12 * hour;
    await aConnector(server).listOpenReports(null, never);
    expect(server.world.state.reports.length).toBeGreaterThan(before);
  });
});

describe('a practice community with a file', () => {
  it('goes on where it was: port, tokens, decisions', async () => {
    const stateFile = join(aTempFolder(), 'practice', 'state.json');
    const first = await aPracticeServer({ stateFile });
    const token = first.issueToken();
    const report = anOpenReport(first);
    await aConnector(first, { accessToken: token }).perform(aCall(report, { kind: 'account.silence' }), never);
    // As if the process had been killed: nothing but the file is left.
    const kept = readFileSync(stateFile, 'utf8');
    await first.stop();
    writeFileSync(stateFile, kept);
    const second = await aPracticeServer({ stateFile });
    expect(second.origin).toBe(first.origin);
    expect(second.world.state).toEqual(first.world.state);
    expect(await aConnector(second, { accessToken: token }).readReport(report.id, never)).toMatchObject({
      state: 'resolved',
    });
    expect(existsSync(`${stateFile}.new`)).toBe(false);
  });

  it('begins anew when the file is damaged or of another kind', async () => {
    const stateFile = join(aTempFolder(), 'state.json');
    writeFileSync(stateFile, '{"format":1,"fla');
    const damaged = await aPracticeServer({ stateFile });
    expect(damaged.world.state.reports.length).toBeGreaterThanOrEqual(30);
    await damaged.stop();
    const other = await aPracticeServer({ stateFile, flavour: 'gotosocial' });
    expect(other.world.state.flavour).toBe('gotosocial');
  });
});

describe('the controls', () => {
  it('are locked without their token', async () => {
    const server = await aPracticeServer();
    expect((await ask(server, '/practice/books')).status).toBe(403);
    expect((await ask(server, '/practice/faults', { method: 'POST' })).status).toBe(403);
  });

  it('switch faults on and off', async () => {
    const server = await aPracticeServer();
    const added = await switched(server, '/practice/faults', { kind: 'forbidden', match: '/api/v2/instance' });
    const { id } = (await added.json()) as { id: number };
    expect((await ask(server, '/api/v2/instance')).status).toBe(403);
    await switched(server, `/practice/faults/${id}`, undefined, 'DELETE');
    expect((await ask(server, '/api/v2/instance')).status).toBe(200);
    expect((await switched(server, '/practice/faults', { kind: 'nonsense' })).status).toBe(422);
  });

  it('let a colleague act and time pass, and show the books', async () => {
    const server = await aPracticeServer();
    const { id, targetId } = anOpenReport(server);
    const acted = await switched(server, '/practice/colleague', { as: 'ines', do: 'resolve', report_id: id });
    expect(acted.status).toBe(200);
    expect(await (await switched(server, `/practice/reports/${id}`, undefined, 'GET')).json()).toMatchObject({
      actionTakenBy: server.world.member('ines').id,
    });
    await switched(server, '/practice/colleague', { as: 'tarek', do: 'silence', account_id: targetId });
    expect(await (await switched(server, `/practice/accounts/${targetId}`, undefined, 'GET')).json()).toMatchObject({
      silenced: true,
      strikes: [{ type: 'silence' }],
    });
    const before = server.world.state.reports.length;
    await switched(server, '/practice/advance', { ms: 48 * hour });
    expect(server.world.state.reports.length).toBeGreaterThan(before);
    expect(await (await switched(server, '/practice/summary', undefined, 'GET')).json()).toMatchObject({
      repeatedKeys: [],
      strikes: server.world.state.strikes.length,
    });
    expect((await switched(server, '/practice/colleague', { as: 'nobody', do: 'resolve', report_id: id })).status).toBe(
      422,
    );
  });
});

describe('the words of the practice server', () => {
  it('are there in every language that Hearth speaks', () => {
    expect(practiceWords('ar')).toMatchObject({ language: 'ar', direction: 'rtl' });
    expect(practiceWords('ar').title).not.toBe(practiceWords('en').title);
    expect(practiceWords('xx')).toMatchObject({ language: 'en', direction: 'ltr' });
  });
});
