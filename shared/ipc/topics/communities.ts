import { z } from 'zod';
import { type Community, dataBegins, type RemotePlatform } from '../../domain/community.ts';
import { promiseHours, type ReplyPromise } from '../../domain/health/reply-promise.ts';
import type { TeamRule } from '../../domain/health/team-rule.ts';
import { type RuleLane, ruleLanes } from '../../domain/report.ts';
import type { SignInMethod } from '../../domain/sign-in.ts';
import { call } from '../define.ts';
import { id, nothing, secretText, shortText } from '../schemas.ts';

/** State of a sign-in through the system browser. */
export type ConnectionAttempt =
  | { readonly state: 'waiting-for-browser'; readonly attemptId: string; readonly address: string }
  | { readonly state: 'connected'; readonly community: Community }
  | { readonly state: 'failed'; readonly code: string };

export const practiceFaults = [
  'none',
  'latency',
  'rate-limit',
  'server-error',
  'reset-before',
  'reset-after',
  'malformed',
  'expired-token',
] as const;
export type PracticeFault = (typeof practiceFaults)[number];

export interface PracticeState {
  readonly running: boolean;
  readonly address: string | null;
  readonly fault: PracticeFault;
  readonly communityId: number | null;
  /** Made-up people, records and identity answers were written into it, so that every dashboard has something to say. */
  readonly isFilled: boolean;
}

/** What stands at an address, and how a person can sign in there. */
export interface DetectedServer {
  /** Where it lives: scheme, host, and its folder where it is in one. */
  readonly address: string;
  readonly platform: RemotePlatform;
  readonly software: string;
  /** Empty where the server does not say. */
  readonly version: string;
  /** The recommended one first. */
  readonly signIn: readonly SignInMethod[];
  /** The account's name is asked beside a token. */
  readonly tokenNeedsName: boolean;
}

/** Whoever ends a token on its server: Hearth what its own sign-in made, where the server lets it; a person any other. */
export type TokenEnd = 'hearth' | 'person';

/** A rule of a community, and the lane that reports under it belong into. */
export interface CommunityRule {
  readonly ruleId: string;
  readonly title: string;
  readonly text: string;
  readonly lane: RuleLane | null;
}

export const communityCalls = {
  'communities.list': call<readonly Community[]>()(nothing),
  /** Asks the server what it is, without any token. `not-supported` where nothing known answers. */
  'communities.detect': call<DetectedServer>()(z.strictObject({ address: shortText })),
  /** Stops asking; the question that was under way rejects with `cancelled`. */
  'communities.cancelDetect': call<null>()(nothing),
  'communities.connect': call<ConnectionAttempt>()(z.strictObject({ address: shortText })),
  'communities.connectState': call<ConnectionAttempt>()(z.strictObject({ attemptId: z.string().max(100) })),
  'communities.cancelConnect': call<null>()(z.strictObject({ attemptId: z.string().max(100) })),
  'communities.connectWithToken': call<Community>()(
    z.strictObject({ address: shortText, token: secretText, userName: shortText.optional() }),
  ),
  /** Sends name, password and one-time code to that server once, and keeps the token it answers. */
  'communities.connectWithPassword': call<Community>()(
    z.strictObject({ address: shortText, userName: shortText.min(1), password: secretText, code: shortText }),
  ),
  'communities.createForImport': call<Community>()(
    z.strictObject({
      name: shortText.min(1),
      timeZone: shortText,
      holdsPersonalData: z.boolean(),
      dataBegin: z.enum(dataBegins).optional(),
    }),
  ),
  'communities.update': call<Community>()(
    z.strictObject({
      communityId: id,
      name: shortText.min(1).optional(),
      timeZone: shortText.optional(),
      holdsPersonalData: z.boolean().optional(),
      dataBegin: z.enum(dataBegins).optional(),
    }),
  ),
  /** How soon the community promises to answer a request for support. */
  'communities.promise': call<ReplyPromise>()(z.strictObject({ communityId: id })),
  /** From the next quarter on; null: then it has no promise of its own any more. */
  'communities.setPromise': call<ReplyPromise>()(
    z.strictObject({ communityId: id, hours: z.literal(promiseHours).nullable() }),
  ),
  /** Whether the team is counted among members, and from when. */
  'communities.teamRule': call<TeamRule>()(z.strictObject({ communityId: id })),
  /** Comes into force with the next quarter that begins; the rule that runs takes a choice before it back. */
  'communities.setTeamCounted': call<TeamRule>()(z.strictObject({ communityId: id, isCounted: z.boolean() })),
  'communities.rules': call<readonly CommunityRule[]>()(z.strictObject({ communityId: id })),
  /** Sorts the open cases under that rule into the lane, or out of it, at once. */
  'communities.setRuleLane': call<null>()(
    z.strictObject({ communityId: id, ruleId: shortText.min(1), lane: z.enum(ruleLanes).nullable() }),
  ),
  /** By whom the token ends on the server when the community is disconnected; null where there is none. */
  'communities.tokenEnd': call<{ readonly by: TokenEnd | null }>()(z.strictObject({ communityId: id })),
  /**
   * Removes the token and, where Hearth can, ends it on the server. `mustEndToken`: it is still good there, and its owner has
   * to end it. Cached cases stay until erased.
   */
  'communities.disconnect': call<{ readonly mustEndToken: boolean }>()(z.strictObject({ communityId: id })),
  'communities.erase': call<null>()(z.strictObject({ communityId: id, confirm: z.literal('erase') })),
  'practice.state': call<PracticeState>()(nothing),
  /** Starts the server on 127.0.0.1 and connects to it over HTTP like any other community. */
  'practice.start': call<PracticeState>()(nothing),
  'practice.stop': call<PracticeState>()(nothing),
  'practice.setFault': call<PracticeState>()(z.strictObject({ fault: z.enum(practiceFaults) })),
  /** Fills the practice community with two years of made-up people. Filling it again does nothing. */
  'practice.fillHealth': call<{ jobId: string }>()(nothing),
  /** A new community of made-up people with known truth, which stands in the job's result. Stopping it leaves nothing. */
  'practice.generate': call<{ jobId: string }>()(
    z
      .strictObject({
        name: shortText.min(1),
        timeZone: shortText,
        members: z.number().int().min(100).max(1_000_000),
        activities: z.number().int().min(1_000).max(100_000_000),
        weeks: z.number().int().min(30).max(520),
        seed: z.number().int().min(0).max(500_000_000),
      })
      .refine(({ members, activities }) => activities >= members * 10, { path: ['activities'] }),
  ),
};
