/**
 * The state of the phase diagram: parameters → workers → map. One for the page: the map, the cut through it and the
 * surface of the loss are three views of the same place. The last map stays on screen until the next one has its first
 * coarse pass; a drag of a parameter shows one coarse map after another.
 */
import { TrainingError, type EngineName } from '../../../models/engine/index.ts';
import { measureMap } from '../../../models/engine/map-training.ts';
import { FIGURES } from '../../../models/parameters/figures.ts';
import { densityOf } from '../../../models/parameters/density.ts';
import { settleValues } from '../../../models/parameters/settle.ts';
import type { PhaseValues } from '../../../models/phase/cell-models.ts';
import { cellAt, type PhasePlace } from '../../../models/phase/grid.ts';
import { PhaseMap, type PhaseCell } from '../../../models/phase/map.ts';
import { nearestTrained } from '../../../models/phase/nearest.ts';
import type { FigureStatus, Notice } from '../../figure/status.ts';
import type { PhaseCells } from '../../../viz/phase-cells.ts';
import { page } from '../../page-state.svelte.ts';
import { trainingPool } from '../../training.ts';
import { CellLesson, type Subject } from './cell-lesson.svelte.ts';
import { MapRun } from './map-run.ts';
import type { StillPicture } from './still.ts';

/** Significant digits of what a cross-hair sets: links stay short. */
const PLACE_DIGITS = 4;

/** A map at one moment. */
export interface DrawnMap extends PhaseCells {
  readonly shows: Int32Array;
  /** Of each trained cell, [cells²]. */
  readonly loss: Float64Array;
}

const drawnMap = ({ grid, norm, superposition, loss }: PhaseMap, shows: Int32Array): DrawnMap => ({
  grid,
  norm: norm.slice(),
  superposition: superposition.slice(),
  loss: loss.slice(),
  shows,
});

export class Phase {
  values: PhaseValues;
  /** The map on screen. Its settings lag behind `values`, and its arrays grow in place: what is drawn are copies. */
  map: PhaseMap;
  drawn: DrawnMap;
  /** How many of its cells are drawn from models of their own. */
  count = $state(0);
  status = $state<FigureStatus>('still');
  engine = $state.raw<EngineName | null>(null);
  path = 'exact';
  /** Seconds of training, models and steps of one model a second, of the last map. */
  seconds = $state(0);
  rate = $state(0);
  notices = $state.raw<readonly Notice[]>([]);
  /** Cells trained, as a share of the map; null while nothing trains. */
  progress = $state<number | null>(null);
  /** The cell under the pointer. */
  hovered = $state<number | null>(null);
  /** The feature that pointer, focus or the text lights up. */
  lit = $state<number | null>(null);
  readonly lesson = new CellLesson(
    () => this.subject,
    (text) => this.#say(text),
  );

  #run: MapRun | undefined;
  #wanted = false;
  #visible = new Set<string>();

  readonly place: PhasePlace = $derived.by(() => ({ r: this.values.r, p: densityOf(this.values.S) }));

  /** The trained cell that stands under the cross-hair, and what is known of it. */
  readonly cell: number = $derived.by(() => this.#shownAt(cellAt(this.map.grid, this.place)));
  readonly current: PhaseCell | null = $derived.by(() => this.#read(this.cell));
  /** The network of that cell, by what it was trained from. */
  readonly subject: Subject | null = $derived.by(
    () => this.current && { values: this.map.values, cell: this.cell, start: this.current.start },
  );
  readonly pointed: PhaseCell | null = $derived.by(() =>
    this.hovered === null ? null : this.#read(this.#shownAt(this.hovered)),
  );

  constructor({ values, map, shows }: StillPicture) {
    this.values = $state.raw(values);
    this.map = $state.raw(map);
    this.drawn = $state.raw(drawnMap(map, shows));
    this.count = map.count;
  }

  /**
   * New settings; the map follows where it depends on them.
   * @param release false while a control is held: the address is written when it is let go
   */
  set(change: Partial<PhaseValues>, release = true): void {
    const values = settleValues(FIGURES.phase, { ...this.values, ...change }).values as PhaseValues;
    page.set('phase', values, release);
    this.#take(values);
  }

  /** The cross-hair. */
  move({ r, p }: PhasePlace, release = true): void {
    const short = (value: number): number => Number(value.toPrecision(PLACE_DIGITS));
    this.set({ r: short(r), S: Number((1 - short(p)).toFixed(6)) }, release);
  }

  open(values: PhaseValues): void {
    this.#take(values, this.status === 'still');
  }

  /** A map that was trained elsewhere; cells that are missing are trained. */
  take(map: PhaseMap): void {
    this.#stop();
    this.lesson.close();
    page.set('phase', map.values, true);
    this.values = map.values;
    this.map = map;
    this.drawn = drawnMap(map, nearestTrained(map.values.cells, map.trained));
    this.count = map.count;
    this.status = 'paused';
    this.resume();
  }

  /** From the seed once more: the same map, seen again as it grows. */
  again(): void {
    this.#stop();
    this.lesson.close();
    this.resume(true);
  }

  cancel(): void {
    this.#stop();
    this.status = 'paused';
  }

  /** Trains what is missing of the map of the present settings. */
  resume(afresh = false): void {
    this.#wanted = true;
    // A run that has begun is left to reach its first picture, so that a long drag shows some.
    if (this.#visible.size > 0 && (!this.#run || this.#run.drawn)) void this.#train(afresh);
  }

  /** The address of the settings, with the engine that ran written down: it replays there. */
  link(): string {
    const { engine } = this;
    return page.linkTo('phase', { ...this.values, engine: engine === 'webgl' || engine === 'wasm' ? engine : 'auto' });
  }

  /** Runs only while one of its views is on screen: the workers are the whole page's. */
  setVisible(view: string, visible: boolean): void {
    if (visible) this.#visible.add(view);
    else this.#visible.delete(view);
    if (visible && this.#wanted) this.resume();
    if (this.#visible.size > 0 || !this.#run) return;
    this.cancel();
    this.#wanted = true;
  }

  close(view: string): void {
    this.setVisible(view, false);
    if (this.#visible.size > 0) return;
    this.#stop();
    this.lesson.close();
  }

  dismiss(notice: Notice): void {
    this.notices = this.notices.filter((each) => each !== notice);
  }

  #shownAt(cell: number): number {
    return this.drawn.shows[cell] ?? -1;
  }

  #read(cell: number): PhaseCell | null {
    return cell < 0 ? null : this.map.read(cell);
  }

  #take(values: PhaseValues, always = false): void {
    const before = this.values;
    this.values = values;
    if (always || pictureOf(values) !== pictureOf(before)) this.resume(always);
  }

  #stop(): void {
    this.#run?.stop();
    this.#run = undefined;
    this.#wanted = false;
    this.progress = null;
  }

  async #train(afresh: boolean): Promise<void> {
    this.#stop();
    const { values } = this;
    // What was stopped half-way goes on where it was.
    const kept = !afresh && this.status !== 'still' && pictureOf(this.map.values) === pictureOf(values);
    const map = kept ? this.map : new PhaseMap(values);
    if (!kept) this.lesson.close();
    const run = new MapRun(map, {
      drawn: (shows) => {
        this.map = map;
        this.drawn = drawnMap(map, shows);
        this.count = map.count;
        this.status = 'training';
        if (this.#wanted && this.#visible.size > 0) void this.#train(false);
      },
      share: (share, engine) => {
        this.progress = share;
        this.engine = engine;
      },
    });
    this.#run = run;
    this.status = 'loading';
    try {
      const result = await run.run();
      if (run !== this.#run) return;
      if (result) {
        this.path = result.path;
        this.seconds = result.seconds;
        this.rate = (result.models * values.steps) / result.seconds;
        for (const notice of result.notices) this.#say(notice);
      }
    } catch (error) {
      return this.#fail(error);
    }
    this.#stop();
    this.status = 'done';
    if (values.engine === 'auto') measureMap(trainingPool(), values);
  }

  /** The last good picture stays; one line says what happened, one click goes back to settings that work. */
  #fail(error: unknown): void {
    this.#stop();
    this.status = 'failed';
    const good = this.map.values;
    this.#say(
      `Training stopped: ${error instanceof TrainingError ? error.message : String(error)}. The last good map is shown.`,
      { label: 'Back to its settings', run: () => this.set(good) },
    );
  }

  #say(text: string, action?: Notice['action']): void {
    if (this.notices.some((notice) => notice.text === text)) return;
    this.notices = [...this.notices, { text, ...(action ? { action } : {}) }];
  }
}

/** Everything that the map depends on: all but where the cross-hair and the cut are. */
function pictureOf({ S: _S, r: _r, cut: _cut, ...rest }: PhaseValues): string {
  return JSON.stringify(rest);
}
