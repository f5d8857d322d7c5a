import type { Channel } from './channels.ts';

export type VaultChannel = Extract<Channel, `vault.${string}`>;
