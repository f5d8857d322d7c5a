/** The server of a user, such as "example.org" in "@name:example.org"; empty when it is no Matrix id. */
export function serverOf(userId: string): string {
  const colon = userId.indexOf(':');
  return userId.startsWith('@') && colon !== -1 ? userId.slice(colon + 1) : '';
}

/** The name of a user without sigil and server. */
export function localpartOf(userId: string): string {
  const colon = userId.indexOf(':');
  return userId.slice(1, colon === -1 ? undefined : colon);
}

/** A message as Hearth names it: an event id alone does not say in which room it stands. */
export function postId(roomId: string, eventId: string): string {
  return `${roomId}/${eventId}`;
}

/** Room and event of a message, or null when it is not named so. Both may hold slashes, only events begin with "$". */
export function readPostId(remoteId: string): { readonly roomId: string; readonly eventId: string } | null {
  const at = remoteId.indexOf('/$');
  return at > 0 ? { roomId: remoteId.slice(0, at), eventId: remoteId.slice(at + 1) } : null;
}
