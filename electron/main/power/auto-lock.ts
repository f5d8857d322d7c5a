/** Looks at the clock this often, in milliseconds. The lock may come this much late. */
const checkEvery = 5_000;

export interface AutoLockOptions {
  /** Seconds since the person last touched the machine, by the system's own count. */
  readonly idleSeconds: () => number;
  /** Minutes without a touch after which the store is locked; 0 never locks. */
  readonly lockAfterMinutes: () => number;
  readonly lock: () => void;
}

/** Locks the store when the person has been away long enough. Answers the function that stops watching. */
export function startAutoLock(options: AutoLockOptions): () => void {
  const timer = setInterval(() => {
    if (shouldLock(options.idleSeconds(), options.lockAfterMinutes())) options.lock();
  }, checkEvery);
  timer.unref();
  return () => clearInterval(timer);
}

/** The rule by itself. */
export function shouldLock(idleSeconds: number, lockAfterMinutes: number): boolean {
  return lockAfterMinutes > 0 && idleSeconds >= lockAfterMinutes * 60;
}
