/**
 * The state of the phase diagram: parameters → workers → map. One for the page: the map, the cut through it and the
 * surface of the loss are three views of the same place. The last map stays on screen until the next one has its first
 * coarse pass; a drag of a parameter shows one coarse map after another.
 */
import { measureMap } from '../../../models/engine/map-training.ts';
import { densityOf } from '../../../models/parameters/density.ts';
import type { PhaseValues } from '../../../models/phase/cell-models.ts';
import { cellAt, type PhasePlace } from '../../../models/phase/grid.ts';
import { PhaseMap, type PhaseCell } from '../../../models/phase/map.ts';
import { nearestTrained } from '../../../models/phase/nearest.ts';
import type { PhaseCells } from '../../../viz/phase-cells.ts';
import { RunState } from '../../figure/run-state.svelte.ts';
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

export class Phase extends RunState<'phase'> {
  /** The map on screen. Its settings lag behind `values`, and its arrays grow in place: what is drawn are copies. */
  map: PhaseMap;
  drawn: DrawnMap;
  /** How many of its cells are drawn from models of their own. */
  count = $state(0);
  /** The cell under the pointer. */
  hovered = $state<number | null>(null);
  /** The feature that pointer, focus or the text lights up. */
  lit = $state<number | null>(null);
  readonly lesson = new CellLesson(
    () => this.subject,
    (text) => this.say(text),
  );

  /** The map that was recorded: it is on screen until one is trained, and counts for none. */
  readonly #still: PhaseMap;
  /** The views that are on screen. */
  readonly #views = new Set<string>();
  /** Nothing of the map that is there counts any more. */
  #afresh = false;

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
    super('phase', values);
    this.path = 'exact';
    this.#still = map;
    this.map = $state.raw(map);
    this.drawn = $state.raw(drawnMap(map, shows));
    this.count = map.count;
    this.setVisible(false);
  }

  /** The cross-hair. */
  move({ r, p }: PhasePlace, release = true): void {
    const short = (value: number): number => Number(value.toPrecision(PLACE_DIGITS));
    this.set({ r: short(r), S: Number((1 - short(p)).toFixed(6)) }, release);
  }

  /** A map that was trained elsewhere; cells that are missing are trained. */
  take(map: PhaseMap): void {
    this.stop();
    this.lesson.close();
    page.set('phase', map.values, true);
    this.values = map.values;
    this.#afresh = false;
    this.map = map;
    this.drawn = drawnMap(map, nearestTrained(map.values.cells, map.trained));
    this.count = map.count;
    this.status = 'paused';
    this.resume();
  }

  override again(): void {
    this.lesson.close();
    this.#afresh = true;
    super.again();
  }

  /** Runs only while one of its views is on screen. */
  setViewVisible(view: string, visible: boolean): void {
    if (visible) this.#views.add(view);
    else this.#views.delete(view);
    this.setVisible(this.#views.size > 0);
  }

  closeView(view: string): void {
    this.setViewVisible(view, false);
    if (this.#views.size > 0) return;
    this.close();
    this.lesson.close();
  }

  /** All but where the cross-hair and the cut are. */
  protected override runKey({ S: _S, r: _r, cut: _cut, ...rest }: PhaseValues): string {
    return JSON.stringify(rest);
  }

  #shownAt(cell: number): number {
    return this.drawn.shows[cell] ?? -1;
  }

  #read(cell: number): PhaseCell | null {
    return cell < 0 ? null : this.map.read(cell);
  }

  protected async train(): Promise<void> {
    const { values } = this;
    // What was stopped half-way goes on where it was.
    const kept = !this.#afresh && this.map !== this.#still && this.runKey(this.map.values) === this.runKey(values);
    this.#afresh = false;
    const map = kept ? this.map : new PhaseMap(values);
    if (!kept) this.lesson.close();
    const run = new MapRun(map, {
      drawn: (shows) => {
        this.map = map;
        this.drawn = drawnMap(map, shows);
        this.count = map.count;
        this.status = 'training';
        this.runs.drew();
      },
      share: (share, engine) => {
        this.progress = share;
        this.ranOn(engine, values);
      },
    });
    this.begin();
    this.runs.follow(run);
    try {
      const result = await run.run();
      if (!this.runs.follows(run)) return;
      if (result) {
        this.seconds = 0;
        this.note(result, result.models * values.steps, values);
      }
    } catch (error) {
      return this.fail(error, this.map.values, 'The last good map is shown.');
    }
    this.end(values);
    if (values.engine === 'auto') measureMap(trainingPool(), values);
  }
}
