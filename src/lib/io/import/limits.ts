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
/** Most bytes of all files to import together: their texts and cells are in memory at once, and are several times as large. */
export const MAX_TOTAL_BYTES = 300_000_000;
/** Most bytes of a dataset's folder in a browser; where there are files they are read one after the other. */
export const MAX_FOLDER_BYTES = 1_500_000_000;
/** A mapping file is small. */
export const MAX_MAPPING_BYTES = 1_000_000;
