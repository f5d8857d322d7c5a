import type { Permission } from './routes/route.ts';
import type { PracticeAccount } from './world/world-state.ts';

/** Whether a member's role carries a permission. Moderators and owners have all three that the API asks for. */
export function roleAllows(account: PracticeAccount | undefined, permission: Permission): boolean {
  if (account === undefined || account.disabled || account.suspended) return false;
  const granted: readonly Permission[] = account.role === 'member' ? [] : ['reports', 'users', 'dashboard'];
  return granted.includes(permission);
}
