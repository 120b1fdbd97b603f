/** What is built into the page before its own scripts run, to see when things happen. Times are the page's, in ms. */

export interface Move {
  /** From the slider's input event to the first frame that shows the new model. */
  readonly preview: number;
  /** From the same event to the frame that shows it fully trained. */
  readonly settled: number;
}

export interface Arrival {
  readonly firstContentfulPaint: number;
  /** When the hero stopped being a still. */
  readonly live: number;
  /** Scripts that the page had asked for by then, without those of its workers. */
  readonly scripts: readonly string[];
  readonly workers: readonly { readonly url: string; readonly asked: number }[];
}

interface Instruments {
  arrival(): Arrival;
  /** Puts the slider at a position and waits for the trained model. */
  move(position: number, previewStep: number): Promise<Move>;
  /** Begins to note the time from frame to frame while the figure's status is one of these. */
  watchFrames(statuses: readonly string[]): void;
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
  const SLOW_MS = 20_000;
  const workers: { url: string; asked: number }[] = [];
  window.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      workers.push({ url: new URL(url, location.href).href, asked: performance.now() });
      super(url, options);
    }
  };
  const figure = () => document.querySelector<HTMLElement>('figure#hero');

  let live = Infinity;
  const attributeFilter = ['data-status'];
  const birth = new MutationObserver(() => {
    const status = figure()?.dataset.status;
    if (status === undefined || status === 'still') return;
    live = performance.now();
    birth.disconnect();
  });
  birth.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter });

  let intervals: number[] = [];
  let watched: readonly string[] = [];
  let last: number | undefined;
  const tick = (): void => {
    const now = performance.now();
    const counts = watched.includes(figure()?.dataset.status ?? '');
    if (counts && last !== undefined) intervals.push(now - last);
    last = counts ? now : undefined;
    if (watched.length > 0) requestAnimationFrame(tick);
  };

  window.instruments = {
    arrival() {
      const entries = performance.getEntriesByType('resource');
      const asked = entries.filter(({ name, startTime }) => name.endsWith('.js') && startTime <= live);
      return {
        firstContentfulPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
        live,
        scripts: [...new Set(asked.map(({ name }) => name))].filter((name) => workers.every(({ url }) => url !== name)),
        workers,
      };
    },
    move(position, previewStep) {
      return new Promise((resolve, reject) => {
        const hero = figure();
        const slider = hero?.querySelector<HTMLInputElement>('input[type=range]');
        if (!hero || !slider) return reject(new Error('the hero has no slider'));
        const late = setTimeout(() => reject(new Error('the hero did not settle')), SLOW_MS);
        let preview: number | undefined;
        const nextFrame = (then: (elapsed: number) => void) => {
          requestAnimationFrame(() => then(performance.now() - began));
        };
        const observer = new MutationObserver(() => {
          const { status, step } = hero.dataset;
          if (Number(step) === previewStep && preview === undefined) {
            preview = NaN;
            nextFrame((elapsed) => (preview = elapsed));
          }
          if (status !== 'done') return;
          observer.disconnect();
          clearTimeout(late);
          nextFrame((settled) => resolve({ preview: preview ?? settled, settled }));
        });
        observer.observe(hero, { attributes: true, attributeFilter: ['data-status', 'data-step'] });
        slider.value = String(position);
        const began = performance.now();
        // As a key on the slider does it.
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        slider.dispatchEvent(new Event('change', { bubbles: true }));
      });
    },
    watchFrames(statuses) {
      intervals = [];
      last = undefined;
      watched = statuses;
      requestAnimationFrame(tick);
    },
    frames() {
      watched = [];
      return intervals;
    },
  };
}
