import type { DataChannel, ParsedInput } from '../../../shared/ipc/contract.ts';
import { dataContract, type Input, type Output } from '../../../shared/ipc/contract.ts';
import { HearthError } from '../../../shared/ipc/errors.ts';
import type { JobState } from '../../../shared/ipc/topics/jobs.ts';
import type { Status } from '../../../shared/ipc/topics/sync.ts';
import { createDataService, type DataService } from '../../data/service/data-service.ts';
import { appVersion } from '../app-version.ts';
import { askSecret } from './ask-secret.ts';
import { printPdf } from './print-pdf.ts';
import { profileFolder } from './profile-folder.ts';

export interface SessionOptions {
  readonly profile: string | undefined;
  /** Makes a store where there is none: only for commands that bring something in. */
  readonly mayCreate: boolean;
  readonly askPassphrase: string;
  readonly askNewPassphrase: string;
  /** Keeps syncing and sending by itself until closed, as the app does. */
  readonly background?: boolean;
  readonly onStatus?: (status: Status) => void;
}

/** The data process's own code in this process, with an open vault. */
export interface Session {
  /** Checks the input as main does, then carries out the call. */
  readonly call: <Name extends DataChannel>(channel: Name, input: Input<Name>) => Promise<Output<Name>>;
  /** Waits for a job; throws its error, or `cancelled`. */
  readonly finish: (jobId: string, onProgress: (state: JobState) => void) => Promise<JobState>;
  readonly service: DataService;
  readonly close: () => Promise<void>;
}

/** Puts a data service together without opening anything: for commands on the file as a whole, such as restore. */
export function startService(options: SessionOptions, watch: (state: JobState) => void): DataService {
  return createDataService({
    directory: profileFolder(options.profile),
    appVersion: appVersion(),
    tool: 'cli',
    keychain: null,
    renderPdf: printPdf,
    background: options.background ?? false,
    emit: (name, payload) => {
      if (name === 'job.changed') watch(payload as JobState);
      if (name === 'status.changed') options.onStatus?.(payload as Status);
    },
  });
}

/** Opens the store with the passphrase of HEARTH_PASSPHRASE or a prompt. Throws HearthError for every closed state. */
export async function openSession(options: SessionOptions): Promise<Session> {
  const watchers = new Set<(state: JobState) => void>();
  const service = startService(options, (state) => {
    for (const watcher of watchers) watcher(state);
  });
  try {
    await openVault(service, options);
  } catch (error) {
    await service.close();
    throw error;
  }
  const call: Session['call'] = (channel, input) => callChecked(service, channel, input);
  return {
    call,
    service,
    async finish(jobId, onProgress) {
      const ended = new Promise<JobState>((resolve) => {
        const watcher = (state: JobState) => {
          if (state.jobId !== jobId) return;
          onProgress(state);
          if (state.state !== 'running') resolve(state);
        };
        watchers.add(watcher);
      });
      // It may have ended before anybody listened.
      const known = (await call('jobs.list', null)).find((job) => job.jobId === jobId);
      const last = known && known.state !== 'running' ? known : await ended;
      if (last.state === 'failed') throw new HearthError(last.errorCode ?? 'internal');
      if (last.state === 'cancelled') throw new HearthError('cancelled');
      return last;
    },
    close: service.close,
  };
}

async function openVault(service: DataService, options: SessionOptions): Promise<void> {
  const state = await service.vault['vault.state'](undefined);
  switch (state.state) {
    case 'open':
      return;
    case 'missing': {
      if (!options.mayCreate) throw new HearthError('vault-missing');
      const passphrase = await askSecret('HEARTH_PASSPHRASE', options.askNewPassphrase);
      return failUnlessOpen(await service.vault['vault.create']({ protection: 'passphrase', passphrase }));
    }
    case 'locked': {
      // Only the app can ask the system keychain; a passphrase set there opens the same file here.
      if (!state.protection.includes('passphrase')) throw new HearthError('keychain-unavailable');
      const passphrase = await askSecret('HEARTH_PASSPHRASE', options.askPassphrase);
      return failUnlessOpen(await service.vault['vault.unlock']({ passphrase }));
    }
    case 'failed':
      throw new HearthError(state.code);
  }
}

/** Throws the reason why a vault did not open. */
export function failUnlessOpen(state: Output<'vault.state'>): void {
  if (state.state === 'failed') throw new HearthError(state.code);
  if (state.state !== 'open') throw new HearthError('vault-locked');
}

async function callChecked<Name extends DataChannel>(
  service: DataService,
  channel: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  const parsed = dataContract[channel].input.safeParse(input);
  if (!parsed.success) {
    throw new HearthError('invalid-input', { field: parsed.error.issues[0]?.path.join('.') ?? '' });
  }
  return service.call(channel, parsed.data as ParsedInput<Name>);
}
