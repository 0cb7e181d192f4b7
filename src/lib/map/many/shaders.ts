import { FLAG } from './cell-marks.ts';
import { SLOTS } from '$lib/ui/shapes.ts';

/** px around a disc for the halo of a mark that stands out; others have their edge alone. */
const OUTSIDE = 8;

/** A square for each mark, its middle on a whole pixel so that numbers are sharp. */
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
out vec2 v_px;
flat out float v_radius;
flat out int v_flags;
flat out vec4 v_number;
flat out vec4 v_ends_0;
flat out vec4 v_ends_4;

void main() {
	vec2 at = a_at + u_shift;
	// The copy of the world that is nearest to the middle of the view.
	at.x -= floor(at.x + 0.5);
	vec4 middle = u_matrix * vec4(at, 0.0, 1.0);
	vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1) * 2.0 - 1.0;
	v_radius = a_look.x;
	v_flags = int(a_look.y);
	v_number = a_number;
	v_ends_0 = a_ends_0;
	v_ends_4 = a_ends_4;
	bool hasHalo = (v_flags & ${FLAG.picked | FLAG.strong}) != 0;
	float reach = v_radius + (hasHalo ? ${OUTSIDE}.0 : 1.25 * u_scale + 1.0 / u_ratio);
	v_px = vec2(corner.x, -corner.y) * reach;
	vec2 pixels = u_size * u_ratio * 0.5;
	vec2 whole = floor(middle.xy / middle.w * pixels + 0.5) / pixels;
	gl_Position = vec4(whole + corner * reach * u_ratio / pixels, 0.0, 1.0);
	if (middle.w <= 0.0) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}`;

/** Disc, ring, number, halo: the same px as those of the marks in the page (PlaceMark.svelte). */
export const FRAGMENT_SHADER = `#version 300 es
precision highp float;
precision highp int;
in vec2 v_px;
flat in float v_radius;
flat in int v_flags;
flat in vec4 v_number;
flat in vec4 v_ends_0;
flat in vec4 v_ends_4;
uniform float u_ratio;
uniform float u_scale;
uniform bool u_forced;
uniform int u_categories;
uniform sampler2D u_numbers;
uniform vec3 u_panel;
uniform vec3 u_edge;
uniform vec3 u_land;
uniform vec3 u_ink;
uniform vec3 u_muted;
uniform vec3 u_accent;
uniform vec3 u_colours[${SLOTS}];
out vec4 colour;

const float TURN = 6.283185307179586;

/* How much of the pixel lies within an edge, 'by' px inside of it. */
float inside(float by) { return clamp(by * u_ratio + 0.5, 0.0, 1.0); }

void lay(vec3 what, float opacity) { colour = vec4(what * opacity, opacity) + colour * (1.0 - opacity); }

/* 'along' is the fraction of a turn at which the pixel is. */
void ring(float distance, float along, float scale) {
	float width = min(2.4 * scale + v_radius / 12.0, 4.5 * scale);
	float within = min(inside(v_radius - distance), inside(distance - v_radius + width));
	if (within <= 0.0) return;
	float turn = TURN * (v_radius - width * 0.5);
	/* As far as the smallest part reaches beyond its share. */
	float beyond = (0.25 * scale + 0.5 / u_ratio) / turn;
	vec4 ends = v_ends_0, more = v_ends_4;
	float start = 0.0, most = 0.0;
	int which = 0;
	for (int i = 0; i < u_categories; i++) {
		float end = ends.x;
		ends = vec4(ends.yzw, more.x);
		more = vec4(more.yzw, 1.0);
		float share = end - start;
		float gap = share > 0.9999 ? -8.0 : 1.6 * scale;
		float halfway = max(share * turn - gap, 0.5 * scale) * 0.5;
		float off = abs(along - (start + end) * 0.5);
		float covered = share > 0.0 ? inside(halfway - min(off, 1.0 - off) * turn) : 0.0;
		if (covered > 0.0 && covered >= most) {
			most = covered;
			which = i;
		}
		/* What comes now is further on; only at the beginning may the last ones reach around to the pixel. */
		if (end > along + beyond && along > beyond) break;
		start = end;
	}
	lay(u_colours[which], within * most);
}

void number(bool isDimmed) {
	vec2 texel = floor(v_px * u_ratio + v_number.zw * 0.5);
	bool isIn = v_number.z > 0.0 && all(greaterThanEqual(texel, vec2(0.0))) && all(lessThan(texel, v_number.zw));
	if (isIn) lay(isDimmed ? u_muted : u_ink, texelFetch(u_numbers, ivec2(v_number.xy + texel), 0).r);
}

void halo(float distance, float along, bool isPicked, bool isStrong, float scale) {
	if (!isPicked && !isStrong) return;
	float broad = (u_forced && isPicked ? 4.0 : 2.5) * scale * 0.5;
	float within = inside(broad - abs(distance - v_radius - 4.0 * scale));
	if (u_forced && !isPicked) within *= step(mod(along * TURN * (v_radius / scale + 4.0), 5.0), 3.0);
	lay(u_accent, within * (isPicked || u_forced ? 1.0 : 0.55));
}

void main() {
	colour = vec4(0.0);
	float scale = u_scale;
	float distance = length(v_px);
	float along = fract(atan(v_px.x, -v_px.y) / TURN + 1.0);
	halo(distance, along, (v_flags & ${FLAG.picked}) != 0, (v_flags & ${FLAG.strong}) != 0, scale);
	if (v_number.w < 0.0) {
		lay(u_muted, inside(v_radius + 0.8 * scale - distance));
		lay(u_land, inside(v_radius - 0.8 * scale - distance));
	} else {
		lay(u_edge, inside(v_radius + 1.25 * scale - distance));
		lay(u_panel, inside(v_radius - distance));
		ring(distance, along, scale);
		number((v_flags & ${FLAG.dimmed}) != 0);
	}
	if (colour.a <= 0.0) discard;
}`;
