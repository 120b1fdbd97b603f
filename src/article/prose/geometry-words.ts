/** A geometry's name as the object of a sentence: "leaves …", "form …". */
import type { GeometryTitle } from '../../models/geometry/title.ts';

/** "a triangle", "an irregular shape of two features in one dimension" */
export const geometryWords = ({ kind, name }: Pick<GeometryTitle, 'kind' | 'name'>): string =>
  kind === 'irregular' ? name.replace(/^irregular, /, 'an irregular shape of ') : name;
