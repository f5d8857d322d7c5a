import type { Comment, Community, LemmyWorld, Message, Person, Post, Report } from './lemmy-world.ts';

/** Rows as JSON. 1.0 renamed times and addresses, and moved counts and bans. */
export class LemmyViews {
  readonly #world: LemmyWorld;
  readonly #isNew: boolean;

  constructor(world: LemmyWorld, version: 'v3' | 'v4') {
    this.#world = world;
    this.#isNew = version === 'v4';
  }

  /** A time with its name. Fractions of a second have six digits, as Lemmy writes them. */
  time(name: 'published' | 'updated', at: number | null): Record<string, string> {
    if (at === null) return {};
    const text = `${new Date(at).toISOString().slice(0, -1)}000Z`;
    return { [this.#isNew ? `${name}_at` : name]: text };
  }

  address(path: string, host: string | null = null): Record<string, string> {
    return { [this.#isNew ? 'ap_id' : 'actor_id']: `http://${host ?? 'lemmy.test'}/${path}` };
  }

  person(row: Person): Record<string, unknown> {
    return {
      id: row.id,
      name: row.name,
      ...(!this.#isNew && { banned: row.banned }),
      ...this.time('published', row.published),
      ...this.address(`u/${row.name}`, row.host),
      local: row.host === null,
      deleted: false,
      bot_account: row.bot,
      instance_id: 1,
      ...(this.#isNew && this.personCounts(row)),
    };
  }

  personCounts(row: Person): Record<string, number> {
    return {
      post_count: this.#world.posts.filter((one) => one.creatorId === row.id).length,
      comment_count: this.#world.comments.filter((one) => one.creatorId === row.id).length,
    };
  }

  community(row: Community): Record<string, unknown> {
    return {
      id: row.id,
      name: row.name,
      title: row.name.toUpperCase(),
      removed: false,
      ...this.time('published', row.published),
      deleted: false,
      nsfw: false,
      ...this.address(`c/${row.name}`),
      local: true,
      posting_restricted_to_mods: false,
      instance_id: 1,
      visibility: this.#isNew ? 'public' : 'Public',
    };
  }

  post(row: Post): Record<string, unknown> {
    return {
      id: row.id,
      name: row.name,
      body: row.body,
      ...(row.url !== null && { url: row.url }),
      ...(row.urlType !== null && { url_content_type: row.urlType }),
      creator_id: row.creatorId,
      community_id: row.communityId,
      removed: row.removed,
      locked: false,
      ...this.time('published', row.published),
      ...this.time('updated', row.updated),
      deleted: false,
      nsfw: false,
      ap_id: `http://lemmy.test/post/${row.id}`,
      local: true,
      language_id: 37,
      featured_community: false,
      featured_local: row.featured,
    };
  }

  comment(row: Comment): Record<string, unknown> {
    return {
      id: row.id,
      creator_id: row.creatorId,
      post_id: row.postId,
      content: row.content,
      removed: row.removed,
      ...this.time('published', row.published),
      ...this.time('updated', row.updated),
      deleted: false,
      ap_id: `http://lemmy.test/comment/${row.id}`,
      local: true,
      path: row.path,
      distinguished: false,
      language_id: 0,
    };
  }

  message(row: Message): Record<string, unknown> {
    return {
      id: row.id,
      creator_id: row.creatorId,
      recipient_id: row.recipientId,
      content: row.content,
      deleted: false,
      ...(!this.#isNew && { read: false }),
      ...this.time('published', row.published),
      ap_id: `http://lemmy.test/private_message/${row.id}`,
      local: true,
      removed: false,
    };
  }

  postView(row: Post): Record<string, unknown> {
    const world = this.#world;
    const creator = world.person(row.creatorId);
    const community = world.community(row.communityId);
    return {
      post: this.post(row),
      creator: this.person(creator),
      community: this.community(community),
      ...this.#standing(creator, community),
    };
  }

  commentView(row: Comment): Record<string, unknown> {
    const world = this.#world;
    const post = world.post(row.postId);
    const creator = world.person(row.creatorId);
    const community = world.community(post.communityId);
    return {
      comment: this.comment(row),
      creator: this.person(creator),
      post: this.post(post),
      community: this.community(community),
      ...this.#standing(creator, community),
    };
  }

  personView(row: Person): Record<string, unknown> {
    return {
      person: this.person(row),
      is_admin: row.admin,
      ...(this.#isNew ? { banned: row.banned } : { counts: { person_id: row.id, ...this.personCounts(row) } }),
    };
  }

  /** A report with everything around it. `askerId`: 0.19 says of reported posts whether the asker moderates there. */
  reportView(row: Report, askerId: number): Record<string, unknown> {
    const world = this.#world;
    const community = world.communityOf(row);
    const view: Record<string, unknown> = {
      ...(this.#isNew && { type_: row.kind }),
      [`${row.kind}_report`]: this.#report(row),
      creator: this.person(world.person(row.creatorId)),
      ...(row.resolverId !== null && { resolver: this.person(world.person(row.resolverId)) }),
      ...(community && { community: this.community(community) }),
    };
    if (row.kind === 'community') return { ...view, creator_is_admin: false, creator_banned: false };
    const object = this.#objectOf(row);
    const author = world.person(object.creatorId);
    const post = world.postOf(row);
    const standing = community ? this.#standing(author, community) : this.#banned(author);
    return {
      ...view,
      [row.kind]: object.json,
      ...(post && { post: this.post(post) }),
      [`${row.kind}_creator`]: this.person(author),
      ...standing,
      ...(row.kind === 'post' &&
        !this.#isNew &&
        community && { creator_is_moderator: world.moderates(askerId, community.id) }),
    };
  }

  #report(row: Report): Record<string, unknown> {
    const [first, body, url] = row.original;
    const originals = {
      post: { original_post_name: first, original_post_body: body, ...(url !== null && { original_post_url: url }) },
      comment: { original_comment_text: first },
      private_message: { original_pm_text: first },
      community: { original_community_name: first, original_community_sidebar: body },
    }[row.kind];
    return {
      id: row.id,
      creator_id: row.creatorId,
      [`${row.kind}_id`]: row.objectId,
      ...originals,
      reason: row.reason,
      resolved: row.resolved,
      ...(row.resolverId !== null && { resolver_id: row.resolverId }),
      ...this.time('published', row.published),
      ...this.time('updated', row.updated),
      ...(this.#isNew && { violates_instance_rules: row.violatesInstanceRules }),
      ...(row.conclusion !== null && { conclusion: row.conclusion }),
    };
  }

  #objectOf({ kind, objectId }: Report): { creatorId: number; json: unknown } {
    const world = this.#world;
    if (kind === 'post') {
      const row = world.post(objectId);
      return { creatorId: row.creatorId, json: this.post(row) };
    }
    if (kind === 'comment') {
      const row = world.comment(objectId);
      return { creatorId: row.creatorId, json: this.comment(row) };
    }
    const row = world.message(objectId);
    return { creatorId: row.creatorId, json: this.message(row) };
  }

  #banned(person: Person): Record<string, boolean> {
    return { creator_is_admin: person.admin, ...(this.#isNew && { creator_banned: person.banned }) };
  }

  #standing(person: Person, community: Community): Record<string, boolean> {
    return {
      ...this.#banned(person),
      creator_is_moderator: community.moderators.has(person.id),
      creator_banned_from_community: community.banned.has(person.id),
    };
  }
}
