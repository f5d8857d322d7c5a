import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { type CommandId, findCommand } from '../../../shared/commands/commands.ts';
import { worksWhileTyping } from '../../../shared/commands/key-press.ts';
import type { Status } from '../../../shared/ipc/topics/sync.ts';
import { strings as words } from '../../../shared/strings/en.ts';
import { answerOf } from '../harness/call-hearth.ts';
import { launchHearth, type RunningHearth } from '../harness/launch-hearth.ts';
import { expect, patience } from './patience.ts';

/** The real window, worked as a person at a keyboard would. */
export class DemoWindow {
  readonly page: Page;
  readonly #hearth: RunningHearth;

  private constructor(hearth: RunningHearth) {
    this.#hearth = hearth;
    this.page = hearth.page;
    this.page.setDefaultTimeout(patience);
  }

  /** Starts Hearth on a new profile and gives its window the size of an ordinary screen. */
  static async open(folder: string): Promise<DemoWindow> {
    const hearth = await launchHearth({
      profile: path.join(folder, 'profile'),
      output: path.join(folder, 'logs'),
      locale: 'en-GB',
      env: { HEARTH_DEMO: '1' },
    });
    await hearth.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(1440, 900);
    });
    await hearth.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    return new DemoWindow(hearth);
  }

  /** What went wrong in the window so far. A healthy run has none. */
  get problems(): readonly string[] {
    return this.#hearth.problems;
  }

  close(): Promise<void> {
    return this.#hearth.close();
  }

  /** Resolves when the person at the screen has closed the window. */
  async closedByHand(): Promise<void> {
    await this.#hearth.app.waitForEvent('close', { timeout: 0 });
  }

  /** Presses the keys of a command, those that work while typing if a text field has the focus. */
  async run(command: CommandId, where: 'reading' | 'typing' = 'reading'): Promise<void> {
    const keys = findCommand(command).keys.find((one) => where === 'reading' || worksWhileTyping(one));
    if (keys === undefined) throw new Error(`${command} has no keys`);
    for (const press of keys.split(' ')) await this.page.keyboard.press(press.replace('Mod', 'Control'));
  }

  /** Goes to something on the screen and presses Enter on it. */
  async enter(target: Locator): Promise<void> {
    await expect(target).toBeEnabled({ timeout: patience });
    await target.focus();
    await this.page.keyboard.press('Enter');
  }

  /** Types into a field, in the place of what was there. */
  async type(target: Locator, text: string): Promise<void> {
    await target.focus();
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.insertText(text);
  }

  /** Chooses one of a closed list of options by arrow keys. */
  async choose(list: Locator, option: string): Promise<void> {
    await list.focus();
    await this.page.keyboard.press('Enter');
    const wanted = this.page.getByRole('option', { name: option });
    await expect(wanted).toBeVisible();
    await this.page.keyboard.press('Home');
    const count = await this.page.getByRole('option').count();
    for (let tries = 0; tries < count; tries += 1) {
      if (await wanted.evaluate((element) => element === document.activeElement)) break;
      await this.page.keyboard.press('ArrowDown');
    }
    await this.page.keyboard.press('Enter');
    await expect(wanted).toBeHidden();
  }

  /** Opens a room by its keys and waits for its screen. */
  async goTo(
    room: 'queue' | 'cases' | 'conflicts' | 'health' | 'outreach' | 'imports' | 'reports' | 'communities' | 'settings',
  ) {
    await this.page.locator('body').press('Escape');
    await this.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await this.run(`go.${room}`);
    await expect.poll(() => this.page.url()).toContain(`#/${room}`);
    await expect(this.page.locator('[role=main], main').first()).toBeVisible();
  }

  status(): Promise<Status> {
    return answerOf(this.page, 'sync.status', {});
  }

  /** Waits until the status line stands as wanted. */
  async untilStatus(saying: string, isWanted: (status: Status) => boolean): Promise<Status> {
    await expect.poll(async () => isWanted(await this.status()), { message: saying }).toBe(true);
    return this.status();
  }

  /** Waits until what the window says about the network is this. */
  async untilNetworkShows(network: Status['network']): Promise<void> {
    await expect(this.page.locator('[data-network]')).toHaveText(words.app.status.network[network]);
  }

  /** The next file or folder dialog answers this instead of asking: the system's own dialogs can't be driven. */
  async answerDialogs(answer: { file?: string; folder?: string }): Promise<void> {
    await this.#hearth.app.evaluate(({ dialog }, { file, folder }) => {
      dialog.showOpenDialog = ((_window: unknown, options: { properties?: string[] }) => {
        const chosen = options.properties?.includes('openDirectory') ? folder : file;
        return Promise.resolve({ canceled: chosen === undefined, filePaths: chosen === undefined ? [] : [chosen] });
      }) as never;
    }, answer);
  }
}
