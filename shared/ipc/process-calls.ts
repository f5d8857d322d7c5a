import type { DataChannel } from './contract.ts';
import type { VaultChannel } from './vault-channels.ts';

/** What the data process is told before anything else. */
export interface DataProcessStart {
  /** The profile folder: the encrypted file and what belongs to it live here. */
  readonly directory: string;
  readonly appVersion: string;
  readonly tool: 'app' | 'demo';
  /** The database addon to load instead of the package's own build; null for the package's own. */
  readonly nativeBinding: string | null;
  readonly online: boolean;
  readonly keychainAvailable: boolean;
}

/** What main asks of the data process. Inputs of `data.call` and `vault.call` were parsed by main already. */
export interface DataProcessCalls {
  'process.start': { readonly input: DataProcessStart; readonly output: { readonly sqlite: string } };
  'data.call': { readonly input: { readonly channel: DataChannel; readonly input: unknown }; readonly output: unknown };
  'vault.call': {
    readonly input: { readonly channel: VaultChannel; readonly input: unknown };
    readonly output: unknown;
  };
  'process.setOnline': { readonly input: { readonly online: boolean }; readonly output: null };
  'process.setAsleep': { readonly input: { readonly asleep: boolean }; readonly output: null };
  /** Ends jobs and closes the store. The process may be killed once this has answered. */
  'process.close': { readonly input: null; readonly output: null };
}

/** What the data process asks of main, because it takes a keychain, a window or the system's network settings. */
export interface HostCalls {
  'keychain.wrap': { readonly input: Uint8Array; readonly output: Uint8Array };
  'keychain.unwrap': { readonly input: Uint8Array; readonly output: Uint8Array };
  /** By which way the system's settings reach an origin, as a proxy auto-configuration says it: "PROXY host:port; DIRECT". */
  'proxy.resolve': { readonly input: string; readonly output: string };
  'pdf.render': { readonly input: string; readonly output: Uint8Array };
}
