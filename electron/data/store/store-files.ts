import { join } from 'node:path';

/** Where everything that belongs to one store lies. All of it is in the profile folder. */
export interface StoreFiles {
  readonly directory: string;
  /** The encrypted database; SQLite keeps `-wal` and `-shm` beside it while it is open. */
  readonly database: string;
  /** Identity answers, under a key of their own that the database holds. Absent until a first question is kept. */
  readonly identity: string;
  /** The wrapped key. */
  readonly envelope: string;
  /** Encrypted copies made before schema changes, under the same key. */
  readonly copies: string;
  /** A store being made or restored, until it takes its place. */
  readonly incoming: string;
  /** What a restore has replaced. */
  readonly replaced: string;
}

/** Names the files of the store in a profile folder. */
export function storeFiles(directory: string): StoreFiles {
  return {
    directory,
    database: join(directory, 'hearth.db'),
    identity: join(directory, 'identity.db'),
    envelope: join(directory, 'hearth.key.json'),
    copies: join(directory, 'copies'),
    incoming: join(directory, 'incoming'),
    replaced: join(directory, 'replaced'),
  };
}

/** The folder of copies that belongs to a database file. */
export function copiesFolder(database: string): string {
  return join(database, '..', 'copies');
}
