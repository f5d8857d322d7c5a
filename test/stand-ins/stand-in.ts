import type { Faults } from '../../electron/data/practice/faults.ts';
import type { ActionKind } from '../../shared/domain/action.ts';
import type { RemotePlatform } from '../../shared/domain/community.ts';
import type { PersonEffect } from '../../shared/domain/decision.ts';

/** Something that was carried out on a stand-in, once for every time it was. */
export interface CarriedOut {
  readonly kind: ActionKind;
  /** Remote id of the report, account or post, as the connector names it. */
  readonly target: string;
}

/**
 * A platform's stand-in as suites see it that run over every platform: the connector contract, and the faults. What a
 * platform can't do answers false, and the suite says so.
 */
export interface StandIn {
  readonly platform: RemotePlatform;
  readonly server: {
    readonly faults: Faults;
    readonly origin: string;
    readonly start: () => Promise<string>;
    readonly stop: () => Promise<void>;
  };
  /** What to connect with: a moderator's token, and the name where requests need one. */
  readonly credentials: { readonly accessToken: string; readonly userName: string | null };
  /**
   * What a decision does to the person, so that there is something to send: for platforms where a report can't be closed.
   * Absent where closing the report is enough.
   */
  readonly decideWith?: PersonEffect;
  /** A new open report about an account of its own. Returns its remote id, as the connector names it. */
  addReport(): string;
  /** Another report on what that report is about; on platforms that reopen it, under the same id. */
  reportAgain(remoteId: string): boolean;
  closeByColleague(remoteId: string): boolean;
  /** Closing a report there means deleting it. */
  readonly closingRemoves?: true;
  reopenByColleague(remoteId: string): boolean;
  /** Who has taken the report, and a colleague taking it. Absent where reports can't be taken. */
  readonly holders?: {
    readonly of: (remoteId: string) => 'us' | 'colleague' | null;
    readonly take: (remoteId: string) => void;
  };
  /** The report disappears without a trace, on some platforms with others about the same thing. */
  vanish(remoteId: string): boolean;
  /** Whether the server has the report, open or not. */
  isThere(remoteId: string): boolean;
  /** From now on the token is worth nothing. `credentials` gives another, as somebody gets who signs in again. */
  revokeToken(): void;
  /** Remote ids of all open reports, as the server itself knows them. */
  openReports(): readonly string[];
  carriedOut(): readonly CarriedOut[];
}
