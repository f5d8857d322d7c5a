/** Looking is presence, holding is a lease with an end, assigned was given by somebody. Only the last two exclude others. */
export const claimKinds = ['holding', 'assigned'] as const;
export type ClaimKind = (typeof claimKinds)[number];

/**
 * How long a claim holds without being renewed, in milliseconds. Long enough for a tunnel, short enough that a case
 * left open overnight comes back by itself (research/moderation.md E.4).
 */
export const claimLeaseMs = 30 * 60_000;
