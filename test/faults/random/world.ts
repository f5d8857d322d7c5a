import { letTimePass } from '../../../electron/data/cases/time-passed.ts';
import type { PlatformConnector } from '../../../electron/data/platforms/platform.ts';
import { setConnection } from '../../../electron/data/store/communities/commands.ts';
import type { SendPoint } from '../../../electron/data/sync/tools.ts';
import { connect, type FaultBench } from '../every-platform/fault-bench.ts';
import type { NamedFault } from '../every-platform/named-faults.ts';
import type { Dice } from './dice.ts';
import { Killed, type Line, lineTo } from './line.ts';

/** Something that will happen at a later request of the process. */
interface Planned {
  requests: number;
  readonly when: 'before' | 'after';
  /** Only requests of this kind count; null for all. */
  readonly asked: keyof PlatformConnector | null;
  readonly strike: () => void | Promise<void>;
}

/** One run: the bench, the process that is at work on it, and what was done to both. */
export class FaultWorld {
  readonly bench: FaultBench;
  readonly dice: Dice;
  /** How often each fault was let loose, by name. */
  readonly injected = new Map<string, number>();
  /** Decisions that were made, by number. */
  readonly decided = new Set<number>();
  readonly sentAgain = new Map<string, number>();
  readonly givenUp = new Set<number>();
  /** Reports that a colleague took while nobody had them. */
  readonly takenByColleague = new Set<string>();
  #server: PlatformConnector;
  #line: Line;
  #planned: Planned[] = [];

  constructor(bench: FaultBench, dice: Dice) {
    this.bench = bench;
    this.dice = dice;
    this.#server = connect(bench.standIn);
    bench.reach = (connector) => {
      this.#server = connector;
    };
    this.#line = this.#newLine();
  }

  #newLine(): Line {
    const line = lineTo(
      () => this.#server,
      (when, asked) => this.#passed(when, asked),
    );
    this.bench.desk.connector = line.connector;
    return line;
  }

  async #passed(when: 'before' | 'after', asked: keyof PlatformConnector): Promise<void> {
    for (const one of [...this.#planned]) {
      if (one.when !== when || (one.asked !== null && one.asked !== asked)) continue;
      one.requests -= 1;
      if (one.requests >= 0) continue;
      this.#planned = this.#planned.filter((other) => other !== one);
      letTimePass(this.bench.desk.context);
      await one.strike();
    }
  }

  /** Lets a fault loose at one of the next requests. */
  plan(fault: NamedFault): void {
    const { dice } = this;
    const when = dice.chance(0.5) ? 'before' : 'after';
    this.#planned.push({ requests: dice.upTo(8), when, asked: null, strike: () => this.strike(fault) });
  }

  /** Lets a fault loose right before something of this kind is asked. */
  planAt(asked: keyof PlatformConnector, fault: NamedFault): void {
    this.#planned.push({ requests: this.dice.upTo(2), when: 'before', asked, strike: () => this.strike(fault) });
  }

  async strike(fault: NamedFault): Promise<void> {
    this.count(fault.name);
    await fault.strike(this.bench);
  }

  /** The process is gone in the middle of a request, and another begins. */
  planKill(): void {
    const { dice } = this;
    const when = dice.chance(0.5) ? 'before' : 'after';
    const strike = (): void => {
      this.count(`killed ${when} a request`);
      this.restart();
      throw new Killed();
    };
    this.#planned.push({ requests: dice.upTo(12), when, asked: null, strike });
  }

  /** The process is gone at a point of a send. */
  planKillAt(point: SendPoint, skip = this.dice.upTo(2)): void {
    let left = skip;
    const { desk } = this.bench;
    desk.reached = (reached) => {
      if (reached !== point) return;
      left -= 1;
      if (left >= 0) return;
      this.count(`killed when ${point}`);
      this.restart();
      throw new Killed();
    };
  }

  /** As after a crash: nothing of the process is left but the file; also nothing of what it was about to ask. */
  restart(): void {
    this.#line.cut();
    this.bench.desk.reached = () => undefined;
    this.bench.desk.restart();
    this.#line = this.#newLine();
    letTimePass(this.bench.desk.context);
  }

  /** The process reaches the server again: a fresh token, the right address. */
  signInAgain(): void {
    this.bench.reach(connect(this.bench.standIn));
    setConnection(this.bench.desk.context.write, this.bench.desk.communityId, 'connected');
  }

  /** From now on nothing is planned any more. */
  calmDown(): void {
    this.#planned = [];
    this.signInAgain();
  }

  count(name: string): void {
    this.injected.set(name, (this.injected.get(name) ?? 0) + 1);
  }
}
