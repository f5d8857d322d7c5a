import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { DemoWindow } from './demo-window.ts';
import { expect } from './patience.ts';

/** Takes pictures of the window as it stands: English in the light, then Arabic in the dark. */
export class Pictures {
  readonly names: string[] = [];
  readonly #window: DemoWindow;
  readonly #folder: string;

  constructor(window: DemoWindow, folder: string) {
    this.#window = window;
    this.#folder = folder;
    for (const look of ['en-light', 'ar-dark']) mkdirSync(path.join(folder, look), { recursive: true });
  }

  /** One screen in both looks; afterwards the window is English and light again. */
  async take(name: string): Promise<void> {
    const { page } = this.#window;
    await this.#shoot('en-light', name);
    await page.emulateMedia({ colorScheme: 'dark' });
    await this.#window.run('view.switchLanguage', 'typing');
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await this.#shoot('ar-dark', name);
    await page.emulateMedia({ colorScheme: 'light' });
    await this.#window.run('view.switchLanguage', 'typing');
    await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
  }

  async #shoot(look: string, name: string): Promise<void> {
    const { page } = this.#window;
    await expect(page.locator('.ui-skeleton')).toHaveCount(0);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    // Nothing hovers, and what is said in passing belongs to the moment, not to the screen.
    await page.mouse.move(0, 0);
    await this.#showNotices(false);
    const file = path.join(look, `${name}.png`);
    await page.screenshot({ path: path.join(this.#folder, file), animations: 'disabled', caret: 'hide' });
    await this.#showNotices(true);
    this.names.push(file);
  }

  async #showNotices(shown: boolean): Promise<void> {
    await this.#window.page.evaluate(
      (visibility) => {
        for (const notices of document.querySelectorAll<HTMLElement>('.ui-notices'))
          notices.style.visibility = visibility;
      },
      shown ? '' : 'hidden',
    );
  }
}
