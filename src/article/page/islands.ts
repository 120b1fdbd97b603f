/** The figures that pages can place, by name, on the server's side. */
import type { Component } from 'svelte';

const found = import.meta.glob<Component>('../figures/*/*.island.svelte', { eager: true, import: 'default' });
const components = new Map(
  Object.entries(found).map(([path, component]) => [path.replace(/^.*\/|\.island\.svelte$/g, ''), component]),
);

export function islandComponent(name: string): Component<Record<string, unknown>> {
  const component = components.get(name);
  if (!component)
    throw new Error(
      `No figure ${name}: expected src/article/figures/*/${name}.island.svelte (there are: ${[...components.keys()].join(', ') || 'none'}).`,
    );
  return component;
}
