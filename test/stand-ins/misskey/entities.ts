import type { MisskeyNote, MisskeyReport, MisskeyUser, MisskeyWorld } from './world.ts';

/** Before 2024.10 reports had neither `resolvedAs` nor `moderationNote`. */
export type Vintage = 'current' | '2024.8';

const iso = (at: number) => new Date(at).toISOString();

/** UserLite: little more than the name. */
export function writeUserLite(user: MisskeyUser): Record<string, unknown> {
  return {
    id: user.id,
    name: user.name,
    username: user.username,
    host: user.host,
    avatarUrl: 'https://media.example/avatar.webp',
    avatarBlurhash: null,
    avatarDecorations: [],
    isBot: user.isBot,
    isCat: false,
    emojis: {},
    onlineStatus: 'unknown',
    badgeRoles: [],
  };
}

/** UserDetailedNotMe, as far as a connector may look at it. */
export function writeUser(world: MisskeyWorld, user: MisskeyUser): Record<string, unknown> {
  return {
    ...writeUserLite(user),
    url: user.host === null ? null : `https://${user.host}/@${user.username}`,
    uri: user.host === null ? null : `https://${user.host}/users/${user.id}`,
    createdAt: iso(user.createdAt),
    updatedAt: null,
    isLocked: false,
    isSilenced: user.isSilenced,
    isSuspended: user.isSuspended,
    description: `I am ${user.username}.`,
    location: null,
    birthday: null,
    lang: null,
    fields: [{ name: 'Pronouns', value: 'they/them' }],
    verifiedLinks: [],
    followersCount: 3,
    followingCount: 4,
    notesCount: world.notes.filter((note) => note.userId === user.id).length,
    pinnedNoteIds: [],
    pinnedNotes: [],
    publicReactions: false,
    roles: user.isModerator ? [{ id: 'role1', name: 'Team', isModerator: true, isAdministrator: false }] : [],
    memo: null,
    moderationNote: '',
  };
}

/** MeDetailed. */
export function writeMe(world: MisskeyWorld, user: MisskeyUser): Record<string, unknown> {
  return { ...writeUser(world, user), isModerator: user.isModerator, isAdmin: false, policies: { ltlAvailable: true } };
}

/** A note as it is shown to somebody. What they may not see is there all the same, with nothing in it (`hideNote`). */
export function writeNote(
  world: MisskeyWorld,
  note: MisskeyNote,
  isSharkey: boolean,
  meId: string,
): Record<string, unknown> {
  const isHidden = !world.isVisible(note, meId) || (note.isHidden && note.userId !== meId);
  const inner = (id: string | null) => {
    const found = id === null ? undefined : world.note(id);
    return found ? writeNote(world, found, isSharkey, meId) : null;
  };
  return {
    id: note.id,
    createdAt: iso(note.createdAt),
    ...(isSharkey && { updatedAt: note.updatedAt === null ? null : iso(note.updatedAt) }),
    userId: note.userId,
    user: writeUserLite(world.user(note.userId)!),
    text: isHidden ? null : note.text,
    cw: isHidden ? null : note.cw,
    visibility: note.visibility,
    localOnly: false,
    reactionAcceptance: null,
    renoteCount: 0,
    repliesCount: 0,
    reactionCount: 0,
    reactions: {},
    reactionEmojis: {},
    fileIds: [],
    files: [],
    replyId: note.replyId,
    renoteId: note.renoteId,
    ...(isHidden && { isHidden }),
    ...(note.replyId !== null && { reply: inner(note.replyId) }),
    ...(note.renoteId !== null && { renote: inner(note.renoteId) }),
  };
}

export function writeReport(world: MisskeyWorld, report: MisskeyReport, vintage: Vintage): Record<string, unknown> {
  const assignee = report.assigneeId === null ? undefined : world.user(report.assigneeId);
  return {
    id: report.id,
    createdAt: iso(report.createdAt),
    comment: report.comment,
    resolved: report.resolved,
    reporterId: report.reporterId,
    targetUserId: report.targetUserId,
    assigneeId: report.assigneeId,
    reporter: writeUser(world, world.user(report.reporterId)!),
    targetUser: writeUser(world, world.user(report.targetUserId)!),
    assignee: assignee ? writeUser(world, assignee) : null,
    forwarded: report.forwarded,
    ...(vintage === 'current' && { resolvedAs: report.resolvedAs, moderationNote: report.moderationNote }),
  };
}
