import { setTimeout as wait } from 'node:timers/promises';
import { connectorFor } from '../../electron/data/platforms/connector-for.ts';
import { createHttpClient, type HttpClient } from '../../electron/data/platforms/http/http-client.ts';
import { RequestBudgets } from '../../electron/data/platforms/http/request-budget.ts';
import type {
  ActionCall,
  PlatformConnector,
  RemoteReport,
  ServerFacts,
} from '../../electron/data/platforms/platform.ts';
import type { ActionKind } from '../../shared/domain/action.ts';
import { insist } from './insist.ts';
import type { LiveSettings } from './live-settings.ts';

/** A visit to a real server: the product's own connector, and what the journeys have learned so far. */
export class Visit {
  readonly settings: LiveSettings;
  readonly connector: PlatformConnector;
  readonly signal: AbortSignal;
  /** How long is waited between two looks at a server that takes its time, in milliseconds. */
  readonly pauseMs: number;
  #facts: ServerFacts | null = null;
  open: readonly RemoteReport[] = [];
  /** The report that is read closely and acted on, as it stood before anything was done to it. */
  chosen: RemoteReport | null = null;

  constructor(settings: LiveSettings, signal: AbortSignal, pauseMs = 1000) {
    this.settings = settings;
    this.signal = signal;
    this.pauseMs = pauseMs;
    this.connector = this.connectWith(settings.token);
  }

  get facts(): ServerFacts {
    insist(this.#facts !== null, 'nothing is known about the server yet');
    return this.#facts;
  }

  /** Whether the server let us in. */
  get isConnected(): boolean {
    return this.#facts !== null;
  }

  set facts(facts: ServerFacts) {
    this.#facts = facts;
  }

  connectWith(accessToken: string): PlatformConnector {
    const { platform, address, user } = this.settings;
    const target = { platform, baseUrl: address, accessToken, userName: user, software: null };
    return connectorFor(target, new RequestBudgets());
  }

  /** For what the product has no action for: finding out what stands here, and putting back. */
  http(accessToken: string | null): HttpClient {
    return createHttpClient({ address: this.settings.address, accessToken, budget: null });
  }

  perform(kind: ActionKind, targetRemoteId: string, more: Partial<ActionCall> = {}): Promise<void> {
    const call: ActionCall = {
      kind,
      targetRemoteId,
      reportRemoteId: kind.startsWith('report.') ? targetRemoteId : null,
      text: '',
      notify: false,
      upheld: null,
      expectedVersion: null,
      idempotencyKey: crypto.randomUUID(),
      ...more,
    };
    return this.connector.perform(call, this.signal);
  }

  /** The report as it stands; it must be there. */
  async report(remoteId: string): Promise<RemoteReport> {
    const report = await this.connector.readReport(remoteId, this.signal);
    insist(report !== null, 'a report that was listed is not there');
    return report;
  }

  /** Looks until it is so, a few times: some servers show a change a moment later. */
  async until<Seen>(look: () => Promise<Seen>, isSo: (seen: Seen) => boolean, otherwise: string): Promise<Seen> {
    for (let tries = 1; ; tries += 1) {
      const seen = await look();
      if (isSo(seen)) return seen;
      insist(tries < 5, otherwise);
      await wait(this.pauseMs, undefined, { signal: this.signal });
    }
  }
}
