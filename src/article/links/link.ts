/** What a link says. */
import type { ChoiceParameter, FlagParameter, ValueOf } from '../../models/parameters/parameter.ts';
import type { FigureId } from '../../models/parameters/figures.ts';
import { PARAMETERS, type EngineChoice } from '../../models/parameters/table.ts';
import { LATEST, VERSIONS, type AllValues } from './versions.ts';

/** `theme=`: without it the page follows the reader's system. */
export const THEME = {
  key: 'theme',
  label: 'theme',
  group: 'engine',
  control: 'none',
  kind: 'choice',
  options: [
    { value: 'light', label: 'light' },
    { value: 'dark', label: 'dark' },
  ],
  default: 'light',
} as const satisfies ChoiceParameter;

/** `present=1`. */
export const PRESENT = {
  key: 'present',
  label: 'presenter keys',
  group: 'engine',
  control: 'none',
  kind: 'flag',
  default: false,
} as const satisfies FlagParameter;

/** What concerns the page as a whole. */
export interface PageSettings {
  /** Show this figure alone. */
  readonly embed: FigureId | null;
  /** Names of controls to leave out, each once: a parameter's key, or a word that the figure knows ("seed", "play"). */
  readonly hide: readonly string[];
  /** The engine of every figure that does not name its own. */
  readonly engine: EngineChoice;
  readonly theme: ValueOf<typeof THEME> | null;
  /** Keys for whoever presents the page: without it no single letter does anything. */
  readonly present: boolean;
  /** The figure that is covered until the reader has predicted what it shows. */
  readonly predict: FigureId | null;
}

export interface LinkState {
  /** Every figure's values, complete and in range. */
  readonly figures: AllValues;
  readonly page: PageSettings;
  /** The part after #: a figure or a section, without the #; '' for none. */
  readonly fragment: string;
}

/** What a link without any query means. */
export const DEFAULT_STATE: LinkState = {
  figures: VERSIONS[LATEST],
  page: { embed: null, hide: [], engine: PARAMETERS.engine.default, theme: null, present: false, predict: null },
  fragment: '',
};

/** What `hide` may name. */
export const CONTROL_NAME = /^[A-Za-z][\w.-]*$/;
