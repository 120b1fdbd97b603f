/** The life of a figure, as its `data-status` says it. */
export type FigureStatus = 'still' | 'loading' | 'training' | 'paused' | 'done' | 'failed';

/** One line under the picture: what went differently than asked, and the way back where there is one. */
export interface Notice {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
  /** Shown for as long as it says so; until it is dismissed when absent. */
  readonly holds?: () => boolean;
}
