/** What the site says of itself. */
import { version } from '../../package.json' with { type: 'json' };

export const SITE = 'Toy models of superposition, live';
/** Of this version; LICENSE says the same. */
export const YEAR = 2026;
export { version };
