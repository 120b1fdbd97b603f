/** What is built into the page before its own scripts run, to see when things happen. Times are the page's, in ms. */

/** What a reader does to a figure: presses the button or the choice of that name, or drags a slider, its first or a named one. */
export type Action = { readonly press: string } | { readonly slideTo: number; readonly slider?: string };

/** A state that a figure comes to: its status, the step of its picture or a number that it is below, or several of them. */
export interface Moment {
  readonly status?: string;
  readonly step?: number;
  readonly below?: number;
}

/** From a reader's action until two moments are drawn: to the end of the first frame that shows each. */
export interface Waited {
  readonly first: number;
  /** Where `first` was skipped, both are this. */
  readonly last: number;
}

/** A figure's status or step has changed. */
export interface Change {
  readonly figure: string;
  readonly status: string;
  readonly step: number;
  readonly at: number;
  /** The end of the first frame that shows it. */
  readonly drawn: number;
}

export interface Arrival {
  readonly firstContentfulPaint: number;
  readonly scripts: readonly Request[];
  readonly workers: readonly Request[];
}

interface Request {
  readonly url: string;
  readonly asked: number;
}

interface Instruments {
  arrival(): Arrival;
  /** Of all figures, so far. */
  changes(): Promise<readonly Change[]>;
  /** Does it, and waits until `last` is drawn. */
  act(figure: string, action: Action, first: Moment, last: Moment): Promise<Waited>;
  /** Begins to note the time from frame to frame while the figure's status is one of these. */
  watchFrames(figure: string, statuses: readonly string[]): void;
  /** What was noted. */
  frames(): readonly number[];
}

declare global {
  interface Window {
    instruments: Instruments;
  }
}

/** Runs inside the page: it may use nothing from outside itself. */
export function install(): void {
  const SLOW_MS = 120_000;
  const workers: Request[] = [];
  window.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      workers.push({ url: new URL(url, location.href).href, asked: performance.now() });
      super(url, options);
    }
  };
  const figureOf = (id: string): HTMLElement => {
    const figure = document.querySelector<HTMLElement>(`figure[id="${id}"]`);
    if (!figure) throw new Error(`there is no figure ${id}`);
    return figure;
  };

  /** Resolves when the next frame has been painted. */
  const painted = (): Promise<number> =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => (port1.close(), resolve(performance.now()));
        port2.postMessage(null);
      });
    });

  type Noted = Omit<Change, 'drawn'> & { readonly drawn: Promise<number> };
  const changes: Noted[] = [];
  const listeners = new Set<(change: Noted) => void>();
  const observer = new MutationObserver((records) => {
    for (const figure of new Set(records.map(({ target }) => target as HTMLElement))) {
      const { status = '', step } = figure.dataset;
      const change = { figure: figure.id, status, step: Number(step), at: performance.now(), drawn: painted() };
      changes.push(change);
      listeners.forEach((listen) => listen(change));
    }
  });
  observer.observe(document, { subtree: true, attributes: true, attributeFilter: ['data-status', 'data-step'] });

  const isAt = (change: Noted, { status, step, below }: Moment): boolean =>
    (status === undefined || change.status === status) &&
    (step === undefined || change.step === step) &&
    (below === undefined || change.step < below);

  const perform = (figure: HTMLElement, action: Action): void => {
    if ('press' in action) {
      const named = [...figure.querySelectorAll<HTMLElement>('button, label')];
      const control = named.find(({ textContent }) => textContent.trim() === action.press);
      if (!control) throw new Error(`${figure.id} has no “${action.press}”`);
      control.click();
    } else {
      const sliders = [...figure.querySelectorAll<HTMLInputElement>('input[type=range]')];
      const called = (slider: HTMLInputElement): string => slider.labels?.[0]?.textContent.trim() ?? '';
      const slider = sliders.find((each) => action.slider === undefined || called(each) === action.slider);
      if (!slider) throw new Error(`${figure.id} has no slider ${action.slider ?? ''}`);
      slider.value = String(action.slideTo);
      // As a key on the slider does it.
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      slider.dispatchEvent(new Event('change', { bubbles: true }));
    }
  };

  let watched: { readonly figure: HTMLElement; readonly statuses: readonly string[] } | undefined;
  let intervals: number[] = [];
  let before: number | undefined;
  const tick = (): void => {
    if (!watched) return;
    const now = performance.now();
    const counts = watched.statuses.includes(watched.figure.dataset.status ?? '');
    if (counts && before !== undefined) intervals.push(now - before);
    before = counts ? now : undefined;
    requestAnimationFrame(tick);
  };

  window.instruments = {
    arrival() {
      const scripts = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'));
      return {
        firstContentfulPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
        scripts: scripts.map(({ name, startTime }) => ({ url: name, asked: startTime })),
        workers,
      };
    },
    changes: () => Promise.all(changes.map(async (change) => ({ ...change, drawn: await change.drawn }))),
    act(id, action, first, last) {
      return new Promise((resolve, reject) => {
        let seen: Promise<number> | undefined;
        const listen = (change: Noted): void => {
          if (change.figure !== id) return;
          if (isAt(change, first)) seen ??= change.drawn;
          if (!isAt(change, last)) return;
          listeners.delete(listen);
          clearTimeout(late);
          const drawn = [seen ?? change.drawn, change.drawn];
          void Promise.all(drawn).then(([a, b]) => resolve({ first: a - began, last: b - began }));
        };
        listeners.add(listen);
        const late = setTimeout(() => reject(new Error(`${id} did not come to ${JSON.stringify(last)}`)), SLOW_MS);
        const began = performance.now();
        perform(figureOf(id), action);
      });
    },
    watchFrames(id, statuses) {
      intervals = [];
      before = undefined;
      watched = { figure: figureOf(id), statuses };
      requestAnimationFrame(tick);
    },
    frames() {
      watched = undefined;
      return intervals;
    },
  };
}
