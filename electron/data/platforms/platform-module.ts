import type { RemotePlatform } from '../../../shared/domain/community.ts';
import type { SignInMethod } from '../../../shared/domain/sign-in.ts';
import type { HttpClient, HttpClientOptions } from './http/http-client.ts';
import type { ReadRefusal } from './http/refusal.ts';
import type { BudgetLimits } from './http/request-budget.ts';
import type { Authorization } from './oauth/authorization.ts';
import type { PlatformConnector } from './platform.ts';

/** A community to be reached. */
export interface ConnectorTarget {
  readonly platform: RemotePlatform;
  readonly baseUrl: string;
  readonly accessToken: string;
  /** The account the token belongs to, where requests have to name it (Discourse, NodeBB's master token). */
  readonly userName: string | null;
  /** What readFacts found earlier (capabilities.software), so that it need not be asked again. */
  readonly software: string | null;
}

/** How a connector talks to its server: one client, within the budget that all connectors to the server share. */
export type OpenHttp = (how?: Pick<HttpClientOptions, 'authorize' | 'readRefusal'>) => HttpClient;

/** What a person types to sign in without a page of the server. `code` is the one-time code, empty where none is used. */
export interface PasswordSignIn {
  readonly userName: string;
  readonly password: string;
  readonly code: string;
}

/** What each platform's folder brings. */
export interface PlatformModule {
  readonly create: (open: OpenHttp, target: ConnectorTarget) => PlatformConnector;
  /** How many requests its servers allow by default; learned more exactly from answers where they say. */
  readonly limits: BudgetLimits;
  /** Ways to sign in, the recommended one first. */
  readonly signIn: readonly SignInMethod[];
  /** A token alone does not say who is asking: the account's name is sent along. */
  readonly tokenNeedsName: boolean;
  /** What this platform means by a refusal, for the client that withPassword is given. */
  readonly readRefusal?: ReadRefusal;
  /** Prepares a sign-in in the browser that comes back to `redirectUri`. Absent where that is OAuth as Mastodon has it. */
  readonly startBrowserSignIn?: (http: HttpClient, redirectUri: string, signal: AbortSignal) => Promise<Authorization>;
  /**
   * Turns a password into a token, once; the password is kept nowhere. Present where `signIn` has `password`. Rejects with a
   * PlatformError, `unauthorized` for a wrong name, password or code.
   */
  readonly withPassword?: (
    http: HttpClient,
    typed: PasswordSignIn,
    signal: AbortSignal,
  ) => Promise<{ readonly accessToken: string }>;
  /** Ends the token that the client sends, and no other. Present where a token that came of a password can end itself. */
  readonly endSession?: (http: HttpClient, signal: AbortSignal) => Promise<void>;
}
