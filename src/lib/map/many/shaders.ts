import { FLAG } from './cell-marks.ts';
import { RING } from './rings.ts';
import { SLOTS } from '$lib/ui/shapes.ts';

/** px around a disc for the halo of a mark that stands out; others have their edge alone. */
const OUTSIDE = 8;

/**
 * A square for each mark, its middle on a whole pixel so that numbers are sharp. What is the same for all pixels of a mark is
 * found out here.
 */
export const VERTEX_SHADER = `#version 300 es
precision highp float;
layout(location = 0) in vec2 a_at;
layout(location = 1) in vec2 a_look;
layout(location = 2) in vec4 a_number;
layout(location = 3) in vec4 a_ends_0;
layout(location = 4) in vec4 a_ends_4;
uniform mat4 u_matrix;
uniform vec2 u_shift;
uniform vec2 u_size;
uniform float u_ratio;
uniform float u_scale;
uniform bool u_forced;
uniform vec3 u_panel;
uniform vec3 u_edge;
uniform vec3 u_land;
uniform vec3 u_ink;
uniform vec3 u_muted;
out vec2 v_px;
flat out vec4 v_radii;
flat out vec3 v_halo;
flat out vec3 v_rim;
flat out vec3 v_face;
flat out vec3 v_type;
flat out vec4 v_number;
flat out vec4 v_ends_0;
flat out vec4 v_ends_4;

void main() {
	vec2 at = a_at + u_shift;
	// The copy of the world that is nearest to the middle of the view.
	at.x -= floor(at.x + 0.5);
	vec4 middle = u_matrix * vec4(at, 0.0, 1.0);
	vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1) * 2.0 - 1.0;
	float radius = a_look.x;
	int flags = int(a_look.y);
	bool isFaint = a_number.w < 0.0;
	bool isPicked = (flags & ${FLAG.picked}) != 0;
	bool hasHalo = (flags & ${FLAG.picked | FLAG.strong}) != 0;
	// Of no width: it covers nothing.
	float width = isFaint ? -${OUTSIDE}.0 * u_scale : min(2.4 * u_scale + radius / 12.0, 4.5 * u_scale);
	v_radii = vec4(
		radius + (isFaint ? 0.8 : 1.25) * u_scale,
		radius - (isFaint ? 0.8 : 0.0) * u_scale,
		radius - width,
		radius - width * 0.5
	);
	v_halo = vec3(
		radius + 4.0 * u_scale,
		hasHalo ? (u_forced && isPicked ? 2.0 : 1.25) * u_scale : -${OUTSIDE}.0 * u_scale,
		isPicked || u_forced ? 1.0 : 0.55
	);
	// Where the system has the colours, only a dashed halo says that a mark is not the picked one.
	if (u_forced && !isPicked) v_halo.z = -1.0;
	v_rim = isFaint ? u_muted : u_edge;
	v_face = isFaint ? u_land : u_panel;
	v_type = (flags & ${FLAG.dimmed}) != 0 ? u_muted : u_ink;
	v_number = a_number;
	v_ends_0 = a_ends_0;
	v_ends_4 = a_ends_4;
	float reach = radius + (hasHalo ? ${OUTSIDE}.0 * u_scale : 1.25 * u_scale + 1.0 / u_ratio);
	v_px = vec2(corner.x, -corner.y) * reach;
	vec2 pixels = u_size * u_ratio * 0.5;
	// Counted from the corner: of an odd number of pixels the middle is none.
	vec2 whole = floor((middle.xy / middle.w + 1.0) * pixels + 0.5) / pixels - 1.0;
	gl_Position = vec4(whole + corner * reach * u_ratio / pixels, 0.0, 1.0);
	if (middle.w <= 0.0) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}`;

/**
 * Disc, ring, number, halo: the same px as those of the marks in the page (PlaceMark.svelte), but for parts of a ring too small to
 * be seen, which have room of their own here, and for where dashes begin. It goes straight on, as without a graphics card a branch saves nothing: pixels
 * go through both sides of it.
 */
export const FRAGMENT_SHADER = `#version 300 es
precision highp float;
precision highp int;
in vec2 v_px;
flat in vec4 v_radii;
flat in vec3 v_halo;
flat in vec3 v_rim;
flat in vec3 v_face;
flat in vec3 v_type;
flat in vec4 v_number;
flat in vec4 v_ends_0;
flat in vec4 v_ends_4;
uniform float u_ratio;
uniform float u_scale;
uniform sampler2D u_numbers;
uniform vec3 u_accent;
uniform vec3 u_colours[${SLOTS}];
out vec4 colour;

const float TURN = 6.283185307179586;

/* How much of the pixel lies within an edge, 'by' px inside of it. */
float inside(float by) { return clamp(by * u_ratio + 0.5, 0.0, 1.0); }

void lay(vec3 what, float opacity) { colour = vec4(what * opacity, opacity) + colour * (1.0 - opacity); }

/* 'along' is the fraction of a turn at which the pixel is. */
void ring(float distance, float along) {
	float within = min(inside(v_radii.y - distance), inside(distance - v_radii.z));
	float turn = TURN * v_radii.w;
	/* The part in which the pixel is, of eight: three halvings. */
	float start = 0.0;
	vec4 four = v_ends_0;
	int part = 0;
	if (along >= four.w) { start = four.w; four = v_ends_4; part = 4; }
	vec2 two = four.xy;
	if (along >= four.y) { start = four.y; two = four.zw; part += 2; }
	float end = two.x;
	if (along >= end) { start = end; end = two.y; part += 1; }
	float share = end - start;
	float gap = share > 0.9999 ? -8.0 : ${RING.gap} * u_scale;
	float halfway = max(share * turn - gap, ${RING.least} * u_scale) * 0.5;
	lay(u_colours[part], within * inside(halfway - abs(along - (start + end) * 0.5) * turn));
}

void number() {
	vec2 texel = floor(v_px * u_ratio + v_number.zw * 0.5);
	bool isIn = all(greaterThanEqual(texel, vec2(0.0))) && all(lessThan(texel, v_number.zw));
	lay(v_type, isIn ? texelFetch(u_numbers, ivec2(v_number.xy + texel), 0).r : 0.0);
}

void halo(float distance, float along) {
	float within = inside(v_halo.y - abs(distance - v_halo.x));
	float opacity = v_halo.z < 0.0 ? step(mod(along * TURN * v_halo.x / u_scale, 5.0), 3.0) : v_halo.z;
	lay(u_accent, within * opacity);
}

void main() {
	colour = vec4(0.0);
	float distance = length(v_px);
	float along = fract(atan(v_px.x, -v_px.y) / TURN + 1.0);
	halo(distance, along);
	lay(v_rim, inside(v_radii.x - distance));
	lay(v_face, inside(v_radii.y - distance));
	ring(distance, along);
	number();
	if (colour.a <= 0.0) discard;
}`;
