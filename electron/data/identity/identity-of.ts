import { HearthError } from '../../../shared/ipc/errors.ts';
import type { DataContext } from '../service/context.ts';
import type { IdentityVault } from '../store/identity/identity-vault.ts';

const vaults = new WeakMap<DataContext, IdentityVault>();

/**
 * Puts the identity file of an open vault where only health and the identity handlers find it. It is no part of the context,
 * so that no handler of queue or case can reach it: the import rules keep them away from this file.
 */
export function attachIdentity(context: DataContext, vault: IdentityVault): void {
  vaults.set(context, vault);
}

/** The identity file of an open vault, or null where a session has none: a report is whole without groups. */
export function findIdentity(context: DataContext): IdentityVault | null {
  return vaults.get(context) ?? null;
}

/** The identity file of an open vault. */
export function identityOf(context: DataContext): IdentityVault {
  const vault = vaults.get(context);
  if (!vault) throw new HearthError('vault-locked');
  return vault;
}

/**
 * Runs work that reads or writes the identity file over several turns: it can't be erased meanwhile. Where a session has no
 * such file there is nothing to keep.
 */
export function usingIdentity<T>(context: DataContext, work: () => Promise<T>): Promise<T> {
  const vault = findIdentity(context);
  return vault ? vault.whileUsed(work) : work();
}
