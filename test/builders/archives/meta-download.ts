/** JSON as Facebook and Instagram write it: every byte of UTF-8 as an escaped Latin-1 character. */
export function metaJson(value: unknown): string {
  const bytes = Buffer.from(JSON.stringify(value, null, 2), 'utf8').toString('latin1');
  return bytes.replace(/[\u0080-\u00ff]/g, (byte) => `\\u00${byte.charCodeAt(0).toString(16)}`);
}

export const aFollower = (value: string, timestamp: number) => ({
  title: '',
  media_list_data: [],
  string_list_data: [{ href: `https://www.instagram.com/${value}`, value, timestamp }],
});

export const aComment = (owner: string, timestamp: number, words = 'words that nobody may keep') => ({
  media_list_data: [{ uri: '' }],
  string_map_data: { Comment: { value: words }, 'Media Owner': { value: owner }, Time: { timestamp } },
});

export const thePersonal = (username: string, key = 'Username') => ({
  profile_user: [
    {
      title: '',
      media_map_data: {},
      string_map_data: {
        Email: { href: '', value: 'garden@example.org', timestamp: 0 },
        [key]: { href: '', value: username, timestamp: 0 },
        'Private Account': { href: '', value: 'False', timestamp: 0 },
      },
    },
  ],
});
