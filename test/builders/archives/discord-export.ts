/** One message as DiscordChatExporter writes it; only the fields that a test says differ. */
export function aDiscordMessage(overrides: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: '1100000000000000001',
    type: 'Default',
    timestamp: '2025-03-01T10:00:00.123+00:00',
    timestampEdited: null,
    callEndedTimestamp: null,
    isPinned: false,
    content: 'words that nobody may keep',
    author: aDiscordUser('201', 'ada'),
    attachments: [],
    components: [],
    embeds: [],
    stickers: [],
    reactions: [],
    mentions: [],
    inlineEmojis: [],
    ...overrides,
  };
}

export function aDiscordUser(id: string, name: string, isBot = false): Record<string, unknown> {
  return {
    id,
    name,
    discriminator: '0000',
    nickname: `${name} the Kind`,
    color: null,
    isBot,
    roles: [],
    avatarUrl: '',
  };
}

export function anAnswer(id: string, to: string | null, overrides: Record<string, unknown> = {}) {
  const reference = { type: 'Default', messageId: to, channelId: '300', guildId: '100' };
  return aDiscordMessage({ id, type: 'Reply', reference, ...overrides });
}

/** The text of an export of one channel, indented as the exporter indents. */
export function discordExport(messages: readonly unknown[], channel: Record<string, unknown> = {}): string {
  return JSON.stringify(
    {
      guild: { id: '100', name: 'Garden', iconUrl: '' },
      channel: {
        id: '300',
        type: 'GuildTextChat',
        categoryId: '299',
        category: 'Talk',
        name: 'support',
        topic: null,
        ...channel,
      },
      dateRange: { after: null, before: null },
      exportedAt: '2025-06-01T00:00:00+00:00',
      messages,
      messageCount: messages.length,
    },
    null,
    2,
  );
}
