import type { ActionKind } from '../../../shared/domain/action.ts';
import { LemmyError } from './lemmy-errors.ts';
import type { LemmySession } from './lemmy-session.ts';
import type { Kind, LemmyWorld, Report } from './lemmy-world.ts';

/** What a request carried out, by the names of the product. */
export interface Done {
  readonly byId: number;
  readonly kind: ActionKind;
  readonly report?: Report;
  readonly target?: string;
}

type Version = 'v3' | 'v4';

/** The calls that change something; they are alike in both versions but for the names of some fields. */
export class LemmyActs {
  readonly done: Done[] = [];
  readonly #world: LemmyWorld;
  readonly #version: Version;

  constructor(world: LemmyWorld, version: Version) {
    this.#world = world;
    this.#version = version;
  }

  /** Ends the token that was sent along. */
  logout(session: LemmySession): void {
    session.requireLogin();
    this.#world.tokens.delete(session.token);
  }

  login(session: LemmySession): string {
    const name = session.given('username_or_email').textOr('').toLowerCase();
    const person = this.#world.people.find((one) => one.host === null && one.name === name);
    if (!person || person.password !== session.given('password').textOr('')) {
      throw new LemmyError(person || this.#version === 'v3' ? 'incorrect_login' : 'not_found');
    }
    if (person.banned) throw new LemmyError('site_ban');
    const code = session.given('totp_2fa_token').textOr('');
    if (person.totp !== null && code === '') throw new LemmyError('missing_totp_token');
    if (person.totp !== null && code !== person.totp) throw new LemmyError('incorrect_totp_token');
    return this.#world.issueToken(person.id);
  }

  resolve(session: LemmySession, kind: Kind): Report {
    const found = this.#world.report(kind, session.id('report_id'));
    if (!found) {
      throw new LemmyError(this.#version === 'v4' ? 'not_found' : `couldnt_find_${kind}_report`);
    }
    const community = kind === 'post' || kind === 'comment' ? this.#world.communityOf(found) : null;
    const me = community ? session.requireModeratorOf(community.id) : session.requireAdmin();
    const resolved = session.flag('resolved');
    this.#world.resolve(found, me, resolved);
    if (this.#version === 'v4') found.conclusion = session.given('conclusion').textOr(found.conclusion);
    this.done.push({ byId: me, kind: resolved ? 'report.resolve' : 'report.reopen', report: found });
    return found;
  }

  /** 1.0 reads `remove_children` before `removed`: false there puts the post back, whatever `removed` says. */
  remove(session: LemmySession, kind: 'post' | 'comment'): void {
    const id = session.id(`${kind}_id`);
    const rows = kind === 'post' ? this.#world.posts : this.#world.comments;
    if (!rows.some((one) => one.id === id))
      throw new LemmyError(this.#version === 'v4' ? 'not_found' : `couldnt_find_${kind}`);
    const post = this.#world.post(kind === 'post' ? id : this.#world.comment(id).postId);
    const me = session.requireModeratorOf(post.communityId);
    const reason = this.#reason(session);
    const children = session.given('remove_children');
    const removed = this.#version === 'v4' && !children.isMissing ? children.flag() : session.flag('removed');
    this.#world.setRemoved(kind, id, removed, me);
    this.#note(`remove ${kind}`, me, id, !removed, reason);
    this.done.push({ byId: me, kind: removed ? 'post.remove' : 'post.restore', target: `${kind}:${id}` });
  }

  ban(session: LemmySession): number {
    const me = session.requireAdmin();
    const person = this.#personToBan(session, me);
    if (person.admin) throw new LemmyError('not_higher_admin');
    const reason = this.#reason(session);
    person.banned = session.flag('ban');
    this.#note('ban', me, person.id, !person.banned, reason);
    const kind = person.banned ? 'account.suspend' : 'account.undo-suspend';
    this.done.push({ byId: me, kind, target: String(person.id) });
    return person.id;
  }

  banFromCommunity(session: LemmySession): number {
    const community = this.#world.communities.find((one) => one.id === session.id('community_id'));
    if (!community) throw new LemmyError(this.#version === 'v4' ? 'not_found' : 'couldnt_find_community');
    const me = session.requireModeratorOf(community.id);
    const person = this.#personToBan(session, me);
    if (person.admin || (community.moderators.has(person.id) && !this.#world.isAdmin(me)))
      throw new LemmyError('not_higher_mod');
    const reason = this.#reason(session);
    const ban = session.flag('ban');
    if (ban) community.banned.add(person.id);
    else community.banned.delete(person.id);
    this.#note('ban from community', me, person.id, !ban, reason);
    const kind = ban ? 'account.silence' : 'account.undo-silence';
    this.done.push({ byId: me, kind, target: String(person.id) });
    return person.id;
  }

  #personToBan(session: LemmySession, me: number): LemmyWorld['people'][number] {
    const person = this.#world.people.find((one) => one.id === session.id('person_id'));
    if (!person) throw new LemmyError(this.#version === 'v4' ? 'not_found' : 'couldnt_find_person');
    if (person.id === me) throw new LemmyError('not_higher_mod');
    return person;
  }

  /** Optional in 0.19; in 1.0 the field has to be there, though it may be empty. */
  #reason(session: LemmySession): string | null {
    const value = session.given('reason');
    if (value.isMissing && this.#version === 'v4') throw new LemmyError('unknown', 'missing field reason');
    return value.textOr(null);
  }

  #note(what: string, byId: number, targetId: number, undone: boolean, reason: string | null): void {
    this.#world.log.push({ what, byId, targetId, undone, reason });
  }
}
