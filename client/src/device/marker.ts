import type { Marker } from './ports.ts';

/** Kept in localStorage, which browsers may clear on its own; where it is forbidden, nothing is remembered. */
export const marker: Marker = {
  read: (name) => {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  },
  write: (name, value) => {
    try {
      localStorage.setItem(name, value);
    } catch {
      // Private windows may refuse; the mark is a hint only.
    }
  },
};
