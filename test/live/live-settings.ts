import { platforms, type RemotePlatform } from '../../shared/domain/community.ts';

/** Which server the suite runs against, and what on it may be touched. */
export interface LiveSettings {
  readonly platform: RemotePlatform;
  readonly address: string;
  readonly token: string;
  /** Name of the account, where requests of the platform need one. */
  readonly user: string | null;
  /** Only look, change nothing. */
  readonly readOnly: boolean;
  /** Remote id of an account made for tests, which may be silenced and suspended for a moment. */
  readonly account: string | null;
  /** Remote id of a post made for tests, which may be taken down and put back. */
  readonly post: string | null;
  /** Remote id of a report made for tests. */
  readonly report: string | null;
  /** What can't be taken back may be done to account, post and report. */
  readonly forGood: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** What is missing, by the names of the variables, or the settings. Throws RangeError for a platform nobody knows. */
export function readLiveSettings(platform: string, from: Environment): LiveSettings | { missing: string[] } {
  const known = platforms.find((one) => one === platform && one !== 'import' && one !== 'practice');
  if (known === undefined) throw new RangeError(`--platform takes one of: ${platforms.slice(0, -2).join(', ')}`);
  const given = (name: string) => from[`HEARTH_LIVE_${name}`]?.trim() || null;
  const [address, token] = [given('ADDRESS'), given('TOKEN')];
  if (address === null || token === null) {
    const missing = [address === null ? 'HEARTH_LIVE_ADDRESS' : '', token === null ? 'HEARTH_LIVE_TOKEN' : ''];
    return { missing: missing.filter((name) => name !== '') };
  }
  return {
    platform: known as RemotePlatform,
    address,
    token,
    user: given('USER'),
    readOnly: given('READ_ONLY') !== null,
    account: given('ACCOUNT'),
    post: given('POST'),
    report: given('REPORT'),
    forGood: given('FOR_GOOD') !== null,
  };
}
