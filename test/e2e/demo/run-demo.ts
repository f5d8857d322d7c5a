// The whole main job, unattended, in a real window: started by `npm run demo`.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readDemoOptions } from './command-line.ts';
import { compareBooks } from './compare-books.ts';
import type { Demo } from './demo.ts';
import { DemoWindow } from './demo-window.ts';
import { Difference, hold, step } from './narrate.ts';
import { Pictures } from './pictures.ts';
import { connect, readReports } from './steps/connect.ts';
import { firstRun } from './steps/first-run.ts';
import { exportReport, lookAtHealth } from './steps/health-and-report.ts';
import { importActivities } from './steps/import-activities.ts';
import { colleagueDecides, lookAround } from './steps/look-around.ts';
import { seeTheRest } from './steps/rest-of-the-house.ts';
import { goOnline } from './steps/send.ts';
import { settleConflict } from './steps/settle.ts';
import { goOffline, workOffline } from './steps/work-offline.ts';
import { type Summary, saySummary, writeSummary } from './summary.ts';
import { DemoWorld } from './world.ts';

async function walk(demo: Demo, began: number): Promise<Summary> {
  await step('First run', () => firstRun(demo));
  await step('Connect', () => connect(demo));
  const reportsSynced = await step('Sync', () => readReports(demo));
  const requests = await step('Network off', () => goOffline(demo));
  const { made, undone } = await step('Work', () => workOffline(demo));
  const contested = made.find(({ plan }) => plan.turn === 'meanwhile-closed-by-a-colleague');
  hold(contested, 'No case was left for the colleague.');
  const waiting = await step('Look around', () => lookAround(demo));
  hold(waiting === made.length, `${made.length} cases were decided, but ${waiting} decisions wait to be sent.`);
  await step('Meanwhile', () => colleagueDecides(demo, contested.accountRemoteId, requests));
  await step('Network on', () => goOnline(demo));
  const conflictsSettled = await step('Conflict', () => settleConflict(demo, contested));
  const books = await step('Compare', async () => {
    const value = await compareBooks(demo, made);
    return { say: 'the server’s books against the decisions, case by case', value };
  });
  const activitiesImported = await step('Import', () => importActivities(demo));
  const charts = await step('Health', () => lookAtHealth(demo));
  const report = await step('Report', () => exportReport(demo));
  await step('The rest', () => seeTheRest(demo));
  return {
    reportsSynced,
    decidedOffline: made.length,
    undone,
    ...books,
    conflictsSettled,
    decisions: made.map(({ caseName, plan }) => ({
      case: caseName,
      finding: plan.finding,
      effect: plan.effect,
      fate: plan.turn ?? 'sent',
    })),
    activitiesImported,
    charts,
    reportFiles: report.files,
    reportPages: report.pages,
    pictures: demo.pictures.names,
    differences: [...books.differences, ...demo.window.problems.map((problem) => `The window complained: ${problem}`)],
    seconds: Math.round((performance.now() - began) / 1000),
  };
}

async function run(): Promise<void> {
  const began = performance.now();
  const options = readDemoOptions(process.argv.slice(2));
  const reportFolder = path.join(options.out, 'report');
  // Only what an earlier demo wrote: the folder may be anybody's.
  for (const name of ['report', 'pictures', 'summary.json', 'stopped-here.png']) {
    rmSync(path.join(options.out, name), { recursive: true, force: true });
  }
  mkdirSync(reportFolder, { recursive: true });
  const scratch = mkdtempSync(path.join(tmpdir(), 'hearth-demo-'));
  const world = new DemoWorld(scratch);
  let window: DemoWindow | null = null;
  let pictures: Pictures | null = null;
  try {
    window = await DemoWindow.open(scratch);
    pictures = new Pictures(window, path.join(options.out, 'pictures'));
    const summary = await walk({ world, window, pictures, scratch, reportFolder }, began);
    writeSummary(options.out, summary);
    if (summary.differences.length > 0) throw new Difference(summary.differences.join('\n'));
    process.stdout.write(saySummary(summary, options.out));
    if (options.keepOpen) await window.closedByHand();
  } catch (error) {
    await window?.page.screenshot({ path: path.join(options.out, 'stopped-here.png') }).catch(() => {});
    for (const problem of window?.problems ?? []) process.stderr.write(`The window complained: ${problem}\n`);
    process.stderr.write(`\nThe demo stopped. ${error instanceof Difference ? error.message : sayWhere(error)}\n`);
    process.exitCode = 1;
  } finally {
    await window?.close();
    await world.cutNetwork();
    rmSync(scratch, { recursive: true, force: true });
  }
}

function sayWhere(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Playwright appends the whole log of the window's process; it lies in a file already.
  const where = (error.stack ?? '').split('\n').filter((line) => line.includes('/demo/'));
  return [error.message.split('\nCall log:')[0], ...where].join('\n');
}

await run();
