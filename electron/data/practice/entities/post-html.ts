/** Plain text as the HTML that Mastodon would send: paragraphs, links with hidden parts, hashtags, mentions. */
export function postHtml(text: string, origin: string): string {
  if (text === '') return '';
  return text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${inline(paragraph, origin).replaceAll('\n', '<br />')}</p>`)
    .join('');
}

function inline(text: string, origin: string): string {
  return text
    .split(/(https?:\/\/[^\s]+|(?<![\p{L}\p{N}_])[#@][\p{L}\p{N}_]+)/u)
    .map((part, position) => (position % 2 === 0 ? escapeHtml(part) : linked(part, origin)))
    .join('');
}

function linked(part: string, origin: string): string {
  if (part.startsWith('#')) {
    const tag = escapeHtml(part.slice(1));
    return `<a href="${origin}/tags/${encodeURIComponent(part.slice(1))}" class="mention hashtag" rel="tag">#<span>${tag}</span></a>`;
  }
  if (part.startsWith('@')) {
    const name = escapeHtml(part.slice(1));
    return `<span class="h-card" translate="no"><a href="${origin}/@${encodeURIComponent(part.slice(1))}" class="u-url mention">@<span>${name}</span></a></span>`;
  }
  const [, scheme = '', rest = ''] = /^(https?:\/\/)(.*)$/s.exec(part) ?? [];
  const hidden = rest.length > 30 ? `<span class="invisible">${escapeHtml(rest.slice(30))}</span>` : '';
  const visible = `<span class="${hidden === '' ? '' : 'ellipsis'}">${escapeHtml(rest.slice(0, 30))}</span>`;
  return `<a href="${escapeHtml(part)}" target="_blank" rel="nofollow noopener noreferrer"><span class="invisible">${scheme}</span>${visible}${hidden}</a>`;
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
