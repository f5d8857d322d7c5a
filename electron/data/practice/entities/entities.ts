import type { Instant } from '../../../../shared/domain/ids.ts';
import type { PracticeWorld } from '../world/practice-world.ts';
import { practiceRules } from '../world/rules.ts';
import type { PracticeAccount, PracticeFlavour, PracticePost, PracticeReport } from '../world/world-state.ts';
import { postHtml } from './post-html.ts';

/** Writes the world's things as the documents that Mastodon's API promises. */
export class Entities {
  readonly #world: PracticeWorld;
  readonly #origin: string;

  constructor(world: PracticeWorld, origin: string) {
    this.#world = world;
    this.#origin = origin;
  }

  account(account: PracticeAccount): Record<string, unknown> {
    const acct = account.domain === null ? account.username : `${account.username}@${account.domain}`;
    const base = account.domain === null ? this.#origin : `https://${account.domain}`;
    const posts = this.#world.postsBy(account.id);
    return {
      id: account.id,
      username: account.username,
      acct,
      display_name: account.displayName,
      locked: false,
      bot: account.bot,
      discoverable: false,
      group: false,
      created_at: `${new Date(account.createdAt).toISOString().slice(0, 10)}T00:00:00.000Z`,
      note: postHtml(account.note, this.#origin),
      url: `${base}/@${account.username}`,
      uri: `${base}/users/${account.username}`,
      avatar: `${this.#origin}/avatars/original/missing.png`,
      avatar_static: `${this.#origin}/avatars/original/missing.png`,
      header: `${this.#origin}/headers/original/missing.png`,
      header_static: `${this.#origin}/headers/original/missing.png`,
      followers_count: posts.length * 3,
      following_count: posts.length * 2,
      statuses_count: posts.length,
      last_status_at: dateOf(posts.at(-1)?.createdAt ?? null),
      emojis: [],
      fields: [],
      ...(account.suspended && { suspended: true }),
      ...(account.silenced && { limited: true }),
    };
  }

  adminAccount(account: PracticeAccount): Record<string, unknown> {
    const isLocal = account.domain === null;
    return {
      id: account.id,
      username: account.username,
      domain: account.domain,
      created_at: iso(account.createdAt),
      email: isLocal ? `${account.username}@members.invalid` : null,
      ip: null,
      role: isLocal ? roleOf(account, this.#world.state.flavour) : null,
      confirmed: isLocal ? true : null,
      suspended: account.suspended,
      silenced: account.silenced,
      sensitized: account.sensitized,
      disabled: isLocal ? account.disabled : null,
      approved: isLocal ? account.approved : null,
      locale: isLocal ? account.language : null,
      invite_request: null,
      ips: isLocal ? [] : null,
      account: this.account(account),
    };
  }

  /** Whoever answers names whom they answer, unless that is themselves. */
  #mentions(post: PracticePost, answeredId: string | undefined): readonly Record<string, unknown>[] {
    const answered = answeredId === undefined ? undefined : this.#world.account(answeredId);
    if (answered === undefined || answered.id === post.accountId) return [];
    const { id, username, acct, url } = this.account(answered);
    return [{ id, username, acct, url }];
  }

  post(post: PracticePost): Record<string, unknown> {
    const author = this.#author(post);
    const parent = post.inReplyTo === null ? undefined : this.#world.post(post.inReplyTo);
    return {
      id: post.id,
      created_at: iso(post.createdAt),
      in_reply_to_id: post.inReplyTo,
      in_reply_to_account_id: parent?.accountId ?? null,
      sensitive: post.spoiler !== '' || author.sensitized,
      spoiler_text: post.spoiler,
      visibility: post.visibility,
      language: post.language,
      uri: `${this.#origin}/users/${author.username}/statuses/${post.id}`,
      url: `${this.#origin}/@${author.username}/${post.id}`,
      replies_count: this.#world.repliesTo(post.id).length,
      reblogs_count: 0,
      favourites_count: 0,
      edited_at: post.editedAt === null ? null : iso(post.editedAt),
      content: postHtml(post.text, this.#origin),
      reblog: null,
      account: this.account(author),
      media_attachments: post.media.map((media) => ({
        id: media.id,
        type: media.kind,
        url: `${this.#origin}/system/media_attachments/files/${media.id}/original.webp`,
        preview_url: `${this.#origin}/system/media_attachments/files/${media.id}/small.webp`,
        remote_url: null,
        meta: {},
        description: media.description,
        blurhash: 'UeKUpFxuo~R%0nW;WCnhF6RjaJt757oJodS$',
      })),
      mentions: this.#mentions(post, parent?.accountId),
      tags: [...post.text.matchAll(/#([\p{L}\p{N}_]+)/gu)].map(([, name]) => ({
        name,
        url: `${this.#origin}/tags/${name}`,
      })),
      emojis: [],
      card: null,
      poll: null,
    };
  }

  report(report: PracticeReport): Record<string, unknown> {
    const posts = report.postIds.map((id) => this.#world.post(id)).filter((post) => post !== undefined);
    return {
      id: report.id,
      action_taken: report.actionTakenAt !== null,
      action_taken_at: report.actionTakenAt === null ? null : iso(report.actionTakenAt),
      category: report.category,
      comment: report.comment,
      forwarded: report.forwarded,
      created_at: iso(report.createdAt),
      updated_at: iso(report.updatedAt),
      account: this.#accountOrNull(report.reporterId),
      target_account: this.#accountOrNull(report.targetId),
      assigned_account: this.#accountOrNull(report.assignedTo),
      action_taken_by_account: this.#accountOrNull(report.actionTakenBy),
      statuses: posts.filter((post) => post.deletedAt === null).map((post) => this.post(post)),
      rules: practiceRules
        .filter((rule) => report.ruleIds.includes(rule.id))
        .map(({ id, text, hint }) => ({ id, text, hint })),
      ...(this.#world.state.flavour === 'gotosocial' && { action_taken_comment: report.actionTakenComment }),
    };
  }

  #accountOrNull(id: string | null): Record<string, unknown> | null {
    const account = id === null ? undefined : this.#world.account(id);
    return account === undefined ? null : this.adminAccount(account);
  }

  #author(post: PracticePost): PracticeAccount {
    const author = this.#world.account(post.accountId);
    if (author === undefined) throw new RangeError('A post without an author');
    return author;
  }
}

/**
 * The role document, with the permission bits that Mastodon's roles have. GoToSocial's interface lets administrators alone in:
 * there the team are such.
 */
export function roleOf(account: PracticeAccount, flavour: PracticeFlavour): Record<string, unknown> {
  if (flavour === 'gotosocial') {
    const name = account.role === 'member' ? 'user' : 'admin';
    return { id: name, name, color: '', permissions: name === 'admin' ? '546033' : '0', highlighted: name === 'admin' };
  }
  const role = {
    owner: { id: '3', name: 'Owner', permissions: '1' },
    // View dashboard, manage reports, manage users, and what everybody may.
    moderator: { id: '1', name: 'Moderator', permissions: String((1 << 3) | (1 << 4) | (1 << 10) | (1 << 16)) },
    member: { id: '-99', name: '', permissions: String(1 << 16) },
  }[account.role];
  return { ...role, color: '', position: 0, highlighted: account.role !== 'member' };
}

function iso(at: Instant): string {
  return new Date(at).toISOString();
}

function dateOf(at: Instant | null): string | null {
  return at === null ? null : new Date(at).toISOString().slice(0, 10);
}
