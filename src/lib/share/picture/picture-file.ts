/** What the dialog asks for when a picture is to be made; who makes it stands outside of the views (`routes/view-picture.ts`). */

export type PictureFormat = 'png' | 'svg';

/** Makes the file and hands it to the browser as a download; resolves to its name, rejects when it cannot be made. */
export type SavePicture = (format: PictureFormat) => Promise<string>;
