import { randomUUID } from 'node:crypto';
import { HearthError } from '../../../shared/ipc/errors.ts';
import type { ConnectionAttempt } from '../../../shared/ipc/topics/communities.ts';
import { createTranslator } from '../../../shared/strings/create-translator.ts';
import { chooseLanguage, directionOf } from '../../../shared/strings/languages.ts';
import { readServerAddress } from '../platforms/http/server-address.ts';
import { moduleOf } from '../platforms/modules.ts';
import type { LoopbackPageWords } from '../platforms/oauth/loopback-page.ts';
import { signInThroughBrowser } from '../platforms/oauth/sign-in.ts';
import type { DataContext } from '../service/context.ts';
import { toHearthError } from '../service/error-data.ts';
import { addCommunity } from './add-community.ts';
import { browserPlatform } from './sign-in.ts';

/** Sign-ins under way. They end with the vault: nothing may be written once it is closed. */
export interface Attempts {
  /** Resolves when there is an address to show, or rejects when the server can't be signed in to at all. */
  readonly start: (typedAddress: string) => Promise<ConnectionAttempt>;
  readonly state: (attemptId: string) => ConnectionAttempt;
  readonly cancel: (attemptId: string) => void;
  readonly stop: () => Promise<void>;
}

interface Attempt {
  state: ConnectionAttempt | null;
  readonly controller: AbortController;
  ended: Promise<void>;
}

/** Ended attempts are kept for whoever asks how they ended, these many. */
const kept = 10;
const known = new WeakMap<DataContext, Attempts>();

/** The sign-ins of an open vault. */
export function attemptsOf(context: DataContext): Attempts {
  const found = known.get(context);
  if (found) return found;
  const made = createAttempts(context);
  known.set(context, made);
  return made;
}

/** Cancels what is under way, if anything ever was. */
export async function stopAttempts(context: DataContext): Promise<void> {
  await known.get(context)?.stop();
}

function createAttempts(context: DataContext): Attempts {
  const attempts = new Map<string, Attempt>();

  async function run(attempt: Attempt, attemptId: string, typed: string, onAddress: () => void): Promise<void> {
    const { signal } = attempt.controller;
    const { base, platform } = await browserPlatform(context, typed, signal);
    const { startBrowserSignIn } = moduleOf(platform);
    const credentials = await signInThroughBrowser({
      serverAddress: base,
      ...(startBrowserSignIn && { start: startBrowserSignIn }),
      words: await loopbackWords(context),
      signal,
      // The window shows the address and opens it only when the person has read it.
      openInBrowser: (address) => {
        attempt.state = { state: 'waiting-for-browser', attemptId, address };
        onAddress();
        return Promise.resolve();
      },
    });
    const community = await addCommunity(context, credentials, platform, signal);
    attempt.state = { state: 'connected', community };
  }

  return {
    async start(typed) {
      const read = readServerAddress(typed);
      if (read.base === null) throw new HearthError('bad-address', { why: read.why });
      const attemptId = randomUUID();
      const attempt: Attempt = { state: null, controller: new AbortController(), ended: Promise.resolve() };
      attempts.set(attemptId, attempt);
      for (const old of [...attempts.keys()].slice(0, Math.max(0, attempts.size - kept))) {
        attempts.get(old)?.controller.abort();
        attempts.delete(old);
      }
      await new Promise<void>((resolve, reject) => {
        attempt.ended = run(attempt, attemptId, typed, resolve).catch((error: unknown) => {
          const failure = attempt.controller.signal.aborted ? new HearthError('cancelled') : toHearthError(error);
          attempt.state = { state: 'failed', code: failure?.code ?? 'internal' };
          // Only the first of resolve and reject counts: before there is an address, the call itself fails.
          reject(failure ?? error);
        });
      });
      return stateOf(attempt);
    },
    state(attemptId) {
      const attempt = attempts.get(attemptId);
      if (!attempt) throw new HearthError('not-found');
      return stateOf(attempt);
    },
    cancel: (attemptId) => attempts.get(attemptId)?.controller.abort(),
    async stop() {
      for (const { controller } of attempts.values()) controller.abort();
      await Promise.all([...attempts.values()].map(({ ended }) => ended));
    },
  };
}

function stateOf({ state }: Attempt): ConnectionAttempt {
  if (state === null) throw new HearthError('not-found');
  return state;
}

async function loopbackWords(context: DataContext): Promise<LoopbackPageWords> {
  const chosen = context.setting<string>('language');
  const language = chooseLanguage([chosen === 'system' ? Intl.DateTimeFormat().resolvedOptions().locale : chosen]);
  const { t } = await createTranslator(language);
  return {
    language,
    direction: directionOf(language),
    signedInTitle: t('window:signIn.doneTitle'),
    signedInText: t('window:signIn.doneWords'),
    notSignedInTitle: t('window:signIn.refusedTitle'),
    notSignedInText: t('window:signIn.refusedWords'),
  };
}
