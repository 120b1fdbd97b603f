/** The page's one phase diagram, which its three figures share. */
import { Phase } from './phase.svelte.ts';
import { stillPicture, type PhaseStill } from './still.ts';

let shared: Phase | undefined;

/** @param still the recorded map, where the caller has it; else it is looked up on the page */
export function phaseFigure(still?: PhaseStill): Phase {
  return (shared ??= new Phase(stillPicture(still ?? stillOnPage())));
}

/** The figure of the map carries it as its property, and may come to life after the others. */
function stillOnPage(): PhaseStill {
  const map = document.querySelector<HTMLElement>('[data-island="Phase"]');
  return (JSON.parse(map?.dataset.props ?? '{}') as { still: PhaseStill }).still;
}
