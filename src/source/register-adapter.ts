/** For the script-tag loader: a file of its own is fewer bytes than a name for all that the registry's file holds. */
export { registerAdapter } from './registry.js';
