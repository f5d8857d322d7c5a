import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { prepareProfile, withOpenBench } from './bench-profile.ts';
import type { BenchProfile, OpenBench, SectionName } from './bench-run.ts';
import { benchActivities } from './ingest-bench.ts';
import type { Measurement } from './measure.ts';
import { readOptions } from './options.ts';
import { benchPull } from './pull-bench.ts';
import { benchQueue } from './queue-bench.ts';
import { benchCase, benchHealth, benchSearch } from './read-bench.ts';
import { benchRetention } from './retention-bench.ts';
import { showTable } from './show-table.ts';
import { benchStart } from './start-bench.ts';
import { benchSync } from './sync-bench.ts';
import { readVersions } from './versions.ts';
import { benchWindow } from './window-bench.ts';

const options = readOptions(process.argv.slice(2));
const { sizes, only } = options;
const folder = mkdtempSync(join(tmpdir(), 'hearth-bench-'));
const measurements: Measurement[] = [];
const wants = (...names: readonly SectionName[]) => names.some((name) => only.includes(name));

async function section(name: SectionName, work: () => Promise<readonly Measurement[]>): Promise<void> {
  if (!wants(name)) return;
  console.log(`bench: ${name}`);
  measurements.push(...(await work()));
}

async function measureAll(): Promise<BenchProfile | null> {
  await section('ingest', async () => [
    await benchActivities(folder, sizes.activities, sizes.rounds),
    await benchPull(folder, sizes.ingestReports, sizes.rounds),
  ]);
  await section('sync', () => benchSync(folder, sizes.syncReports));
  await section('retention', () => benchRetention(folder, sizes.retention));
  if (!wants('queue', 'search', 'case', 'health', 'start', 'window')) return null;
  console.log('bench: a filled store');
  const profile = await prepareProfile(options.profile ?? join(folder, 'profile'), sizes);
  if (wants('queue', 'search', 'case', 'health')) {
    await withOpenBench(profile, sizes, async (open: OpenBench) => {
      await section('queue', () => benchQueue(open));
      await section('search', () => benchSearch(open));
      await section('case', () => benchCase(open));
      await section('health', () => benchHealth(open));
    });
  }
  await section('start', () => benchStart(folder, profile, sizes.rounds));
  await section('window', () => benchWindow(folder, profile));
  return profile;
}

const began = Date.now();
const loadBefore = loadavg()[0] ?? 0;
try {
  const profile = await measureAll();
  const missed = measurements.filter(({ met }) => met === false).length;
  const machine = { cores: cpus().length, loadBefore, loadAfter: loadavg()[0] ?? 0 };
  const result = {
    at: new Date(began).toISOString(),
    seconds: Math.round((Date.now() - began) / 1000),
    versions: await readVersions(),
    machine,
    sizes: { ...sizes, filled: profile?.filled ?? null },
    missed,
    measurements,
  };
  const out = resolve('out/bench');
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'bench.json'), `${JSON.stringify(result, null, 2)}\n`);
  const size = profile === null ? '' : `${profile.filled.reports} reports in ${profile.filled.cases} cases, `;
  console.log(`\n${showTable(measurements)}\n`);
  console.log(`${size}${machine.cores} cores, load ${loadBefore.toFixed(1)} to ${machine.loadAfter.toFixed(1)}`);
  if (Math.max(loadBefore, machine.loadAfter) > machine.cores * 1.5)
    console.log('the machine was busy with something else: figures in ms are the worse for it');
  console.log(
    `${missed === 0 ? 'every target met' : `${missed} targets missed`}; out/bench/bench.json has the details`,
  );
  process.exitCode = missed > 0 && options.strict ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
