/** What a figure that trains gives to its frame. */
import type { Snippet } from 'svelte';
import type { FigureId } from '../../models/parameters/figures.ts';
import type { TakeHome } from '../take-home/take-home.ts';
import type { FigureStatus, Notice } from './status.ts';

export interface FigureProps {
  id: FigureId;
  number: number;
  /** The figure's point, as one sentence. */
  claim: string;
  status: FigureStatus;
  engine: string | null;
  step: number;
  /** Something runs before the reader's eyes: a phone keeps the picture in sight. */
  playing?: boolean;
  notices: readonly Notice[];
  ondismiss: (notice: Notice) => void;
  onvisible: (visible: boolean) => void;
  /** The address of exactly this state. */
  link: () => string;
  /** What the link does not say of this state. */
  linkNote?: string;
  /** Asked for when the reader opens the list. */
  downloads: () => Promise<TakeHome>;
  hides: (control: string) => boolean;
  /** What a screen reader is told when the picture has changed. */
  summary: string;
  picture: Snippet;
  control?: Snippet;
  sentence: Snippet;
  /** Stands at the picture's right on a desk, after the sentence on a phone. */
  beside?: Snippet;
  /** A closer look and lesser settings: under the sentence, over the quiet row. */
  below?: Snippet;
  /** Widths of picture and what is beside it, as CSS grid columns. */
  columns?: string;
  /** The first action: in the quiet row on a desk, right under the control on a phone. */
  primary?: Snippet;
  actions: Snippet;
  details: Snippet<[string]>;
}
