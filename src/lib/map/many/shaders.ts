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
uniform mat4 u_matrix;
uniform vec2 u_shift;
uniform vec2 u_size;
uniform float u_ratio;
uniform float u_scale;
out vec2 v_px;
flat out float v_radius;
flat out int v_flags;
flat out vec4 v_number;
flat out int v_mark;

void main() {
	vec2 at = a_at + u_shift;
	// The copy of the world that is nearest to the middle of the view.
	at.x -= floor(at.x + 0.5);
	vec4 middle = u_matrix * vec4(at, 0.0, 1.0);
	vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1) * 2.0 - 1.0;
	v_radius = a_look.x;
	v_flags = int(a_look.y);
	v_number = a_number;
	v_mark = gl_InstanceID;
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
precision highp usampler2D;
in vec2 v_px;
flat in float v_radius;
flat in int v_flags;
flat in vec4 v_number;
flat in int v_mark;
uniform float u_ratio;
uniform float u_scale;
uniform bool u_forced;
uniform int u_categories;
uniform int u_columns;
uniform usampler2D u_ring;
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

void ring(float distance, float scale) {
	float width = min(2.4 * scale + v_radius / 12.0, 4.5 * scale);
	float within = min(inside(v_radius - distance), inside(distance - v_radius + width));
	if (within <= 0.0) return;
	float turn = TURN * (v_radius - width * 0.5);
	float at = fract(atan(v_px.x, -v_px.y) / TURN + 1.0);
	float start = 0.0;
	for (int i = 0; i < u_categories; i++) {
		int texel = v_mark * u_categories + i;
		uvec2 part = texelFetch(u_ring, ivec2(texel % u_columns, texel / u_columns), 0).rg;
		float end = float(part.r) / 65535.0;
		float share = end - start;
		if (share > 0.0) {
			float gap = share > 0.9999 ? -8.0 : 1.6 * scale;
			float halfway = max(share * turn - gap, 0.5 * scale) * 0.5;
			float off = abs(at - (start + end) * 0.5);
			float away = min(off, 1.0 - off) * turn;
			lay(u_colours[part.g], within * inside(halfway - away));
		}
		start = end;
	}
}

void number(bool isDimmed) {
	vec2 texel = floor(v_px * u_ratio + v_number.zw * 0.5);
	if (v_number.z <= 0.0 || any(lessThan(texel, vec2(0.0))) || any(greaterThanEqual(texel, v_number.zw))) return;
	lay(isDimmed ? u_muted : u_ink, texelFetch(u_numbers, ivec2(v_number.xy + texel), 0).r);
}

void halo(float distance, bool isPicked, bool isStrong, float scale) {
	if (!isPicked && !isStrong) return;
	float broad = (u_forced && isPicked ? 4.0 : 2.5) * scale * 0.5;
	float within = inside(broad - abs(distance - v_radius - 4.0 * scale));
	if (u_forced && !isPicked) {
		float along = atan(v_px.y, v_px.x) * (v_radius + 4.0 * scale) / scale;
		within *= step(mod(along + 1000.0, 5.0), 3.0);
	}
	lay(u_accent, within * (isPicked || u_forced ? 1.0 : 0.55));
}

void main() {
	colour = vec4(0.0);
	float scale = u_scale;
	float distance = length(v_px);
	halo(distance, (v_flags & ${FLAG.picked}) != 0, (v_flags & ${FLAG.strong}) != 0, scale);
	if (v_number.w < 0.0) {
		lay(u_muted, inside(v_radius + 0.8 * scale - distance));
		lay(u_land, inside(v_radius - 0.8 * scale - distance));
	} else {
		lay(u_edge, inside(v_radius + 1.25 * scale - distance));
		lay(u_panel, inside(v_radius - distance));
		ring(distance, scale);
		number((v_flags & ${FLAG.dimmed}) != 0);
	}
	if (colour.a <= 0.0) discard;
}`;
