import { expect as playwrightExpect } from '@playwright/test';

/** How long anything the demo waits for may take, in milliseconds. */
export const patience = 30_000;

/** Playwright's `expect` with this patience. */
export const expect = playwrightExpect.configure({ timeout: patience });
