/**
 * An SVG file as a PNG file, by the browser's own means. The image may hold nothing from elsewhere, or the browser would not
 * hand out its pixels. Throws when it cannot be drawn, as where it is too large for the device.
 */
export async function rasterize(svg: string, width: number, height: number): Promise<Blob> {
	const image = new Image(width, height);
	image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
	await image.decode();
	const canvas = document.createElement('canvas');
	canvas.width = width;
	canvas.height = height;
	const context = canvas.getContext('2d');
	if (context === null) throw new Error('The browser gives no canvas.');
	context.drawImage(image, 0, 0, width, height);
	return new Promise((resolve, reject) => {
		canvas.toBlob(
			(blob) => (blob === null ? reject(new Error('The canvas is too large.')) : resolve(blob)),
			'image/png'
		);
	});
}
