import path from 'node:path';
import { liveAYear } from '../../../electron/data/practice/activities/live-a-year.ts';
import { activitiesCsv } from '../../../electron/data/practice/activities/write-activities.ts';
import type { BookedAction } from '../../../electron/data/practice/books.ts';
import { PracticeServer } from '../../../electron/data/practice/practice-server.ts';
import { practiceSelf } from '../../../electron/data/practice/world/people.ts';
import type { PracticeWorld } from '../../../electron/data/practice/world/practice-world.ts';
import type { PracticeAccount } from '../../../electron/data/practice/world/world-state.ts';

const seed = 20;
const reports = 60;
const day = 86_400_000;

/**
 * The practice community in this process, so that its network can really be cut and its own books be read. It stands
 * still but for what the demo and its colleague do, so that every run is alike.
 */
export class DemoWorld {
  readonly colleague = 'ines';
  readonly #stateFile: string;
  readonly #servers: PracticeServer[] = [];
  #runs = false;

  constructor(folder: string) {
    this.#stateFile = path.join(folder, 'community.json');
  }

  /** Starts it, or starts it again where it was, on the same port. */
  async connectNetwork(): Promise<string> {
    const server = new PracticeServer({ seed, reports, stateFile: this.#stateFile });
    this.#servers.push(server);
    const origin = await server.start();
    this.#runs = true;
    return origin;
  }

  /** Nothing reaches it any more; open connections are cut. */
  async cutNetwork(): Promise<void> {
    if (!this.#runs) return;
    this.#runs = false;
    await this.#server.stop();
  }

  issueToken(): string {
    return this.#server.issueToken();
  }

  get world(): PracticeWorld {
    return this.#server.world;
  }

  /** The account the demo moderates as. */
  get self(): PracticeAccount {
    return this.world.member(practiceSelf);
  }

  /** A colleague closes every open report about this account, without any effect on the person. */
  colleagueCloses(accountId: string): void {
    for (const report of this.world.openReportsAbout(accountId)) {
      this.world.colleagueActs(this.colleague, { do: 'resolve', reportId: report.id }, Date.now());
    }
    this.#server.save();
  }

  /** How many requests have reached it so far. */
  requestCount(): number {
    return this.#servers.reduce((sum, { books }) => sum + books.requests.length, 0);
  }

  /** Everything that was carried out, before the network was cut and since. */
  actions(): BookedAction[] {
    return this.#servers.flatMap(({ books }) => books.actions);
  }

  /** A year of this community's activities as a CSV file, ending yesterday at midnight. */
  activities(): { csv: string; count: number } {
    const until = Math.floor(Date.now() / day) * day;
    const activities = liveAYear({ seed, until, members: 600 });
    return { csv: activitiesCsv(activities), count: activities.length };
  }

  get #server(): PracticeServer {
    const server = this.#servers.at(-1);
    if (server === undefined) throw new Error('The practice community was never started');
    return server;
  }
}
