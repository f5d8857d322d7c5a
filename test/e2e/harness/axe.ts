import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What breaks WCAG 2.2 A or AA on the page as it stands: one line a rule and place, empty where nothing does. */
export async function violationsOf(page: Page, furtherTags: readonly string[] = []): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags([...tags, ...furtherTags])
    // Electron gives the page no second context for axe to finish in.
    .setLegacyMode(true)
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html, any }) => `${id}: ${target.join(' ')} ${any[0]?.message ?? ''} ${html.slice(0, 160)}`),
  );
}

/** Fails with every violation in the window as it stands, axe's own best practices included. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await violationsOf(page, ['best-practice'])).toEqual([]);
}
