/** One message as Telegram Desktop writes it. */
export function aTelegramMessage(id: number, overrides: Record<string, unknown> = {}): Record<string, unknown> {
  const seconds = Date.UTC(2025, 2, 1, 10) / 1000 + id;
  return {
    id,
    type: 'message',
    date: '2025-03-01T11:00:00',
    date_unixtime: String(seconds),
    from: 'Ada',
    from_id: 'user201',
    text: 'words that nobody may keep',
    text_entities: [{ type: 'plain', text: 'words that nobody may keep' }],
    ...overrides,
  };
}

export function aTelegramNotice(id: number, action: string, overrides: Record<string, unknown> = {}) {
  const { from: _from, from_id: _id, ...plain } = aTelegramMessage(id);
  return { ...plain, type: 'service', actor: 'Ada', actor_id: 'user201', action, text: '', ...overrides };
}

export function aTelegramChat(messages: readonly unknown[], overrides: Record<string, unknown> = {}) {
  return { name: 'Garden', type: 'private_supergroup', id: 1_700_000_001, ...overrides, messages };
}

/** `result.json`, indented by one space as the exporter does. */
export function telegramExport(chat: unknown): string {
  return JSON.stringify(chat, null, 1);
}
