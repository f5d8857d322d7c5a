import { htmlToText } from '../decode/html-to-text.ts';
import type { RemoteValue } from '../decode/remote-value.ts';

/** As much of an unknown event as is worth keeping, in characters. */
const longestDump = 4000;

/**
 * What a message says, as plain text. Readers see the HTML where there is some, and the plain text elsewhere (in
 * notifications, in simple programs): when the two say different things, both are evidence. `raw` is the content as it came,
 * for events of a kind that Hearth does not know.
 */
export function messageText(type: string, content: RemoteValue, raw: unknown): string {
  if (!content.isObject || type === 'm.room.encrypted') return '';
  const edited = content.at('m.new_content');
  const said = edited.isObject ? edited : content;
  if (hasFile(type, said)) return captionOf(said);
  const plain = withoutQuote(said.at('body').textOr(''), isAnswer(content));
  const html = said.at('formatted_body').textOr('');
  if (plain === '' && html === '') return otherText(type, said, raw);
  const rich = htmlToText(html.replace(/<mx-reply>[\s\S]*?<\/mx-reply>/gi, ''));
  return bothTexts(rich, plain);
}

/** Two texts that should say the same: what most people read, and beside it the other where it says something else. */
export function bothTexts(read: string, other: string): string {
  if (read === '') return other;
  return other === '' || sameWords(read, other) ? read : `${read}\n\n${other}`;
}

/** True for messages that are a file; their `body` is its name, or words about it. */
export function hasFile(type: string, content: RemoteValue): boolean {
  if (type === 'm.sticker') return true;
  return ['m.image', 'm.video', 'm.audio', 'm.file'].includes(content.at('msgtype').textOr(''));
}

function captionOf(content: RemoteValue): string {
  const filename = content.at('filename').textOr('');
  const body = content.at('body').textOr('');
  return filename === '' || filename === body ? '' : body;
}

function isAnswer(content: RemoteValue): boolean {
  const relation = content.at('m.relates_to');
  return relation.isObject && relation.at('m.in_reply_to').isObject;
}

/** Old programs put the answered words, which somebody else wrote, before the answer. */
function withoutQuote(body: string, isAnswer: boolean): string {
  return isAnswer && body.startsWith('> ') ? body.replace(/^(?:>.*\n)+\n?/, '') : body;
}

/** Markdown is in the plain text and not in the HTML; that alone is no difference. */
function sameWords(one: string, other: string): boolean {
  const bare = (text: string) => text.replace(/[\s*_`~#>[\]()•-]+/gu, '');
  return bare(one) === bare(other);
}

/** Reactions, names of rooms, polls and whatever else can be reported: their words, or all of it. */
function otherText(type: string, content: RemoteValue, raw: unknown): string {
  const relation = content.at('m.relates_to');
  if (type === 'm.reaction' && relation.isObject) return relation.at('key').textOr('');
  for (const field of ['name', 'topic', 'displayname', 'reason']) {
    const text = content.at(field).textOr('');
    if (text !== '') return text;
  }
  const whole = JSON.stringify(raw) ?? '{}';
  return whole === '{}' ? '' : whole.slice(0, longestDump);
}
