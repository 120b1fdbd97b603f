/** What the hero offers once its first picture stands: loaded then, not before. */
export { default as Compare } from './compare/Compare.svelte';
export { Twin } from './compare/twin.svelte.ts';
export { default as FeatureEditor } from './hands/FeatureEditor.svelte';
export { default as HandRow } from './hands/HandRow.svelte';
export { Hands } from './hands/hands.svelte.ts';
export { default as PlaneHandles } from '../../../viz/PlaneHandles.svelte';
