/** Where reading stops, for every format alike. Each is named in the message of whoever meets it. */

/** Largest file, in bytes. */
export const MAX_FILE_BYTES = 100_000_000;
/** Most files at once. */
export const MAX_FILES = 1_000;
/** Most records of one file. */
export const MAX_ROWS = 1_000_000;
export const MAX_COLUMNS = 1_000;
/** Longest cell, in UTF-16 units. A record with a longer one is refused. */
export const MAX_CELL_LENGTH = 100_000;
