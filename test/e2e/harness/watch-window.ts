import type { Page } from '@playwright/test';

export interface WindowWatch {
  /** Everything that went wrong in the page so far: thrown errors, console errors, broken policy. */
  readonly problems: string[];
  /** Every console line of the page. */
  readonly lines: string[];
}

/** Listens to a page from now on. A console error counts as a problem: a healthy window has none. */
export function watchWindow(page: Page): WindowWatch {
  const problems: string[] = [];
  const lines: string[] = [];
  page.on('console', (message) => {
    const line = `${message.type()}: ${message.text()}`;
    lines.push(line);
    if (message.type() === 'error' || /Content Security Policy|trusted-types|TrustedHTML/i.test(line))
      problems.push(line);
  });
  page.on('pageerror', (error) => problems.push(`thrown: ${error.stack ?? error.message}`));
  page.on('crash', () => problems.push('the page crashed'));
  return { problems, lines };
}
