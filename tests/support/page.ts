/** Opens the built site as a reader would, and remembers what no reader should cause: errors, warnings, strange hosts. */
import { chromium, type Browser, type BrowserContextOptions, type Locator, type Page } from 'playwright';
import { launchOptions } from './browser.ts';

export interface Visit {
  readonly page: Page;
  /** Errors and warnings in the console, uncaught errors, failed requests. */
  readonly complaints: readonly string[];
  /** Every address that was asked for. */
  readonly requests: readonly string[];
}

/** One browser for a file of tests: `const browser = await openBrowser()`, closed in afterAll. */
export async function openBrowser(extraFlags: readonly string[] = []): Promise<Browser> {
  return chromium.launch(await launchOptions(extraFlags));
}

/** A fresh context and page at `url`. Close it with `visit.page.context().close()`. */
export async function visit(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(url);
  return { page, complaints, requests };
}

/**
 * Opens a figure's Details and waits until they stand on the page: they arrive on demand, and push what follows out of
 * sight, where nothing trains.
 */
export async function openDetails(figure: Locator): Promise<void> {
  await figure.getByRole('button', { name: 'Details' }).click();
  await figure.getByRole('region', { name: /^Details of figure / }).waitFor();
}
