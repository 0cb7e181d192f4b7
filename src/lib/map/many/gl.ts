export type Uniforms = (name: string) => WebGLUniformLocation | null;

/** Throws a sentence when a shader does not compile; a context that is lost meanwhile only draws nothing. */
export function createProgram(gl: WebGL2RenderingContext, vertex: string, fragment: string) {
	const program = gl.createProgram();
	for (const [type, source] of [
		[gl.VERTEX_SHADER, vertex],
		[gl.FRAGMENT_SHADER, fragment]
	] as const) {
		const shader = gl.createShader(type);
		if (shader === null) continue;
		gl.shaderSource(shader, source);
		gl.compileShader(shader);
		gl.attachShader(program, shader);
		gl.deleteShader(shader);
	}
	gl.linkProgram(program);
	if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) {
		const logs = (gl.getAttachedShaders(program) ?? []).map((shader) => gl.getShaderInfoLog(shader));
		throw new Error(`The marks cannot be drawn: ${[gl.getProgramInfoLog(program), ...logs].join(' ')}`);
	}
	const known = new Map<string, WebGLUniformLocation | null>();
	const uniforms: Uniforms = (name) => {
		if (!known.has(name)) known.set(name, gl.getUniformLocation(program, name));
		return known.get(name) ?? null;
	};
	return { program, uniforms };
}

/** Read texel by texel. */
export function createTexture(gl: WebGL2RenderingContext): WebGLTexture {
	const texture = gl.createTexture();
	gl.bindTexture(gl.TEXTURE_2D, texture);
	for (const [name, value] of [
		[gl.TEXTURE_MIN_FILTER, gl.NEAREST],
		[gl.TEXTURE_MAG_FILTER, gl.NEAREST],
		[gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE],
		[gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE]
	] as const)
		gl.texParameteri(gl.TEXTURE_2D, name, value);
	return texture;
}
