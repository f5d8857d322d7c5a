import { strings as words } from '../../../../shared/strings/en.ts';
import { checkReport } from '../check-report.ts';
import type { Demo } from '../demo.ts';
import { expect } from '../patience.ts';

/** The parts of health and outreach, and the charts of return and stay from top to bottom. */
export async function lookAtHealth({ window, pictures }: Demo) {
  const { page } = window;
  await window.goTo('outreach');
  await expect(page.locator('.ui-metric').first()).toBeVisible();
  await pictures.take('20-outreach');
  await window.goTo('health');
  await expect(page.locator('.ui-metric').first()).toBeVisible();
  await pictures.take('21-health');
  await window.enter(page.getByRole('tab', { name: words.dashboards.tab.resilience }));
  const charts = page.locator('.health-charts .ui-metric');
  await expect(charts.first()).toBeVisible();
  const count = await charts.count();
  for (let index = 0; index < count; index += 1) {
    await charts.nth(index).evaluate((chart) => chart.scrollIntoView({ block: 'start' }));
    await pictures.take(`22-health-chart-${index + 1}`);
  }
  return { say: `${count} charts`, value: count };
}

/** One report in every format, through the window; then its files are read. */
export async function exportReport({ window, pictures, reportFolder }: Demo) {
  const { page } = window;
  await window.answerDialogs({ folder: reportFolder });
  await window.goTo('reports');
  await pictures.take('23-reports');
  await window.enter(page.getByRole('button', { name: words.reports.screen.export }));
  await expect(page.getByText(words.reports.screen.run.finished)).toBeVisible();
  await pictures.take('24-report-done');
  const report = await checkReport(reportFolder);
  return { say: `${report.files.length} files, ${report.pages} pages, tagged`, value: report };
}
