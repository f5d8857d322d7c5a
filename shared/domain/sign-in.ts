/**
 * Ways to sign in at a server. `browser`: on the server's own page, in the person's browser. `token`: one that a person made
 * there. `password`: typed here, sent to that server once and kept nowhere; for servers that have no other way.
 */
export const signInMethods = ['browser', 'token', 'password'] as const;
export type SignInMethod = (typeof signInMethods)[number];
